internal import HoneCore

extension TypstScanner {
  static let silent: Set<String> = [
    "let", "set", "show", "import", "include", "return", "if", "for", "while",
  ]

  /// Hands over what a `#` begins: a wrapper around text, or something that is not looked into.
  mutating func code(_ range: Range<Int>) {
    let first = range.lowerBound + 1
    guard TypstSyntax.beginsName(syntax.byte(first)) else {
      switch syntax.byte(first) {
      case 0x5B
      where syntax.end(first) == range.upperBound && range.count > 2 && bytes[range.upperBound - 1] == 0x5D:
        return wrapper(range, around: (first + 1)..<(range.upperBound - 1), isVital: false)
      case 0x7B: return builder.hidden(range)
      default: return builder.opaque(TypstShown.text(syntax, first..<range.upperBound, grammar), range)
      }
    }
    let call = TypstCall(syntax, at: first)
    if TypstScanner.silent.contains(call.name) || isHidden(call) { return builder.hidden(range) }
    if let inside = TypstShown.content(syntax, call) {
      return wrapper(range, around: inside, isVital: call.name == "link")
    }
    let shown = TypstShown.text(syntax, call, grammar)
    if shown.isEmpty { builder.hidden(range) } else { builder.opaque(shown, range) }
  }

  func isHidden(_ call: TypstCall) -> Bool {
    let name = TypstName(call.name)
    if grammar.hidden.contains(name.plain) || name.words.contains(where: grammar.hiddenWords.contains) {
      return true
    }
    // The number of a note is no part of the word before it.
    guard call.name == "super" || call.name == "sub", let inside = TypstShown.content(syntax, call) else {
      return false
    }
    return inside.allSatisfy { !Bytes.isWord(bytes[$0]) || Bytes.isDigit(bytes[$0]) }
  }

  mutating func wrapper(_ range: Range<Int>, around inside: Range<Int>, isVital: Bool) {
    builder.open(range.lowerBound..<inside.lowerBound, isVital: isVital)
    markup(inside)
    builder.close(inside.upperBound..<range.upperBound)
    plain = range.upperBound
  }
}
