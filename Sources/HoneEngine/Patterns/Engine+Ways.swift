public import HoneGrammar
internal import PCRE2

/// The ways of a grammar's patterns, ready to be tried: taken as they were compiled when hone was made, compiled from their
/// texts where that is of no use, and made into machine code once they were tried often.
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
    if let code {
      if wayTries[way] == 0 || wayTries[way] == Engine.triesToJIT, let shared = code.pattern(of: way) {
        wayPatterns[way] = shared
        wayTries[way] = .max
        return shared
      }
      // A way that does not compile is tried each time anew.
      if wayTries[way] < .max { wayTries[way] += 1 }
      let isWorthIt = wayTries[way] > Engine.triesToJIT
      if !isWorthIt, let known = wayPatterns[way] { return known }
    }
    let isHasty = !usesJIT || wayTries[way] <= Engine.triesToJIT
    if isHasty, takesCompiledWays, let compiled = grammar.compiled {
      if let made = Pattern(serialized: compiled.text, in: compiled.place(of: way), behind: compiled.head) {
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
    if !isHasty { code?.keep(made, of: way) }
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
    case .rule(let index): rule(index).anchor == .opener || !beginsAnywhere[way]
    case .quantity, .part: true
    case .condition(let condition): condition.scope == .after || !beginsAnywhere[way]
    }
  }

  func describe(_ owner: WayOwner) -> String {
    switch owner {
    case .rule(let index): "the rule “\(rule(index).id)”"
    case .quantity(let index): "the number “\(grammar.quantities[index].id)”"
    case .part(let index): "the part “\(grammar.frame[index].name)”"
    case .condition(let condition): "a condition at \(condition.place)"
    }
  }

  private func place(of owner: WayOwner) -> Place {
    switch owner {
    case .rule(let index): rule(index).place
    case .quantity(let index): grammar.quantities[index].place
    case .part(let index): grammar.frame[index].place
    case .condition(let condition): condition.place
    }
  }

  private func isTrusted(_ owner: WayOwner) -> Bool {
    if case .rule(let index) = owner { rule(index).isTrusted } else { isTrusted }
  }
}
