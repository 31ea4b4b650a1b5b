internal import HoneCore

// Blocks of HTML: headings, list items and comments in them are seen, all else is left alone.
extension MarkdownBlocks {
  mutating func beginHTML(_ html: MarkdownHTML, _ rest: Range<Int>) {
    readHTML(rest)
    leaf = .html(html, start: rest.lowerBound)
    leafEnd = rest.upperBound
    if html.ends(bytes, rest) { endHTML() }
  }

  /// Ends an open block of HTML behind the last line that it took.
  mutating func endHTML() {
    guard case .html(let html, let start) = leaf else { return }
    leaf = .none
    let range = start..<max(start, leafEnd)
    if html == .until(["-->"]) {
      // A comment is kept, for it may switch hone off.
      let from = min(range.lowerBound + 4, range.upperBound)
      let upper = Bytes.find("-->", in: bytes, from..<range.upperBound)
      outline.comments.append(range.lowerBound..<(upper.map { $0 + 3 } ?? range.upperBound))
    } else if html == .untilBlank {
      readItems(range)
    }
  }

  /// Sees the list items in a block of HTML, and the comments.
  private mutating func readItems(_ range: Range<Int>) {
    var missing: [UInt8: Int] = [:]
    var item: Int?
    var at = range.lowerBound
    func isItemEnd(_ name: String) -> Bool {
      ["li", "ul", "ol", "p", "div", "table", "pre", "nav"].contains(name)
    }
    while let start = bytes[at..<range.upperBound].firstIndex(of: 0x3C) {
      at = start + 1
      if bytes[start..<range.upperBound].starts(with: "<!--".utf8) {
        guard let end = Bytes.find("-->", in: bytes, start..<range.upperBound) else { break }
        outline.comments.append(start..<(end + 3))
        at = end + 3
        continue
      }
      guard let tag = HTMLTagSyntax.tag(at: start, in: bytes, upTo: range.upperBound, missing: &missing)
      else {
        continue
      }
      at = tag.end
      if let lower = item, isItemEnd(tag.name) {
        addItem(lower..<start)
        item = nil
      }
      if tag.name == "li", tag.role == .open { item = tag.end }
    }
    if let lower = item { addItem(lower..<range.upperBound) }
  }

  private mutating func addItem(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    followsHeading = false
    if let parent = containers.last(where: { $0.kind == .item })?.item {
      outline.items[parent].hasChildren = true
    }
    _ = outline.add(.init(lines: [range], isQuiet: isQuiet, isHTML: true))
  }

  /// Sees the headings in a line of HTML.
  mutating func readHTML(_ line: Range<Int>) {
    guard let opening = bytes[line].firstIndex(of: 0x3C), line.upperBound - opening > 4 else { return }
    var missing: [UInt8: Int] = [:]
    var at = opening
    var unclosed: Set<String> = []
    while let start = bytes[at..<line.upperBound].firstIndex(of: 0x3C) {
      at = start + 1
      guard let tag = HTMLTagSyntax.tag(at: start, in: bytes, upTo: line.upperBound, missing: &missing),
        tag.role == .open
      else { continue }
      let level = ["h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6, "summary": 0][tag.name]
      guard let level, !unclosed.contains(tag.name) else { continue }
      guard let upper = Bytes.find("</\(tag.name)", in: bytes, tag.end..<line.upperBound) else {
        unclosed.insert(tag.name)
        continue
      }
      let text = InlineLines.trim(tag.end..<upper, in: bytes)
      if !text.isEmpty { add(heading: [text], level: level > 0 ? level : nil) }
      at = upper
    }
  }
}
