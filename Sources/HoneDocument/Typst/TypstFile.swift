/// Reads Typst files.
enum TypstFile: Reader {
  static func read(_ bytes: [UInt8], _ grammar: FormatGrammar) throws(DocumentError) -> Document {
    let syntax = TypstSyntax(bytes, 0..<bytes.count)
    guard !syntax.isTooDeep else {
      return Document(
        .typst, bytes, bullets: [], comments: syntax.comments,
        notes: [Note("brackets stand too deep within each other; the file was left alone")])
    }
    var walker = TypstWalker(
      syntax, TypstGrammar(grammar), SectionTracker(grammar.sections), grammar.sections)
    walker.markup(0..<bytes.count, TypstWalker.Scope())
    var notes: [Note] = []
    if walker.bullets.isEmpty, !walker.includes.isEmpty {
      notes.append(
        Note("its text stands in \(walker.includes.joined(separator: ", ")); name these files as well"))
    }
    return Document(.typst, bytes, bullets: walker.bullets, comments: syntax.comments, notes: notes)
  }
}
