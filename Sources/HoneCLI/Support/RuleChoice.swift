import HoneGrammar

/// The rules and kinds that a command line names.
enum RuleChoice {
  /// The names, once each is known.
  ///
  /// - Throws: a name that the grammar has not, with the one that was meant.
  ///
  /// - Parameter grammars: those of the files; it is enough that one of them has the name.
  static func read(_ rules: [String], _ kinds: [String], _ grammars: [Grammar]) throws -> Set<String> {
    if rules.isEmpty && kinds.isEmpty || grammars.isEmpty { return [] }
    try check(rules, \.id, "rule", grammars)
    try check(kinds, \.kind, "kind", grammars)
    return Set(rules + kinds)
  }

  private static func check(
    _ names: [String], _ name: KeyPath<Rule, String>, _ what: String, _ grammars: [Grammar]
  ) throws {
    let live = Set(grammars.flatMap { $0.liveRules.map { $0[keyPath: name] } })
    for asked in names where !live.contains(asked) {
      let known = Set(grammars.flatMap { $0.rules.map { $0[keyPath: name] } })
      if known.contains(asked) {
        throw Trouble(
          message:
            "the \(what) “\(asked)” is switched off by a configuration; change it there, or give --no-config")
      }
      let hint =
        Spelling.nearest(to: asked, in: known.sorted()).map { "did you mean “\($0)”?" } ?? "see `hone rules`"
      throw Trouble(message: "there is no \(what) “\(asked)”; \(hint)")
    }
  }
}
