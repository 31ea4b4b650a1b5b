internal import HoneCore

/// Scans the inline markup of AsciiDoc.
enum AsciiDocInline {
  /// Hands what stands in a range of the builder's layer over to it.
  static func scan(_ range: Range<Int>, into builder: inout BulletBuilder) {
    scan(InlineLines.split(range, in: builder.source.bytes), attributes: [:], into: &builder)
  }

  /// Hands the lines of a paragraph over, each without white space around it.
  ///
  /// - Parameter attributes: what `{name}` shows.
  static func scan(_ lines: [Range<Int>], attributes: [String: String], into builder: inout BulletBuilder) {
    var scanner = AsciiDocScanner(builder.source.bytes, lines, attributes)
    InlinePieces(scanner.scan(), builder.source.bytes).emit(into: &builder)
  }
}
