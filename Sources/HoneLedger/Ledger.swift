public import HoneCore
public import HoneEngine
internal import HoneGrammar

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
  ///   - facts: what the writer answered, by slot: the words that may take a slot's place.
  public func violation(
    of pieces: [Piece], against base: Analysis, mends: Set<String>, standsFor: [String] = [],
    facts: [String: [String]] = [:]
  ) -> Violation? {
    let hasSlot = pieces.contains { Ledger.slot(of: $0) != nil }
    let covered = pieces.compactMap(\.source)
    for piece in pieces {
      if let found = violation(ofSource: piece, base, facts) { return found }
    }
    var released = base.hits.filter { mends.contains(base.rule($0).id) && isAtFault(base.rule($0)) }.map(
      \.range)
    if pieces.contains(where: { if case .fact = $0.origin { true } else { false } }) {
      if let found = exchange(pieces, base, covered) { return found }
      released += base.marks(of: PartNames.slot, in: 0..<base.bytes.count).map(\.range)
    }
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

  private func violation(ofSource piece: Piece, _ base: Analysis, _ facts: [String: [String]]) -> Violation? {
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
    case .fact(let name):
      // An answer that opens the bullet has a capital there.
      let isGiven = facts[name]?.contains { $0 == piece.text || Ledger.capitalized($0) == piece.text }
      return isGiven == true ? nil : .notAnswered(piece.text)
    case .grammar:
      return nil
    }
  }

  /// Each slot that goes makes room for one answer to its own question, in the order of the text.
  private func exchange(_ pieces: [Piece], _ base: Analysis, _ covered: [Range<Int>]) -> Violation? {
    let slots = zip(base.slots, base.marks(of: PartNames.slot, in: 0..<base.bytes.count))
    var gone = slots.filter { slot in
      !covered.contains {
        $0.lowerBound <= slot.1.range.lowerBound && $0.upperBound >= slot.1.range.upperBound
      }
    }.map(\.0)[...]
    for piece in pieces {
      guard case .fact(let name) = piece.origin else { continue }
      guard gone.first == name else { return .notAnswered(piece.text) }
      gone.removeFirst()
    }
    return gone.first.map { .lostSlot($0) }
  }

  /// The slot that a piece holds, be it open or answered.
  private static func slot(of piece: Piece) -> String? {
    switch piece.origin {
    case .slot(let name), .fact(let name): name
    case .kept, .inflected, .grammar: nil
    }
  }

  private static func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  private func invention(in pieces: [Piece], _ base: Analysis, released: [Range<Int>]) -> Violation? {
    let open = Set(pieces.filter { Ledger.slot(of: $0) != nil }.map(\.clause))
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
    guard let analysis = try? engine.read(text) else { return text }
    return analysis.facts.first?.text
  }
}
