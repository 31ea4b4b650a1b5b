internal import HoneCore

extension TypstWalker {
  /// The text of a heading; where code chooses it, the first choice that is known: `= #if english [Experience] else […]`.
  func headingText(_ range: Range<Int>) -> String {
    let text = plainText(range)
    if words.kind(of: text) != nil { return text }
    for at in range where syntax.byte(at) == 0x5B {
      guard let end = syntax.end(at), end - at < 200 else { continue }
      let choice = plainText((at + 1)..<max(at + 1, end - 1))
      if words.kind(of: choice) != nil { return choice }
    }
    return text
  }

  /// Whether a paragraph is the name of a section in a look of its own: `#text(14pt)[*Experience*]`.
  mutating func isHeading(_ range: Range<Int>) -> Bool {
    guard range.count < 300, let first = range.first, "#*_".utf8.contains(syntax.byte(first)) else {
      return false
    }
    if syntax.byte(first) == 0x23, !hasLook(first) { return false }
    let text = plainText(range)
    guard words.kind(of: text) != nil else { return false }
    // Below the headings that are called so, whatever their level.
    sections.enter(text, level: 100)
    return true
  }

  /// Whether a call only gives its content a look.
  func hasLook(_ hash: Int) -> Bool {
    guard TypstSyntax.beginsName(syntax.byte(hash + 1)) else { return false }
    return grammar.looks.contains(TypstName(TypstCall(syntax, at: hash + 1).name).plain)
  }

  /// Reads lines that begin with the sign of a bullet and are broken by hand: `• Led the team \`.
  mutating func signed(_ range: Range<Int>, _ scope: Scope) -> Bool {
    guard sign(at: range.lowerBound) > 0 else { return false }
    var start = range.lowerBound
    var at = start
    while at < range.upperBound {
      let isBreak = syntax.byte(at) == 0x5C && TypstSyntax.isSpace(syntax.byte(at + 1))
      let next = isBreak ? syntax.skipSpaces(at + 1, upTo: range.upperBound) : min(step(at), range.upperBound)
      if isBreak || next == range.upperBound {
        let length = sign(at: start)
        if length > 0 { add((start + length)..<(isBreak ? at : next), scope) }
        start = next
      }
      at = next
    }
    return true
  }

  /// The length of a bullet's sign at an offset, 0 where there is none.
  func sign(at offset: Int) -> Int {
    for sign in ["•", "●", "▪", "◦", "‣", "#sym.bullet"] where syntax.bytes[offset...].starts(with: sign.utf8)
    {
      return sign.utf8.count
    }
    return 0
  }
}
