internal import HoneCore

extension LaTeXWalker {
  mutating func item(_ index: Int) -> Int {
    flush()
    var at = index + 1
    while tokens.skippingSpace(at) < tokens.count, tokens[tokens.skippingSpace(at)].kind == .word,
      tokens.name(tokens.skippingSpace(at)) == "relax"
    {
      at = tokens.skippingSpace(at) + 1
    }
    let isPlain = at == index + 1
    if let end = behindEntry(index) {
      run = LaTeXRun(.item(label: .empty))
      return end
    }
    let next = tokens.skippingSpace(at)
    guard isPlain, next < tokens.count, tokens[next].kind == .bracketOpen, tokens[next].match > next else {
      run = LaTeXRun(.item(label: .none))
      return at
    }
    let inside = tokens.skippingSpace(next + 1)
    run = LaTeXRun(.item(label: inside == tokens[next].match ? .empty : label(next)))
    return tokens[next].match + 1
  }

  /// `\item{dates}{place}{title} text`: an entry, and perhaps what was done there.
  func behindEntry(_ index: Int) -> Int? {
    guard index + 1 < tokens.count, tokens[index + 1].kind == .open else { return nil }
    let tight = LaTeXArguments(of: index, in: tokens, limit: 8, isTight: true)
    if tight.groups.count > 1 { return tight.end }
    let loose = LaTeXArguments(of: index, in: tokens, limit: 8)
    return loose.groups.count > 2 ? loose.end : nil
  }

  /// A label that is a sign, or drawn, is no other than that of the list.
  func label(_ bracket: Int) -> LaTeXRun.Label {
    let range = tokens.bytes(of: (bracket + 1)..<tokens[bracket].match)
    let text = LaTeXInline.plain(layer, range, vocabulary)
    return text.contains { $0.isLetter || $0.isNumber } ? .some : .none
  }
}
