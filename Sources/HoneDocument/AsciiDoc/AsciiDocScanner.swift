internal import HoneCore

/// Takes a paragraph of AsciiDoc apart.
struct AsciiDocScanner {
  let bytes: [UInt8]
  let lines: [Range<Int>]
  let attributes: [String: String]
  var pieces: [InlinePiece] = []
  var line = 0
  var at = 0
  private var textStart = 0
  /// Where each wrapper that is open must close, the innermost last.
  var closers: [Range<Int>] = []
  /// For each kind of markup, the next place where it may close.
  private var closings: [Int: (from: Int, at: Int)] = [:]

  init(_ bytes: [UInt8], _ lines: [Range<Int>], _ attributes: [String: String]) {
    self.bytes = bytes
    self.lines = lines
    self.attributes = attributes
  }

  /// The pieces, in order.
  mutating func scan() -> [InlinePiece] {
    guard let first = lines.first else { return [] }
    at = first.lowerBound
    textStart = at
    while line < lines.count {
      if AsciiDocMarkup.isComment(lines[line], bytes), line > 0 { at = lines[line].upperBound }
      while at < lines[line].upperBound {
        if let closer = closers.last, closer.lowerBound == at {
          closers.removeLast()
          take(.close, closer)
        } else {
          step()
        }
      }
      endLine()
    }
    return pieces
  }

  /// The byte at an offset of this line, 0 outside.
  func byte(_ offset: Int) -> UInt8 {
    offset >= lines[line].lowerBound && offset < lines[line].upperBound ? bytes[offset] : 0
  }

  /// Where markup must end that begins here: in the line, inside the innermost wrapper.
  var limit: Int { min(lines[line].upperBound, closers.last?.lowerBound ?? Int.max) }

  /// Hands over the text so far and what stands behind it, and goes on after that.
  mutating func take(_ kind: InlinePiece.Kind, _ range: Range<Int>) {
    if textStart < range.lowerBound { pieces.append(InlinePiece(.text, textStart..<range.lowerBound)) }
    pieces.append(InlinePiece(kind, range))
    at = range.upperBound
    textStart = at
  }

  private mutating func endLine() {
    let upper = lines[line].upperBound
    let isComment = line > 0 && AsciiDocMarkup.isComment(lines[line], bytes)
    if textStart < upper { pieces.append(InlinePiece(isComment ? .hidden : .text, textStart..<upper)) }
    line += 1
    guard line < lines.count else { return }
    let lower = max(textStart, upper)
    // The end of a comment belongs to the comment: it must not go on with the words behind it.
    pieces.append(InlinePiece(isComment ? .hidden : .lineEnd, lower..<lines[line].lowerBound))
    at = lines[line].lowerBound
    textStart = at
  }

  // MARK: - Steps

  private mutating func step() {
    let isTaken =
      switch bytes[at] {
      case 0x2A, 0x5F, 0x23: emphasis()
      case 0x60: code()
      case 0x5E, 0x7E: script()
      case 0x2B: passed()
      case 0x5C: escape()
      case 0x26: entity()
      case 0x7B: attribute()
      case 0x3C: reference()
      case 0x5B: bracket()
      case 0x22, 0x27: quote()
      default: macro()
      }
    if !isTaken { at += 1 }
  }

  /// `*bold*` within words' bounds, `**b**old` anywhere; so `_` and `#`.
  private mutating func emphasis() -> Bool {
    let sign = bytes[at]
    if byte(at + 1) == sign {
      guard let end = closing(sign, 2, from: at + 3), end < limit else { return false }
      closers.append(end..<(end + 2))
      take(.open(isVital: false), at..<(at + 2))
      return true
    }
    guard mayOpen(at), let end = closing(sign, 1, from: at + 2), isNear(end) else { return false }
    closers.append(end..<(end + 1))
    take(.open(isVital: false), at..<(at + 1))
    return true
  }

  private func mayOpen(_ offset: Int) -> Bool {
    let before = byte(offset - 1)
    guard byte(offset + 1) > 0x20 else { return false }
    if before >= 0x80 { return !Bytes.isWord(before: offset, in: bytes) }
    return !Bytes.isWord(before) && before != 0x3A && before != 0x3B && before != 0x7D
  }

  private func isNear(_ offset: Int) -> Bool {
    offset < closers.last?.lowerBound ?? Int.max && offset < lines[min(line + 1, lines.count - 1)].upperBound
  }

  /// The next place from an offset on where markup may close, however far, so that nothing is looked at twice.
  private mutating func closing(_ sign: UInt8, _ length: Int, from: Int) -> Int? {
    let kind = Int(sign) * 2 + length - 1
    if let known = closings[kind], known.from <= from, from <= known.at {
      return known.at == Int.max ? nil : known.at
    }
    var offset = from
    for index in lines.indices[line...] {
      offset = max(offset, lines[index].lowerBound)
      while offset < lines[index].upperBound {
        if bytes[offset] == sign, mayClose(offset, length, lines[index].upperBound) {
          closings[kind] = (from, offset)
          return offset
        }
        offset += 1
      }
    }
    closings[kind] = (from, Int.max)
    return nil
  }

  private func mayClose(_ offset: Int, _ length: Int, _ end: Int) -> Bool {
    if length == 2 { return offset + 1 < end && bytes[offset + 1] == bytes[offset] }
    return bytes[offset - 1] > 0x20 && (offset + 1 >= end || !Bytes.isWord(at: offset + 1, in: bytes))
  }

