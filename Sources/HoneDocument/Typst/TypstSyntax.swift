internal import HoneCore

/// Where everything in Typst source ends: brackets, strings, raw text, formulas, comments, and what a `#` begins.
///
/// One pass over the source finds all of it, so that whoever reads the source afterwards skips a part in one step and
/// nothing is scanned twice. Markup and code hold each other to any depth; beyond a limit the rest is left unread.
struct TypstSyntax {
  let bytes: [UInt8]
  /// What was looked at.
  let range: Range<Int>
  /// The comments, with their signs, in order.
  private(set) var comments: [Range<Int>] = []
  /// Whether brackets stand within each other deeper than anybody writes.
  private(set) var isTooDeep = false
  private var ends: [Int]
  private var depth = 0

  private static let deepest = 150

  /// The syntax of markup that fills a range.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    self.range = range
    ends = [Int](repeating: 0, count: range.count + 1)
    _ = markup(range.lowerBound, isNested: false)
    if isTooDeep { ends = [] }
  }

  /// Where what begins at an offset ends, or `nil` where nothing does.
  func end(_ offset: Int) -> Int? {
    let index = offset - range.lowerBound
    guard index >= 0, index < ends.count, ends[index] > offset else { return nil }
    return ends[index]
  }

  /// The byte at an offset, 0 beyond the end.
  func byte(_ offset: Int) -> UInt8 {
    offset >= range.lowerBound && offset < range.upperBound ? bytes[offset] : 0
  }

  /// Where a run of name characters that begins at an offset ends.
  func nameEnd(_ offset: Int) -> Int {
    var at = offset
    while at < range.upperBound, bytes[at] == 0x2D || Bytes.isWord(at: at, in: bytes) { at += 1 }
    // A hyphen belongs to a name inside of it only.
    while at > offset, bytes[at - 1] == 0x2D { at -= 1 }
    return at
  }

  static func isName(_ byte: UInt8) -> Bool { Bytes.isWord(byte) || byte == 0x2D }

  static func beginsName(_ byte: UInt8) -> Bool { Bytes.isWord(byte) && !Bytes.isDigit(byte) }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  /// The first offset from one on that is no space.
  func skipSpaces(_ offset: Int, upTo end: Int? = nil) -> Int {
    var at = offset
    while at < end ?? range.upperBound, TypstSyntax.isSpace(bytes[at]) { at += 1 }
    return at
  }

  /// The length of an escape at a backslash.
  func escapeLength(_ offset: Int) -> Int {
    if byte(offset + 1) == 0x75, byte(offset + 2) == 0x7B {
      var at = offset + 3
      while at < range.upperBound, at < offset + 12, byte(at) != 0x7D { at += 1 }
      if byte(at) == 0x7D { return at + 1 - offset }
    }
    // Before white space a backslash breaks the line.
    if TypstSyntax.isSpace(byte(offset + 1)) { return 1 }
    return 1 + characterLength(offset + 1)
  }

  /// The length of the character at an offset, 0 at the end.
  func characterLength(_ offset: Int) -> Int {
    guard offset < range.upperBound else { return 0 }
    var at = offset + 1
    while at < range.upperBound, bytes[at] & 0xC0 == 0x80 { at += 1 }
    return at - offset
  }
}

// MARK: - Markup

extension TypstSyntax {
  private mutating func record(_ start: Int, _ end: Int) -> Int {
    if start - range.lowerBound < ends.count { ends[start - range.lowerBound] = end }
    return end
  }

  /// Enters something that holds other things; `nil` where it stands too deep.
  private mutating func nested(_ body: (inout TypstSyntax) -> Int) -> Int {
    guard depth < TypstSyntax.deepest else {
      isTooDeep = true
      return range.upperBound
    }
    depth += 1
    defer { depth -= 1 }
    return body(&self)
  }

  /// Runs over markup up to the `]` that closes it, or the end.
  private mutating func markup(_ start: Int, isNested: Bool) -> Int {
    var at = start
    var brackets = 0
    while at < range.upperBound {
      switch bytes[at] {
      case 0x5C: at += escapeLength(at)
      case 0x2F: at = comment(at) ?? at + 1
      case 0x60: at = raw(at)
      case 0x24: at = formula(at)
      case 0x68: at = address(at) ?? at + 1
      case 0x23: at = hash(at)
      case 0x5B:
        brackets += 1
        at += 1
      case 0x5D where brackets > 0:
        brackets -= 1
        at += 1
      case 0x5D where isNested: return at
      default: at += 1
      }
    }
    return range.upperBound
  }

