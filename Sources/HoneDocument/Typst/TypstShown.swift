internal import HoneCore

/// What a reader of the page sees of something that is not looked into.
enum TypstShown {
  /// The text of raw text, a formula, a string, a link, or a value.
  static func text(_ syntax: TypstSyntax, _ range: Range<Int>, _ grammar: TypstGrammar) -> String {
    let bytes = syntax.bytes
    switch syntax.byte(range.lowerBound) {
    case 0x60:
      let ticks = range.prefix { bytes[$0] == 0x60 }.count
      guard range.count >= 2 * ticks else { return "" }
      let inside = bytes.text((range.lowerBound + ticks)..<(range.upperBound - ticks))
      return trimmed(inside)
    case 0x24:
      return formula(
        bytes.text((range.lowerBound + 1)..<max(range.lowerBound + 1, range.upperBound - 1)), grammar)
    case 0x22: return string(bytes, (range.lowerBound + 1)..<max(range.lowerBound + 1, range.upperBound - 1))
    default: return bytes.text(range)
    }
  }

  /// The text of a call or a name.
  static func text(_ syntax: TypstSyntax, _ call: TypstCall, _ grammar: TypstGrammar) -> String {
    if call.name.hasPrefix("sym.") {
      return grammar.symbols[String(call.name.dropFirst(4))] ?? ""
    }
    let name = TypstName(call.name)
    if let sign = grammar.shown[name.plain] { return sign }
    if call.arguments.isEmpty { return call.end > 0 && syntax.byte(call.end - 1) == 0x29 ? "" : call.name }
    var texts: [String] = []
    for argument in call.arguments where argument.name == nil {
      switch TypstValue(syntax, argument.value) {
      case .content(let inside): texts.append(syntax.bytes.text(inside))
      case .string(let inside): texts.append(string(syntax.bytes, inside))
      default: break
      }
    }
    // What a link shows stands last, what it leads to first.
    if call.name == "link" { return texts.last.map(address) ?? "" }
    let contents = call.arguments.filter(\.isTrailing).count
    return contents > 1 ? texts.suffix(contents).joined(separator: " ") : texts.first ?? ""
  }

  private static func address(_ text: String) -> String {
    for sign in ["mailto:", "tel:"] where text.hasPrefix(sign) { return String(text.dropFirst(sign.count)) }
    return text
  }

  /// The content that a call shows with a look of its own, where it is one: `#text(fill: red)[…]`, `#link("…", […])`.
  static func content(_ syntax: TypstSyntax, _ call: TypstCall, depth: Int = 0) -> Range<Int>? {
    var found: Range<Int>?
    for argument in call.arguments where argument.name == nil {
      switch TypstValue(syntax, argument.value) {
      case .content(let inside):
        guard found == nil, syntax.byte(inside.upperBound) == 0x5D else { return nil }
        found = inside
      case .code(let code) where TypstSyntax.beginsName(syntax.byte(code.lowerBound)) && depth < 8:
        let inner = TypstCall(syntax, at: code.lowerBound)
        guard inner.end == code.upperBound, let inside = content(syntax, inner, depth: depth + 1) else {
          continue
        }
        guard found == nil else { return nil }
        found = inside
      default: break
      }
    }
    return found
  }

  /// What an escape stands for.
  static func escape(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    let text = bytes.text((range.lowerBound + 1)..<range.upperBound)
    guard text.hasPrefix("u{"), text.hasSuffix("}") else { return text }
    return UInt32(text.dropFirst(2).dropLast(), radix: 16).flatMap(Unicode.Scalar.init).map {
      String(Character($0))
    } ?? ""
  }

  /// What a string of code stands for.
  static func string(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    var text = ""
    var at = range.lowerBound
    while at < range.upperBound {
      let next = stringPiece(bytes, at, range.upperBound)
      text += next.text
      at = next.end
    }
    return text
  }

  /// A stretch of a string from an offset on: plain bytes, or one escape.
  static func stringPiece(_ bytes: [UInt8], _ start: Int, _ end: Int) -> (
    text: String, end: Int, isEscape: Bool
  ) {
    guard bytes[start] == 0x5C, start + 1 < end else {
      var at = start + 1
      while at < end, bytes[at] != 0x5C { at += 1 }
      return (bytes.text(start..<at), at, false)
    }
    switch bytes[start + 1] {
    case 0x6E, 0x72, 0x74: return (" ", start + 2, true)
    case 0x75 where start + 2 < end && bytes[start + 2] == 0x7B:
      var at = start + 3
      while at < end, at < start + 12, bytes[at] != 0x7D { at += 1 }
      guard at < end, bytes[at] == 0x7D else { return ("u", start + 2, true) }
      return (escape(bytes, start..<(at + 1)), at + 1, true)
    default:
      var at = start + 2
      while at < end, bytes[at] & 0xC0 == 0x80 { at += 1 }
      return (bytes.text((start + 1)..<at), at, true)
    }
  }

  // MARK: - Formulas

  private static let operators = [
    ("->", "→"), ("=>", "⇒"), (">=", "≥"), ("<=", "≤"), ("!=", "≠"), ("~=", "≈"), ("\\", ""), ("\"", ""),
  ]

  /// A formula as somebody would read it: names of symbols as the symbols, the rest as it is.
  private static func formula(_ source: String, _ grammar: TypstGrammar) -> String {
    var text = ""
    var name = ""
    func flush() {
      text += grammar.symbols[name] ?? name
      name = ""
    }
    for character in source {
      if character.isLetter || (character == "." && !name.isEmpty) {
        name.append(character)
      } else {
        flush()
        text.append(character)
      }
    }
    flush()
    for (sign, shown) in operators {
      text = text.split(separator: sign, omittingEmptySubsequences: false).joined(separator: shown)
    }
    return trimmed(text)
  }

  private static func trimmed(_ text: String) -> String {
    text.split { $0.isWhitespace }.joined(separator: " ")
  }
}
