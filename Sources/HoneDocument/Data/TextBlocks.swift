internal import HoneCore

/// Cuts the text of a string into items of lists and paragraphs, as Markdown would; headings, rules, tables and code are left out.
struct TextBlocks {
  private let bytes: [UInt8]
  private let linesAreMeant: Bool
  private(set) var blocks: [TextBlock] = []
  private var current: TextBlock?
  private var indent = 0
  private var isFenced = false

  /// - Parameter linesAreMeant: whether a line end ends a paragraph, unless the next line goes on in lower case.
  init(_ bytes: [UInt8], linesAreMeant: Bool) {
    self.bytes = bytes
    self.linesAreMeant = linesAreMeant
    var at = 0
    while at < bytes.count {
      var end = at
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      take(at..<end)
      at = end + 1
      if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { at += 1 }
    }
    flush()
  }

  private mutating func flush() {
    if let current { blocks.append(current) }
    current = nil
  }

  private mutating func take(_ line: Range<Int>) {
    var lower = line.lowerBound
    var upper = line.upperBound
    while lower < upper, bytes[lower] == 0x20 || bytes[lower] == 0x09 { lower += 1 }
    while upper > lower, bytes[upper - 1] == 0x20 || bytes[upper - 1] == 0x09 { upper -= 1 }
    if isFence(lower..<upper) {
      isFenced.toggle()
      return flush()
    }
    if isFenced { return }
    if lower == upper || isNoText(lower..<upper) { return flush() }
    let depth = lower - line.lowerBound
    // “> 90 %” is no quotation.
    let isMore =
      bytes[lower] == 0x3E
      && bytes[lower..<upper].dropFirst().first { $0 != 0x20 }.map(Bytes.isDigit) ?? false
    let marker = isMore ? 0 : min(Marker.length(at: lower, in: bytes), upper - lower)
    if marker > 0 {
      flush()
      var start = lower + marker
      while start < upper, case let space = Bytes.spaceLength(at: start, in: bytes), space > 0 {
        start += space
      }
      indent = depth
      if start < upper { current = TextBlock(range: start..<upper, isMarked: true) }
    } else if let block = current, goesOn(block, at: lower, depth) {
      current?.range = block.range.lowerBound..<upper
    } else {
      flush()
      indent = depth
      current = TextBlock(range: lower..<upper, isMarked: false)
    }
  }

  private func goesOn(_ block: TextBlock, at start: Int, _ depth: Int) -> Bool {
    if !linesAreMeant || (block.isMarked && depth > indent) { return true }
    return Bytes.isLower(bytes[start])
  }

  private func isFence(_ line: Range<Int>) -> Bool {
    line.count >= 3 && (bytes[line.lowerBound] == 0x60 || bytes[line.lowerBound] == 0x7E)
      && bytes[line].prefix(3).allSatisfy { $0 == bytes[line.lowerBound] }
  }

  /// A heading, a rule, a row of a table.
  private func isNoText(_ line: Range<Int>) -> Bool {
    let first = bytes[line.lowerBound]
    switch first {
    case 0x23, 0x3D:
      let signs = bytes[line].prefix { $0 == first }.count
      return signs == line.count || (signs <= 6 && bytes[line.lowerBound + signs] == 0x20)
    case 0x7C: return true
    case 0x2D, 0x2A, 0x5F: return line.count >= 3 && bytes[line].allSatisfy { $0 == first || $0 == 0x20 }
    default: return false
    }
  }
}

/// Lists that a YAML scalar folds into one line: `Parent`, and below it `- child`, which YAML makes “Parent - child”.
struct FoldedList {
  private let layer: Layer

  init(_ layer: Layer) {
    self.layer = layer
  }

  /// The parent and its children, or the block itself.
  func parts(of block: TextBlock) -> [TextBlock] {
    guard layer.stretches != nil else { return [block] }
    var parts: [TextBlock] = []
    var rest = block
    for piece in layer.pieces(of: block.range) where isFold(piece) {
      let sign = piece.decoded.upperBound
      guard sign < block.range.upperBound, sign > rest.range.lowerBound else { continue }
      let length = Marker.length(at: sign, in: layer.bytes)
      guard length > 0, sign + length < block.range.upperBound else { continue }
      parts.append(
        TextBlock(range: rest.range.lowerBound..<piece.decoded.lowerBound, isMarked: rest.isMarked))
      rest = TextBlock(range: (sign + length)..<block.range.upperBound, isMarked: true)
    }
    return parts + [rest]
  }

  private func isFold(_ piece: Layer.Stretch) -> Bool {
    !piece.isVerbatim && piece.decoded.count == 1 && layer.bytes[piece.decoded.lowerBound] == 0x20
      && layer.file[piece.source].contains { $0 == 0x0A || $0 == 0x0D }
  }
}

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
