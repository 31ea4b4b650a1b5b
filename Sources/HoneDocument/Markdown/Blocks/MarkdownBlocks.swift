internal import HoneCore

/// Reads the block structure of a Markdown file, line by line, as CommonMark lays down.
///
/// Containers (quotes, items, definitions, footnotes) stand on a stack; a line first matches as many of them as it can,
/// then begins new ones, and what is left of it is text. Only the text of items and headings is kept.
struct MarkdownBlocks {
  struct Container {
    enum Kind { case quote, item, definition, footnote }

    let kind: Kind
    /// The columns that a line must be indented by to stand in it.
    let width: Int
    var hasContent = false
    /// The item of the outline that its text became.
    var item: Int?
  }

  /// What takes lines as they are.
  enum Leaf {
    case none
    case fence(sign: UInt8, length: Int)
    case html(MarkdownHTML, start: Int)
    case indented
    /// A comment of Liquid.
    case liquid(start: Int)
  }

  let bytes: [UInt8]
  let grammar: MarkdownGrammar
  var outline = BlockOutline()
  var containers: [Container] = []
  var leaf = Leaf.none
  /// The end of the last line that the open leaf took.
  var leafEnd = 0
  /// The lines of the open paragraph; empty where none is open.
  var paragraph: [Range<Int>] = []
  /// Whether the open paragraph is the text of the innermost item.
  var isItemText = false
  var divs = MarkdownDivs()
  /// Whether nothing stands between here and the last heading.
  var followsHeading = false
  /// The same of the open paragraph.
  var paragraphFollowsHeading = false
  /// Where the next comment ends that no paragraph holds as a whole.
  var nextCommentEnd = -1
  /// Deeper than this, markers are text: no résumé goes there, and time stays linear.
  private static let deepest = 100

  init(_ bytes: [UInt8], _ grammar: MarkdownGrammar) {
    self.bytes = bytes
    self.grammar = grammar
  }

  /// Reads all lines from an offset on.
  mutating func read(from start: Int) -> BlockOutline {
    var at = start
    while at < bytes.count {
      var end = at
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      take(at..<end)
      at = end + 1
      if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { at += 1 }
    }
    close(downTo: 0)
    return outline
  }

  // MARK: - A line

  private mutating func take(_ line: Range<Int>) {
    if case .liquid(let start) = leaf {
      if Bytes.find("endcomment", in: bytes, line) != nil {
        outline.comments.append(start..<line.upperBound)
        leaf = .none
      }
      return
    }
    var cursor = MarkdownCursor(bytes, line)
    let matched = match(&cursor)
    if matched == containers.count, goesOnWithLeaf(cursor) { return }
    if matched < containers.count { closeLeaf() }
    begin(cursor, matched, line)
  }

  /// Matches open containers; returns how many.
  private mutating func match(_ cursor: inout MarkdownCursor) -> Int {
    for index in containers.indices {
      let (columns, next) = cursor.space
      let isBlank = next == cursor.end
      let container = containers[index]
      switch container.kind {
      case .quote:
        guard columns < 4, next < cursor.end, bytes[next] == 0x3E else { return index }
        cursor.skipSpace()
        cursor.advance(bytes: 1)
        if cursor.byte == 0x20 || cursor.byte == 0x09 { cursor.advance(columns: 1) }
      case .item, .definition, .footnote:
        if isBlank {
          // An item may begin with one blank line, not with two.
          if !container.hasContent { return index }
          cursor.skipSpace()
        } else if columns >= container.width {
          cursor.advance(columns: container.width)
        } else {
          return index
        }
      }
    }
    return containers.count
  }

  /// Whether the open leaf takes the line.
  private mutating func goesOnWithLeaf(_ cursor: MarkdownCursor) -> Bool {
    let (columns, next) = cursor.space
    switch leaf {
    case .none, .liquid: return false
    case .fence(let sign, let length):
      if columns < 4, MarkdownStarts.closes((sign, length), bytes, next..<cursor.end) { leaf = .none }
      return true
    case .html(let html, _):
      if html == .untilBlank, next == cursor.end {
        endHTML()
        return false
      }
      readHTML(next..<cursor.end)
      leafEnd = cursor.end
      if html.ends(bytes, cursor.at..<cursor.end) { endHTML() }
      return true
    case .indented:
      if next == cursor.end || columns >= 4 { return true }
      leaf = .none
      return false
    }
  }

