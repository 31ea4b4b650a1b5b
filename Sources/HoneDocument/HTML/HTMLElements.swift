internal import HoneCore

/// Tokens of HTML with what belongs together: opening and closing tags, and the text between them.
struct HTMLElements {
  let tokens: [MarkupToken]
  /// For each tag that has one, the number of its partner. Pairs nest; what does not is left single.
  let partners: [Int?]
  private let bytes: [UInt8]
  /// How many tokens with words, and with white space alone, stand before each token.
  private let words: [Int]
  private let spaces: [Int]

  init(_ tokens: [MarkupToken], in bytes: [UInt8]) {
    self.tokens = tokens
    self.bytes = bytes
    partners = HTMLElements.pairs(tokens, bytes)
    var words = [0]
    var spaces = [0]
    for token in tokens {
      let text = token.kind == .text ? HTMLElements.sight(of: token.range, in: bytes) : (false, false)
      words.append(words[words.count - 1] + (text.0 ? 1 : 0))
      spaces.append(spaces[spaces.count - 1] + (text.1 ? 1 : 0))
    }
    self.words = words
    self.spaces = spaces
  }

  /// The name of a tag in lower case.
  func name(of index: Int) -> String { bytes.lowered(tokens[index].name) }

  /// Whether there are words among some tokens.
  func hasText(_ range: Range<Int>) -> Bool { words[range.upperBound] > words[range.lowerBound] }

  /// Whether there is white space among some tokens.
  func hasSpace(_ range: Range<Int>) -> Bool { spaces[range.upperBound] > spaces[range.lowerBound] }

  /// Whether an opening tag says that its element is not shown.
  func isHidden(_ index: Int) -> Bool { HTMLAttributes(tokens[index], in: bytes).isHidden }

  /// The words among some tokens, entities resolved and white space as single spaces.
  func text(_ range: Range<Int>) -> String {
    var text: [UInt8] = []
    for token in tokens[range] where token.kind == .text {
      var at = token.range.lowerBound
      while at < token.range.upperBound {
        if bytes[at] == 0x26,
          let entity = Entity(at: at, before: token.range.upperBound, in: bytes, isXML: false)
        {
          if case .text(let meant) = entity.meaning { text += Array(meant.utf8) }
          if entity.meaning == .unknown { text += bytes[entity.range] }
          at = entity.range.upperBound
        } else {
          let isSpace = HTMLText.isSpace(bytes[at])
          if !isSpace || text.last != 0x20 { text.append(isSpace ? 0x20 : bytes[at]) }
          at += 1
        }
      }
    }
    return text.text(0..<text.count)
  }

  /// Whether text shows words, and whether it shows white space.
  private static func sight(of range: Range<Int>, in bytes: [UInt8]) -> (Bool, Bool) {
    var hasSpace = false
    var at = range.lowerBound
    while at < range.upperBound {
      let space = Bytes.spaceLength(at: at, in: bytes)
      if space > 0 {
        hasSpace = true
        at += space
      } else if bytes[at] == 0x26,
        let entity = Entity(at: at, before: range.upperBound, in: bytes, isXML: false),
        entity.meaning == .blank || entity.meaning == .text(" ")
      {
        hasSpace = hasSpace || entity.meaning != .blank
        at = entity.range.upperBound
      } else {
        return (true, hasSpace)
      }
    }
    return (false, hasSpace)
  }

  private static func pairs(_ tokens: [MarkupToken], _ bytes: [UInt8]) -> [Int?] {
    var partners = [Int?](repeating: nil, count: tokens.count)
    var open: [(name: String, index: Int)] = []
    var counts: [String: Int] = [:]
    for (index, token) in tokens.enumerated() {
      guard [.start, .empty, .end].contains(token.kind) else { continue }
      let name = bytes.lowered(token.name)
      if token.kind != .end {
        if HTMLNames.void.contains(name) { continue }
        open.append((name, index))
        counts[name, default: 0] += 1
      } else if counts[name, default: 0] > 0 {
        // What was opened since stays single; nothing is looked at twice.
        while let last = open.popLast() {
          counts[last.name, default: 0] -= 1
          guard last.name == name else { continue }
          partners[last.index] = index
          partners[index] = last.index
          break
        }
      }
    }
    return partners
  }
}

/// The attributes of a tag.
struct HTMLAttributes {
  private let text: String

  init(_ token: MarkupToken, in bytes: [UInt8]) {
    text = bytes.lowered(min(token.name.upperBound, token.range.upperBound)..<token.range.upperBound)
  }

  /// Whether a tag says that its element is not shown.
  var isHidden: Bool {
    guard text.utf8.count > 7 else { return false }
    if let style = value(of: "style"), style.filter({ $0 != " " }).contains("display:none") { return true }
    return value(of: "hidden") != nil
  }

  /// The level of the heading that an element is by its role, or `nil`.
  var headingLevel: Int? {
    guard value(of: "role") == "heading" else { return nil }
    return value(of: "aria-level").flatMap { Int($0) }.flatMap { (1...9).contains($0) ? $0 : nil } ?? 2
  }

  /// The value of an attribute in lower case; empty where it has none, `nil` where the attribute is not there.
  func value(of name: String) -> String? {
    var rest = text.utf8[...]
    while let (found, value) = HTMLAttributes.next(&rest) {
      if found.elementsEqual(name.utf8) { return String(decoding: value, as: UTF8.self) }
    }
    return nil
  }

  private typealias Slice = Substring.UTF8View

  private static func next(_ rest: inout Slice) -> (name: Slice, value: Slice)? {
    rest = rest.drop { HTMLText.isSpace($0) || $0 == 0x2F }
    guard let first = rest.first, first != 0x3E else { return nil }
    let name = rest.prefix { !HTMLText.isSpace($0) && $0 != 0x2F && $0 != 0x3E && $0 != 0x3D }
    // A stray `=` is part of a name to HTML; here it is enough to get past it.
    rest = name.isEmpty ? rest.dropFirst() : rest[name.endIndex...]
    let behind = rest.drop(while: HTMLText.isSpace)
    guard behind.first == 0x3D, !name.isEmpty else { return (name, rest.prefix(0)) }
    rest = behind.dropFirst().drop(while: HTMLText.isSpace)
    if let quote = rest.first, quote == 0x22 || quote == 0x27 {
      rest = rest.dropFirst()
      let value = rest.prefix { $0 != quote }
      rest = rest[value.endIndex...].dropFirst()
      return (name, value)
    }
    let value = rest.prefix { !HTMLText.isSpace($0) && $0 != 0x3E }
    rest = rest[value.endIndex...]
    return (name, value)
  }
}
