/// Reads LaTeX files: whole résumés, and the fragments that one takes in by `\input`.
enum LaTeXFile: Reader {
  static func read(_ bytes: [UInt8], _ grammar: FormatGrammar) throws(DocumentError) -> Document {
    let layer = Layer(bytes)
    let tokens = LaTeXTokens(bytes, 0..<bytes.count)
    let definitions = LaTeXDefinitions(tokens)
    let learning = LaTeXLearning(layer, tokens, definitions.found, LaTeXVocabulary(grammar["latex"]))
    var walker = LaTeXWalker(layer, tokens, definitions.ends, learning.vocabulary, grammar.sections)
    walker.walk()
    let comments = (0..<tokens.count).lazy.map { tokens[$0] }.filter { $0.kind == .comment }.map(\.range)
    return Document(
      .latex, bytes, bullets: walker.bullets, comments: Array(comments), notes: walker.notes)
  }
}

extension Spelling {
  /// How LaTeX spells new words.
  static let latex = Spelling(mayBeginLine: { LaTeXSpelling.mayBeginLine($0) }) {
    LaTeXSpelling.bytes(of: $0)
  }
}

/// Escapes for LaTeX.
enum LaTeXSpelling {
  static func bytes(of text: String) -> [UInt8]? {
    var result: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x00..<0x20, 0x7F: return nil
      case 0x25, 0x26, 0x23, 0x24, 0x5F, 0x7B, 0x7D: result += [0x5C, byte]
      case 0x5C: result += Array("\\textbackslash{}".utf8)
      case 0x7E: result += Array("\\textasciitilde{}".utf8)
      case 0x5E: result += Array("\\textasciicircum{}".utf8)
      default: result.append(byte)
      }
    }
    return result
  }

  /// A bracket behind a line end could be an option, and a sign would begin a bullet.
  static func mayBeginLine(_ word: [UInt8]) -> Bool {
    guard let first = word.first else { return false }
    return first != 0x5B && first != 0x25 && first < 0x80 && first != 0x2D && first != 0x2A
  }
}