  private mutating func code() -> Bool {
    let length = byte(at + 1) == 0x60 ? 2 : 1
    guard length == 2 || mayOpen(at), let end = closing(0x60, length, from: at + length + 1), end < limit
    else {
      return false
    }
    var inside = (at + length)..<end
    // “`+text+`” is shown as it stands.
    if inside.count > 2, bytes[inside.lowerBound] == 0x2B, bytes[end - 1] == 0x2B {
      inside = (inside.lowerBound + 1)..<(end - 1)
    }
    take(.opaque(bytes.text(inside)), at..<(end + length))
    return true
  }

  /// `11^th^`, `F~1~`: no spaces inside.
  private mutating func script() -> Bool {
    var end = at + 1
    while end < min(limit, at + 30), bytes[end] > 0x20, bytes[end] != bytes[at] { end += 1 }
    guard end < limit, bytes[end] == bytes[at], end > at + 1 else { return false }
    take(.open(isVital: false), at..<(at + 1))
    take(.text, at..<end)
    take(.close, end..<(end + 1))
    return true
  }

  /// `+text+`, `++text++`, `+++text+++`: shown as it stands.
  private mutating func passed() -> Bool {
    if at + 1 == lines[line].upperBound, at > lines[line].lowerBound, bytes[at - 1] == 0x20 {
      return hardBreak()
    }
    let length = bytes[at..<limit].prefix(3).prefix { $0 == 0x2B }.count
    guard length > 1 || mayOpen(at) else { return false }
    let sign = String(repeating: "+", count: length)
    let from = min(at + length + 1, limit)
    guard let end = Bytes.find(sign, in: bytes, from..<min(limit, at + 400)),
      length > 1 || mayClose(end, 1, lines[line].upperBound)
    else { return false }
    take(.opaque(bytes.text((at + length)..<end)), at..<(end + length))
    return true
  }

  /// ` +` at the end of a line.
  private mutating func hardBreak() -> Bool {
    guard line + 1 < lines.count else {
      take(.hidden, at..<(at + 1))
      return true
    }
    // The space before it stands for the break.
    take(.hidden, at..<lines[line + 1].lowerBound)
    line += 1
    return true
  }

  private mutating func escape() -> Bool {
    let next = byte(at + 1)
    guard [0x2A, 0x5F, 0x60, 0x23, 0x7B, 0x5B, 0x3C, 0x26, 0x7E, 0x5E, 0x2B].contains(next) else {
      return false
    }
    take(.atom(String(UnicodeScalar(next))), at..<(at + 2))
    return true
  }

  private mutating func entity() -> Bool {
    guard let (text, end) = MarkdownEntities.entity(at: at, in: bytes, upTo: limit) else { return false }
    take(.atom(text), at..<end)
    return true
  }

  /// `{name}`.
  private mutating func attribute() -> Bool {
    var end = at + 1
    while end < limit, Bytes.isWord(bytes[end]) || bytes[end] == 0x2D { end += 1 }
    guard end < limit, bytes[end] == 0x7D, end > at + 1 else { return false }
    let name = bytes.text((at + 1)..<end)
    let range = at..<(end + 1)
    if attributes[name]?.hasPrefix("http") == true, link(from: range.lowerBound) { return true }
    if name == "empty" || name == "blank" || attributes[name] == "" {
      take(.hidden, range)
    } else {
      take(.opaque(attributes[name] ?? bytes.text(range)), range)
    }
    return true
  }

  /// `<<id,text>>`.
  private mutating func reference() -> Bool {
    guard byte(at + 1) == 0x3C,
      let end = Bytes.find(">>", in: bytes, min(at + 2, limit)..<min(limit, at + 300)),
      end > at + 2
    else { return false }
    if let comma = bytes[at..<end].firstIndex(of: 0x2C), comma + 1 < end {
      closers.append(end..<(end + 2))
      take(.open(isVital: true), at..<(comma + 1))
    } else {
      take(.opaque(bytes.text((at + 2)..<end)), at..<(end + 2))
    }
    return true
  }

  /// `[[id]]`, `[.role]#text#`.
  private mutating func bracket() -> Bool {
    let isAnchor = byte(at + 1) == 0x5B
    guard let end = bytes[at..<min(limit, at + 200)].firstIndex(of: 0x5D) else { return false }
    if isAnchor, byte(end + 1) == 0x5D {
      take(.hidden, at..<(end + 2))
      return true
    }
    let sign = byte(end + 1)
    guard sign == 0x23 || sign == 0x2A || sign == 0x5F, end > at + 1, byte(end + 2) > 0x20 else {
      return false
    }
    let length = byte(end + 2) == sign ? 2 : 1
    guard let close = closing(sign, length, from: end + 2 + length), isNear(close) else { return false }
    closers.append(close..<(close + length))
    take(.open(isVital: false), at..<(end + 1 + length))
    return true
  }

  /// `` "`text`" `` and `` '`text`' `` are curved quotes.
  private mutating func quote() -> Bool {
    let sign = bytes[at]
    let isDouble = sign == 0x22
    if byte(at + 1) == 0x60, mayOpen(at) {
      take(.atom(isDouble ? "“" : "‘"), at..<(at + 2))
      return true
    }
    return false
  }
}
