internal import HoneCore

/// The scan of one bullet: what is text, what stands for text, what is markup around it.
struct TypstScanner {
  let syntax: TypstSyntax
  let grammar: TypstGrammar
  /// What the bullet is put together in.
  var builder: BulletBuilder
  /// Whether letters that somebody wrote were found.
  var hasWords = false
  /// Where the plain text begins that was not handed over yet.
  var plain = 0

  var bytes: [UInt8] { syntax.bytes }

  init(_ builder: BulletBuilder, _ syntax: TypstSyntax, _ grammar: TypstGrammar) {
    self.builder = builder
    self.syntax = syntax
    self.grammar = grammar
  }

  /// Hands markup over.
  mutating func markup(_ range: Range<Int>) {
    if syntax.isTooDeep { return builder.opaque(bytes.text(range), range) }
    let partners = partners(in: range)
    var at = range.lowerBound
    plain = at
    while at < range.upperBound {
      if let partner = partners[at] {
        flush(at)
        if partner > at { builder.open(at..<(at + 1)) } else { builder.close(at..<(at + 1)) }
        at += 1
        plain = at
      } else if let end = special(at, range.upperBound) {
        at = end
        plain = at
      } else {
        if !hasWords, Bytes.isWord(at: at, in: bytes), !Bytes.isDigit(bytes[at]), bytes[at] != 0x5F {
          hasWords = true
        }
        at += 1
      }
    }
    flush(at)
  }

  private mutating func flush(_ end: Int) {
    if plain < end { builder.verbatim(plain..<end) }
    plain = end
  }

  /// Where the signs of bold and emphasized text have their partners.
  ///
  /// A sign within a word is none, and neither is one without a partner.
  private func partners(in range: Range<Int>) -> [Int: Int] {
    var partners: [Int: Int] = [:]
    var open: [Int] = []
    var at = range.lowerBound
    while at < range.upperBound {
      if let end = syntax.end(at) {
        at = end
      } else if bytes[at] == 0x5C {
        at += syntax.escapeLength(at)
      } else {
        if bytes[at] == 0x2A || bytes[at] == 0x5F, !isInWord(at, range) { pair(at, &open, &partners) }
        at += 1
      }
    }
    return partners
  }

  private func pair(_ at: Int, _ open: inout [Int], _ partners: inout [Int: Int]) {
    // Only two kinds of signs exist, so those that are open are at most two.
    guard let index = open.lastIndex(where: { bytes[$0] == bytes[at] }) else { return open.append(at) }
    partners[open[index]] = at
    partners[at] = open[index]
    open.removeSubrange(index...)
  }

  private func isInWord(_ at: Int, _ range: Range<Int>) -> Bool {
    guard at > range.lowerBound, at + 1 < range.upperBound else { return false }
    guard bytes[at - 1] != 0x5F, bytes[at + 1] != 0x5F else { return false }
    return Bytes.isWord(before: at, in: bytes) && Bytes.isWord(at: at + 1, in: bytes)
  }

  // MARK: - What is no plain text

  /// Hands what is no plain text over and gives its end; `nil` where plain text goes on.
  private mutating func special(_ at: Int, _ end: Int) -> Int? {
    switch bytes[at] {
    case 0x20, 0x09, 0x0A, 0x0D: return space(at, end)
    case 0x5C: return escape(at, end)
    case 0x2F: return comment(at, end)
    case 0x60, 0x24, 0x68:
      guard let close = syntax.end(at) else { return nil }
      flush(at)
      builder.opaque(TypstShown.text(syntax, at..<close, grammar), at..<close)
      return close
    case 0x23:
      guard let close = syntax.end(at) else { return nil }
      flush(at)
      code(at..<close)
      return close
    case 0x2D: return dash(at, end)
    case 0x7E:
      flush(at)
      builder.atom(" ", at..<(at + 1))
      return at + 1
    case 0x3C, 0x40:
      guard let close = label(at, end) else { return nil }
      flush(at)
      if bytes[at] == 0x3C {
        builder.hidden(at..<close)
      } else {
        builder.opaque(bytes.text(at..<close), at..<close)
      }
      return close
    default: return nil
    }
  }

  /// White space is one space, or none where one went before.
  private mutating func space(_ at: Int, _ end: Int) -> Int? {
    let close = syntax.skipSpaces(at, upTo: end)
    let isAfterText = plain < at
    if bytes[at] == 0x20, close == at + 1, isAfterText { return nil }
    flush(at)
    let run = at..<close
    if !isAfterText, builder.textSoFar.last ?? 0x20 == 0x20 {
      builder.hidden(run)
    } else if bytes[run].contains(0x0A) {
      builder.softBreak(run)
    } else if run.count == 1, bytes[at] == 0x20 {
      builder.verbatim(run)
    } else {
      builder.atom(" ", run)
    }
    return close
  }

  private mutating func escape(_ at: Int, _ end: Int) -> Int? {
    flush(at)
    guard at + 1 < end, !TypstSyntax.isSpace(bytes[at + 1]) else {
      // A backslash before white space breaks the line.
      let close = syntax.skipSpaces(at + 1, upTo: end)
      if close == end || builder.textSoFar.last ?? 0x20 == 0x20 {
        builder.hidden(at..<close)
      } else {
        builder.atom(" ", at..<close)
      }
      return close
    }
    let close = min(at + syntax.escapeLength(at), end)
    builder.atom(TypstShown.escape(bytes, at..<close), at..<close)
    return close
  }

  /// A comment stays; one that ends with its line takes the line end along, for what follows must not come behind it.
  private mutating func comment(_ at: Int, _ end: Int) -> Int? {
    guard let found = syntax.end(at) else { return nil }
    flush(at)
    var close = min(found, end)
    if bytes[at + 1] == 0x2F { close = syntax.skipSpaces(close, upTo: end) }
    if bytes[at + 1] == 0x2A || close == end || builder.textSoFar.last ?? 0x20 == 0x20 {
      builder.hidden(at..<close)
    } else {
      builder.opaque(" ", at..<close)
    }
    return close
  }

  private mutating func dash(_ at: Int, _ end: Int) -> Int? {
    let next = at + 1 < end ? bytes[at + 1] : 0
    guard next == 0x2D || next == 0x3F else { return nil }
    flush(at)
    if next == 0x3F {
      builder.hidden(at..<(at + 2))
      return at + 2
    }
    let isLong = at + 2 < end && bytes[at + 2] == 0x2D
    let close = at + (isLong ? 3 : 2)
    builder.atom(isLong ? "—" : "–", at..<close)
    return close
  }

  /// The end of a label `<…>` or a reference `@…`.
  private func label(_ at: Int, _ end: Int) -> Int? {
    var close = at + 1
    while close < end, Bytes.isWord(bytes[close]) || "-.:".utf8.contains(bytes[close]) { close += 1 }
    if bytes[at] == 0x3C { return close > at + 1 && close < end && bytes[close] == 0x3E ? close + 1 : nil }
    while close > at + 1, bytes[close - 1] == 0x2E || bytes[close - 1] == 0x3A { close -= 1 }
    return close > at + 1 ? close : nil
  }
}
