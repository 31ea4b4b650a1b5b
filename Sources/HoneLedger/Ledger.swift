public import HoneCore
public import HoneEngine
internal import HoneGrammar

/// Why a candidate was refused.
public enum Violation: Sendable, Hashable, CustomStringConvertible {
  /// A piece says that it is kept, and is not what stands there.
  case notKept(String)
  /// A piece says that it is another form of a word, and is not.
  case notAForm(String, of: String)
  /// A word that stands neither in the bullet nor in a clause with a slot.
  case invented(String)
  /// A fact of the bullet that the rewrite has not.
  case lostFact(String)
  /// A fact that the rewrite has twice.
  case repeated(String)
  /// Two metrics of one clause that have changed places: “from 45 ms to 120 ms” says another thing.
  case swapped(String, String)
  /// A word of the bullet that the rewrite has not, outside of what it mends.
  case lostWord(String)
  /// A word that limits a claim, gone from a rewrite that asks nothing.
  case raisedClaim(String)
  /// A rule that finds in the rewrite what the rewrite set out to mend.
  case stillFlagged(String)
  /// A rule that finds in the rewrite what was not in the bullet.
  case newlyFlagged(String)

  /// What happened, for those who ask why a candidate was dropped.
  public var description: String {
    switch self {
    case .notKept(let text): "“\(text)” is said to be kept, but does not stand there"
    case .notAForm(let text, let word): "“\(text)” is no form of “\(word)”"
    case .invented(let word): "“\(word)” stands nowhere in the bullet"
    case .lostFact(let fact): "the fact “\(fact)” is lost"
    case .repeated(let fact): "the fact “\(fact)” stands there twice"
    case .swapped(let one, let other): "“\(one)” and “\(other)” have changed places"
    case .lostWord(let word): "“\(word)” is lost"
    case .raisedClaim(let word): "without “\(word)” the claim is greater"
    case .stillFlagged(let rule): "\(rule) still finds its fault"
    case .newlyFlagged(let rule): "\(rule) finds a new fault"
    }
  }
}

/// Compares a bullet with what is proposed for it: nothing invented, nothing lost, no claim raised.
///
/// The ledger sees pieces and the grammar's word lists. It knows no template, so a bad template cannot make it lie.
public struct Ledger {
  private let engine: Engine
  private let hedges: PartID?
  private let swapParts: PartSet
  private let grammarFacts = GrammarFacts()

  /// A ledger that reads bullets with an engine's grammar.
  public init(_ engine: Engine) {
    self.engine = engine
    hedges = engine.grammar.parts.id("hedge")
    swapParts = PartSet(engine.grammar.swaps.keys.compactMap { engine.grammar.parts.id("swap_\($0)") })
  }

  /// What is wrong with pieces that are to replace a text, or `nil`.
  ///
  /// - Parameters:
  ///   - pieces: the proposal; ranges refer to `base`.
  ///   - base: the text that they are made of.
  ///   - mends: the rules whose findings in `base` the proposal mends; what lies in their spans may go.
  ///   - standsFor: verbs, by class or base form, that the words of a slot's clause may replace.
  public func violation(
    of pieces: [Piece], against base: Analysis, mends: Set<String>, standsFor: [String] = []
  ) -> Violation? {
    let hasSlot = pieces.contains { if case .slot = $0.origin { true } else { false } }
    let covered = pieces.compactMap(\.source)
    for piece in pieces {
      if let found = violation(ofSource: piece, base) { return found }
    }
    let released = base.hits.filter { mends.contains(base.rule($0).id) && isAtFault(base.rule($0)) }.map(
      \.range)
    if let found = invention(in: pieces, base, released: released) { return found }
    if let found = disorder(of: covered, base) { return found }
    return loss(
      base, covered: covered, released: released, hasSlot: hasSlot, standsFor: hasSlot ? standsFor : [])
  }

  /// What the rules find in the outcome that they should not, or `nil`.
  public func violation(
    ofOutcome outcome: Analysis, pieces: [Piece], base: Analysis, mends: Set<String>
  ) -> Violation? {
    let known = Set(base.hits.map { base.rule($0).kind })
    let added = rangesOfGrammar(in: pieces)
    for hit in outcome.hits {
      let rule = outcome.rule(hit)
      if mends.contains(rule.id) { return .stillFlagged(rule.id) }
      // A fault that was there all along, and only now can be seen, is not the rewrite's.
      if hit.level >= .warning, !known.contains(rule.kind), added.contains(where: { $0.overlaps(hit.range) })
      {
        return .newlyFlagged(rule.id)
      }
    }
    return nil
  }

  /// Whether the words that a rule finds are themselves at fault. A question about what is missing takes none of them away.
  private func isAtFault(_ rule: Rule) -> Bool { rule.level >= .warning || !rule.fixes.isEmpty }

  private func rangesOfGrammar(in pieces: [Piece]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var at = 0
    for piece in pieces {
      let end = at + piece.text.utf8.count
      if piece.origin == .grammar { ranges.append(at..<end) }
      at = end
    }
    return ranges
  }

  // MARK: - Nothing invented

