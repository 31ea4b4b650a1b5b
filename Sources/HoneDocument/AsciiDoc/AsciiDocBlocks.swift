internal import HoneCore

/// Reads the structure of an AsciiDoc file: titles, blocks, lists.
struct AsciiDocBlocks {
  private struct Item {
    let marker: String
    /// The item of the outline that its text became; a term of a description list has none.
    var index: Int?
  }

  private enum Text { case none, item, attached, paragraph, literal }

  /// What attributes show.
  private(set) var attributes: [String: String]
  private let bytes: [UInt8]
  private let opaqueStyles: Set<String>
  private let lines: [AsciiDocLine]
  private var outline = BlockOutline()
  private var items: [Item] = []
  private var paragraph: [Range<Int>] = []
  private var kind = Text.none
  /// Whether what comes next is shown as it stands, by the style above it.
  private var isOpaque = false
  private var isAfterBlank = true

  init(_ bytes: [UInt8], _ grammar: AsciiDocGrammar) {
    self.bytes = bytes
    attributes = grammar.attributes
    opaqueStyles = grammar.opaqueStyles
    var lines: [AsciiDocLine] = []
    var at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while at < bytes.count {
      var end = at
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      lines.append(AsciiDocLine(bytes, at..<end))
      at = end + 1
      if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { at += 1 }
    }
    self.lines = lines
  }

  /// The outline of the file.
  mutating func read() -> BlockOutline {
    var index = 0
    while index < lines.count { index = take(index) }
    close()
    return outline
  }

  /// Takes a line, and returns the number of the next one.
  private mutating func take(_ index: Int) -> Int {
    let line = lines[index]
    if line.text.isEmpty {
      // A style waits for its block over blank lines.
      if kind != .none { isOpaque = false }
      close()
      isAfterBlank = true
      return index + 1
    }
    defer { isAfterBlank = false }
    if line.isComment(bytes) {
      outline.comments.append(line.range)
      if !paragraph.isEmpty { paragraph.append(line.range) }
    } else if takeUnderline(line) {
      // The line above was a title.
    } else if let delimiter = line.delimiter(bytes) {
      return block(delimiter, index)
    } else if line.isDirective(bytes) {
      close()
    } else if kind != .literal || isAfterBlank || line.style(bytes) != nil, takeMarked(line) {
      // It is no text.
    } else {
      text(line)
    }
    return index + 1
  }

  // MARK: - Blocks

  private mutating func block(_ delimiter: AsciiDocLine.Delimiter, _ index: Int) -> Int {
    close()
    defer { isOpaque = false }
    switch delimiter {
    case .frame where !isOpaque:
      items = []
      return index + 1
    case .frame: return end(of: index) + 1
    case .opaque(let isComment):
      let last = end(of: index)
      if isComment { outline.comments.append(lines[index].range.lowerBound..<lines[last].range.upperBound) }
      return last + 1
    }
  }

  /// The line that closes the block which a line opens, or the last one.
  private func end(of index: Int) -> Int {
    let opening = bytes[lines[index].range]
    let isFence = opening.starts(with: "```".utf8)
    var at = index + 1
    while at < lines.count {
      let line = bytes[lines[at].range]
      if isFence ? line.elementsEqual("```".utf8) : line.elementsEqual(opening) { return at }
      at += 1
    }
    return lines.count - 1
  }

  private mutating func takeUnderline(_ line: AsciiDocLine) -> Bool {
    guard kind == .paragraph, paragraph.count == 1, let level = line.underline(bytes, of: paragraph[0]) else {
      return false
    }
    let title = paragraph[0]
    paragraph = []
    kind = .none
    heading(title, level)
    return true
  }

  private mutating func heading(_ title: Range<Int>, _ level: Int?) {
    close()
    if level != nil { items = [] }
    outline.entries.append(.heading(.init(level: level, lines: title.isEmpty ? [] : [title])))
  }

  /// Titles, attributes, styles, items: lines that tell what they are.
  private mutating func takeMarked(_ line: AsciiDocLine) -> Bool {
    if isOpaque, kind != .none { return false }
    if kind != .paragraph, let title = line.title(bytes) {
      heading(title.text, title.level)
    } else if let style = line.style(bytes) {
      close()
      if opaqueStyles.contains(style) { isOpaque = true }
    } else if isOpaque {
      return false
    } else if kind != .paragraph, let (name, value) = line.attribute(bytes) {
      close()
      attributes[name] = value
    } else if kind != .paragraph, line.isBlockTitle(bytes) {
      heading((line.range.lowerBound + 1)..<line.range.upperBound, nil)
    } else if bytes[line.range].elementsEqual([0x2B]) {
      // What follows is attached to the item, and no text of it.
      close()
      kind = .attached
    } else if kind != .paragraph, let found = line.item(bytes) {
      item(found.marker, found.text..<line.text.upperBound)
    } else if kind != .paragraph, let marker = line.term(bytes) {
      enter(marker)
      kind = .attached
    } else {
      return false
    }
    return true
  }

  // MARK: - Lists and text

  private mutating func item(_ marker: String, _ text: Range<Int>) {
    enter(marker)
    let own = MarkdownBlocks.withoutTask([text], bytes, signs: [0x20, 0x78, 0x2A])
    kind = own.isEmpty ? .none : .item
    paragraph = own
  }

  /// Comes to an item: of a list that is open, or of one inside the innermost item.
  private mutating func enter(_ marker: String) {
    close()
    if let index = items.lastIndex(where: { $0.marker == marker }) {
      items.removeSubrange(index...)
    } else if let parent = items.last?.index {
      outline.items[parent].hasChildren = true
    }
    items.append(Item(marker: marker))
  }

  private mutating func text(_ line: AsciiDocLine) {
    if kind == .none {
      kind = isOpaque || line.isIndented ? .literal : .paragraph
      // Text that nothing attaches ends a list.
      if isAfterBlank, !line.isIndented { items = [] }
    }
    paragraph.append(line.text)
  }

  private mutating func close() {
    let kind = self.kind
    let lines = paragraph
    paragraph = []
    self.kind = .none
    guard let first = lines.first else { return }
    if kind == .item {
      var lines = lines
      while let last = lines.last, AsciiDocMarkup.isComment(last, bytes) { lines.removeLast() }
      let index = outline.add(.init(lines: lines, isQuiet: false))
      if !items.isEmpty { items[items.count - 1].index = index }
    } else if kind == .paragraph {
      if AsciiDocMarkup.isBold(first, bytes) {
        outline.entries.append(.heading(.init(level: nil, lines: [first])))
      }
      for bullet in SignedLines(lines, bytes, isItem: false).bullets {
        _ = outline.add(.init(lines: bullet, isQuiet: false))
      }
    }
  }
}
