/// The styles of paragraphs, as far as they tell lists and headings.
struct WordStyles {
  private struct Style {
    var base: String?
    var name = ""
    /// The number of the list that the style belongs to; "0" takes paragraphs out of one.
    var list: String?
    var level: Int?
    var isBold: Bool?
    var isCaps: Bool?
  }

  private var styles: [String: Style] = [:]

  /// The styles of `styles.xml`; none where the document has no such member.
  init(_ xml: WordXML?) {
    guard let xml, let root = xml.tokens.firstIndex(where: { $0.kind == .start }) else { return }
    for index in xml.children(of: root) where xml.word(index) == "style" {
      guard let id = xml.attribute("styleId", of: index) else { continue }
      var style = Style()
      style.base = xml.value("basedOn", of: index)
      style.name = xml.value("name", of: index)?.lowercased() ?? ""
      if let properties = xml.child("pPr", of: index) {
        style.list = xml.child("numPr", of: properties).flatMap { xml.value("numId", of: $0) }
        style.level = xml.value("outlineLvl", of: properties).flatMap { Int($0) }
      }
      if let run = xml.child("rPr", of: index) {
        style.isBold = WordStyles.isOn("b", run, xml)
        style.isCaps = WordStyles.isOn("caps", run, xml)
      }
      styles[id] = style
    }
  }

  /// Whether a property of a run is on; `nil` where nothing is said of it.
  static func isOn(_ name: String, _ properties: Int, _ xml: WordXML) -> Bool? {
    guard let index = xml.child(name, of: properties) else { return nil }
    return !["0", "false", "off", "none"].contains(xml.attribute("val", of: index) ?? "1")
  }

  /// Whether paragraphs of a style stand in a list.
  func isList(_ id: String?) -> Bool {
    if let list = first(id, { $0.list }) { return list != "0" }
    guard let id else { return false }
    let name = styles[id]?.name ?? id.lowercased()
    return name.hasPrefix("list bullet") || name.hasPrefix("list number") || name.hasPrefix("listbullet")
      || name.hasPrefix("listnumber")
  }

  /// The level of the headings of a style, from 1; `nil` where it is none.
  func headingLevel(_ id: String?) -> Int? {
    if let level = first(id, { $0.level }), level < 9 { return level + 1 }
    return first(id) { style in
      style.name.hasPrefix("heading ") ? style.name.last?.wholeNumberValue : nil
    }
  }

  /// Whether a style is that of the name at the head of a document.
  func isTitle(_ id: String?) -> Bool {
    id.flatMap { styles[$0]?.name }.map { $0 == "title" || $0 == "subtitle" } ?? false
  }

  /// Whether the words of a style are bold.
  func isBold(_ id: String?) -> Bool { first(id) { $0.isBold } ?? false }

  /// Whether the words of a style are shown in capitals.
  func isCaps(_ id: String?) -> Bool { first(id) { $0.isCaps } ?? false }

  /// The first answer of a style and those it is based on.
  private func first<Value>(_ id: String?, _ ask: (Style) -> Value?) -> Value? {
    var id = id
    // A style may be based on itself in a damaged file.
    for _ in 0..<24 {
      guard let name = id, let style = styles[name] else { return nil }
      if let value = ask(style) { return value }
      id = style.base
    }
    return nil
  }
}
