/// The arguments behind a macro: groups in braces, with options in brackets before or between them.
struct LaTeXArguments {
  /// The tokens that open the groups.
  private(set) var groups: [Int] = []
  /// The options, by the tokens that open them.
  private(set) var options: [Int] = []
  /// The first token behind the last argument.
  private(set) var end: Int

  /// Finds the arguments of a macro.
  ///
  /// - Parameters:
  ///   - macro: the index of its token.
  ///   - limit: how many groups there may be.
  ///   - isTight: whether nothing may stand between them, as where it is not known whether they belong to the macro.
  init(of macro: Int, in tokens: LaTeXTokens, limit: Int, isTight: Bool = false) {
    end = macro + 1
    var at = macro + 1
    while true {
      let next = isTight ? at : tokens.skippingSpace(at)
      guard next < tokens.count, tokens[next].match > next else { return }
      if tokens[next].kind == .bracketOpen, next == at {
        options.append(next)
        // An option with nothing behind it belongs to the macro only where it stands right behind its name.
        at = tokens[next].match + 1
        if groups.isEmpty { end = at }
      } else if tokens[next].kind == .open, groups.count < limit {
        groups.append(next)
        at = tokens[next].match + 1
        end = at
      } else {
        return
      }
    }
  }
}
