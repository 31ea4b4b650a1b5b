/// Scans the inline markup of AsciiDoc.
enum AsciiDocInline {
  /// Hands what stands in a range of the builder's layer over to it.
  static func scan(_ range: Range<Int>, into builder: inout BulletBuilder) {
    builder.verbatim(range)
  }
}
