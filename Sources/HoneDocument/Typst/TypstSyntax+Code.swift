internal import HoneCore

extension TypstSyntax {
  static let statements: Set<String> = ["let", "set", "show", "import", "include", "return"]
  static let controls: Set<String> = ["if", "for", "while"]

  /// What a `#` in markup begins; a sign that begins nothing is one byte long.
  mutating func hash(_ start: Int) -> Int {
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

  func number(_ start: Int) -> Int {
    var at = start
    while Bytes.isWord(byte(at)) || (byte(at) == 0x2E && Bytes.isDigit(byte(at + 1))) { at += 1 }
    if byte(at) == 0x25 { at += 1 }
    return at
  }

  /// Something that has an end of its own, or a single byte.
  mutating func item(_ start: Int) -> Int {
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

  mutating func bracket(_ start: Int, _ closer: UInt8) -> Int {
    let close = nested { $0.code(start + 1, closer) }
    return record(start, byte(close) == closer ? close + 1 : max(close, start + 1))
  }

  mutating func string(_ start: Int) -> Int {
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
  mutating func code(_ start: Int, _ closer: UInt8) -> Int {
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
  mutating func postfix(_ start: Int) -> Int {
    var at = start
    while true {
      switch byte(at) {
      case 0x28, 0x5B: at = item(at)
      case 0x2E where TypstSyntax.beginsName(byte(at + 1)): at = nameEnd(at + 1)
      default: return at
      }
    }
  }

  mutating func operand(_ start: Int) -> Int {
    TypstSyntax.beginsName(byte(start)) ? postfix(nameEnd(start)) : postfix(item(start))
  }

  /// A statement ends with its line, unless something is missing there.
  mutating func statement(_ start: Int) -> Int {
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
  func goesOn(_ newline: Int) -> Bool {
    let next = skipSpaces(newline)
    if byte(next) == 0x2E { return TypstSyntax.beginsName(byte(next + 1)) }
    return bytes[next..<range.upperBound].starts(with: "else".utf8) && !TypstSyntax.isName(byte(next + 4))
  }

  /// `if`, `for` and `while` with their blocks.
  mutating func control(_ start: Int) -> Int {
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
  func alternative(_ offset: Int) -> Int? {
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
