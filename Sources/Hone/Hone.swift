public import HoneCore
public import HoneEngine
public import HoneGrammar
internal import HoneLedger
internal import HoneRewrite

/// Finds what is weak in a résumé bullet and proposes what would be strong.
///
/// ```swift
/// let hone = try Hone.builtIn()
/// let advice = try hone.advise("Trained machine learning models.")
/// print(advice.best?.text ?? "")
/// ```
///
/// One `Hone` is for one thread: it compiles patterns as it needs them, and the compiler lets it go to no other. The grammar
/// may be shared by many. What it says of a bullet depends on the bullet and the grammar alone.
public final class Hone {
  /// The grammar in use.
  public let grammar: Grammar
  /// The engine that runs it.
  public let engine: Engine
  var generator: Generator
  let ledger: Ledger

  /// A hone for a grammar.
  ///
  /// - Parameters:
  ///   - grammar: one that comes with hone, or your own; several hones may share it.
  ///   - usesJIT: whether patterns become machine code; worth it from some hundred bullets on.
  public convenience init(_ grammar: Grammar, usesJIT: Bool = false) {
    self.init(Engine(grammar, usesJIT: usesJIT))
  }

  /// A hone for many bullets, which shares its machine code with those of other threads: make the code once, and one of these
  /// for each thread.
  public convenience init(_ code: MachineCode) {
    self.init(Engine(code))
  }

  private init(_ engine: Engine) {
    grammar = engine.grammar
    self.engine = engine
    generator = Generator(engine)
    ledger = Ledger(engine)
  }

  /// What hone has to say of one bullet.
  ///
  /// - Parameters:
  ///   - text: the bullet's plain text, without its marker.
  ///   - limit: how many full rewrites to propose at most; 0 for findings alone.
  /// - Throws: `EngineError` where a pattern costs too much on this text.
  public func advise(_ text: String, limit: Int = 3) throws(EngineError) -> Advice {
    let base = try engine.analyze(text)
    guard limit > 0, !base.hits.isEmpty else { return Advice(analysis: base) }
    var trail = Trail()
    let safe = try settle(base, &trail)
    let full = try propose(base, safe, limit: limit, &trail)
    return Advice(analysis: base, safe: rewrite(of: safe, base), rewrites: full, dropped: trail.dropped)
  }

  /// The findings of one bullet and its safe rewrite alone.
  public func adviseSafely(_ text: String) throws(EngineError) -> Advice {
    let base = try engine.analyze(text)
    guard !base.hits.isEmpty else { return Advice(analysis: base) }
    var trail = Trail()
    return Advice(analysis: base, safe: rewrite(of: try settle(base, &trail), base), dropped: trail.dropped)
  }

  /// The safe rewrite alone: every safe edit, or `nil` where there is nothing to do.
  public func safeRewrite(_ text: String) throws(EngineError) -> Rewrite? { try adviseSafely(text).safe }

  /// What one rule alone finds and mends, as its examples have it.
  package func prove(_ rule: String, on text: String) throws(EngineError) -> Proof {
    let base = try engine.analyze(text)
    let spans = base.hits.filter { base.rule($0).id == rule }.map(\.range)
    var trail = Trail()
    let safe = try settle(base, only: rule, &trail)
    let full = try fullEdits(base, safe, only: rule, &trail)
    return Proof(
      spans: spans, safe: safe.steps == 0 ? nil : safe.analysis.text,
      full: full.steps == safe.steps ? nil : full.analysis.text,
      excuses: Set(base.excuses.filter { $0.rule == rule && $0.stood }.map(\.condition)),
      rivals: rivals(of: rule, in: base),
      reasons: base.excuses.filter { $0.rule == rule }.map(\.reason),
      dropped: Set(trail.dropped.map { "“\($0.text)”: \($0.reason)" }).sorted())
  }

  /// Rules of the same kind that found something: of two findings on the same words the longer one stays.
  private func rivals(of id: String, in base: Analysis) -> [String] {
    guard let kind = grammar.rule(id)?.kind else { return [] }
    return base.hits.map { base.rule($0) }.filter { $0.kind == kind && $0.id != id }.map(\.id)
  }

  // MARK: - Safe

  /// A text on its way: its analysis, its pieces in terms of the bullet, and what was mended so far.
  private struct State {
    var analysis: Analysis
    var pieces: [Piece]
    var mends: Set<String> = []
    var steps = 0
  }

  private struct Trail {
    var dropped: [Advice.Dropped] = []
  }

  /// The fixpoint of all safe edits; an edit that the ledger refuses is left out and the others go on.
  private func settle(_ base: Analysis, only: String? = nil, _ trail: inout Trail) throws(EngineError)
    -> State
  {
    var state = State(analysis: base, pieces: Generator.keeping(base.bytes))
    try run(.safe, &state, only: only, &trail)
    // A rule that still finds its fault was not mended; without it nothing else of the rewrite is in doubt.
    return state
  }

  private func run(_ tier: Tier, _ state: inout State, only: String?, _ trail: inout Trail)
    throws(EngineError)
  {
    var refused: Set<String> = []
    var rounds = 0
    while rounds < 12,
      let candidate = try generator.edits(of: state.analysis, tier: tier, rule: only, refused: refused)
    {
      rounds += 1
      if let next = try step(candidate, state, &trail) {
        state = next
        continue
      }
      // Find the edit at fault: try each rule alone and refuse those that fail alone.
      var passed = false
      for rule in candidate.mends.sorted() {
        guard let alone = try generator.edits(of: state.analysis, tier: tier, rule: rule) else { continue }
        if let next = try step(alone, state, &trail) {
          state = next
          passed = true
          break
        }
        refused.insert(rule)
      }
      if !passed { break }
    }
  }

