internal import HoneCore

extension GrammarBuilder {
  /// All terms and verb forms, with the parts that each marks.
  func words() -> WordTable {
    var writer = WordTableWriter()
    for (name, terms) in listTerms {
      guard let part = grammar.parts.id(name) else { continue }
      for term in terms { writer.add(term.text, parts: PartSet([part]), isCased: term.isCased) }
    }
    for (table, swaps) in grammar.swaps.sorted(by: { $0.key < $1.key }) {
      guard let part = grammar.parts.id("swap_\(table)") else { continue }
      for swap in swaps { writer.add(swap.from, parts: PartSet([part])) }
    }
    addVerbForms(to: &writer)
    return WordTable(image: WordImage(writer.image()))
  }

  private func addVerbForms(to writer: inout WordTableWriter) {
    var order: [String] = []
    var classesOf: [String: [String]] = [:]
    for (name, verbs) in zip(grammar.verbs.classes, verbs) {
      for verb in verbs {
        if classesOf[verb] == nil { order.append(verb) }
        classesOf[verb, default: ["verb"]].append(name)
      }
    }
    let known = Set(order)
    for verb in order {
      let number = writer.add(verb: verb)
      let isBritish = BritishSpelling.americanTwins(of: verb).contains(where: known.contains)
      for form in VerbForm.allCases {
        let names = (classesOf[verb] ?? []).flatMap { [$0, "\($0)_\(form.rawValue)"] }
        let named = PartSet(names.compactMap(grammar.parts.id))
        let parts = form == .past ? named.union(PartNames.deed) : named
        let british = parts.union(PartNames.british)
        let reading = VerbReading(verb: number, form: form)
        let inflection = grammar.verbs.inflection
        let usual = inflection.form(form, of: verb)
        // The other spelling goes first: of two readings of a word the one that is added last counts.
        let other = inflection.form(form, of: verb, in: .british)
        if other != usual { writer.add(other, parts: british, reading: reading) }
        writer.add(usual, parts: isBritish ? british : parts, reading: reading)
      }
    }
  }

  /// What calls each rule, behind them each kind of number, each part of the frame, each condition.
  func calls() -> PatternCalls {
    let finder = TriggerFinder(grammar)
    let rules = grammar.rules.enumerated().map { index, rule in
      (
        index,
        rule.at.isEmpty
          ? finder.triggers(of: rule.pattern ?? "", isWhole: true) : Set(rule.at.map(Trigger.part))
      )
    }
    let quantities = grammar.quantities.enumerated().map { index, quantity in
      let named = Set(quantity.calls.map(Trigger.named))
      return (
        grammar.number(ofQuantity: index),
        named.isEmpty ? finder.triggers(of: quantity.pattern, isWhole: false) : named
      )
    }
    let conditions = grammar.conditions.map { condition in
      // A pattern that may stand right behind a match, or before it, begins at no letter's side too.
      let triggers = condition.pattern.flatMap { finder.triggers(of: $0, isWhole: condition.scope != .after) }
      return (grammar.number(of: condition), triggers)
    }
    let parts = grammar.frame.enumerated().map { index, part in
      (grammar.number(ofPart: index), finder.triggers(of: part.pattern, isWhole: true))
    }
    return PatternCalls((rules + quantities + parts + conditions).map { ($0, known($1)) })
  }

  /// With what each rule begins, behind them each kind of number, each part of the frame.
  func starts() -> PatternCalls {
    let finder = StartFinder(grammar)
    let rules = grammar.rules.enumerated().map { index, rule in (index, rule.pattern.flatMap(finder.starts)) }
    let quantities = grammar.quantities.enumerated().map { index, quantity in
      let named = Set(quantity.begins.map(Trigger.named))
      return (grammar.number(ofQuantity: index), named.isEmpty ? finder.starts(of: quantity.pattern) : named)
    }
    let parts = grammar.frame.enumerated().map { index, part in
      (grammar.number(ofPart: index), finder.starts(of: part.pattern))
    }
    return PatternCalls((rules + quantities + parts).map { ($0, known($1)) })
  }

  /// What the frame tiles is not known before the frame is asked for, and names are never marked: neither calls.
  private func known(_ triggers: Set<Trigger>?) -> Set<Trigger>? {
    let late = PartSet(grammar.frame.compactMap { grammar.parts.id($0.name) } + [PartNames.name])
    let isLate = triggers?.contains { if case .part(let part) = $0 { late.contains(part) } else { false } }
    return isLate == true ? nil : triggers
  }
}
