internal import HoneCore

/// A block of HTML in Markdown: how it ends.
enum MarkdownHTML: Equatable {
  /// In the line that holds one of these.
  case until([String])
  /// Before the next blank line.
  case untilBlank

  /// The block that a line begins, or `nil`.
  ///
  /// - Parameter isInParagraph: whether the line would go on with a paragraph, which not every tag breaks.
  static func start(_ bytes: [UInt8], _ line: Range<Int>, isInParagraph: Bool) -> MarkdownHTML? {
    guard line.count > 1, bytes[line.lowerBound] == 0x3C else { return nil }
    let head = bytes.lowered(line.lowerBound..<min(line.upperBound, line.lowerBound + 20))
    if head.hasPrefix("<!--") { return .until(["-->"]) }
    if head.hasPrefix("<?") { return .until(["?>"]) }
    if head.hasPrefix("<![cdata[") { return .until(["]]>"]) }
    if head.hasPrefix("<!"), head.utf8.count > 2, Bytes.isLower(Array(head.utf8)[2]) { return .until([">"]) }
    let rest = head.dropFirst(head.hasPrefix("</") ? 2 : 1)
    let name = String(rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) })
    guard !name.isEmpty else { return nil }
    let behind = rest.dropFirst(name.count).first
    let isWhole = behind == nil || behind == " " || behind == "\t" || behind == ">" || behind == "/"
    if isWhole, raw.contains(name), !head.hasPrefix("</") { return .until(raw.map { "</\($0)>" }) }
    if isWhole, blocks.contains(name) {
      // kramdown reads Markdown inside where a tag asks for it.
      return isOpenToMarkdown(bytes, line) ? .until([""]) : .untilBlank
    }
    if isInParagraph { return nil }
    var missing: [UInt8: Int] = [:]
    guard
      let tag = HTMLTagSyntax.tag(at: line.lowerBound, in: bytes, upTo: line.upperBound, missing: &missing),
      bytes[tag.end..<line.upperBound].allSatisfy({ $0 == 0x20 || $0 == 0x09 })
    else { return nil }
    return .untilBlank
  }

  /// Whether a line is the last of the block.
  func ends(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    switch self {
    case .until(let signs): signs.contains { contains($0, bytes, line) }
    case .untilBlank: false
    }
  }

  private func contains(_ sign: String, _ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    Bytes.find(sign, in: bytes, line) != nil
  }

  private static func isOpenToMarkdown(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    guard let at = Bytes.find("markdown=", in: bytes, line) else { return false }
    return Bytes.find("0", in: bytes, at..<min(at + 12, line.upperBound)) == nil
  }

  private static let raw = ["script", "pre", "style", "textarea"]

  private static let blocks: Set<String> = [
    "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col",
    "colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure",
    "footer",
    "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "iframe",
    "legend", "li", "link", "main", "menu", "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p",
    "param", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr",
    "track", "ul",
  ]
}