  /// Begins what the rest of a line begins.
  private mutating func begin(_ start: MarkdownCursor, _ matched: Int, _ line: Range<Int>) {
    var cursor = start
    var matched = matched
    var isInParagraph = !paragraph.isEmpty && matched == containers.count
    while true {
      let (columns, next) = cursor.space
      let rest = next..<cursor.end
      if rest.isEmpty { return blank(matched) }
      if columns >= 4 {
        if paragraph.isEmpty {
          close(downTo: matched)
          markContent()
          leaf = .indented
          return
        }
        break
      }
      if containers.count >= MarkdownBlocks.deepest { break }
      if bytes[next] == 0x3E {
        open(Container(kind: .quote, width: 0), &matched)
        cursor.skipSpace()
        cursor.advance(bytes: 1)
        if cursor.byte == 0x20 || cursor.byte == 0x09 { cursor.advance(columns: 1) }
      } else if beginLeaf(rest, matched, isInParagraph) {
        return
      } else if let container = container(&cursor, rest, isInParagraph) {
        open(container, &matched)
        if container.kind == .item { noteChild() }
      } else {
        break
      }
      isInParagraph = false
    }
    text(InlineLines.trim(cursor.at..<cursor.end, in: bytes), matched)
  }

  private mutating func blank(_ matched: Int) {
    closeParagraph()
    // A quote or an item that the blank line does not belong to ends with the next line that tells.
    if matched < containers.count, containers[matched].kind == .quote || !containers[matched].hasContent {
      close(downTo: matched)
    }
  }

  /// Text: it goes on with an open paragraph, be it lazily, or begins one.
  private mutating func text(_ range: Range<Int>, _ matched: Int) {
    if !paragraph.isEmpty {
      paragraph.append(range)
      return
    }
    close(downTo: matched)
    isItemText = containers.last?.kind == .item && containers.last?.hasContent == false
    markContent()
    paragraphFollowsHeading = followsHeading
    followsHeading = false
    paragraph = [range]
  }

  // MARK: - Containers

  private mutating func open(_ container: Container, _ matched: inout Int) {
    close(downTo: matched)
    markContent()
    containers.append(container)
    matched = containers.count
  }

  /// The container that a marker begins; the cursor goes behind it.
  private func container(_ cursor: inout MarkdownCursor, _ rest: Range<Int>, _ isInParagraph: Bool)
    -> Container?
  {
    let indent = cursor.space.columns
    if let upper = MarkdownStarts.footnote(bytes, rest) {
      cursor.skipSpace()
      cursor.advance(bytes: upper - rest.lowerBound)
      return Container(kind: .footnote, width: 4)
    }
    var kind = Container.Kind.item
    var length = 1
    if bytes[rest.lowerBound] == 0x3A {
      guard rest.count > 1, bytes[rest.lowerBound + 1] == 0x20 || bytes[rest.lowerBound + 1] == 0x09 else {
        return nil
      }
      kind = .definition
    } else {
      guard let marker = MarkdownStarts.marker(bytes, rest) else { return nil }
      length = marker.length
      let isEmpty = InlineLines.trim((rest.lowerBound + length)..<rest.upperBound, in: bytes).isEmpty
      if isInParagraph, isEmpty || (marker.number ?? 1) != 1 { return nil }
    }
    cursor.skipSpace()
    cursor.advance(bytes: length)
    let (columns, next) = cursor.space
    if next == cursor.end || columns > 4 {
      cursor.advance(columns: 1)
      return Container(kind: kind, width: indent + length + 1)
    }
    cursor.advance(columns: columns)
    return Container(kind: kind, width: indent + length + columns)
  }

  /// Tells the item around the innermost one that it has a child.
  private mutating func noteChild() {
    for container in containers.dropLast().reversed() where container.kind == .item {
      if let item = container.item { outline.items[item].hasChildren = true }
      return
    }
  }

  mutating func markContent() {
    if !containers.isEmpty { containers[containers.count - 1].hasContent = true }
  }

  /// Closes what is open above a number of containers.
  mutating func close(downTo count: Int) {
    closeParagraph()
    closeLeaf()
    guard count < containers.count else { return }
    containers.removeSubrange(count...)
    divs.close(above: count)
  }

  private mutating func closeLeaf() {
    endHTML()
    leaf = .none
  }
}
