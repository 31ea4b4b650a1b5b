/// The names of elements that mean something to a reader of HTML.
enum HTMLNames {
  /// Elements without content.
  static let void: Set<String> = [
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen",
    "link",
    "meta", "param", "source", "track", "wbr",
  ]

  /// Elements whose words are never changed.
  static let opaque: Set<String> = ["code", "kbd", "samp", "var", "tt", "sub", "sup", "math", "ruby"]

  /// Elements whose content is no text of the résumé.
  static let hidden: Set<String> = [
    "script", "style", "template", "svg", "noscript", "iframe", "object", "audio", "video", "canvas",
    "select",
    "textarea", "button", "title", "del", "s", "strike", "datalist", "map",
  ]

  /// Elements that stand in paragraphs of their own.
  static let block: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "caption", "center", "colgroup", "dd", "details",
    "dialog",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4",
    "h5",
    "h6", "head", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre",
    "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
  ]

  /// The level of a heading by its name, or `nil`.
  static func headingLevel(_ name: String) -> Int? {
    guard name.utf8.count == 2, name.hasPrefix("h"), let level = name.last?.wholeNumberValue,
      (1...6).contains(level)
    else { return nil }
    return level
  }
}
