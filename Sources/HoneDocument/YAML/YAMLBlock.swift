/// A literal or folded scalar: a header, and lines below it that are indented.
struct YAMLBlock {
  private let bytes: [UInt8]
  private let isFolded: Bool
  /// The header, without the white space behind it.
  let header: Range<Int>
  private var lines: [Line] = []

  private struct Line {
    /// From the first byte behind the indentation to the line end.
    let content: Range<Int>
    let isMoreIndented: Bool
    var isBlank: Bool { content.isEmpty }
  }

  init(_ bytes: [UInt8], _ scalar: DataScalar) {
    self.init(bytes, scalar.range.lowerBound, scalar.value ?? "", isFolded: scalar.style == .folded)
  }

  init(_ bytes: [UInt8], _ start: Int, _ value: String, isFolded: Bool) {
    self.bytes = bytes
    self.isFolded = isFolded
    let end = YAMLBreaks.lineEnd(from: start, in: bytes)
    header = start..<end
    // One that says nothing has no lines, whatever stands below it.
    guard value.utf8.contains(where: { $0 != 0x0A }) else { return }
    readLines(from: end + YAMLBreaks.length(at: end, in: bytes), value)
  }

  /// Where its last line ends.
  var end: Int { lines.last?.content.upperBound ?? header.upperBound }

  private mutating func readLines(from start: Int, _ value: String) {
    var at = start
    var indent: Int?
    while at < bytes.count {
      let end = YAMLBreaks.lineEnd(from: at, in: bytes)
      var lower = at
      while lower < end, bytes[lower] == 0x20 { lower += 1 }
      if lower == end, indent.map({ lower - at <= $0 }) ?? true {
        lines.append(Line(content: end..<end, isMoreIndented: false))
      } else {
        let depth = indent ?? firstIndent(lower - at, value)
        if lower - at < depth || (depth == 0 && endsDocument(at)) { break }
        indent = depth
        let content = (at + depth)..<end
        lines.append(Line(content: content, isMoreIndented: YAMLBreaks.isBlank(bytes[content.lowerBound])))
      }
      at = end + YAMLBreaks.length(at: end, in: bytes)
      if at == end { break }
    }
    while let last = lines.last, last.isBlank { lines.removeLast() }
  }

  /// Whether a line that is not indented ends the document, and with it a block that is not indented either.
  private func endsDocument(_ start: Int) -> Bool {
    bytes[start...].starts(with: [0x2D, 0x2D, 0x2D]) || bytes[start...].starts(with: [0x2E, 0x2E, 0x2E])
  }

  /// The indentation of the block: that of its first line, less what its text begins with.
  private func firstIndent(_ spaces: Int, _ value: String) -> Int {
    let leading = value.utf8.drop { $0 == 0x0A }.prefix { $0 == 0x20 }.count
    return max(0, spaces - leading)
  }

  func decode(into builder: inout LayerBuilder) -> Bool {
    var last: Line?
    var breaks = 0
    for line in lines {
      if line.isBlank {
        breaks += 1
        continue
      }
      // From the end of the text before, over line ends and indentation, to this text.
      let gap = (last?.content.upperBound ?? header.upperBound)..<line.content.lowerBound
      if let last {
        let isKept = !isFolded || last.isMoreIndented || line.isMoreIndented
        builder.atom(
          isKept ? [UInt8](repeating: 0x0A, count: breaks + 1) : YAMLBreaks.text(ofFold: breaks + 1), gap)
      } else if breaks > 0 {
        builder.atom([UInt8](repeating: 0x0A, count: breaks), gap)
      }
      builder.verbatim(line.content)
      breaks = 0
      last = line
    }
    return last != nil
  }
}
