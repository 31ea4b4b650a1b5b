public import HoneGrammar
internal import PCRE2

/// Patterns are compiled when they are first needed, and kept.
extension Engine {
  /// Whose a way is.
  enum WayOwner {
    case rule(Int)
    case quantity(Int)
    case part(Int)
    case condition(Condition)
  }

  /// The tries after which a way is worth machine code.
  private static let triesToJIT = 24

  /// The pattern of a way, by its number.
  func pattern(ofWay way: Int, of owner: WayOwner) throws(EngineError) -> Pattern {
    if let known = wayPatterns[way], !usesJIT || wayTries[way] > Engine.triesToJIT { return known }
    if usesJIT {
      wayTries[way] += 1
      let isWorthIt = wayTries[way] > Engine.triesToJIT
      if !isWorthIt, let known = wayPatterns[way] { return known }
    }
    let isHasty = !usesJIT || wayTries[way] <= Engine.triesToJIT
    if isHasty, takesCompiledWays, let code = grammar.compiled?.code(of: way) {
      if let made = Pattern(serialized: code) {
        wayPatterns[way] = made
        return made
      }
      // Another library compiled them: it need not be asked again.
      takesCompiledWays = false
    }
    let made = try compile(
      composed(way, of: owner), isAnchored: isAnchored(way, of: owner),
      isHasty: isHasty, owner: describe(owner), place: place(of: owner),
      isTrusted: isTrusted(owner))
    wayPatterns[way] = made
    return made
  }

  /// The PCRE2 that compiles patterns: its version and date.
  public static var patternLibrary: String { Library.version }

  /// The ways of a grammar as PCRE2 takes them, and what it makes of them for a bullet or two.
  public static func compiledWays(of grammar: Grammar) throws(EngineError) -> [(
    source: String, code: [UInt8]
  )] {
    let engine = Engine(grammar)
    var ways: [(source: String, code: [UInt8])] = []
    for owner in engine.owners {
      for way in engine.ways(of: owner) {
        let pattern = try engine.pattern(ofWay: way, of: owner)
        let anchor = engine.isAnchored(way, of: owner) ? "\\A" : ""
        ways.append((anchor + engine.composed(way, of: owner), pattern.serialized()))
      }
    }
    return ways
  }

  private var owners: [WayOwner] {
    grammar.rules.indices.map(WayOwner.rule) + grammar.quantities.indices.map(WayOwner.quantity)
      + grammar.frame.indices.map(WayOwner.part) + grammar.conditions.map(WayOwner.condition)
  }

  private func ways(of owner: WayOwner) -> Range<Int> {
    switch owner {
    case .rule(let index): grammar.ways(ofRule: index)
    case .quantity(let index): quantityWays.lowerBound + index..<quantityWays.lowerBound + index + 1
    case .part(let index): grammar.way(ofPart: index)..<grammar.way(ofPart: index) + 1
    case .condition(let condition): grammar.ways(of: condition)
    }
  }

  private func composed(_ way: Int, of owner: WayOwner) -> String {
    let text = grammar.ways.text(of: way)
    return switch owner {
    case .rule: composer.whole(text)
    case .quantity, .part: composer.compose(text)
    case .condition(let condition):
      switch condition.scope {
      case .after: composer.compose(text)
      case .before: composer.compose("(?:(?<!\\w)|(?!\\w))(?:\(text))\\z")
      default: composer.loose(text)
      }
    }
  }

  private func isAnchored(_ way: Int, of owner: WayOwner) -> Bool {
    switch owner {
    case .rule(let index): grammar.rules[index].anchor == .opener || !beginsAnywhere[way]
    case .quantity, .part: true
    case .condition(let condition): condition.scope == .after || !beginsAnywhere[way]
    }
  }

  func describe(_ owner: WayOwner) -> String {
    switch owner {
    case .rule(let index): "the rule “\(grammar.rules[index].id)”"
    case .quantity(let index): "the number “\(grammar.quantities[index].id)”"
    case .part(let index): "the part “\(grammar.frame[index].name)”"
    case .condition(let condition): "a condition at \(condition.place)"
    }
  }

  private func place(of owner: WayOwner) -> Place {
    switch owner {
    case .rule(let index): grammar.rules[index].place
    case .quantity(let index): grammar.quantities[index].place
    case .part(let index): grammar.frame[index].place
    case .condition(let condition): condition.place
    }
  }

  private func isTrusted(_ owner: WayOwner) -> Bool {
    if case .rule(let index) = owner { grammar.rules[index].isTrusted } else { isTrusted }
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
    _ source: String, isAnchored: Bool = false, isHasty: Bool? = nil, owner: @autoclosure () -> String,
    place: Place, isTrusted: Bool
  ) throws(EngineError) -> Pattern {
    do {
      let isHasty = isHasty ?? !usesJIT
      return try Pattern(
        source, isAnchored: isAnchored, isBrief: isHasty && isTrusted,
        limits: isTrusted ? .trusted : .untrusted, jit: !isHasty && isTrusted)
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
