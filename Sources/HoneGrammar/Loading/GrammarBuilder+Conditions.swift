internal import HoneCore

extension GrammarBuilder {
  /// A list of `{part: NAME or [NAME…], in: SCOPE}` or `{match: PATTERN, in: SCOPE}`.
  func conditions(_ fields: inout Fields, _ key: String) -> [Condition] {
    fields.nodes(key).map { node in
      var inner = Fields(node, what: "a condition", diagnostics)
      let parts = inner.texts("part")
      let pattern = inner.text("match")
      let scopeName = inner.text("in") ?? "bullet"
      inner.finish()
      if (pattern == nil) == parts.isEmpty {
        diagnostics.report(node.place, "a condition has either “part: NAME” or “match: PATTERN”")
      }
      if Scope(rawValue: scopeName) == nil {
        let names = Scope.allCases.map(\.rawValue).joined(separator: ", ")
        diagnostics.report(node.place, "there is no scope “\(scopeName)”; there are \(names)")
      }
      if let pattern {
        checkPattern(pattern, at: node.place, isFragment: true)
        checkCalls(in: pattern, at: node.place)
      }
      return condition(partIDs(parts), pattern, Scope(rawValue: scopeName) ?? .bullet, at: node.place)
    }
  }

  /// A condition with the next number, or the one that asks the same: one answer serves all.
  func condition(_ parts: [PartID], _ pattern: String?, _ scope: Scope, at place: Place) -> Condition {
    let question = Question(parts: parts, pattern: pattern, scope: scope)
    if let known = questions[question] { return known }
    let condition = Condition(
      number: conditions.count, parts: parts, pattern: pattern, scope: scope, place: place)
    questions[question] = condition
    conditions.append(condition)
    return condition
  }

  /// The numbers of parts; an unknown name is reported.
  func partIDs(_ names: [(text: String, place: Place)]) -> [PartID] {
    names.compactMap { name, place in
      if let id = grammar.parts.id(name) { return id }
      let hint = Spelling.nearest(to: name, in: grammar.parts.names).map { "; did you mean “\($0)”?" } ?? ""
      diagnostics.report(place, "there is no part “\(name)”\(hint)")
      return nil
    }
  }
}