  private mutating func comment(_ start: Int) -> Int? {
    guard byte(start) == 0x2F else { return nil }
    var at = start + 2
    if byte(start + 1) == 0x2F {
      while at < range.upperBound, bytes[at] != 0x0A { at += 1 }
      if at > start + 2, bytes[at - 1] == 0x0D { at -= 1 }
    } else if byte(start + 1) == 0x2A {
      var open = 1
      while at < range.upperBound, open > 0 {
        if bytes[at] == 0x2F, byte(at + 1) == 0x2A {
          open += 1
          at += 2
        } else if bytes[at] == 0x2A, byte(at + 1) == 0x2F {
          open -= 1
          at += 2
        } else {
          at += 1
        }
      }
      at = min(at, range.upperBound)
    } else {
      return nil
    }
    comments.append(start..<at)
    return record(start, at)
  }

  private mutating func raw(_ start: Int) -> Int {
    var ticks = 0
    while byte(start + ticks) == 0x60 { ticks += 1 }
    if ticks == 2 { return record(start, start + 2) }
    var at = start + ticks
    var found = 0
    while at < range.upperBound, found < ticks {
      found = bytes[at] == 0x60 ? found + 1 : 0
      at += 1
    }
    return found == ticks ? record(start, at) : start + ticks
  }

  /// A formula ends at the next dollar sign of its paragraph; without one the sign stands for itself.
  private mutating func formula(_ start: Int) -> Int {
    var at = start + 1
    while at < range.upperBound {
      switch bytes[at] {
      case 0x5C: at += 2
      case 0x24: return record(start, at + 1)
      case 0x0A where isBlankLine(at + 1): return start + 1
      default: at += 1
      }
    }
    return start + 1
  }

  private func isBlankLine(_ start: Int) -> Bool {
    var at = start
    while byte(at) == 0x20 || byte(at) == 0x09 || byte(at) == 0x0D { at += 1 }
    return at >= range.upperBound || bytes[at] == 0x0A
  }

  /// `https://…` is a link, and its slashes begin no comment.
  private mutating func address(_ start: Int) -> Int? {
    let sign = ["http://", "https://"].first { bytes[start...].starts(with: $0.utf8) }
    guard let sign, start == range.lowerBound || !Bytes.isWord(bytes[start - 1]) else { return nil }
    var at = start + sign.utf8.count
    var open: [UInt8] = []
    loop: while at < range.upperBound {
      switch bytes[at] {
      case 0x28, 0x5B: open.append(bytes[at] == 0x28 ? 0x29 : 0x5D)
      case 0x29, 0x5D:
        guard open.popLast() == bytes[at] else { break loop }
      case let byte where !Bytes.isWord(byte) && !"!#$%&*+,-./:;=?@~'".utf8.contains(byte): break loop
      default: break
      }
      at += 1
    }
    at = min(at, range.upperBound)
    while at > start, "!,.:;?'".utf8.contains(bytes[at - 1]) { at -= 1 }
    return record(start, at)
  }
}

// MARK: - Code

extension TypstSyntax {
  private static let statements: Set<String> = ["let", "set", "show", "import", "include", "return"]
  private static let controls: Set<String> = ["if", "for", "while"]

  /// What a `#` in markup begins; a sign that begins nothing is one byte long.
  private mutating func hash(_ start: Int) -> Int {
    let first = start + 1
    var end: Int
    switch byte(first) {
    case let byte where TypstSyntax.beginsName(byte):
      let name = nameEnd(first)
      let word = bytes.text(first..<name)
      if TypstSyntax.statements.contains(word) {
        end = statement(name)
      } else if TypstSyntax.controls.contains(word) {
        end = control(name)
      } else if word == "context" {
        end = operand(skipSpaces(name))
      } else {
        end = postfix(name)
      }
    case 0x28, 0x5B, 0x7B, 0x22, 0x24, 0x60: end = postfix(item(first))
    case let byte where Bytes.isDigit(byte): end = number(first)
    default: return start + 1
    }
    if byte(end) == 0x3B { end += 1 }
    return record(start, max(end, first))
  }

