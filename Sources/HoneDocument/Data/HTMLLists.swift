internal import HoneCore

/// The lists in a string of HTML.
struct HTMLLists {
  /// The bytes of the file in lists.
  private var ranges: [Range<Int>] = []

  init(_ layer: Layer) {
    let bytes = layer.bytes
    var depth = 0
    var start = 0
    for at in bytes.indices where bytes[at] == 0x3C {
      if HTMLLists.isList(at + 1, bytes) {
        if depth == 0 { start = at }
        depth += 1
      } else if depth > 0, at + 1 < bytes.count, bytes[at + 1] == 0x2F, HTMLLists.isList(at + 2, bytes) {
        depth -= 1
        if depth == 0 { ranges.append(layer.source(of: start..<at)) }
      }
    }
    if depth > 0 { ranges.append(layer.source(of: start..<bytes.count)) }
  }

  private static func isList(_ offset: Int, _ bytes: [UInt8]) -> Bool {
    guard offset + 2 < bytes.count, Bytes.lowered(bytes[offset + 1]) == 0x6C else { return false }
    let first = Bytes.lowered(bytes[offset])
    return (first == 0x75 || first == 0x6F) && !Bytes.isWord(bytes[offset + 2])
  }

  /// The bullets that stand in lists, if there are any; else all.
  func listed(_ bullets: [SourceBullet]) -> [SourceBullet] {
    var index = 0
    let listed = bullets.filter { bullet in
      let start = bullet.byteRange.lowerBound
      while index < ranges.count, ranges[index].upperBound <= start { index += 1 }
      return index < ranges.count && ranges[index].lowerBound <= start
    }
    return listed.isEmpty ? bullets : listed
  }
}
