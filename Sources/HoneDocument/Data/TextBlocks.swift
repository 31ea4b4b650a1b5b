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

/// A part of a string: an item of a list in it, or a paragraph.
struct TextBlock {
  var range: Range<Int>
  /// Whether a marker stood before it.
  var isMarked: Bool
}
