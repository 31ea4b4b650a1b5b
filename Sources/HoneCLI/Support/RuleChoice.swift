import HoneGrammar

/// The rules and kinds that a command line names.
enum RuleChoice {
  /// The names, once each is known.
  ///
  /// - Throws: a name that the grammar has not, with the one that was meant.
  static func read(_ rules: [String], _ kinds: [String], _ grammar: Grammar) throws -> Set<String> {
    if rules.isEmpty, kinds.isEmpty { return [] }
    try check(rules, among: grammar.rules.map(\.id), "rule")
    try check(kinds, among: Set(grammar.rules.map(\.kind)).sorted(), "kind")
    return Set(rules + kinds)
  }

  private static func check(_ names: [String], among known: [String], _ what: String) throws {
    for name in names where !known.contains(name) {
      let hint = Spelling.nearest(to: name, in: known).map { "did you mean “\($0)”?" } ?? "see `hone rules`"
      throw Trouble(message: "there is no \(what) “\(name)”; \(hint)")
    }
  }
}
