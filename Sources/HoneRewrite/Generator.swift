public import HoneCore
public import HoneEngine
internal import HoneGrammar

/// Proposes stronger bullets: edits in place, whole-sentence templates, clauses to add.
///
/// The generator does not judge its own work; whoever calls it asks the ledger.
public struct Generator {
  let engine: Engine
  let seams: Seams
  /// The kinds that clauses mend, each once, in the grammar's order.
  private let clauseKinds: [String]
  /// Slots that must not be opened, for the writer passed their questions over: what needs one of them is not proposed.
  public var passedOver: Set<String> = []
  /// Slots that only ask what rules ask that are switched off; by the ids of templates and clauses, those that ask nothing else
  /// there.
  private let switchedOff: Set<String>
  private let switchedOffIn: [String: Set<String>]

  /// The slots that must not be opened by an edit.
  private var skipped: Set<String> { switchedOff.isEmpty ? passedOver : switchedOff.union(passedOver) }

  /// The slots that must not be opened by a template or a clause.
  private func skipped(by template: Template) -> Set<String> {
    switchedOffIn[template.id].map(passedOver.union) ?? passedOver
  }

  /// A generator for an engine's grammar.
  public init(_ engine: Engine) {
    var kinds: [String] = []
    for kind in engine.grammar.clauses.flatMap(\.mends) where !kinds.contains(kind) { kinds.append(kind) }
    clauseKinds = kinds
    let grammar = engine.grammar
    let silent = Generator.silentKinds(in: grammar)
    switchedOff = Generator.slots(of: grammar, for: nil, askingOnly: silent)
    switchedOffIn =
      silent.isEmpty
      ? [:]
      : Dictionary(
        (grammar.templates.map { $0 } + grammar.clauses.map { $0 }).map {
          ($0.id, Generator.slots(of: grammar, for: $0.mends, askingOnly: silent))
        }, uniquingKeysWith: { one, _ in one })
    self.engine = engine
    seams = Seams(articles: Articles(engine))
  }

  /// The slots that would be opened for some kinds, or for all that they satisfy, and ask for silent ones alone.
  private static func slots(of grammar: Grammar, for kinds: [String]?, askingOnly silent: Set<String>) -> Set<
    String
  > {
    if silent.isEmpty { return [] }
    let idle = grammar.slots.filter { _, slot in
      let asked = kinds.map { kinds in slot.satisfies.filter(kinds.contains) } ?? slot.satisfies
      return !asked.isEmpty && silent.isSuperset(of: asked)
    }
    return Set(idle.keys)
  }

  /// Kinds of which every rule is switched off.
  private static func silentKinds(in grammar: Grammar) -> Set<String> {
    if grammar.silentRules.isEmpty { return [] }
    let live = Set(grammar.liveRules.map(\.kind))
    return Set(grammar.silentRules.map { grammar.rules[$0].kind }).subtracting(live)
  }

  // MARK: - Edits in place

  /// One round of edits in place, or `nil` where no fix of this tier applies.
  ///
  /// - Parameters:
  ///   - base: the text to edit.
  ///   - tier: which fixes to use.
  ///   - rule: the only rule to use, be it reduced to remarks; `nil` for all that are not.
  ///   - refused: rules that must not be used.
  public func edits(
    of base: Analysis, tier: Tier, rule only: String? = nil, refused: Set<String> = []
  ) throws(EngineError) -> Candidate? {
    var edits: [DraftEdit] = []
    var mends: Set<String> = []
    var clause = 1
    for hit in base.hits.sorted(by: outermostFirst) {
      let rule = base.rule(hit)
      if refused.contains(rule.id) { continue }
      guard only.map({ $0 == rule.id }) ?? isDue(hit, rule) else { continue }
      guard let edit = try edit(for: hit, rule, tier, base, clause: clause),
        !edits.contains(where: { touches($0.range, edit.range) })
      else { continue }
      edits.append(edit)
      mends.insert(rule.id)
      clause += 1
    }
    guard !edits.isEmpty, let draft = seams.apply(edits, to: base), draft.text != base.text else {
      return nil
    }
    return Candidate(
      base: base, pieces: draft.pieces, mends: mends, standsFor: [], tier: tier, template: Rewrite.inPlace,
      shape: Rewrite.inPlace)
  }

