internal import HoneCore

/// A call in Typst code, taken apart: `name(key: value, [content])[content]`.
struct TypstCall {
  /// An argument.
  struct Argument {
    /// Its name, or `nil` for one that is told by its place.
    let name: String?
    /// Its value, without white space and comments around it.
    let value: Range<Int>
    /// Whether it stands behind the parentheses.
    let isTrailing: Bool
  }

  /// The name as it is spelled, fields included.
  let name: String
  /// The arguments in order.
  let arguments: [Argument]
  /// Where the call ends.
  let end: Int

  /// The call whose name begins at an offset, or a mere name.
  init(_ syntax: TypstSyntax, at start: Int) {
    var at = syntax.nameEnd(start)
    var nameEnd = at
    var arguments: [Argument] = []
    while true {
      let byte = syntax.byte(at)
      if byte == 0x2E, TypstSyntax.beginsName(syntax.byte(at + 1)) {
        at = syntax.nameEnd(at + 1)
        // A method of what a call gives is none of its name.
        if arguments.isEmpty { nameEnd = at }
      } else if byte == 0x28 || byte == 0x5B, let end = syntax.end(at) {
        if byte == 0x28 {
          arguments += TypstCall.arguments(syntax, at..<end)
        } else {
          arguments.append(Argument(name: nil, value: at..<end, isTrailing: true))
        }
        at = end
      } else {
        break
      }
    }
    name = syntax.bytes.text(start..<nameEnd)
    self.arguments = arguments
    end = at
  }

  /// What stands between parentheses, at its commas.
  static func arguments(_ syntax: TypstSyntax, _ parentheses: Range<Int>) -> [Argument] {
    var arguments: [Argument] = []
    let isClosed = parentheses.count > 1 && syntax.byte(parentheses.upperBound - 1) == 0x29
    let end = parentheses.upperBound - (isClosed ? 1 : 0)
    var at = parentheses.lowerBound + 1
    var parts: (first: Int, last: Int, colon: Int?) = (-1, -1, nil)
    func flush() {
      defer { parts = (-1, -1, nil) }
      guard parts.first >= 0 else { return }
      let value = parts.first..<parts.last
      guard let colon = parts.colon else {
        arguments.append(Argument(name: nil, value: value, isTrailing: false))
        return
      }
      let from = skip(syntax, colon + 1, upTo: parts.last)
      guard from < parts.last else { return }
      arguments.append(
        Argument(name: key(syntax, parts.first..<colon), value: from..<parts.last, isTrailing: false))
    }
    while at < end {
      let byte = syntax.byte(at)
      if byte == 0x2C {
        flush()
        at += 1
      } else if TypstSyntax.isSpace(byte) {
        at += 1
      } else {
        let next = min(syntax.end(at) ?? at + 1, end)
        if !isComment(syntax, at) {
          if parts.first < 0 { parts.first = at }
          if byte == 0x3A, parts.colon == nil { parts.colon = at }
          parts.last = next
        }
        at = next
      }
    }
    flush()
    return arguments
  }

  private static func isComment(_ syntax: TypstSyntax, _ offset: Int) -> Bool {
    syntax.byte(offset) == 0x2F && syntax.end(offset) != nil
  }

  private static func skip(_ syntax: TypstSyntax, _ start: Int, upTo end: Int) -> Int {
    var at = start
    while at < end {
      if TypstSyntax.isSpace(syntax.byte(at)) {
        at += 1
      } else if isComment(syntax, at), let next = syntax.end(at) {
        at = next
      } else {
        break
      }
    }
    return at
  }

  private static func key(_ syntax: TypstSyntax, _ range: Range<Int>) -> String {
    let text = syntax.bytes.text(range)
    return String(text.drop { $0 == "\"" || $0 == " " }.prefix { $0 != "\"" && !$0.isWhitespace })
  }
}

/// What a value of Typst code is, as a whole.
enum TypstValue {
  /// `[…]`: what stands between the brackets.
  case content(Range<Int>)
  /// `"…"`: what stands between the quotes.
  case string(Range<Int>)
  /// `(…)`, with the parentheses.
  case list(Range<Int>)
  /// Anything else.
  case code(Range<Int>)

  init(_ syntax: TypstSyntax, _ range: Range<Int>) {
    guard let end = syntax.end(range.lowerBound), end >= range.upperBound else {
      self = .code(range)
      return
    }
    // What the end of the file closes has no sign that does.
    let first = syntax.byte(range.lowerBound)
    let closer: UInt8 = first == 0x5B ? 0x5D : first
    let isClosed = range.count > 1 && syntax.byte(range.upperBound - 1) == closer
    let inside = (range.lowerBound + 1)..<(range.upperBound - (isClosed ? 1 : 0))
    switch first {
    case 0x5B: self = .content(inside)
    case 0x22: self = .string(inside)
    case 0x28: self = .list(range)
    default: self = .code(range)
    }
  }
}
