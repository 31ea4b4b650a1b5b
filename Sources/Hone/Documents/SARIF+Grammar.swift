internal import HoneCore
public import HoneGrammar
public import HoneReport

extension SARIF {
  /// A writer for what the rules of a grammar find.
  ///
  /// - Parameters:
  ///   - version: that of the program that writes the log.
  ///   - grammar: the one whose rules may have found something.
  public init(version: String, grammar: Grammar) { self.init(version: version, grammars: [grammar]) }

  /// A writer for what the rules of several grammars find, where files have grammars of their own.
  ///
  /// - Parameters:
  ///   - version: that of the program that writes the log.
  ///   - grammars: those whose rules may have found something; a rule that several have is told of once.
  public init(version: String, grammars: [Grammar]) {
    var seen: Set<String> = []
    let rules = grammars.flatMap(\.liveRules).filter { seen.insert($0.id).inserted }.map { rule in
      Rule(id: rule.id, kind: rule.kind, level: rule.reportedLevel, why: rule.why, source: rule.source)
    }
    let labels = grammars.map(\.label).filter { seen.insert($0).inserted }
    self.init(version: version, grammar: labels.joined(separator: ", "), rules: rules)
  }
}