  /// Whether a finding asks for a change: a remark on a bullet that is good otherwise does not.
  private func isDue(_ hit: Hit, _ rule: Rule) -> Bool {
    !rule.isReducedToRemarks && (hit.level > .info || rule.effectiveLevel == .info)
  }

  /// The widest first, so that what it moves is moved before what stands inside it is mended.
  private func outermostFirst(_ one: Hit, _ other: Hit) -> Bool {
    (other.whole.count, one.whole.lowerBound, one.rule) < (
      one.whole.count, other.whole.lowerBound, other.rule
    )
  }

  /// Whether two edits meet, or leave no more than a space between them: one waits for the next round then.
  private func touches(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    one.lowerBound <= other.upperBound + 1 && other.lowerBound <= one.upperBound + 1
  }

  private func edit(
    for hit: Hit, _ rule: Rule, _ tier: Tier, _ base: Analysis, clause: Int
  ) throws(EngineError) -> DraftEdit? {
    let skipped = skipped
    fixes: for fix in rule.fixes where fix.tier == tier && skipped.isDisjoint(with: fix.with.slots) {
      guard let range = hit.range(of: fix.replace) else { continue }
      for condition in fix.needs where try !engine.holds(condition, for: hit, in: base) { continue fixes }
      for condition in fix.unless where try engine.holds(condition, for: hit, in: base) { continue fixes }
      if fix.with.items.isEmpty, isWrapped(range, base.bytes) { continue }
      // What somebody wants to say stays said, whatever else is at fault around it.
      if !range.isEmpty, base.isAllowed(range) { continue }
      let renderer = renderer(base, in: range, skipped, hit.range(of:))
      let number = fix.with.slots.isEmpty ? 0 : clause
      if let pieces = try renderer.render(fix.with, clause: number) {
        return DraftEdit(range: range, pieces: pieces)
      }
    }
    return nil
  }

  /// Whether a range is all that stands between two signs, such as `**…**`: without it the signs would hold nothing.
  private func isWrapped(_ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
    guard range.lowerBound > 0, range.upperBound < bytes.count else { return false }
    let signs: [UInt8] = [0x2A, 0x5F, 0x22, 0x27, 0x60, 0x7E]
    return signs.contains(bytes[range.lowerBound - 1]) && signs.contains(bytes[range.upperBound])
  }

  // MARK: - Clauses

  /// The bullet with one clause added, a candidate a clause template that applies, in the grammar's order.
  ///
  /// Kinds are tried in the order in which the grammar's clauses first name them; the first that has any is alone.
  public func clauses(for base: Analysis) throws(EngineError) -> [Candidate] {
    for kind in clauseKinds {
      // The clause goes to the end: the last of several findings is nearest to it.
      guard let hit = base.hits.last(where: { base.rule($0).kind == kind && $0.level >= .question }) else {
        continue
      }
      var found: [Candidate] = []
      for template in engine.grammar.clauses
      where template.mends.contains(kind) {
        guard try applies(template, hit, base), let candidate = try add(template, hit, base) else { continue }
        found.append(candidate)
      }
      if !found.isEmpty { return found }
    }
    return []
  }

  private func add(_ template: Template, _ hit: Hit, _ base: Analysis) throws(EngineError) -> Candidate? {
    let sentence = base.sentence(at: hit.range.lowerBound)
    let end = Generator.wordsEnd(of: sentence, base.bytes)
    let holes = try tileRanges(base)
    let renderer = renderer(base, in: sentence, skipped(by: template)) { holes[$0] }
    let clause = (base.slots.count) + 100
    guard let pieces = try renderer.render(template.text, clause: clause),
      let draft = seams.apply([DraftEdit(range: end..<end, pieces: pieces)], to: base)
    else { return nil }
    let mends = base.hits.map { base.rule($0) }.filter { template.mends.contains($0.kind) }.map(\.id)
    return Candidate(
      base: base, pieces: draft.pieces, mends: Set(mends), standsFor: [], tier: .full, template: template.id,
      shape: template.shape)
  }

  // MARK: - Templates

