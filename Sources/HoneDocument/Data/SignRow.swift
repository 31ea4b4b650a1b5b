/// Several bullets in one line, each behind a sign: `• one • two`.
struct SignRow {
  private static let signs: Set<[UInt8]> = Set(
    ["•", "●", "▪", "■", "◦", "‣", "∙", "⦁", "➢", "➤", "▸", "►"].map { Array($0.utf8) })
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The bullets between the signs; nothing where the signs stand between keywords.
  func parts(of block: TextBlock) -> [TextBlock] {
    var parts: [TextBlock] = []
    var rest = block
    var at = block.range.lowerBound
    while at + 3 <= block.range.upperBound {
      guard bytes[at] == 0xE2, SignRow.signs.contains(Array(bytes[at..<(at + 3)])),
        at == block.range.lowerBound || bytes[at - 1] <= 0x20
      else {
        at += 1
        continue
      }
      let before = TextBlock(range: rest.range.lowerBound..<at, isMarked: rest.isMarked)
      if words(before.range) > 0 { parts.append(before) }
      at += 3
      rest = TextBlock(range: at..<block.range.upperBound, isMarked: true)
    }
    if parts.isEmpty { return [rest] }
    parts.append(rest)
    let counts = parts.map { words($0.range) }
    let isRow = counts.reduce(0, +) < 4 * counts.count
    return isRow ? [] : parts
  }

  private func words(_ range: Range<Int>) -> Int {
    var count = 0
    var wasSpace = true
    for byte in bytes[range] {
      if byte > 0x20, wasSpace { count += 1 }
      wasSpace = byte <= 0x20
    }
    return count
  }
}
