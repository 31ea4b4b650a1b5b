internal import HoneCore

/// Addresses that stand in text without markup: `https://…`, `www.…`.
enum BareAddress {
  /// The end of the address that begins at an offset of a line, or `nil`.
  static func end(at start: Int, in bytes: [UInt8], _ line: Range<Int>) -> Int? {
    guard start == line.lowerBound || !Bytes.isWord(before: start, in: bytes) else { return nil }
    guard
      let scheme = ["https://", "http://", "www."].first(where: {
        bytes[start..<line.upperBound].starts(with: $0.utf8)
      })
    else { return nil }
    var upper = start + scheme.utf8.count
    while upper < line.upperBound, bytes[upper] > 0x20, !stops.contains(bytes[upper]) { upper += 1 }
    while upper > start, trailing.contains(bytes[upper - 1]) { upper -= 1 }
    if bytes[upper - 1] == 0x29 {
      let inside = bytes[start..<upper]
      if inside.count(where: { $0 == 0x29 }) > inside.count(where: { $0 == 0x28 }) { upper -= 1 }
    }
    return upper > start + scheme.utf8.count ? upper : nil
  }

  /// `< > [ ] { } | " \` and the back tick.
  private static let stops: Set<UInt8> = [0x3C, 0x3E, 0x5B, 0x5D, 0x7B, 0x7D, 0x7C, 0x22, 0x60, 0x5C]
  /// What stands behind an address and not in it.
  private static let trailing: Set<UInt8> = [0x2E, 0x2C, 0x3A, 0x3B, 0x21, 0x3F, 0x27, 0x2A, 0x5F, 0x7E]
}
