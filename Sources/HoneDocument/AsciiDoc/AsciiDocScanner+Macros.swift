internal import HoneCore

// Macros: addresses with a text in brackets, pictures, footnotes.
extension AsciiDocScanner {
  /// A macro or an address that begins at a letter.
  mutating func macro() -> Bool {
    let first = bytes[at]
    if first == 0x60, byte(at + 1) == 0x22 || byte(at + 1) == 0x27 { return false }
    guard Bytes.isLower(first), !Bytes.isWord(before: at, in: bytes) || at == lines[line].lowerBound else {
      return false
    }
    guard let colon = nameEnd(), colon + 1 < limit else { return bare() }
    let name = bytes.text(at..<colon)
    switch name {
    case "http", "https", "ftp", "irc", "link", "mailto", "xref": return link(colon, name)
    case "footnote", "footnoteref", "image", "icon", "anchor", "indexterm", "counter2":
      guard let (_, end) = brackets(from: colon + 1) else { return false }
      take(.hidden, at..<end)
      return true
    case "pass", "kbd", "btn", "menu", "stem", "latexmath", "asciimath":
      guard let (open, end) = brackets(from: colon + 1) else { return false }
      take(.opaque(bytes.text((open + 1)..<(end - 1))), at..<end)
      return true
    default: return false
    }
  }

  private func nameEnd() -> Int? {
    var end = at
    while end < min(limit, at + 12), Bytes.isLower(bytes[end]) || Bytes.isDigit(bytes[end]) { end += 1 }
    return end < limit && bytes[end] == 0x3A ? end : nil
  }

  /// Where the brackets of a macro open and end; its target has no spaces.
  private func brackets(from start: Int) -> (open: Int, end: Int)? {
    var open = start
    let limit = min(self.limit, start + 1000)
    while open < limit, bytes[open] > 0x20, bytes[open] != 0x5B { open += 1 }
    guard open < limit, bytes[open] == 0x5B else { return nil }
    // An icon may stand in the text of a link, with brackets of its own.
    var depth = 0
    var end = open + 1
    while end < limit, depth > 0 || bytes[end] != 0x5D {
      if bytes[end] == 0x5B { depth += 1 } else if bytes[end] == 0x5D { depth -= 1 }
      end += bytes[end] == 0x5C ? 2 : 1
    }
    return end < limit ? (open, end + 1) : nil
  }

  private mutating func link(_ colon: Int, _ name: String) -> Bool {
    let isAddress = name.hasPrefix("http") || name == "ftp" || name == "irc"
    return link(from: isAddress ? at : colon + 1) || (isAddress && bare())
  }

  /// A link whose address begins at an offset, and whose text stands in brackets behind it.
  mutating func link(from start: Int) -> Bool {
    guard let (open, end) = brackets(from: start) else { return false }
    let target = start..<open
    var text = (open + 1)..<(end - 1)
    if let comma = attributeStart(text) { text = text.lowerBound..<comma }
    if text.count > 1, bytes[text.upperBound - 1] == 0x5E { text = text.lowerBound..<(text.upperBound - 1) }
    if text.count > 2, bytes[text.lowerBound] == 0x22, bytes[text.upperBound - 1] == 0x22 {
      text = (text.lowerBound + 1)..<(text.upperBound - 1)
    }
    if text.isEmpty {
      take(.opaque(bytes.text(target)), at..<end)
      return true
    }
    closers.append(text.upperBound..<end)
    take(.open(isVital: true), at..<text.lowerBound)
    return true
  }

  /// Where `,window=_blank` begins.
  private func attributeStart(_ text: Range<Int>) -> Int? {
    let bytes = bytes[text]
    guard bytes.contains(0x3D) else { return nil }
    if bytes.first == 0x22, let quote = bytes.dropFirst().firstIndex(of: 0x22) { return quote + 1 }
    // The first comma behind which a name and `=` stand.
    var at = bytes.startIndex
    while let comma = bytes[at...].firstIndex(of: 0x2C) {
      let name = bytes[(comma + 1)...].prefix { Bytes.isWord($0) || $0 == 0x2D || $0 == 0x20 }
      if name.endIndex < bytes.endIndex, bytes[name.endIndex] == 0x3D { return comma }
      at = comma + 1
    }
    return nil
  }

  private mutating func bare() -> Bool {
    guard let end = BareAddress.end(at: at, in: bytes, lines[line].lowerBound..<limit) else { return false }
    take(.opaque(bytes.text(at..<end)), at..<end)
    return true
  }
}
