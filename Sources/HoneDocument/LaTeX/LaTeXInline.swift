internal import HoneCore

/// Scans the inline markup of LaTeX.
enum LaTeXInline {
  /// Hands what stands in a range of the builder's layer over to it.
  static func scan(_ range: Range<Int>, into builder: inout BulletBuilder) {
    scan(range, .builtIn, into: &builder)
  }

  /// Hands what stands in a range over, with what a file says of its macros.
  static func scan(_ range: Range<Int>, _ vocabulary: LaTeXVocabulary, into builder: inout BulletBuilder) {
    let tokens = LaTeXTokens(builder.source.bytes, range, addresses: vocabulary.addresses)
    var scanner = LaTeXInlineScanner(tokens, vocabulary)
    scanner.scan(into: &builder)
  }

  /// What a range of bytes shows.
  ///
  /// - Parameter isHeading: whether macros that nobody knows and that take no argument only set how a heading looks.
  static func plain(
    _ layer: Layer, _ range: Range<Int>, _ vocabulary: LaTeXVocabulary, isHeading: Bool = false
  ) -> String {
    var builder = BulletBuilder(source: layer)
    let tokens = LaTeXTokens(layer.bytes, range, addresses: vocabulary.addresses)
    var scanner = LaTeXInlineScanner(tokens, vocabulary)
    scanner.hidesUnknown = isHeading
    scanner.scan(into: &builder)
    let text = builder.textSoFar
    return text.text(0..<text.count)
  }
}
