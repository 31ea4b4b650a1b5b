internal import HoneGrammar
internal import PCRE2

/// Patterns are compiled when they are first needed, and kept.
extension Engine {
  func pattern(ofRule index: Int) throws(EngineError) -> Pattern {
    if let known = rulePatterns[index] { return known }
    let rule = grammar.rules[index]
    let made = try compile(
      composer.whole(rule.pattern ?? ""), isAnchored: rule.anchor == .opener || !beginsAnywhere[index],
      owner: "the rule “\(rule.id)”",
      place: rule.place, isTrusted: rule.isTrusted)
    rulePatterns[index] = made
    return made
  }

  /// The pattern of a kind of number, by its place in the grammar.
  func pattern(ofQuantity index: Int) throws(EngineError) -> Pattern {
    if let known = numberPatterns[index] { return known }
    let quantity = grammar.quantities[index]
    let made = try compile(
      composer.compose(quantity.pattern), isAnchored: true, owner: "the number “\(quantity.id)”",
      place: quantity.place, isTrusted: isTrusted)
    numberPatterns[index] = made
    return made
  }

  /// The pattern of a part of the frame, by its place there.
  func pattern(ofPart index: Int) throws(EngineError) -> Pattern {
    if let known = framePatterns[index] { return known }
    let part = grammar.frame[index]
    let made = try compile(
      composer.compose(part.pattern), isAnchored: true, owner: "the part “\(part.name)”", place: part.place,
      isTrusted: isTrusted)
    framePatterns[index] = made
    return made
  }

  /// The pattern of a condition, as its scope has it: right behind the match, right before it, or anywhere.
  func pattern(of condition: Condition, _ source: String) throws(EngineError) -> Pattern {
    if let known = conditionPatterns[condition.number] { return known }
    let owner = "a condition at \(condition.place)"
    let made =
      switch condition.scope {
      case .after:
        try pattern("a:", source, isAnchored: true, owner: owner, condition.place, composer.compose)
      case .before:
        try pattern("b:", source, owner: owner, condition.place) { [composer] in
          composer.compose("(?:(?<!\\w)|(?!\\w))(?:\($0))\\z")
        }
      default: try pattern("l:", source, owner: owner, condition.place, composer.loose)
      }
    conditionPatterns[condition.number] = made
    return made
  }

  /// A pattern by its source, whole words only.
  func pattern(whole source: String, owner: String, place: Place) throws(EngineError) -> Pattern {
    try pattern("w:", source, owner: owner, place, composer.whole)
  }

  /// A pattern by its source, at no letter's side.
  func pattern(loose source: String, owner: String, place: Place) throws(EngineError) -> Pattern {
    try pattern("l:", source, owner: owner, place, composer.loose)
  }

  /// A pattern by its source, as it stands.
  func pattern(_ source: String, owner: String, place: Place) throws(EngineError) -> Pattern {
    try pattern("", source, owner: owner, place, composer.compose)
  }

  /// One pattern for all who ask for the same source in the same way.
  private func pattern(
    _ way: String, _ source: String, isAnchored: Bool = false, owner: String, _ place: Place,
    _ composed: (String) -> String
  ) throws(EngineError) -> Pattern {
    if let known = patterns[way + source] { return known }
    let made = try compile(
      composed(source), isAnchored: isAnchored, owner: owner, place: place, isTrusted: isTrusted)
    patterns[way + source] = made
    return made
  }

  private var isTrusted: Bool { grammar.packs.allSatisfy(\.isTrusted) }

  func compile(
    _ source: String, isAnchored: Bool = false, owner: @autoclosure () -> String, place: Place,
    isTrusted: Bool
  ) throws(EngineError) -> Pattern {
    do {
      let limits: MatchLimits = isTrusted ? .trusted : .untrusted
      return try Pattern(
        source, isAnchored: isAnchored, isBrief: !usesJIT && isTrusted, limits: limits,
        jit: usesJIT && isTrusted)
    } catch {
      throw .badPattern(owner: owner(), place: place, problem: error)
    }
  }

  func matches(
    _ pattern: Pattern, in analysis: Analysis, from: Int = 0, end: Int? = nil,
    owner: @autoclosure () -> String
  ) throws(EngineError) -> [Match] {
    do {
      return try pattern.matches(
        in: analysis.subject, from: from, end: end, words: analysis, workspace: workspace)
    } catch {
      throw .tooCostly(owner: owner(), problem: error)
    }
  }

  func first(
    _ pattern: Pattern, in analysis: Analysis, from: Int, end: Int? = nil, owner: @autoclosure () -> String
  ) throws(EngineError) -> Match? {
    do {
      return try pattern.firstMatch(
        in: analysis.subject, from: from, end: end, words: analysis, workspace: workspace)
    } catch {
      throw .tooCostly(owner: owner(), problem: error)
    }
  }
}
