internal import HoneCore

/// Scans the inline markup of Org.
enum OrgInline {
  /// Hands what stands in a range of the builder's layer over to it.
  static func scan(_ range: Range<Int>, into builder: inout BulletBuilder) {
    scan(InlineLines.split(range, in: builder.source.bytes), into: &builder)
  }

  /// Hands the lines of a paragraph over, each without white space around it.
  static func scan(_ lines: [Range<Int>], into builder: inout BulletBuilder) {
    var scanner = OrgScanner(builder.source.bytes, lines)
    InlinePieces(scanner.scan(), builder.source.bytes).emit(into: &builder)
  }
}
