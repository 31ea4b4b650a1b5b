/// Scans the inline markup of Markdown.
///
/// Emphasis, links and code follow CommonMark; `~~struck~~`, `{.class}`, `$formulas$`, footnotes, superscripts, citations and
/// the tags of Liquid and Hugo are read as those who render résumés read them.
enum MarkdownInline {
  /// Hands what stands in a range of the builder's layer over to it.
  static func scan(_ range: Range<Int>, into builder: inout BulletBuilder) {
    scan(InlineLines.split(range, in: builder.source.bytes), references: [], into: &builder)
  }

  /// Hands the lines of a paragraph over, each without its indentation and the white space at its end.
  ///
  /// - Parameter references: the labels that the document defines, folded.
  static func scan(_ lines: [Range<Int>], references: Set<String>, into builder: inout BulletBuilder) {
    var scanner = MarkdownScanner(builder.source.bytes, lines, references)
    InlinePieces(scanner.scan(), builder.source.bytes).emit(into: &builder)
  }
}
