internal import HoneCore

/// Pandoc's `:::` blocks.
struct MarkdownDivs {
  private struct Div {
    let isQuiet: Bool
    let depth: Int
    /// How many headings with a level of their own stood before it.
    let headings: Int
  }

  private var open: [Div] = []

  /// Where the classes stand in a line that opens or closes a block.
  static func fence(_ bytes: [UInt8], _ line: Range<Int>) -> Int? {
    let colons = bytes[line].prefix { $0 == 0x3A }.count
    return colons >= 3 ? line.lowerBound + colons : nil
  }

  mutating func take(_ classes: String, _ grammar: MarkdownGrammar, depth: Int, headings: Int) {
    let words = classes.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() }
    if words.isEmpty {
      _ = open.popLast()
    } else {
      open.append(Div(isQuiet: grammar.isQuiet(words), depth: depth, headings: headings))
    }
  }

  mutating func close(above depth: Int) {
    while let last = open.last, last.depth > depth { open.removeLast() }
  }

  /// Whether items are no bullets here; a heading inside a block says it anew.
  func isQuiet(_ outline: BlockOutline) -> Bool {
    open.contains { $0.isQuiet && $0.headings == outline.levelled }
  }
}
