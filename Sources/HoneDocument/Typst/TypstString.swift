/// Scans a string of Typst code.
enum TypstString {
  /// Hands what stands between the quotes over.
  ///
  /// Some templates evaluate strings as markup, so `*bold*` words are taken for what they look like.
  static func scan(_ range: Range<Int>, into builder: inout BulletBuilder) {
    let bytes = builder.source.bytes
    var at = range.lowerBound
    var plain = at
    func flush(_ end: Int) {
      if plain < end { builder.verbatim(plain..<end) }
    }
    while at < range.upperBound {
      switch bytes[at] {
      case 0x5C:
        flush(at)
        let piece = TypstShown.stringPiece(bytes, at, range.upperBound)
        let end = escapedSign(bytes, at, range.upperBound) ?? piece.end
        builder.atom(end == piece.end ? piece.text : bytes.lastSign(end), at..<end)
        at = end
        plain = at
      case 0x0A, 0x0D:
        flush(at)
        let from = at
        while at < range.upperBound, TypstSyntax.isSpace(bytes[at]) { at += 1 }
        builder.softBreak(from..<at)
        plain = at
      default: at += 1
      }
    }
    flush(at)
  }

  /// `\\$` in a string that is evaluated: a dollar sign to who reads the page.
  private static func escapedSign(_ bytes: [UInt8], _ at: Int, _ end: Int) -> Int? {
    guard at + 2 < end, bytes[at + 1] == 0x5C, "$#@%*_".utf8.contains(bytes[at + 2]) else { return nil }
    return at + 3
  }
}

extension [UInt8] {
  fileprivate func lastSign(_ end: Int) -> String { String(decoding: [self[end - 1]], as: UTF8.self) }
}
