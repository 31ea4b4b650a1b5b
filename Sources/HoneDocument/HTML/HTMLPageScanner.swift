internal import HoneCore

/// Cuts HTML into blocks, closing what people leave open as browsers do.
struct HTMLPageScanner {
  private struct Element {
    let name: String
    let style: String
    /// The number of the list item that is open here, and where it stands among the open elements.
    var item: Int?
    var itemPlace: Int?
    var headingLevel: Int?
    var isSkipped = false
    var hint: String?
  }

  private let bytes: [UInt8]
  private let hints: HTMLHints
  private var page: HTMLPage
  private var open: [Element] = []
  private var counts: [String: Int] = [:]
  /// The first token of the block that is going on.
  private var start: Int?

  init(_ bytes: [UInt8], _ range: Range<Int>, _ hints: HTMLHints) {
    self.bytes = bytes
    self.hints = hints
    page = HTMLPage(elements: HTMLElements(MarkupTokenizer.tokens(bytes, range), in: bytes))
  }

  /// The page, in one pass.
  static func page(_ bytes: [UInt8], _ range: Range<Int>, _ hints: HTMLHints) -> HTMLPage {
    var scanner = HTMLPageScanner(bytes, range, hints)
    var index = 0
    while index < scanner.page.elements.tokens.count { index = scanner.take(index) + 1 }
    scanner.endBlock(before: scanner.page.elements.tokens.count)
    return scanner.page
  }

  /// Takes a token, or an element with all that is in it; gives the number of the last token that was taken.
  private mutating func take(_ index: Int) -> Int {
    let token = page.elements.tokens[index]
    switch token.kind {
    case .text, .comment, .other, .raw:
      if start == nil { start = index }
      return index
    case .start, .empty:
      let name = page.elements.name(of: index)
      guard HTMLNames.block.contains(name) else {
        if start == nil { start = index }
        // What is hidden may hold tags of blocks, which must not end this one.
        if HTMLNames.hidden.contains(name), let partner = page.elements.partners[index] { return partner }
        return index
      }
      endBlock(before: index)
      begin(name, index)
      return index
    case .end:
      let name = page.elements.name(of: index)
      guard HTMLNames.block.contains(name) else {
        if start == nil { start = index }
        return index
      }
      endBlock(before: index)
      if counts[name, default: 0] > 0 { close(name) }
      return index
    }
  }

  // MARK: - Elements

  private mutating func begin(_ name: String, _ index: Int) {
    closeImplied(by: name)
    if name == "hr" { return }
    let attributes = HTMLAttributes(page.elements.tokens[index], in: bytes)
    var element = Element(name: name, style: attributes.value(of: "class") ?? "")
    if let outer = open.last {
      element.item = outer.item
      element.itemPlace = outer.itemPlace
      element.headingLevel = outer.headingLevel
      element.isSkipped = outer.isSkipped
    }
    if hints.skips(name, attributes) { element.isSkipped = true }
    if HTMLHints.isList(name) {
      // What stands in a list stands in its own items; and a list in the head of a page is a menu or an address.
      if let item = element.item { page.items[item].hasList = true }
      element.item = nil
      if counts["header", default: 0] > 0 { element.isSkipped = true }
    }
    if let level = HTMLNames.headingLevel(name) ?? attributes.headingLevel {
      element.headingLevel = level
      if let item = element.item { page.items[item].hasHeading = true }
    }
    let isDrawn = name == "p" && attributes.value(of: "style")?.contains("mso-list") == true
    if isDrawn || hints.isItem(name, attributes) {
      page.items.append(HTMLItem(isDrawn: isDrawn))
      element.item = page.items.count - 1
      element.itemPlace = open.count
    }
    element.hint = hints.section(attributes)
    if let hint = element.hint { page.events.append(.enter(hint)) }
    open.append(element)
    counts[name, default: 0] += 1
  }

  /// Closes what an opening tag closes: HTML lets people leave `</li>`, `</p>`, `</td>` and their like out.
  private mutating func closeImplied(by name: String) {
    if open.last?.name == "p" { pop() }
    switch name {
    case "li":
      guard let place = open.last?.itemPlace, open[place].name == "li", open.last?.item != nil else { return }
      while open.count > place { pop() }
    case "dt", "dd":
      if open.last?.name == "dt" || open.last?.name == "dd" { pop() }
    case "td", "th":
      if open.last?.name == "td" || open.last?.name == "th" { pop() }
    case "tr":
      if open.last?.name == "td" || open.last?.name == "th" { pop() }
      if open.last?.name == "tr" { pop() }
    case "body":
      if open.last?.name == "head" { pop() }
    default: break
    }
  }

  private mutating func close(_ name: String) {
    while let last = open.last {
      pop()
      if last.name == name { return }
    }
  }

  private mutating func pop() {
    guard let last = open.popLast() else { return }
    counts[last.name, default: 0] -= 1
    if last.hint != nil { page.events.append(.leave) }
  }

  // MARK: - Blocks

  private mutating func endBlock(before index: Int) {
    guard let first = start else { return }
    start = nil
    // Scripts and their like are no text; what remains must show words, or a picture of a dot.
    guard page.elements.hasText(first..<index) || showsDot(first..<index) else { return }
    let element = open.last
    if let item = element?.item { page.items[item].blocks += 1 }
    page.events.append(.block(page.blocks.count))
    page.blocks.append(
      HTMLBlock(
        range: range(first..<index), tokens: first..<index, container: element?.name ?? "",
        style: element?.style ?? "", depth: open.count, headingLevel: element?.headingLevel,
        item: element?.item,
        isSkipped: element?.isSkipped ?? false))
  }

  private func showsDot(_ tokens: Range<Int>) -> Bool {
    tokens.contains { hints.isDot($0, of: page.elements, in: bytes) }
  }

  private func range(_ tokens: Range<Int>) -> Range<Int> {
    let all = page.elements.tokens
    return all[tokens.lowerBound].range.lowerBound..<all[tokens.upperBound - 1].range.upperBound
  }
}
