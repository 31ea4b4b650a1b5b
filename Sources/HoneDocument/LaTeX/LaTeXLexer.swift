internal import HoneCore

/// Cuts LaTeX into tokens, each byte looked at once or twice.
struct LaTeXLexer {
  let bytes: [UInt8]
  let end: Int
  var at: Int
  var result: [LaTeXToken] = []
  /// Ends that were looked for and are not there: nobody looks again.
  var missing: Set<String> = []
  /// Macros whose first argument is an address.
  private let addresses: Set<String>
  /// Up to here stands an address, in which a percent sign begins no comment.
  private var addressEnd = 0

  init(_ bytes: [UInt8], _ range: Range<Int>, _ addresses: Set<String>) {
    self.bytes = bytes
    self.addresses = addresses
    at = range.lowerBound
    end = min(range.upperBound, bytes.count)
  }

  mutating func tokens() -> [LaTeXToken] {
    result.reserveCapacity((end - at) / 6)
    if at == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]), end >= 3 { add(.space, 3) }
    while at < end { next() }
    return result
  }

  mutating func add(_ kind: LaTeXToken.Kind, _ to: Int) {
    result.append(LaTeXToken(kind, at..<to))
    at = to
  }

  func byte(_ offset: Int) -> UInt8? { offset < end ? bytes[offset] : nil }

  mutating func next() {
    switch bytes[at] {
    case 0x5C: command()
    case 0x25: if at < addressEnd { text() } else { comment() }
    case 0x7B: add(.open, at + 1)
    case 0x7D: add(.close, at + 1)
    case 0x5B: add(.bracketOpen, at + 1)
    case 0x5D: add(.bracketClose, at + 1)
    case 0x24: add(.math, byte(at + 1) == 0x24 ? at + 2 : at + 1)
    case 0x7E: add(.tie, at + 1)
    case 0x26: add(.ampersand, at + 1)
    case 0x20, 0x09, 0x0A, 0x0D: space()
    case 0x2D where byte(at + 1) == 0x2D: add(.dash, byte(at + 2) == 0x2D ? at + 3 : at + 2)
    case 0x60: add(.quote, byte(at + 1) == 0x60 ? at + 2 : at + 1)
    case 0x27 where byte(at + 1) == 0x27: add(.quote, at + 2)
    default: text()
    }
  }

  // MARK: - Text

  mutating func text() {
    var to = at + 1
    while to < end {
      switch bytes[to] {
      case 0x5C, 0x25, 0x7B, 0x7D, 0x5B, 0x5D, 0x24, 0x7E, 0x26, 0x09, 0x0A, 0x0D, 0x60: return add(.text, to)
      case 0x2D where byte(to + 1) == 0x2D: return add(.text, to)
      case 0x27 where byte(to + 1) == 0x27: return add(.text, to)
      case 0x20:
        // A single space belongs to the text, more than one or one before a line end do not.
        guard let after = byte(to + 1), after != 0x20, after != 0x09, after != 0x0A, after != 0x0D else {
          return add(.text, to)
        }
      default: break
      }
      to += 1
    }
    add(.text, to)
  }

  mutating func space() {
    let lines = lineEnds(from: at)
    if lines.count >= 2 { return add(.paragraph, lines.end) }
    if lines.count == 1 { return add(.newline, lines.end) }
    if lines.end == at + 1, bytes[at] == 0x20 { return text() }
    add(.space, lines.end)
  }

  /// How many line ends stand in the white space from an offset on, and where it ends.
  func lineEnds(from start: Int) -> (count: Int, end: Int) {
    var to = start
    var count = 0
    while let byte = byte(to), byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
      if byte == 0x0A || (byte == 0x0D && self.byte(to + 1) != 0x0A) { count += 1 }
      to += 1
    }
    return (count, to)
  }

  /// TeX swallows the line end behind a comment and the white space behind that, but no empty line.
  mutating func comment() {
    var to = at
    while let byte = byte(to), byte != 0x0A, byte != 0x0D { to += 1 }
    let lines = lineEnds(from: to)
    add(.comment, lines.count == 1 ? lines.end : to)
  }

  // MARK: - Commands

  mutating func command() {
    guard let first = byte(at + 1) else { return add(.text, at + 1) }
    guard Bytes.isLetter(first) else {
      var to = at + 2
      // A whole character, not its first byte.
      while to < end, bytes[to] & 0xC0 == 0x80 { to += 1 }
      return add(first == 0x0A || first == 0x0D ? .newline : .symbol, to)
    }
    var to = at + 2
    while let byte = byte(to), Bytes.isLetter(byte) { to += 1 }
    let name = bytes[(at + 1)..<to]
    if byte(to) == 0x2A { to += 1 }
    if name.elementsEqual("verb".utf8) || name.elementsEqual("lstinline".utf8), code(from: to) { return }
    if name.elementsEqual("iffalse".utf8), let over = endOfFalse(from: to) { return add(.comment, over) }
    let isBegin = name.elementsEqual("begin".utf8)
    if addresses.contains(bytes.text(name.indices)) { address(from: to) }
    add(.word, to)
    if isBegin { verbatim() }
  }

  /// Finds the address in the argument of a macro: it ends where its braces close, on the same line.
  private mutating func address(from start: Int) {
    var to = start
    while byte(to) == 0x20 { to += 1 }
    if byte(to) == 0x5B {
      while let byte = byte(to), byte != 0x5D, byte != 0x0A, byte != 0x25 { to += 1 }
      to += 1
    }
    guard byte(to) == 0x7B else { return }
    var depth = 0
    while let byte = byte(to), byte != 0x0A, byte != 0x0D {
      switch byte {
      case 0x5C: to += 1
      case 0x7B: depth += 1
      case 0x7D: depth -= 1
      default: break
      }
      if depth == 0 {
        addressEnd = to
        return
      }
      to += 1
    }
  }

  mutating func code(from start: Int) -> Bool {
    guard let sign = byte(start), sign > 0x20, sign != 0x7B, sign != 0x5B, !Bytes.isLetter(sign) else {
      return false
    }
    var to = start + 1
    while let byte = byte(to), byte != sign {
      if byte == 0x0A || byte == 0x0D { return false }
      to += 1
    }
    guard to < end else { return false }
    add(.code, to + 1)
    return true
  }
}
