internal import HoneCore
internal import HoneGrammar

/// What names of elements, classes and ids tell: what is no part of a résumé, and which section an element holds.
struct HTMLHints {
  private let skippedElements: Set<String>
  private let skippedClasses: Set<String>
  private let sections: [String: String]
  private let dots: [String]
  private let items: Set<String>

  /// The words of `html.yaml`.
  init(_ node: Node?) {
    skippedElements = Set(node?["skipped"]?["elements"]?.strings ?? [])
    skippedClasses = Set(node?["skipped"]?["classes"]?.strings ?? [])
    var sections: [String: String] = [:]
    for (heading, names) in node?["sections"]?.pairs ?? [] {
      for name in names.strings { sections[name] = heading }
    }
    self.sections = sections
    dots = node?["dots"]?.strings ?? []
    items = Set(node?["items"]?.strings ?? [])
  }

  private static let tabs: Set<String> = ["div", "section", "article", "main", "details"]

  static func isList(_ name: String) -> Bool {
    name == "ul" || name == "ol" || name == "menu" || name == "dir" || name == "dl"
  }

  /// Whether an element is an item of a list.
  func isItem(_ name: String, _ attributes: HTMLAttributes) -> Bool {
    if name == "li" || attributes.value(of: "role") == "listitem" { return true }
    guard name == "div" || name == "p", let classes = attributes.value(of: "class"), !classes.isEmpty else {
      return false
    }
    return classes.split { $0 == " " || $0.isNewline || $0 == "\t" }.contains { name in
      items.contains(String(name)) || name.hasSuffix("-bullet") || name.hasSuffix("_bullet")
    }
  }

  /// Whether an element holds nothing of the résumé.
  func skips(_ name: String, _ attributes: HTMLAttributes) -> Bool {
    // What is hidden as a whole is often a tab that a script shows.
    if skippedElements.contains(name) || attributes.isHidden && !HTMLHints.tabs.contains(name) { return true }
    if name == "body" || name == "html" || name == "main" { return false }
    return names(attributes).contains(where: skippedClasses.contains)
  }

  /// The heading of the section that an element holds, as far as its id and classes tell.
  func section(_ attributes: HTMLAttributes) -> String? {
    names(attributes).lazy.compactMap { sections[$0] }.first
  }

  private func names(_ attributes: HTMLAttributes) -> [String] {
    let id = attributes.value(of: "id").map { [$0] } ?? []
    let classes = attributes.value(of: "class")?.split { $0 == " " || $0.isNewline || $0 == "\t" } ?? []
    return id + classes.map(String.init)
  }

  /// Whether a token is a picture of a list sign: an image of a dot, or an icon by its class.
  func isDot(_ index: Int, of elements: HTMLElements, in bytes: [UInt8]) -> Bool {
    let token = elements.tokens[index]
    guard token.kind == .start || token.kind == .empty else { return false }
    let attributes = HTMLAttributes(token, in: bytes)
    if elements.name(of: index) == "img" {
      let alt = attributes.value(of: "alt") ?? ""
      if Marker.isSign(alt) { return true }
      let file = (attributes.value(of: "src") ?? "").split(separator: "/").last.map(String.init) ?? ""
      return file.utf8.count < 100 && says(file)
    }
    guard elements.name(of: index) == "i", let partner = elements.partners[index], partner <= index + 2,
      !elements.hasText(index..<partner)
    else { return false }
    return says(attributes.value(of: "class") ?? "")
  }

  private func says(_ text: String) -> Bool {
    let words = text.split { !$0.isLetter }
    return words.contains { word in dots.contains { word == $0 } }
  }
}

extension Marker {
  /// Whether a text is nothing but a sign that people put before a bullet.
  static func isSign(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, !Bytes.isWord(first) || first >= 0x80 else { return false }
    return length(at: 0, in: bytes) == bytes.count
  }
}
