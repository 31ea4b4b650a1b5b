internal import HoneCore

/// Scans the inline markup of HTML.
enum HTMLInline {
  /// Hands what stands in a range of the builder's layer over to it.
  ///
  /// White space is a single space, as on the page; what has no text stays where it is. Tags that do not pair up are
  /// such bytes too, so that nothing of a page that is broken is mended.
  static func scan(_ range: Range<Int>, into builder: inout BulletBuilder) {
    let bytes = builder.source.bytes
    let elements = HTMLElements(MarkupTokenizer.tokens(bytes, range), in: bytes)
    var index = 0
    while index < elements.tokens.count {
      index = take(index, of: elements, into: &builder) + 1
    }
  }

  /// Takes a token, or the element that it opens; gives the number of the last token that was taken.
  private static func take(_ index: Int, of elements: HTMLElements, into builder: inout BulletBuilder) -> Int
  {
    let token = elements.tokens[index]
    switch token.kind {
    case .text:
      HTMLText.scan(token.range, isXML: false, into: &builder)
    case .comment, .other, .raw:
      builder.hidden(token.range)
    case .end:
      if elements.partners[index] == nil { builder.hidden(token.range) } else { builder.close(token.range) }
    case .start, .empty:
      return open(index, of: elements, into: &builder)
    }
    return index
  }

  private static func open(_ index: Int, of elements: HTMLElements, into builder: inout BulletBuilder) -> Int
  {
    let token = elements.tokens[index]
    let name = elements.name(of: index)
    if name == "br" {
      space(token.range, into: &builder)
      return index
    }
    guard let partner = elements.partners[index] else {
      if name == "wbr" { builder.unseen(token.range) } else { builder.hidden(token.range) }
      return index
    }
    let whole = token.range.lowerBound..<elements.tokens[partner].range.upperBound
    if HTMLNames.hidden.contains(name) || elements.isHidden(index) {
      builder.hidden(whole)
    } else if !elements.hasText(index..<partner) {
      if elements.hasSpace(index..<partner) {
        space(whole, into: &builder)
      } else {
        builder.hidden(whole)
      }
    } else if HTMLNames.opaque.contains(name) {
      builder.opaque(elements.text(index..<partner), whole)
    } else {
      builder.open(token.range, isVital: name == "a")
      return index
    }
    return partner
  }

  /// Markup that is a space on the page, and never dropped; nothing where a space stands already.
  private static func space(_ range: Range<Int>, into builder: inout BulletBuilder) {
    if HTMLText.endsInSpace(builder) { builder.hidden(range) } else { builder.opaque(" ", range) }
  }
}

/// Scans text with entities.
enum HTMLText {
  /// Hands text without tags over to a builder.
  static func scan(_ range: Range<Int>, isXML: Bool, into builder: inout BulletBuilder) {
    let bytes = builder.source.bytes
    var start = range.lowerBound
    var at = start
    func flush() {
      if at > start { builder.verbatim(start..<at) }
    }
    while at < range.upperBound {
      let byte = bytes[at]
      if byte == 0x26, let entity = Entity(at: at, before: range.upperBound, in: bytes, isXML: isXML) {
        flush()
        take(entity, into: &builder)
        at = entity.range.upperBound
        start = at
      } else if isSpace(byte) {
        let end = endOfSpace(at, range.upperBound, bytes)
        if byte == 0x20, end == at + 1, at > start {
          at += 1
          continue
        }
        flush()
        space(at..<end, into: &builder)
        at = end
        start = at
      } else {
        at += 1
      }
    }
    flush()
  }

  private static func take(_ entity: Entity, into builder: inout BulletBuilder) {
    switch entity.meaning {
    case .text(" ") where endsInSpace(builder): builder.hidden(entity.range)
    case .text(let text): builder.atom(text, entity.range)
    case .blank: builder.unseen(entity.range)
    case .unknown: builder.opaque(builder.source.bytes.text(entity.range), entity.range)
    }
  }

  private static func space(_ range: Range<Int>, into builder: inout BulletBuilder) {
    let bytes = builder.source.bytes
    if endsInSpace(builder) {
      builder.hidden(range)
    } else if bytes[range].contains(where: { $0 == 0x0A || $0 == 0x0D }) {
      builder.softBreak(range)
    } else if range.count == 1, bytes[range.lowerBound] == 0x20 {
      builder.verbatim(range)
    } else {
      builder.atom(" ", range)
    }
  }

  /// Whether what comes next stands behind a space, or at the very beginning.
  static func endsInSpace(_ builder: BulletBuilder) -> Bool {
    builder.textSoFar.last.map { $0 == 0x20 } ?? true
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == 0x0C
  }

  private static func endOfSpace(_ start: Int, _ end: Int, _ bytes: [UInt8]) -> Int {
    var at = start
    while at < end, isSpace(bytes[at]) { at += 1 }
    return at
  }
}