  /// Whole-sentence rewrites of a bullet of one act, in the grammar's order.
  public func sentences(for base: Analysis) throws(EngineError) -> [Candidate] {
    guard base.sentences.count == 1 else { return [] }
    let tiles = try base.frame()
    let acts = tiles.filter { $0.shape == "act" }
    guard acts.count == 1, !tiles.contains(where: { $0.part == "rest" }) else { return [] }
    // A fact that no finding covers would have to find its place in words that somebody else wrote: edit in place.
    let faults = base.hits.map(\.range)
    guard base.facts.allSatisfy({ fact in faults.contains { $0.overlaps(fact.range) } }) else { return [] }
    var found: [Candidate] = []
    for template in engine.grammar.templates {
      let kinds = template.mends
      // What the template would leave weak is better mended in place.
      guard base.hits.allSatisfy({ $0.level < .warning || kinds.contains(base.rule($0).kind) }) else {
        continue
      }
      guard let hit = base.hits.first(where: { kinds.contains(base.rule($0).kind) && $0.level >= .warning }),
        try applies(template, hit, base), let candidate = try sentence(template, tiles, base)
      else { continue }
      found.append(candidate)
    }
    return found
  }

  private func sentence(_ template: Template, _ tiles: [Tile], _ base: Analysis) throws(EngineError)
    -> Candidate?
  {
    let holes = try tileRanges(base)
    let act = tiles.first { $0.shape == "act" }!
    // A template that keeps the act takes any; one with a verb of its own stands for certain acts alone.
    let verb = base.bytes.text(act.captures["verb"] ?? act.range)
    guard template.standsFor.isEmpty || engine.verb(verb, isOneOf: template.standsFor) else { return nil }
    let renderer = renderer(base, in: base.sentences[0], skipped(by: template)) { holes[$0] }
    guard let pieces = try renderer.render(template.text, clause: 0) else { return nil }
    let start = base.sentences[0].lowerBound
    let end = Generator.wordsEnd(of: base.sentences[0], base.bytes)
    guard let draft = seams.apply([DraftEdit(range: start..<end, pieces: pieces)], to: base) else {
      return nil
    }
    let mends = base.hits.map { base.rule($0) }.filter { template.mends.contains($0.kind) }.map(\.id)
    return Candidate(
      base: base, pieces: draft.pieces, mends: Set(mends), standsFor: template.standsFor, tier: .full,
      template: template.id, shape: template.shape)
  }

  /// Where the words of a sentence end: before its full stop, and before emoji that close it.
  private static func wordsEnd(of sentence: Range<Int>, _ bytes: [UInt8]) -> Int {
    var end = sentence.upperBound
    while end > sentence.lowerBound {
      let before = Pictures.start(before: end, in: bytes, from: sentence.lowerBound)
      if before < end {
        end = before
        while end > sentence.lowerBound, bytes[end - 1] == 0x20 { end -= 1 }
      } else if [0x2E, 0x21, 0x3B, 0x2C].contains(bytes[end - 1]) {
        end -= 1
      } else {
        break
      }
    }
    return end
  }

  private func renderer(
    _ base: Analysis, in replaced: Range<Int>, _ skipped: Set<String>,
    _ range: @escaping (String) -> Range<Int>?
  ) -> Renderer {
    Renderer(engine: engine, base: base, skipped: skipped, replaced: replaced, range: range)
  }

  private func applies(_ template: Template, _ hit: Hit, _ base: Analysis) throws(EngineError) -> Bool {
    for condition in template.needs where try !engine.holds(condition, for: hit, in: base) { return false }
    for condition in template.unless where try engine.holds(condition, for: hit, in: base) { return false }
    return true
  }

  /// The range of each part that stands once, and of its captures as `part.capture`.
  private func tileRanges(_ base: Analysis) throws(EngineError) -> [String: Range<Int>] {
    var ranges: [String: Range<Int>] = [:]
    for tile in try base.frame() where ranges[tile.part] == nil {
      ranges[tile.part] = tile.range
      for (name, range) in tile.captures { ranges["\(tile.part).\(name)"] = range }
    }
    return ranges
  }

  // MARK: - Composition

  /// Pieces that refer to a draft, seen from what the draft itself was made of; `nil` where they cut it badly.
  public static func compose(_ pieces: [Piece], onto inner: [Piece]) -> [Piece]? {
    Draft(pieces).composed(onto: Draft(inner))?.pieces
  }

  /// The whole of a text, kept.
  public static func keeping(_ bytes: [UInt8]) -> [Piece] { Draft(keeping: bytes).pieces }
}
