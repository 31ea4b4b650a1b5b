internal import HoneCore

// Links and images: what a closing bracket makes of the opening one.
extension MarkdownScanner {
  mutating func closeBracket() {
    guard let bracket = brackets.popLast() else {
      at += 1
      return
    }
    let closing = at
    guard bracket.isActive, let upper = linkEnd(bracket, closing) else {
      flushText(upTo: closing)
      pieces.append(InlinePiece(.text, bracket.range))
      at = closing + 1
      return
    }
    flushText(upTo: closing)
    if bracket.isImage {
      closeImage(bracket, upper)
    } else {
      closeLink(bracket, closing, upper)
    }
  }

  private mutating func closeImage(_ bracket: Bracket, _ upper: Int) {
    pieces.removeSubrange(min(bracket.pieces, pieces.count)...)
    emphasis.drop(from: bracket.runs)
    tags.drop(from: bracket.tags)
    take(.hidden, bracket.range.lowerBound..<upper)
  }

  private mutating func closeLink(_ bracket: Bracket, _ closing: Int, _ upper: Int) {
    emphasis.pair(from: bracket.runs, in: bytes, into: &pieces)
    emphasis.flush(from: bracket.runs, into: &pieces)
    pieces.append(InlinePiece(.open(isVital: true), bracket.range))
    // There are no links in links.
    for index in brackets.indices.reversed() {
      if brackets[index].isImage { continue }
      guard brackets[index].isActive else { break }
      brackets[index].isActive = false
    }
    take(.close, closing..<upper)
  }

  /// Where the link ends whose text ends at `closing`; `nil` where it is none.
  private mutating func linkEnd(_ bracket: Bracket, _ closing: Int) -> Int? {
    var upper: Int?
    if byte(closing + 1) == 0x28 { upper = inlineEnd(closing + 1) }
    if upper == nil { upper = referenceEnd(bracket, closing) }
    if upper == nil, !bracket.isImage { upper = attributes(at: closing + 1) }
    guard let upper else { return nil }
    return attributes(at: upper) ?? upper
  }

  /// The end of `(address "title")`.
  private mutating func inlineEnd(_ opening: Int) -> Int? {
    var at = space(opening + 1)
    guard let address = addressEnd(at) else { return nil }
    at = space(address)
    if at > address, let title = titleEnd(at) { at = space(title) }
    return byte(at) == 0x29 ? at + 1 : nil
  }

  private func space(_ offset: Int) -> Int {
    var at = offset
    while at < end, bytes[at] <= 0x20 { at += 1 }
    return at
  }

  private func addressEnd(_ start: Int) -> Int? {
    var at = start
    if byte(at) == 0x3C {
      at += 1
      while at < end, bytes[at] != 0x3E {
        if bytes[at] == 0x0A || bytes[at] == 0x3C { return nil }
        at += bytes[at] == 0x5C ? 2 : 1
      }
      return at < end ? at + 1 : nil
    }
    var depth = 0
    while at < end, bytes[at] > 0x20 {
      switch bytes[at] {
      case 0x5C where at + 1 < end && MarkdownText.isPunctuation(bytes[at + 1]): at += 1
      case 0x28:
        depth += 1
        if depth > 32 { return nil }
      case 0x29:
        if depth == 0 { return at }
        depth -= 1
      default: break
      }
      at += 1
    }
    return depth == 0 ? at : nil
  }

  private mutating func titleEnd(_ start: Int) -> Int? {
    let opening = byte(start)
    guard opening == 0x22 || opening == 0x27 || opening == 0x28 else { return nil }
    let sign: UInt8 = opening == 0x28 ? 0x29 : opening
    return find(sign, from: start + 1).map { $0 + 1 }
  }

  /// Where a sign stands that no backslash makes plain; what was looked for in vain is not looked for again.
  mutating func find(_ sign: UInt8, from start: Int) -> Int? {
    if let none = missing[sign], start >= none { return nil }
    var at = start
    while at < end {
      if bytes[at] == sign { return at }
      at += bytes[at] == 0x5C ? 2 : 1
    }
    missing[sign] = min(missing[sign] ?? start, start)
    return nil
  }

  /// The end of `[label]`, `[]` or of nothing where the text itself is a label.
  private func referenceEnd(_ bracket: Bracket, _ closing: Int) -> Int? {
    if references.isEmpty { return nil }
    if byte(closing + 1) == 0x5B {
      var at = closing + 2
      let limit = min(end, at + 999)
      while at < limit, bytes[at] != 0x5D, bytes[at] != 0x5B { at += bytes[at] == 0x5C ? 2 : 1 }
      if at < limit, bytes[at] == 0x5D, at > closing + 2 {
        return references.contains(MarkdownText.folded(bytes[(closing + 2)..<at])) ? at + 1 : nil
      }
    }
    let text = bracket.range.upperBound..<closing
    guard text.count < 1000, references.contains(MarkdownText.folded(bytes[text])) else { return nil }
    return byte(closing + 1) == 0x5B && byte(closing + 2) == 0x5D ? closing + 3 : closing + 1
  }
}
