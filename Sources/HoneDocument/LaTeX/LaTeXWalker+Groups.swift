internal import HoneCore

extension LaTeXWalker {
  mutating func open(_ index: Int) -> Int {
    let close = tokens[index].match
    guard close > index else {
      flush()
      note(index, "nothing closes this brace; what hangs on it is left alone")
      run = LaTeXRun(.broken)
      return index + 1
    }
    if let role = roles.removeValue(forKey: index) { return enter(index, close, role) }
    if let run, !run.isEmpty || !isAtStart {
      // `\item{one \\ two}`: the lines are those of the item.
      if run.isEmpty, structure.hasLines(index, close), endsItem(close + 1) { return index + 1 }
      if !structure.isBroken(index, close) {
        take(index, close + 1)
        return close + 1
      }
      // `\item {text \begin{itemize} …}`: the text begins inside.
      if !run.isEmpty { flush() }
      return index + 1
    }
    if structure.hasLines(index, close) { return index + 1 }
    take(index, close + 1)
    return close + 1
  }

  mutating func enter(_ index: Int, _ close: Int, _ role: LaTeXSignature.Argument) -> Int {
    flush()
    if role == .nothing, !structure.isBroken(index, close) { return close + 1 }
    around.append((close, role))
    if role == .bullet { run = LaTeXRun(.argument) }
    return index + 1
  }

  mutating func close(_ index: Int) {
    flush()
    while let last = around.last, last.close <= index { around.removeLast() }
  }

  mutating func math(_ index: Int) -> Int {
    let sign = tokens.text(tokens[index].range)
    if let looked = unclosed[sign], index < looked {
      take(index, index + 1)
      return index + 1
    }
    switch LaTeXMath.end(index, tokens) {
    case .unclosed(let looked):
      unclosed[sign] = looked
      take(index, index + 1)
      return index + 1
    case .closed(let end):
      if isAtStart, isSign(index + 1, end - 1) {
        flush()
        run = LaTeXRun(.signed)
      } else {
        take(index, end)
      }
      return end
    }
  }

  func isSign(_ lower: Int, _ upper: Int) -> Bool {
    lower + 1 == upper && tokens[lower].kind == .word
      && vocabulary.bulletMacros.contains(tokens.name(lower))
  }

  /// Whether nothing more of an item stands from a token on.
  private func endsItem(_ index: Int) -> Bool {
    let next = tokens.skippingSpace(index)
    guard next < tokens.count else { return true }
    switch tokens[next].kind {
    case .close, .paragraph: return true
    case .word:
      let name = tokens.name(next)
      return name == "end" || vocabulary[name] == .item
    default: return false
    }
  }
}