  private func number(_ start: Int) -> Int {
    var at = start
    while Bytes.isWord(byte(at)) || (byte(at) == 0x2E && Bytes.isDigit(byte(at + 1))) { at += 1 }
    if byte(at) == 0x25 { at += 1 }
    return at
  }

  /// Something that has an end of its own, or a single byte.
  private mutating func item(_ start: Int) -> Int {
    switch byte(start) {
    case 0x22: return string(start)
    case 0x2F: return comment(start) ?? start + 1
    case 0x60: return raw(start)
    case 0x24: return formula(start)
    case 0x28: return bracket(start, 0x29)
    case 0x7B: return bracket(start, 0x7D)
    case 0x5B:
      let close = nested { $0.markup(start + 1, isNested: true) }
      return record(start, byte(close) == 0x5D ? close + 1 : close)
    default: return start + 1
    }
  }

  private mutating func bracket(_ start: Int, _ closer: UInt8) -> Int {
    let close = nested { $0.code(start + 1, closer) }
    return record(start, byte(close) == closer ? close + 1 : max(close, start + 1))
  }

  private mutating func string(_ start: Int) -> Int {
    var at = start + 1
    while at < range.upperBound {
      if bytes[at] == 0x5C {
        at += 2
      } else if bytes[at] == 0x22 {
        return record(start, at + 1)
      } else {
        at += 1
      }
    }
    return record(start, range.upperBound)
  }

  /// Runs over code up to what closes it; a bracket that does not fit closes it too.
  private mutating func code(_ start: Int, _ closer: UInt8) -> Int {
    var at = start
    while at < range.upperBound {
      switch bytes[at] {
      case 0x29, 0x5D, 0x7D: return at
      default: at = item(at)
      }
    }
    return range.upperBound
  }

  /// Calls, content and fields behind a name or a value.
  private mutating func postfix(_ start: Int) -> Int {
    var at = start
    while true {
      switch byte(at) {
      case 0x28, 0x5B: at = item(at)
      case 0x2E where TypstSyntax.beginsName(byte(at + 1)): at = nameEnd(at + 1)
      default: return at
      }
    }
  }

  private mutating func operand(_ start: Int) -> Int {
    TypstSyntax.beginsName(byte(start)) ? postfix(nameEnd(start)) : postfix(item(start))
  }

  /// A statement ends with its line, unless something is missing there.
  private mutating func statement(_ start: Int) -> Int {
    var at = start
    var last: UInt8 = 0
    while at < range.upperBound {
      let byte = bytes[at]
      switch byte {
      case 0x29, 0x5D, 0x7D: return at
      case 0x3B: return at + 1
      case 0x0A where !"=+:,(".utf8.contains(last) && !(last == 0x3E) && !goesOn(at): return at
      case let byte where TypstSyntax.isSpace(byte): at += 1
      case 0x2F where comment(at) != nil: at = end(at) ?? at + 1
      default:
        at = item(at)
        last = self.byte(at - 1)
      }
    }
    return range.upperBound
  }

  /// Whether code goes on behind a line end: a method call, or `else`.
  private func goesOn(_ newline: Int) -> Bool {
    let next = skipSpaces(newline)
    if byte(next) == 0x2E { return TypstSyntax.beginsName(byte(next + 1)) }
    return bytes[next..<range.upperBound].starts(with: "else".utf8) && !TypstSyntax.isName(byte(next + 4))
  }

  /// `if`, `for` and `while` with their blocks.
  private mutating func control(_ start: Int) -> Int {
    var at = start
    while at < range.upperBound {
      switch bytes[at] {
      case 0x29, 0x5D, 0x7D, 0x0A: return at
      case 0x7B, 0x5B:
        guard bytes[at] == 0x7B || TypstSyntax.isSpace(bytes[at - 1]) else {
          at = item(at)
          continue
        }
        at = item(at)
        guard let other = alternative(at) else { return at }
        at = other
      default: at = item(at)
      }
    }
    return range.upperBound
  }

  /// What stands behind `else`.
  private func alternative(_ offset: Int) -> Int? {
    let next = skipSpaces(offset)
    guard next < range.upperBound, bytes[next..<range.upperBound].starts(with: "else".utf8) else {
      return nil
    }
    let body = skipSpaces(next + 4)
    if byte(body) == 0x7B || byte(body) == 0x5B { return body }
    guard bytes[body..<range.upperBound].starts(with: "if".utf8), !TypstSyntax.isName(byte(body + 2)) else {
      return nil
    }
    return body + 2
  }
}
