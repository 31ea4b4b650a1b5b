internal import HoneCore

/// Cuts HTML or XML into tokens, as HTML's rules say: in one pass, and without ever failing.
///
/// Libraries that parse HTML give trees, and no way back to the bytes of text with entities.
struct MarkupTokenizer {
  let bytes: [UInt8]
  /// Whether it is XML: names in their case, CDATA, no elements whose content is no markup.
  let isXML: Bool
  private let end: Int
  private var at: Int
  /// Up to where a script, style or the like goes on, if the last tag opened one.
  private var rawName: Range<Int>?

  init(_ bytes: [UInt8], _ range: Range<Int>? = nil, isXML: Bool = false) {
    self.bytes = bytes
    self.isXML = isXML
    at = max(0, range?.lowerBound ?? 0)
    end = min(bytes.count, range?.upperBound ?? bytes.count)
  }

  /// All tokens, in order; together they are all bytes.
  static func tokens(_ bytes: [UInt8], _ range: Range<Int>? = nil, isXML: Bool = false) -> [MarkupToken] {
    var tokenizer = MarkupTokenizer(bytes, range, isXML: isXML)
    var tokens: [MarkupToken] = []
    while let token = tokenizer.next() { tokens.append(token) }
    return tokens
  }

  /// The next token, or `nil` at the end.
  mutating func next() -> MarkupToken? {
    guard at < end else { return nil }
    if let name = rawName {
      rawName = nil
      if let raw = rawText(name) { return raw }
    }
    if bytes[at] == 0x3C, let token = markup() { return token }
    let start = at
    at += 1
    while at < end, bytes[at] != 0x3C || !mayBegin(at) { at += 1 }
    return MarkupToken(kind: .text, range: start..<at, name: start..<start)
  }

  /// Whether a `<` begins markup: in “< 5 ms” it does not.
  private func mayBegin(_ offset: Int) -> Bool {
    guard offset + 1 < end else { return false }
    let next = bytes[offset + 1]
    if next == 0x2F {
      // `</3` is a comment to HTML.
      return offset + 2 < end
    }
    return next == 0x21 || next == 0x3F || isNameStart(next)
  }

  private func isNameStart(_ byte: UInt8) -> Bool {
    Bytes.isLetter(byte) || (isXML && (byte == 0x5F || byte >= 0x80))
  }

  private mutating func markup() -> MarkupToken? {
    guard mayBegin(at) else { return nil }
    switch bytes[at + 1] {
    case 0x21: return declaration()
    case 0x3F: return through(isXML ? "?>" : ">", from: at + 2, kind: isXML ? .other : .comment)
    case 0x2F where !isNameStart(bytes[at + 2]): return through(">", from: at + 2, kind: .comment)
    default: return tag()
    }
  }

  private mutating func declaration() -> MarkupToken {
    if stands("<!--", at: at) {
      // `<!-->` and `<!--->` are whole comments to HTML.
      if !isXML, stands(">", at: at + 4) { return token(.comment, to: at + 5) }
      if !isXML, stands("->", at: at + 4) { return token(.comment, to: at + 6) }
      return comment()
    }
    if isXML, stands("<![CDATA[", at: at) { return through("]]>", from: at + 9, kind: .raw) }
    return through(">", from: at + 2, kind: .other)
  }

  private mutating func comment() -> MarkupToken {
    var place = at + 4
    while place + 2 < end {
      if bytes[place] == 0x2D, bytes[place + 1] == 0x2D {
        if bytes[place + 2] == 0x3E { return token(.comment, to: place + 3) }
        if !isXML, stands("!>", at: place + 2) { return token(.comment, to: place + 4) }
      }
      place += 1
    }
    return token(.comment, to: end)
  }

  private mutating func through(_ sign: String, from start: Int, kind: MarkupToken.Kind) -> MarkupToken {
    var place = start
    while place < end {
      if stands(sign, at: place) { return token(kind, to: place + sign.utf8.count) }
      place += 1
    }
    return token(kind, to: end)
  }

  private mutating func token(_ kind: MarkupToken.Kind, to upper: Int) -> MarkupToken {
    let start = at
    at = min(upper, end)
    return MarkupToken(kind: kind, range: start..<at, name: start..<start)
  }

  // MARK: - Tags

  private mutating func tag() -> MarkupToken {
    let start = at
    let isEnd = bytes[at + 1] == 0x2F
    let nameStart = isEnd ? at + 2 : at + 1
    var place = nameStart
    while place < end, !isSpace(bytes[place]), bytes[place] != 0x2F, bytes[place] != 0x3E { place += 1 }
    let name = nameStart..<place
    place = endOfTag(from: place)
    let isEmpty = !isEnd && place - start > 2 && bytes[place - 1] == 0x3E && bytes[place - 2] == 0x2F
    at = place
    if !isEnd, !isXML, isRaw(name) { rawName = name }
    return MarkupToken(kind: isEnd ? .end : isEmpty ? .empty : .start, range: start..<place, name: name)
  }

  /// Behind the `>` of a tag: one between quotes is none.
  private func endOfTag(from start: Int) -> Int {
    var place = start
    var quote: UInt8 = 0
    // A quote counts where a value begins alone: in `<p don't>` there is none.
    var mayQuote = false
    while place < end {
      let byte = bytes[place]
      place += 1
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 0x3E {
        return place
      } else if byte == 0x3D {
        mayQuote = true
      } else if byte == 0x22 || byte == 0x27, mayQuote {
        quote = byte
        mayQuote = false
      } else if !isSpace(byte) {
        mayQuote = false
      }
    }
    return end
  }

  private func isSpace(_ byte: UInt8) -> Bool { HTMLText.isSpace(byte) }

  // MARK: - Scripts and their like

  private static let rawNames: Set<String> = [
    "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes",
  ]

  private func isRaw(_ name: Range<Int>) -> Bool {
    name.count <= 8 && MarkupTokenizer.rawNames.contains(bytes.lowered(name))
  }

  /// What stands before the closing tag of such an element; `nil` where that is nothing.
  private mutating func rawText(_ name: Range<Int>) -> MarkupToken? {
    let start = at
    var place = at
    while place < end, !closes(name, at: place) { place += 1 }
    at = place
    return place > start ? MarkupToken(kind: .raw, range: start..<place, name: start..<start) : nil
  }

  private func closes(_ name: Range<Int>, at place: Int) -> Bool {
    let behind = place + 2 + name.count
    guard bytes[place] == 0x3C, behind < end, bytes[place + 1] == 0x2F else { return false }
    let isSame = zip(bytes[(place + 2)..<behind], bytes[name]).allSatisfy {
      Bytes.lowered($0) == Bytes.lowered($1)
    }
    return isSame && (isSpace(bytes[behind]) || bytes[behind] == 0x2F || bytes[behind] == 0x3E)
  }

  private func stands(_ sign: String, at place: Int) -> Bool {
    let count = sign.utf8.count
    guard place + count <= end else { return false }
    return bytes[place..<(place + count)].elementsEqual(sign.utf8)
  }
}
