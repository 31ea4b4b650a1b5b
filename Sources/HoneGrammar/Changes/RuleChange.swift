public import HoneCore

/// What somebody wants of a rule, or of all rules of a kind.
public struct RuleChange: Sendable, Hashable {
  /// The id of a rule, or a kind.
  public let name: String
  /// The level to report its findings at; `nil` to switch it off.
  public let level: Level?
  /// Where this is said.
  public let place: Place

  /// A change.
  public init(_ name: String, level: Level?, place: Place) {
    self.name = name
    self.level = level
    self.place = place
  }
}

extension Grammar {
  /// This grammar with rules switched off or reported at another level. What is said of a rule counts more than what is said
  /// of its kind.
  ///
  /// A level that is lowered holds for rewrites too: what is a remark only is not worked on. One that is raised changes
  /// reports alone.
  ///
  /// - Throws: every name that is neither a rule nor a kind.
  public func changing(_ changes: [RuleChange]) throws(GrammarErrors) -> Grammar {
    if changes.isEmpty { return self }
    let wanted = Dictionary(changes.map { ($0.name, $0) }) { $1 }
    var problems: [GrammarProblem] = []
    let names = Set(rules.flatMap { [$0.id, $0.kind] })
    for change in changes where !names.contains(change.name) {
      let hint = Spelling.nearest(to: change.name, in: names).map { "did you mean “\($0)”?" }
      problems.append(
        GrammarProblem(
          change.place, "there is no rule or kind “\(change.name)”; \(hint ?? "see `hone rules`")"))
    }
    if !problems.isEmpty { throw GrammarErrors(problems) }
    var grammar = self
    var levels: [Int: Level] = [:]
    for (index, rule) in rules.enumerated() {
      guard let change = wanted[rule.id] ?? wanted[rule.kind] else { continue }
      if let level = change.level {
        levels[index] = level
      } else {
        grammar.silentRules.insert(index)
      }
    }
    let (rules, changed) = (rules, levels)
    grammar.rules = Deferred(count: rules.count) { index in
      changed[index].map { rules[index].reported(at: $0) } ?? rules[index]
    }
    return grammar
  }
}
