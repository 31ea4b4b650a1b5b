internal import HoneCore
public import HoneGrammar
internal import PCRE2

extension Engine {
  /// Whether a condition holds for a match.
  public func holds(_ condition: Condition, for hit: Hit, in analysis: Analysis) throws(EngineError) -> Bool {
    // A pattern that nothing in the bullet calls matches nowhere in it.
    if condition.pattern != nil, !analysis.calls(oneOf: grammar.ways(of: condition)) { return false }
    // What is asked of the whole bullet, or of a sentence, is the same for each of its matches.
    let place: Int
    switch condition.scope {
    case .bullet: place = 0
    case .sentence: place = analysis.sentence(at: hit.whole.lowerBound).lowerBound
    default: return try decide(condition, for: hit, in: analysis)
    }
    return try analysis.answer(to: condition.number, at: place) { () throws(EngineError) in
      try decide(condition, for: hit, in: analysis)
    }
  }

  private func decide(_ condition: Condition, for hit: Hit, in analysis: Analysis) throws(EngineError) -> Bool
  {
    if condition.pattern != nil { return try match(of: condition, for: hit, in: analysis) != nil }
    if condition.scope == .before || condition.scope == .after {
      return analysis.marks.contains { mark in
        touches(mark.range, hit.whole, condition.scope)
          && condition.parts.contains(where: mark.parts.contains)
      }
    }
    let range = self.range(of: condition.scope, around: hit.whole, in: analysis)
    for part in condition.parts where try analysis.stands(part, in: range) { return true }
    return false
  }

  /// The words that make a condition hold for a hit, or `nil` where none do: where it does not hold, or asks the frame.
  func words(of condition: Condition, for hit: Hit, in analysis: Analysis) throws(EngineError) -> Range<Int>?
  {
    if condition.pattern != nil { return try match(of: condition, for: hit, in: analysis) }
    let range = self.range(of: condition.scope, around: hit.whole, in: analysis)
    let isNear = condition.scope == .before || condition.scope == .after
    return analysis.marks.first { mark in
      condition.parts.contains(where: mark.parts.contains)
        && (isNear ? touches(mark.range, hit.whole, condition.scope) : mark.range.overlaps(range))
    }?.range
  }

  /// Whether a mark stands right behind a match, or right before it, with one space between at most.
  private func touches(_ mark: Range<Int>, _ match: Range<Int>, _ scope: Scope) -> Bool {
    scope == .after
      ? (match.upperBound...match.upperBound + 1).contains(mark.lowerBound)
      : (match.lowerBound - 1...match.lowerBound).contains(mark.upperBound)
  }

  /// What the pattern of a condition matches for a hit, or `nil` where it does not hold or has none.
  func match(of condition: Condition, for hit: Hit, in analysis: Analysis) throws(EngineError) -> Range<Int>?
  {
    guard let pattern = condition.pattern else { return nil }
    let range = self.range(of: condition.scope, around: hit.whole, in: analysis)
    var search = WaySearch(grammar.ways(of: condition), of: .condition(condition), in: analysis, self)
    let found: WaySearch.Found?
    switch condition.scope {
    case .after: found = try search.match(rightAt: hit.whole.upperBound)
    case .before:
      let from = nearBefore(hit.whole.lowerBound, in: range, analysis.bytes)
      search.end = hit.whole.lowerBound
      // What stands before may be nothing at all, at the beginning of the text.
      found = try search.match(from: from, to: hit.whole.lowerBound)
    default:
      search.end = nearAfter(range.upperBound, pattern, analysis.bytes)
      found = try search.match(from: range.lowerBound, to: range.upperBound - 1)
    }
    return found.map { $0.match.lower..<max($0.match.lower, $0.match.upper) }
  }

  /// How far around a match a condition looks, in bytes: no phrase of a bullet is longer.
  private static let reach = 300

  /// Where to end a search for what begins in a range: what begins there may end behind it, but not far behind.
  private func nearAfter(_ upper: Int, _ pattern: String, _ bytes: [UInt8]) -> Int? {
    guard upper + Engine.reach < bytes.count else { return nil }
    // The end of the text must stay where it is for a pattern that asks for it.
    if pattern.contains("\\z") || pattern.contains("$") { return nil }
    var end = min(bytes.count, upper + Engine.reach)
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }

  /// Where to begin to look for what stands right before a match.
  ///
  /// PCRE2 cannot search backwards: every place from here to the match is tried. Without a bound a long line with many
  /// matches would cost the square of its length.
  private func nearBefore(_ match: Int, in range: Range<Int>, _ bytes: [UInt8]) -> Int {
    var start = max(range.lowerBound, match - Engine.reach)
    while start < match, bytes[start] & 0xC0 == 0x80 { start += 1 }
    return start
  }

  private func range(of scope: Scope, around match: Range<Int>, in analysis: Analysis) -> Range<Int> {
    switch scope {
    case .bullet: return 0..<analysis.bytes.count
    case .match: return match
    case .clause: return analysis.clause(around: match)
    case .sentence: return analysis.sentence(at: match.lowerBound)
    case .before, .earlier:
      let start = analysis.sentence(at: match.lowerBound).lowerBound
      return min(start, match.lowerBound)..<match.lowerBound
    case .after, .later:
      let end = analysis.sentence(at: match.lowerBound).upperBound
      return match.upperBound..<max(end, match.upperBound)
    }
  }
}

extension Engine {
  /// Where a fragment matches inside a range of a bullet, from left to right.
  public func ranges(ofFragment name: String, in analysis: Analysis, _ range: Range<Int>) throws(EngineError)
    -> [Range<Int>]
  {
    let owner = "the fragment “\(name)”"
    let compiled = try pattern("(?&\(name))", owner: owner, place: Place(file: "define"))
    let found = try matches(
      compiled, in: analysis, from: range.lowerBound, end: range.upperBound, owner: owner)
    return found.map { $0.lower..<$0.upper }
  }
}

extension Engine {
  /// Whether a pattern compiles, and if so whether it can match the empty string.
  public func matchesEmpty(_ source: String, owner: String, place: Place, isWhole: Bool) throws(EngineError)
    -> Bool
  {
    let compiled =
      isWhole
      ? try pattern(whole: source, owner: owner, place: place)
      : try pattern(source, owner: owner, place: place)
    guard let match = try first(compiled, in: Analysis(Subject(""), engine: self), from: 0, owner: owner)
    else { return false }
    return match.lower == match.upper
  }

  /// Searches a text with a pattern under the limits of untrusted patterns.
  ///
  /// - Throws: `EngineError.tooCostly` where a limit is hit.
  public func tryCost(of source: String, owner: String, place: Place, on text: String) throws(EngineError) {
    let compiled: Pattern
    do {
      compiled = try Pattern(composer.whole(source), limits: .untrusted)
    } catch {
      throw .badPattern(owner: owner, place: place, problem: error)
    }
    _ = try matches(compiled, in: try marked(Subject(text)), owner: owner)
  }
}
