import HoneCore
import HoneEngine
import HoneLedger
import HoneTestSupport
import Testing

/// Answers may take the place of the slots that asked for them, and nothing else may.
@Suite struct AnswerTests {
  private static let text = "Improved [metric] by [gain] with a ranker"
  private static let facts = ["metric": ["recall"], "gain": ["14%"]]

  private func judge(_ pieces: [Piece]) throws -> Violation? {
    let engine = Engine(Grammars.builtIn)
    return Ledger(engine).violation(
      of: pieces, against: try engine.analyze(AnswerTests.text), mends: [], facts: AnswerTests.facts)
  }

  private func kept(_ words: String) -> Piece {
    let text = AnswerTests.text
    guard let range = text.firstRange(of: words) else { fatalError("“\(words)” is not there") }
    let lower = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    return Piece(words, .kept(lower..<(lower + words.utf8.count)))
  }

  @Test func answersInThePlacesOfTheirSlotsPass() throws {
    #expect(
      try judge([
        kept("Improved "), Piece("recall", .fact("metric")), kept(" by "), Piece("14%", .fact("gain")),
        kept(" with a ranker"),
      ]) == nil)
    #expect(
      try judge([kept("Improved "), Piece("recall", .fact("metric")), kept(" by [gain] with a ranker")])
        == nil)
  }

  @Test func whatNobodyAnsweredIsRefused() throws {
    #expect(
      try judge([kept("Improved "), Piece("recall by 4%", .fact("metric")), kept(" by [gain] with a ranker")])
        == .notAnswered("recall by 4%"))
    #expect(
      try judge([kept("Improved [metric] by "), Piece("recall", .fact("gain")), kept(" with a ranker")])
        == .notAnswered("recall"))
  }

  @Test func anAnswerWithoutASlotIsRefused() throws {
    #expect(
      try judge([kept("Improved [metric] by [gain] with a ranker"), Piece("14%", .fact("gain"))])
        == .notAnswered("14%"))
    #expect(
      try judge([
        kept("Improved "), Piece("14%", .fact("gain")), kept(" by "), Piece("recall", .fact("metric")),
        kept(" with a ranker"),
      ]) == .notAnswered("14%"))
  }

  @Test func aSlotThatGoesWithoutAnAnswerIsMissed() throws {
    #expect(
      try judge([kept("Improved "), Piece("recall", .fact("metric")), kept(" with a ranker")])
        == .lostSlot("gain"))
  }

  @Test func wordsBesideTheAnswersAreNotLost() throws {
    #expect(
      try judge([kept("Improved "), Piece("recall", .fact("metric")), kept(" by [gain] with a")])
        == .lostWord("ranker"))
  }
}
