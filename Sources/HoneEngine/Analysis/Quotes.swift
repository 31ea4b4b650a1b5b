/// Finds what stands between quotation marks.
enum Quotes {
  private static let pairs: [(open: [UInt8], close: [UInt8])] = [
    (Array("“".utf8), Array("”".utf8)), (Array("„".utf8), Array("“".utf8)),
    (Array("«".utf8), Array("»".utf8)),
    (Array("‘".utf8), Array("’".utf8)), ([0x22], [0x22]), ([0x60], [0x60]),
  ]

  /// The ranges between opening and closing marks, the marks left out.
  static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
    guard bytes.contains(where: { $0 == 0x22 || $0 == 0x60 || $0 >= 0xC2 }) else { return [] }
    var ranges: [Range<Int>] = []
    var at = 0
    while at < bytes.count {
      guard let pair = pairs.first(where: { stands($0.open, at: at, in: bytes) }) else {
        at += 1
        continue
      }
      let start = at + pair.open.count
      guard let end = (start..<bytes.count).first(where: { stands(pair.close, at: $0, in: bytes) }) else {
        at = start
        continue
      }
      ranges.append(start..<end)
      at = end + pair.close.count
    }
    return ranges
  }

  private static func stands(_ mark: [UInt8], at offset: Int, in bytes: [UInt8]) -> Bool {
    offset + mark.count <= bytes.count && bytes[offset..<(offset + mark.count)].elementsEqual(mark)
  }
}
