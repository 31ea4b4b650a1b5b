import Hone
import HoneCore
import HoneGrammar
import HoneTestSupport
import Testing

/// Filling slots keeps the promises: what is put in is what was answered, and nothing else moves.
@Suite struct FillingTests {
  private static let slots = Grammars.builtIn.slots

  /// The first sample for each slot of a rewrite.
  private func samples(for rewrite: Rewrite) -> [String: String] {
    var answers: [String: String] = [:]
    for place in rewrite.slotPlaces { answers[place.key] = FillingTests.slots[place.name]?.samples.first }
    return answers
  }

  @Test(arguments: Source.allCases)
  func everyRewriteCanBeFilledAndNothingStaysOpen(_ source: Source) throws {
    let hone = Hone(Grammars.builtIn)
    try check(source) { outcome in
      try outcome.rewrites.compactMap { rewrite in
        guard let filled = try hone.fill(rewrite, with: samples(for: rewrite), of: outcome.text) else {
          return "“\(rewrite.text)” cannot be filled"
        }
        return filled.slots.isEmpty && filled.slotPlaces.allSatisfy { !$0.isOpen }
          ? nil : "open: “\(filled.text)”"
      }
    }
  }

  @Test(arguments: Source.allCases)
  func onlyTheSlotsAndTheirArticlesChange(_ source: Source) throws {
    let hone = Hone(Grammars.builtIn)
    try check(source) { outcome in
      try outcome.rewrites.compactMap { rewrite in
        let answers = samples(for: rewrite)
        guard let filled = try hone.fill(rewrite, with: answers, of: outcome.text) else { return nil }
        let meant = words(text(of: rewrite, with: answers))
        return words(filled.text) == meant ? nil : "“\(filled.text)”"
      }
    }
  }

  @Test(arguments: Source.allCases)
  func answersAloneLeadToTheSameBullet(_ source: Source) throws {
    let hone = Hone(Grammars.builtIn)
    try check(source) { outcome in
      guard let rewrite = outcome.rewrites.first else { return [] }
      let answers = samples(for: rewrite)
      let meant = try hone.fill(rewrite, with: answers, of: outcome.text)?.text
      let made = try hone.rewrite(
        outcome.text, with: SlotAnswers(template: rewrite.template, given: answers))?.text
      return made == meant ? [] : ["“\(made ?? "nothing")” for “\(meant ?? "nothing")”"]
    }
  }

  @Test(arguments: Source.allCases)
  func whatWasPassedOverIsNotAskedFor(_ source: Source) throws {
    let hone = Hone(Grammars.builtIn)
    try check(source) { outcome in
      guard let first = outcome.rewrites.first?.slotPlaces.first else { return [] }
      let left = try hone.advise(outcome.text, skipping: [first.name]).rewrites
      return left.filter { $0.slotPlaces.contains { $0.name == first.name } }.map(\.text)
    }
  }

  @Test func withNothingPassedOverNothingChanges() throws {
    let hone = Hone(Grammars.builtIn)
    for outcome in Outcomes.of(.corpus).prefix(200) {
      _ = try hone.advise(outcome.text, skipping: ["metric", "count"])
      #expect(try hone.advise(outcome.text).rewrites == outcome.rewrites)
    }
  }

  private func text(of rewrite: Rewrite, with answers: [String: String]) -> String {
    var places = rewrite.slotPlaces[...]
    return rewrite.pieces.map { piece in
      guard case .slot = piece.origin else { return piece.text }
      return answers[places.removeFirst().key] ?? piece.text
    }.joined()
  }

  /// The words in lower case without articles, which are chosen again.
  private func words(_ text: String) -> [String] {
    text.lowercased().split { $0 == " " }.map(String.init).filter { !["a", "an", "the"].contains($0) }
  }

  private func check(
    _ source: Source, at location: SourceLocation = #_sourceLocation, _ wrong: (Outcome) throws -> [String]
  ) throws {
    let faults = try Outcomes.of(source).flatMap { outcome in
      try wrong(outcome).map { Fault(bullet: outcome.text, what: $0) }
    }
    report(faults, of: source, known: [], at: location)
  }
}
