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
    try check(rules, \.id, "rule", grammars) { name in
      kind(name, grammars).map { "\($0); give --kind \(name)" }
    }
    try check(kinds, \.kind, "kind", grammars) { name in
      grammars.contains { $0.rule(name) != nil }
        ? "“\(name)” is a rule and no kind; give --rule \(name)" : nil
    }
    return Set(rules + kinds)
  }

  /// What to say of a kind that is asked for as if it were a rule, or `nil` where it is none.
  static func kind(_ name: String, _ grammars: [Grammar]) -> String? {
    let rules = grammars.flatMap(\.rules).filter { $0.kind == name }.map(\.id)
    guard let first = rules.first else { return nil }
    return rules.count == 1
      ? "“\(name)” is a kind, and its rule is “\(first)”"
      : "“\(name)” is a kind of \(Set(rules).count) rules, such as “\(first)”"
  }

  private static func check(
    _ names: [String], _ name: KeyPath<Rule, String>, _ what: String, _ grammars: [Grammar],
    otherwise: (String) -> String?
  ) throws {
    let live = Set(grammars.flatMap { $0.liveRules.map { $0[keyPath: name] } })
    for asked in names where !live.contains(asked) {
      let known = Set(grammars.flatMap { $0.rules.map { $0[keyPath: name] } })
      if known.contains(asked) {
        throw Trouble(
          message:
            "the \(what) “\(asked)” is switched off by a configuration; change it there, or give --no-config")
      }
      if let other = otherwise(asked) { throw Trouble(message: other) }
      let hint =
        Spelling.nearest(to: asked, in: known.sorted()).map { "did you mean “\($0)”?" } ?? "see `hone rules`"
      throw Trouble(message: "there is no \(what) “\(asked)”; \(hint)")
    }
  }
}
