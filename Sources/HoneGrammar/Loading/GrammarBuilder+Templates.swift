internal import HoneCore

extension GrammarBuilder {
  /// `slots:` name → `{unit, takes, question, hint, samples, satisfies, choices}`.
  func addSlots(_ node: Node?) {
    guard let node, !node.isNull else { return }
    var fields = Fields(node, what: "slots", diagnostics)
    for entry in fields.rest() {
      var inner = Fields(entry.value, what: "the slot “\(entry.key)”", diagnostics)
      let slot = Slot(
        name: entry.key, choices: inner.texts("choices").map(\.text), unit: inner.text("unit"),
        takes: inner.texts("takes").map(\.text),
        words: Deferred([
          SlotWords(
            question: inner.required("question"), hints: hints(inner.node("hint")),
            samples: inner.texts("samples").map(\.text))
        ]), satisfies: inner.texts("satisfies").map(\.text), place: entry.place)
      let replaces = inner.flag("replace") ?? false
      inner.finish()
      if slot.samples.count < 3 {
        diagnostics.report(
          entry.place, "the slot “\(entry.key)” needs at least three “samples” to be tried with")
      }
      if entry.key.utf8.contains(where: { "[]{}|".utf8.contains($0) }) {
        diagnostics.report(entry.place, "a slot's name has no brackets and no “|”")
      }
      if !replaces || grammar.slots[entry.key] == nil {
        guard declare(entry.key, "slot", at: entry.place) else { continue }
      }
      grammar.slots[entry.key] = slot
    }
  }

  private func hints(_ node: Node?) -> [(domain: String, text: String)] {
    guard let node, !node.isNull else { return [] }
    if let text = node.text { return [("default", text)] }
    var fields = Fields(node, what: "hint", diagnostics)
    return fields.rest().map { ($0.key, $0.value.text ?? "") }
  }

  /// `templates:` and `clauses:` lists, kept as nodes until all names are known.
  func addTemplates(
    _ node: Node?, to waiting: ReferenceWritableKeyPath<GrammarBuilder, [(node: Node, id: String)]>
  ) {
    guard let node, !node.isNull else { return }
    guard case .list(let nodes) = node.value else {
      diagnostics.report(node.place, "templates and clauses are lists of `{id: …, text: …}`")
      return
    }
    for node in nodes {
      guard case .map(let pairs) = node.value,
        let id = pairs.first(where: { $0.key.text == "id" })?.value.text
      else {
        diagnostics.report(node.place, "a template has no “id”; add one")
        continue
      }
      let replaces = pairs.first { $0.key.text == "replace" }?.value.text == "true"
      if replaces {
        self[keyPath: waiting].removeAll { $0.id == id }
      } else {
        guard declare(id, "template", at: node.place) else { continue }
      }
      self[keyPath: waiting].append((node, id))
    }
  }

  func template(_ node: Node, what: String) -> Template {
    var fields = Fields(node, what: "a \(what)", diagnostics)
    let id = fields.required("id")
    _ = fields.flag("replace")
    let source = fields.required("text")
    let (text, problems) = TextTemplate.read(source)
    for problem in problems { diagnostics.report(node.place, "the \(what) “\(id)” has \(problem)") }
    checkDeeds(of: text, at: node.place)
    let body = Template.Body(
      needs: conditions(&fields, "needs"), unless: conditions(&fields, "unless"), text: text)
    let template = Template(
      id: id, shape: fields.text("shape") ?? id, mends: fields.texts("mends").map(\.text),
      standsFor: fields.texts("stands_for").map(\.text), body: Deferred([body]), place: node.place)
    fields.finish()
    if text.slots.isEmpty {
      diagnostics.report(node.place, "the \(what) “\(id)” opens no slot: its words would be made up")
    }
    for name in text.slots where grammar.slots[name] == nil {
      let hint =
        Spelling.nearest(to: name, in: grammar.slots.keys.sorted()).map { "; did you mean “\($0)”?" } ?? ""
      diagnostics.report(
        node.place, "the \(what) “\(id)” opens the slot “\(name)”, which is not defined\(hint)")
    }
    for hole in text.holes {
      let part = String(hole.name.split(separator: ".").first ?? "")
      if !grammar.frame.contains(where: { $0.name == part }) {
        let names = grammar.frame.map(\.name)
        let hint = Spelling.nearest(to: part, in: names).map { "; did you mean “\($0)”?" } ?? ""
        diagnostics.report(
          node.place, "the \(what) “\(id)” names the part “\(part)”, which the frame has not\(hint)")
      }
    }
    return template
  }

  /// Reports a deed that is no verb of the grammar: nobody would know its forms.
  func checkDeeds(of text: TextTemplate, at place: Place) {
    for verb in text.deeds where !verbs.contains(where: { $0.contains(verb.lowercased()) }) {
      let hint =
        Spelling.nearest(to: verb.lowercased(), in: verbs.joined()).map { "; did you mean “\($0)”?" } ?? ""
      diagnostics.report(place, "“{deed:\(verb)}” names no verb in its base form\(hint)")
    }
  }

  /// Names that only make sense when everything is there.
  func checkReferences() {
    for name in namedLists where lists[name.text] == nil {
      let hint =
        Spelling.nearest(to: name.text, in: lists.keys.sorted()).map { "; did you mean “\($0)”?" } ?? ""
      diagnostics.report(name.place, "there is no list “\(name.text)”\(hint)")
    }
    let kinds = Set(grammar.quantities.map(\.part)).sorted()
    for slot in grammar.slots.values {
      for kind in slot.takes where !kinds.contains(kind) {
        let hint = Spelling.nearest(to: kind, in: kinds).map { "; did you mean “\($0)”?" } ?? ""
        diagnostics.report(
          slot.place, "the slot “\(slot.name)” takes “\(kind)”, which is no kind of number\(hint)")
      }
    }
    for rule in grammar.rules {
      for fix in rule.fixes {
        for name in fix.with.slots where grammar.slots[name] == nil {
          let hint =
            Spelling.nearest(to: name, in: grammar.slots.keys.sorted()).map { "; did you mean “\($0)”?" }
            ?? ""
          diagnostics.report(
            fix.place, "a fix of “\(rule.id)” opens the slot “\(name)”, which is not defined\(hint)")
        }
        if fix.tier == .safe, !fix.with.slots.isEmpty {
          diagnostics.report(fix.place, "a safe fix of “\(rule.id)” opens a slot; make its tier full")
        }
      }
    }
  }
}
