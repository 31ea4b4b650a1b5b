internal import HoneCore

/// Reads the structure of an Org file: headlines, blocks, drawers, lists.
struct OrgBlocks {
  private struct Item {
    let indent: Int
    /// Whether nothing of it was seen yet.
    var isEmpty = true
    /// The item of the outline that its text became.
    var index: Int?
  }

  private let bytes: [UInt8]
  private var grammar: OrgGrammar
  private let lines: [OrgLine]
  private let ends: OrgEnds
  private var outline = BlockOutline()
  private var items: [Item] = []
  private var paragraph: [Range<Int>] = []
  private var isItemText = false
  private var blanks = 0
  /// The level of the headline whose tree is hidden.
  private var hiddenLevel: Int?
  private var isFootnote = false

  init(_ bytes: [UInt8], _ grammar: OrgGrammar) {
    self.bytes = bytes
    self.grammar = grammar
    lines = OrgBlocks.lines(bytes)
    ends = OrgEnds(lines, bytes)
  }

  private static func lines(_ bytes: [UInt8]) -> [OrgLine] {
    var lines: [OrgLine] = []
    var at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while at < bytes.count {
      var end = at
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      lines.append(OrgLine(bytes, at..<end))
      at = end + 1
      if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { at += 1 }
    }
    return lines
  }

  /// The outline of the file.
  mutating func read() -> BlockOutline {
    var index = 0
    while index < lines.count { index = take(index) }
    closeParagraph()
    return outline
  }

  /// Takes a line, and returns the number of the next one.
  private mutating func take(_ index: Int) -> Int {
    let line = lines[index]
    if line.text.isEmpty {
      blank()
      return index + 1
    }
    if let stars = line.stars(bytes) {
      headline(line, stars)
      return index + 1
    }
    defer { blanks = 0 }
    if let end = skipped(line, index) {
      closeParagraph()
      fillItem()
      return end + 1
    }
    if line.isComment(bytes) {
      closeParagraph()
      outline.comments.append(line.text)
    } else if line.keyword(bytes) != nil {
      closeParagraph()
      keyword(line)
    } else if line.isNoText(bytes) || line.drawer(bytes) != nil {
      closeParagraph()
      leave(line.indent)
      fillItem()
    } else if let behind = line.item(bytes), !isWrappedNumber(line, behind) {
      item(line, behind)
    } else {
      text(line)
    }
    return index + 1
  }

  private mutating func blank() {
    closeParagraph()
    blanks += 1
    if blanks == 2 {
      items = []
      isFootnote = false
    }
  }

  // MARK: - What is skipped

  /// The last line of a block or drawer that begins here and holds no text.
  private mutating func skipped(_ line: OrgLine, _ index: Int) -> Int? {
    if let drawer = line.drawer(bytes), drawer != "end", let end = ends.drawer(index) { return end }
    if let name = line.environment(bytes, "begin") { return ends.environment(name, index) }
    guard let keyword = line.keyword(bytes), keyword.hasPrefix("begin_") else { return nil }
    let name = String(keyword.dropFirst(6))
    guard grammar.opaqueBlocks.contains(name), let end = ends.block(name, index) else { return nil }
    if name == "comment" { outline.comments.append(line.text.lowerBound..<lines[end].text.upperBound) }
    return end
  }

  /// What a `#+KEYWORD:` says of keywords and tags.
  private mutating func keyword(_ line: OrgLine) {
    guard let name = line.keyword(bytes), ["todo", "seq_todo", "typ_todo", "exclude_tags"].contains(name)
    else {
      return
    }
    let words = bytes.text(line.text).split { $0 == " " || $0 == "\t" }.dropFirst()
      .map { String($0.prefix { $0 != "(" }) }
    if name == "exclude_tags" {
      grammar.hide(words)
    } else {
      grammar.add(keywords: words)
    }
  }

  // MARK: - Headlines

  private mutating func headline(_ line: OrgLine, _ stars: Int) {
    closeParagraph()
    items = []
    blanks = 0
    isFootnote = false
    if let level = hiddenLevel, stars <= level { hiddenLevel = nil }
    let head = OrgHeadline((line.text.lowerBound + stars)..<line.text.upperBound, bytes, grammar)
    if hiddenLevel == nil, head.isHidden { hiddenLevel = stars }
    guard hiddenLevel == nil else { return }
    outline.entries.append(.heading(.init(level: stars, lines: head.title.isEmpty ? [] : [head.title])))
  }

  // MARK: - Lists and text

  /// Leaves the items that a line indented so far does not belong to.
  private mutating func leave(_ indent: Int) {
    while let last = items.last, last.indent >= indent { items.removeLast() }
  }

  /// Whether a number with a dot is the end of a sentence whose lines were broken before it: a year.
  private func isWrappedNumber(_ line: OrgLine, _ behind: Int) -> Bool {
    guard !paragraph.isEmpty, isItemText, let last = items.last, last.indent < line.indent else {
      return false
    }
    let digits = bytes[line.text].prefix(while: Bytes.isDigit).count
    return digits >= 4 || (digits > 0 && behind == line.text.upperBound)
  }

  private mutating func item(_ line: OrgLine, _ behind: Int) {
    closeParagraph()
    leave(line.indent)
    fillItem()
    if let parent = items.last?.index { outline.items[parent].hasChildren = true }
    items.append(Item(indent: line.indent))
    let text = OrgItemText.text(
      behind..<line.text.upperBound, bytes, isOrdered: Bytes.isDigit(bytes[line.text.lowerBound]))
    guard !text.isEmpty else { return }
    paragraph = [text]
    isItemText = true
    fillItem()
  }

  private mutating func text(_ line: OrgLine) {
    if let last = items.last, last.indent >= line.indent {
      closeParagraph()
      leave(line.indent)
    }
    if line.indent == 0, bytes[line.text].starts(with: "[fn:".utf8) {
      closeParagraph()
      isFootnote = true
    }
    if paragraph.isEmpty {
      // Behind a marker that stands alone the text comes below.
      isItemText = items.last?.isEmpty == true
      fillItem()
    }
    paragraph.append(line.text)
  }

  /// The innermost item holds something now.
  private mutating func fillItem() {
    if !items.isEmpty { items[items.count - 1].isEmpty = false }
  }

  private mutating func closeParagraph() {
    guard let first = paragraph.first else { return }
    let lines = paragraph
    paragraph = []
    guard hiddenLevel == nil else { return }
    if isItemText {
      let index = outline.add(.init(lines: lines, isQuiet: isFootnote))
      if !items.isEmpty { items[items.count - 1].index = index }
    } else if OrgMarkup.isBold(first, bytes) {
      outline.entries.append(.heading(.init(level: nil, lines: [first])))
    } else {
      for bullet in SignedLines(lines, bytes, isItem: false).bullets {
        _ = outline.add(.init(lines: bullet, isQuiet: isFootnote))
      }
    }
  }
}
