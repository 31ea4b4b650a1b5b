internal import HoneGrammar

extension Engine {
  /// The domain that a bullet's words show most of, by the grammar's `domain_…` lists; `default` where none does.
  public func domain(of analysis: Analysis) -> String {
    var best = (name: "default", count: 0)
    for list in grammar.lists where list.name.hasPrefix("domain_") {
      guard let part = grammar.parts.id(list.name) else { continue }
      let count = analysis.marks(of: part, in: 0..<analysis.bytes.count).count
      if count > best.count { best = (String(list.name.dropFirst("domain_".count)), count) }
    }
    return best.name
  }
}