  private func violation(ofSource piece: Piece, _ base: Analysis) -> Violation? {
    if let range = piece.source, range.lowerBound < 0 || range.upperBound > base.bytes.count {
      return .notKept(piece.text)
    }
    switch piece.origin {
    case .kept(let range):
      return piece.text == base.bytes.text(range) ? nil : .notKept(piece.text)
    case .inflected(let range):
      let word = base.bytes.text(range)
      return engine.areForms(piece.text, word) ? nil : .notAForm(piece.text, of: word)
    case .slot(let name):
      return piece.text == engine.grammar.slots[name].map { "[\($0.label)]" } ? nil : .invented(piece.text)
    case .grammar:
      return nil
    }
  }

  private func invention(in pieces: [Piece], _ base: Analysis, released: [Range<Int>]) -> Violation? {
    let open = Set(pieces.compactMap { if case .slot = $0.origin { $0.clause } else { nil } })
    let dropped = base.marks.filter { mark in
      mark.parts.intersects(swapParts) && released.contains { $0.overlaps(mark.range) }
    }
    for piece in pieces where piece.origin == .grammar {
      let bytes = Array(piece.text.utf8)
      if isSwap(piece.text, of: dropped, base) { continue }
      if let fact = grammarFacts.fact(in: piece.text, engine) { return .invented(fact) }
      for range in Bytes.words(in: bytes) {
        let word = bytes.text(range)
        if engine.isListed(word.lowercased(), in: "function") { continue }
        guard open.contains(piece.clause) else { return .invented(word) }
      }
    }
    return nil
  }

  /// A number that is kept twice, or two metrics of one clause that follow each other in another order than there.
  ///
  /// A phrase may move as a whole (“with Python 3” behind the act); two metrics of one clause may not, for what they mean
  /// lies in their order.
  private func disorder(of covered: [Range<Int>], _ base: Analysis) -> Violation? {
    let all = 0..<base.bytes.count
    let numbers = base.marks(of: PartNames.number, in: all)
    var last: Mark?
    var end = 0
    var seen: Set<Range<Int>> = []
    for range in covered {
      for number in numbers where range.overlaps(number.range) {
        // A number in several pieces is met once for each: that is no repeat while they follow each other.
        defer { end = range.upperBound }
        if let last, last.range == number.range, range.lowerBound >= end { continue }
        let text = base.bytes.text(number.range)
        if !seen.insert(number.range).inserted { return .repeated(text) }
        if let last, last.range.lowerBound > number.range.lowerBound, areOfOneClause(last, number, base) {
          return .swapped(text, base.bytes.text(last.range))
        }
        last = number
      }
    }
    return nil
  }

  private func areOfOneClause(_ one: Mark, _ other: Mark, _ base: Analysis) -> Bool {
    one.parts.contains(PartNames.metric) && other.parts.contains(PartNames.metric)
      && base.clause(around: one.range) == base.clause(around: other.range)
  }

  /// Whether a text is the right side of a swap whose left side stood in what the rewrite mends.
  private func isSwap(_ text: String, of dropped: [Mark], _ base: Analysis) -> Bool {
    dropped.contains { mark in
      engine.inflect(base.bytes.text(mark.range), .swap)?.lowercased() == text.lowercased()
    }
  }

  // MARK: - Nothing lost, no claim raised

  private func loss(
    _ base: Analysis, covered: [Range<Int>], released: [Range<Int>], hasSlot: Bool, standsFor: [String]
  ) -> Violation? {
    func isCovered(_ range: Range<Int>) -> Bool {
      covered.contains { $0.lowerBound <= range.lowerBound && $0.upperBound >= range.upperBound }
        || range.allSatisfy { offset in covered.contains { $0.contains(offset) } }
    }
    func isReleased(_ range: Range<Int>) -> Bool {
      released.contains { $0.lowerBound <= range.lowerBound && $0.upperBound >= range.upperBound }
    }
    let spaces = Bytes.words(in: base.bytes)
    // Most of a bullet is kept in one piece: look closer only at what is not.
    let gone = spaces.filter { !isCovered($0) }
    guard !gone.isEmpty else { return nil }
    for fact in base.facts where gone.contains(where: { $0.overlaps(fact.range) }) && !isCovered(fact.range) {
      if fact.kind == "name", isReleased(fact.range) { continue }
      return .lostFact(fact.text)
    }
    for word in gone {
      let text = base.bytes.text(word)
      if let hedges, !hasSlot,
        base.marks.contains(where: { $0.parts.contains(hedges) && $0.range.overlaps(word) }),
        !isFunction(text)
      {
        return .raisedClaim(text)
      }
      if isReleased(word) || isFunction(text) { continue }
      if engine.verb(text, isOneOf: standsFor) { continue }
      return .lostWord(text)
    }
    return nil
  }

  private func isFunction(_ word: String) -> Bool { engine.isListed(word.lowercased(), in: "function") }
}

/// Remembers which of the grammar's own words hold a fact: there are few of them, and they come again and again.
private final class GrammarFacts {
  private var known: [String: String?] = [:]

  /// A number, a link, a name or a member of a fact list in some words of the grammar, or `nil`.
  func fact(in text: String, _ engine: Engine) -> String? {
    if let answer = known[text] { return answer }
    let answer = find(text, engine)
    known[text] = .some(answer)
    return answer
  }

  private func find(_ text: String, _ engine: Engine) -> String? {
    if let digit = text.first(where: \.isNumber) { return String(digit) }
    // A text that cannot be read is no text for a rewrite.
    guard let analysis = try? engine.analyze(text) else { return text }
    return analysis.facts.first?.text
  }
}
