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

  /// The ways to match of each rule, behind them of each kind of number, each part of the frame, each condition.
  func ways() -> Ways {
    let finder = TriggerFinder(grammar)
    // The divider asks for a way once at each of the choices around it.
    var known: [String: Set<Trigger>?] = [:]
    func triggers(_ way: String) -> Set<Trigger>? {
      if let triggers = known[way] { return triggers }
      let triggers = self.known(finder.triggers(of: way, isWhole: true))
      known[way] = triggers
      return triggers
    }
    func divide(_ pattern: String?, keepsOrder: Bool) -> [String] {
      guard dividesPatterns else { return [pattern ?? ""] }
      let divider = PatternDivider(grammar.fragments, keepsOrder: keepsOrder, triggers: triggers)
      return divider.ways(of: pattern ?? "")
    }
    let rules = grammar.rules.map { divide($0.pattern, keepsOrder: true) }
    let whole = grammar.quantities.map { [$0.pattern] } + grammar.frame.map { [$0.pattern] }
    // A condition holds or does not: which of its ways says so is all the same.
    let conditions = grammar.conditions.map { divide($0.pattern, keepsOrder: false) }
    return Ways(rules + whole + conditions)
  }

  /// What calls each way.
  func calls() -> PatternCalls {
    let finder = TriggerFinder(grammar)
    let needs = eachWay { owner, text -> [Set<Trigger>] in
      switch owner {
      case .rule(let rule) where !rule.at.isEmpty: [Set(rule.at.map(Trigger.part))]
      case .quantity(let quantity):
        (quantity.calls.isEmpty ? [] : [Set(quantity.calls.map(Trigger.named))])
          + finder.needs(of: text, isWhole: false)
      case .condition(let condition) where condition.pattern == nil: []
      // A pattern that may stand right behind a match begins at a letter's side too.
      case .condition(let condition): finder.needs(of: text, isWhole: condition.scope != .after)
      default: finder.needs(of: text, isWhole: true)
      }
    }
    return PatternCalls(needs: needs.map { way, sets in (way, sets.filter(isKnownEarly)) }, rows: Needs.most)
  }

  /// With what each way begins.
  func starts() -> PatternCalls {
    let finder = StartFinder(grammar)
    let starts: [(pattern: Int, found: Set<Trigger>?)] = eachWay { owner, text in
      switch owner {
      case .rule(let rule) where rule.pattern == nil: nil
      case .quantity(let quantity) where !quantity.begins.isEmpty: Set(quantity.begins.map(Trigger.named))
      // What stands right behind a match is tried there and nowhere else.
      case .condition(let condition) where condition.pattern == nil || condition.scope == .after: nil
      default: finder.starts(of: text)
      }
    }
    return PatternCalls(starts.map { ($0, known($1)) })
  }

  private enum Owner {
    case rule(Rule)
    case quantity(Quantity)
    case part
    case condition(Condition)
  }

  private func eachWay<Found>(_ find: (Owner, String) -> Found) -> [(pattern: Int, found: Found)] {
    let owners =
      grammar.rules.map(Owner.rule) + grammar.quantities.map(Owner.quantity)
      + grammar.frame.map { _ in Owner.part } + grammar.conditions.map(Owner.condition)
    return owners.enumerated().flatMap { pattern, owner in
      grammar.ways.of(pattern).map { ($0, find(owner, grammar.ways.text(of: $0))) }
    }
  }

  /// What the frame tiles is not known before the frame is asked for, and names are never marked: neither calls.
  private func isKnownEarly(_ triggers: Set<Trigger>) -> Bool {
    let late = PartSet(grammar.frame.compactMap { grammar.parts.id($0.name) } + [PartNames.name])
    return !triggers.contains { if case .part(let part) = $0 { late.contains(part) } else { false } }
  }

  private func known(_ triggers: Set<Trigger>?) -> Set<Trigger>? {
    triggers.flatMap { isKnownEarly($0) ? $0 : nil }
  }
}
