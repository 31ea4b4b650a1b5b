internal import HoneGrammar
internal import PCRE2

/// Patterns are compiled when they are first needed, and kept.
extension Engine {
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

  var isTrusted: Bool { grammar.packs.allSatisfy(\.isTrusted) }

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
