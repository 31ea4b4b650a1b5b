internal import HoneCore
public import HoneGrammar
public import HoneReport

extension SARIF {
  /// A writer for what the rules of a grammar find.
  ///
  /// - Parameters:
  ///   - version: that of the program that writes the log.
  ///   - grammar: the one whose rules may have found something.
  public init(version: String, grammar: Grammar) {
    let rules = grammar.rules.map { rule in
      Rule(id: rule.id, kind: rule.kind, level: rule.level, why: rule.why, source: rule.source)
    }
    self.init(version: version, grammar: grammar.label, rules: rules)
  }
}
