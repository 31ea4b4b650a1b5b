internal import HoneGrammar

/// Every pattern of a grammar, with what to call it in a report.
struct PatternSource {
  let pattern: String
  let owner: String
  let place: Place
  /// Whether it is tried between the ends of words.
  let isWhole: Bool
  /// Whether it must not match the empty string.
  let mustTakeText: Bool
}

enum PatternSources {
  static func all(in grammar: Grammar) -> [PatternSource] {
    var sources: [PatternSource] = []
    for fragment in grammar.fragments.all {
      sources.append(
        PatternSource(
          pattern: fragment.pattern, owner: "the fragment “\(fragment.name)”", place: fragment.place,
          isWhole: false, mustTakeText: false))
    }
    for quantity in grammar.quantities {
      sources.append(
        PatternSource(
          pattern: quantity.pattern, owner: "the quantity “\(quantity.id)”", place: quantity.place,
          isWhole: false, mustTakeText: true))
    }
    for part in grammar.frame {
      sources.append(
        PatternSource(
          pattern: part.pattern, owner: "the part “\(part.name)”", place: part.place, isWhole: false,
          mustTakeText: true))
    }
    for rule in grammar.rules {
      if let pattern = rule.pattern {
        sources.append(
          PatternSource(
            pattern: pattern, owner: "the rule “\(rule.id)”", place: rule.place, isWhole: true,
            mustTakeText: true))
      }
      for condition in rule.needs + rule.unless + rule.infoWhen + rule.fixes.flatMap({ $0.needs + $0.unless })
      {
        sources += source(condition, owner: "a condition of “\(rule.id)”")
      }
    }
    for template in Array(grammar.templates) + grammar.clauses {
      for condition in template.needs + template.unless {
        sources += source(condition, owner: "a condition of “\(template.id)”")
      }
    }
    return sources
  }

  private static func source(_ condition: Condition, owner: String) -> [PatternSource] {
    guard let pattern = condition.pattern else { return [] }
    return [
      PatternSource(
        pattern: pattern, owner: owner, place: condition.place, isWhole: false, mustTakeText: false)
    ]
  }
}
