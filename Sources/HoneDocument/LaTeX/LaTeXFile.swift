/// Reads LaTeX files: whole résumés, and the fragments that one takes in by `\input`.
enum LaTeXFile: Reader {
  static func read(_ bytes: [UInt8], _ grammar: FormatGrammar) throws(DocumentError) -> Document {
    let layer = Layer(bytes)
    let known = LaTeXVocabulary(grammar["latex"], isLenient: grammar.isLenient)
    let tokens = LaTeXTokens(bytes, 0..<bytes.count, addresses: known.addresses)
    let definitions = LaTeXDefinitions(tokens)
    let learning = LaTeXLearning(layer, tokens, definitions.found, known)
    var walker = LaTeXWalker(layer, tokens, definitions.ends, learning.vocabulary, grammar.sections)
    walker.walk()
    let comments = (0..<tokens.count).lazy.map { tokens[$0] }.filter { $0.kind == .comment }.map(\.range)
    return Document(
      .latex, bytes, bullets: walker.bullets, comments: Array(comments), notes: walker.notes)
  }
}
