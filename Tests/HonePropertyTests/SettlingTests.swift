import Hone
import HoneCore
import HoneGrammar
import HoneTestSupport
import Testing

/// Promise 5: a rewrite is the end of it.
@Suite struct SettlingTests {
  @Test(arguments: Source.allCases)
  func rewritingASafeRewriteChangesNothing(_ source: Source) throws {
    let hone = Hone(Grammars.builtIn)
    try check(source) { outcome in
      guard let safe = outcome.safe else { return [] }
      guard let again = try hone.safeRewrite(safe.text) else { return [] }
      return ["“\(safe.text)” becomes “\(again.text)”"]
    }
  }

  @Test(arguments: Source.allCases)
  func rewritingWhatThePipeWroteChangesNothing(_ source: Source) throws {
    let hone = Hone(Grammars.builtIn)
    try check(source) { outcome in
      guard let best = outcome.best else { return [] }
      guard let again = try hone.advise(best.text, limit: 1).best else { return [] }
      return ["“\(best.text)” becomes “\(again.text)”"]
    }
  }

  @Test(arguments: Source.allCases)
  func noRuleFindsAgainWhatItsRewriteMended(_ source: Source) throws {
    let hone = Hone(Grammars.builtIn)
    try check(source) { outcome in
      try outcome.all.flatMap { rewrite in
        let after = try hone.advise(rewrite.text, limit: 0).findings
        return rewrite.mends.filter { rule in remains(after, outcome.findings) { $0.rule == rule } }
          .map { "\($0) again in “\(rewrite.text)”" }
      }
    }
  }

  @Test(arguments: Source.allCases)
  func fillingTheSlotsLeavesNothingOfWhatWasMended(_ source: Source) throws {
    let hone = Hone(Grammars.builtIn)
    try check(source) { outcome in
      try outcome.rewrites.flatMap { rewrite in
        let answered = kindsAnswered(by: rewrite)
        return try filled(rewrite).flatMap { text in
          let after = try hone.advise(text, limit: 0).findings.filter { $0.level > .info }
          let rules = rewrite.mends.filter { rule in remains(after, outcome.findings) { $0.rule == rule } }
          let kinds = answered.filter { kind in remains(after, outcome.findings) { $0.kind == kind } }
          return Set(rules + kinds).sorted().map { "\($0) again in “\(text)”" }
        }
      }
    }
  }

  /// Whether no fewer findings of a sort are left than there were; of two, a rewrite may mend one.
  private func remains(_ after: [Finding], _ before: [Finding], _ isMeant: (Finding) -> Bool) -> Bool {
    let left = after.count(where: isMeant)
    return left > 0 && left >= before.count(where: isMeant)
  }

  /// The kinds that the rewrite mends by asking: the answer must do so too.
  private func kindsAnswered(by rewrite: Rewrite) -> [String] {
    let mended = Set(rewrite.mends.compactMap { Grammars.builtIn.rule($0)?.kind })
    let answered = rewrite.pieces.flatMap { piece -> [String] in
      guard case .slot(let name) = piece.origin else { return [] }
      return Grammars.builtIn.slots[name]?.satisfies ?? []
    }
    return Set(answered).intersection(mended).sorted()
  }

  /// The rewrite with its slots filled, by every sample of each of them at least once.
  private func filled(_ rewrite: Rewrite) -> [String] {
    let samples = rewrite.pieces.compactMap { piece -> Int? in
      guard case .slot(let name) = piece.origin else { return nil }
      return Grammars.builtIn.slots[name]?.samples.count
    }
    return (0..<(samples.max() ?? 0)).map { round in
      rewrite.pieces.map { piece in
        guard case .slot(let name) = piece.origin, let slot = Grammars.builtIn.slots[name] else {
          return piece.text
        }
        return slot.samples[round % slot.samples.count]
      }.joined()
    }
  }

  private func check(
    _ source: Source, known: [KnownFault] = [], at location: SourceLocation = #_sourceLocation,
    _ unsettled: (Outcome) throws -> [String]
  ) throws {
    let faults = try Outcomes.of(source).flatMap { outcome in
      try unsettled(outcome).map { Fault(bullet: outcome.text, what: $0) }
    }
    report(faults, of: source, known: known, at: location)
  }
}
