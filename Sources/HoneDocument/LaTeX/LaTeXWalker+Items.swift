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
    var isMath = false
    for index in (bracket + 1)..<tokens[bracket].match {
      if tokens[index].kind == .math { isMath.toggle() }
      guard tokens[index].kind == .text, !isMath else { continue }
      if tokens.text(tokens[index].range).contains(where: { $0.isLetter || $0.isNumber }) {
        return tokens[index - 1].kind == .open && isSignMacro(index - 2) ? .none : .some
      }
    }
    return .none
  }

  private func isSignMacro(_ index: Int) -> Bool {
    index >= 0 && tokens[index].kind == .word && vocabulary.bulletMacros.contains(tokens.name(index))
  }
}
