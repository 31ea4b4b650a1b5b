internal import HoneCore

extension GrammarBuilder {
  /// `define:` name → pattern, or `{match: …, replace: true}`.
  func addFragments(_ node: Node?) {
    guard let node, !node.isNull else { return }
    var fields = Fields(node, what: "define", diagnostics)
    for entry in fields.rest() {
      checkName(entry.key, "fragment", at: entry.place)
      var pattern = entry.value.text ?? ""
      var replaces = false
      if case .map = entry.value.value {
        var inner = Fields(entry.value, what: "the fragment “\(entry.key)”", diagnostics)
        pattern = inner.required("match")
        replaces = inner.flag("replace") ?? false
        inner.finish()
      } else if entry.value.text == nil {
        diagnostics.report(
          entry.value.place, "the fragment “\(entry.key)” must be a pattern in single quotes")
      }
      if !replaces || grammar.fragments[entry.key] == nil {
        guard declare(entry.key, "fragment", at: entry.place) else { continue }
      }
      checkPattern(pattern, at: entry.value.place, isFragment: true)
      grammar.fragments[entry.key] = Fragment(name: entry.key, pattern: pattern, place: entry.value.place)
    }
  }

  /// `quantities:` list of `{id, part, metric, calls, begins, match}`.
  func addQuantities(_ nodes: [Node]) {
    for node in nodes {
      var fields = Fields(node, what: "a quantity", diagnostics)
      let id = fields.required("id")
      let part = fields.text("part") ?? id
      let pattern = fields.required("match")
      let isMetric = fields.flag("metric") ?? true
      let calls = fields.texts("calls").map(\.text)
      let begins = fields.texts("begins").map(\.text)
      fields.finish()
      checkName(id, "quantity", at: node.place)
      checkName(part, "part", at: node.place)
      guard declare(id, "quantity", at: node.place) else { continue }
      checkPattern(pattern, at: node.place, isFragment: true)
      grammar.quantities.append(
        Quantity(
          id: id, part: part, isMetric: isMetric, pattern: pattern, calls: calls, begins: begins,
          place: node.place))
    }
  }

  /// `parts:` list of `{part, shape, after, match}`.
  func addFrame(_ nodes: [Node]) {
    for node in nodes {
      var fields = Fields(node, what: "a part", diagnostics)
      let name = fields.required("part")
      let shape = fields.required("shape")
      let after = fields.texts("after").map(\.text)
      let pattern = fields.required("match")
      fields.finish()
      checkName(name, "part", at: node.place)
      checkPattern(pattern, at: node.place, isFragment: false)
      grammar.frame.append(
        FramePart(name: name, shape: shape, after: after, pattern: pattern, place: node.place))
    }
  }

  /// Gives every part its number: lists, verb forms, numbers, and what the frame is tiled with.
  func nameParts() {
    for quantity in grammar.quantities { grammar.parts.add(quantity.part) }
    for list in grammar.lists { grammar.parts.add(list.name) }
    for name in ["verb"] + grammar.verbs.classes {
      grammar.parts.add(name)
      for form in VerbForm.allCases { grammar.parts.add("\(name)_\(form.rawValue)") }
    }
    for table in grammar.swaps.keys.sorted() { grammar.parts.add("swap_\(table)") }
    for part in grammar.frame { grammar.parts.add(part.name) }
    if grammar.parts.names.count > PartSet.capacity {
      diagnostics.report(
        Place(file: pack.name),
        "lists, verb classes and parts are \(grammar.parts.names.count) in all; \(PartSet.capacity) are allowed"
      )
    }
  }

  /// What no pattern may hold.
  func checkPattern(_ pattern: String, at place: Place, isFragment: Bool) {
    for (escape, why) in [
      ("\\K", "it would move the start of a match"), ("\\C", "it would cut a character in half"),
    ] where PatternText.hasEscape(escape.last!, in: pattern) {
      diagnostics.report(place, "“\(escape)” is not allowed, for \(why); take it out")
    }
    if isFragment, let name = PatternText.captures(in: pattern).first {
      diagnostics.report(
        place,
        "the capture “\(name)” is lost when a fragment is called; capture at the call: (?<\(name)>(?&…))")
    }
  }

  /// Every call must lead somewhere and none may lead back to where it came from.
  func checkFragments() {
    for fragment in grammar.fragments.all {
      checkCalls(in: fragment.pattern, at: fragment.place)
      if let cycle = cycle(from: fragment.name) {
        diagnostics.report(
          fragment.place,
          "the fragment “\(fragment.name)” calls itself by way of \(cycle.joined(separator: ", "))")
      }
    }
    for quantity in grammar.quantities { checkCalls(in: quantity.pattern, at: quantity.place) }
    for part in grammar.frame { checkCalls(in: part.pattern, at: part.place) }
  }

  /// Reports calls of fragments that do not exist.
  func checkCalls(in pattern: String, at place: Place) {
    for name in PatternText.calls(in: pattern) where !isCallable(name) {
      let names = grammar.fragments.all.map(\.name) + grammar.parts.names
      let hint = Spelling.nearest(to: name, in: names).map { "; did you mean “\($0)”?" } ?? "; define it"
      diagnostics.report(place, "there is no fragment or list “\(name)”\(hint)")
    }
  }

  private func isCallable(_ name: String) -> Bool {
    if grammar.fragments[name] != nil { return true }
    // What only the frame tiles, or capitals tell, is not marked when patterns run.
    guard let id = grammar.parts.id(name), id != PartNames.name else { return false }
    let isMarked =
      grammar.lists.contains { $0.name == name } || grammar.quantities.contains { $0.part == name }
    return isMarked || !grammar.frame.contains { $0.name == name }
  }

  private func cycle(from start: String) -> [String]? {
    func visit(_ name: String, _ path: [String]) -> [String]? {
      guard let fragment = grammar.fragments[name] else { return nil }
      for next in PatternText.calls(in: fragment.pattern) {
        if next == start { return path + [next] }
        if path.contains(next) { continue }
        if let found = visit(next, path + [next]) { return found }
      }
      return nil
    }
    return visit(start, [start])
  }
}