  /// The state after a candidate, or `nil` where the ledger or the rules refuse it.
  private func step(_ candidate: Candidate, _ state: State, _ trail: inout Trail) throws(EngineError)
    -> State?
  {
    let text = candidate.pieces.map(\.text).joined()
    func drop(_ reason: String) {
      trail.dropped.append(Advice.Dropped(template: candidate.template, text: text, reason: reason))
    }
    if let violation = ledger.violation(
      of: candidate.pieces, against: candidate.base, mends: candidate.mends, standsFor: candidate.standsFor)
    {
      drop(violation.description)
      return nil
    }
    guard let pieces = Generator.compose(candidate.pieces, onto: state.pieces) else {
      drop("it would cut a word that was already changed")
      return nil
    }
    let outcome = try engine.analyze(text)
    // Within a fixpoint the next round mends what is left of the same rule.
    let mends = candidate.tier == .safe ? [] : candidate.mends
    if let violation = ledger.violation(
      ofOutcome: outcome, pieces: candidate.pieces, base: candidate.base, mends: mends)
    {
      drop(violation.description)
      return nil
    }
    return State(
      analysis: outcome, pieces: pieces, mends: state.mends.union(candidate.mends), steps: state.steps + 1)
  }

  /// The rules whose findings are gone: what is still found was made better, but not mended.
  private func mended(_ state: State) -> [String] {
    state.mends.subtracting(state.analysis.hits.map { state.analysis.rule($0).id }).sorted()
  }

  private func rewrite(of state: State, _ base: Analysis) -> Rewrite? {
    guard state.steps > 0 else { return nil }
    return Rewrite(
      pieces: state.pieces, tier: .safe, template: Rewrite.inPlace, mends: mended(state), slots: [])
  }

  // MARK: - Full

  private func fullEdits(_ base: Analysis, _ safe: State, only: String? = nil, _ trail: inout Trail)
    throws(EngineError) -> State
  {
    var state = safe
    guard base.slots.isEmpty else { return state }
    // An edit with a slot may lay bare what a safe one mends, and the other way round.
    for _ in 0..<3 {
      let before = state.steps
      try run(.full, &state, only: only, &trail)
      let full = state.steps
      if full > before { try run(.safe, &state, only: only, &trail) }
      if state.steps == full { break }
    }
    return state
  }

  /// Up to `limit` full rewrites, no two of one shape, best first.
  private func propose(_ base: Analysis, _ safe: State, limit: Int, _ trail: inout Trail) throws(EngineError)
    -> [Rewrite]
  {
    // A bullet that waits for facts is not given more of them to wait for.
    guard base.slots.isEmpty else { return [] }
    var rewrites: [Rewrite] = []
    var shapes: Set<String> = []
    func add(_ state: State, _ template: String, _ shape: String) {
      guard rewrites.count < limit, shapes.insert(shape).inserted else { return }
      let slots = requests(in: state.pieces, base)
      guard !slots.isEmpty else { return }
      if rewrites.contains(where: { $0.pieces == state.pieces }) { return }
      rewrites.append(
        Rewrite(pieces: state.pieces, tier: .full, template: template, mends: mended(state), slots: slots))
    }
    for candidate in try generator.sentences(for: safe.analysis) where rewrites.count < limit {
      if let state = try finished(candidate, safe, &trail) { add(state, candidate.template, candidate.shape) }
    }
    if rewrites.count == limit { return rewrites }
    let edited = try fullEdits(base, safe, &trail)
    for candidate in try generator.clauses(for: edited.analysis) where rewrites.count < limit {
      if let state = try finished(candidate, edited, &trail) {
        add(state, candidate.template, candidate.shape)
      }
    }
    if edited.steps > safe.steps { add(edited, Rewrite.inPlace, Rewrite.inPlace) }
    return rewrites
  }

  /// The state after a candidate and whatever safe edits it lays bare.
  private func finished(_ candidate: Candidate, _ state: State, _ trail: inout Trail) throws(EngineError)
    -> State?
  {
    guard var next = try step(candidate, state, &trail) else { return nil }
    try run(.safe, &next, only: nil, &trail)
    return next
  }

  func requests(in pieces: [Piece], _ base: Analysis) -> [SlotRequest] {
    let domain = engine.domain(of: base)
    var seen: Set<String> = []
    return pieces.compactMap { piece in
      guard case .slot(let name) = piece.origin, seen.insert(name).inserted, let slot = grammar.slots[name]
      else {
        return nil
      }
      let hint = slot.hints.first { $0.domain == domain } ?? slot.hints.first { $0.domain == "default" }
      return SlotRequest(
        name: slot.label, unit: slot.unit, question: slot.question,
        hint: hint?.text ?? slot.choices.joined(separator: ", "))
    }
  }
}

/// What one rule makes of one bullet.
package struct Proof {
  /// What it finds.
  package let spans: [Range<Int>]
  /// The safe rewrite by its fixes alone.
  package let safe: String?
  /// The full rewrite by its fixes alone.
  package let full: String?
  /// The conditions that excused a match.
  package let excuses: Set<String>
  /// Rules of the same kind that found something too.
  package let rivals: [String]
  /// Why matches were passed over.
  package let reasons: [String]
  /// Candidates that were refused, and why.
  package let dropped: [String]
}
