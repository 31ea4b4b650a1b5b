import HoneCore
import HoneEngine
import HoneLedger
import HoneTestSupport
import PCRE2
import Testing

/// What the rules say of a rewrite decides too.
@Suite struct OutcomeTests {
  private let engine = Engine(Grammars.builtIn)

  private func judged(_ bullet: String, _ outcome: String, mends: Set<String>) throws -> Violation? {
    let pieces = [Piece(outcome, .grammar)]
    return Ledger(engine).violation(
      ofOutcome: try engine.analyze(outcome), pieces: pieces, base: try engine.analyze(bullet), mends: mends)
  }

  @Test func aFaultThatWasToBeMendedMustBeGone() throws {
    let bullet = "Responsible for training search rankers"
    let rule = try #require(try engine.analyze(bullet).findings.first { $0.kind == "weak-verb" }).rule
    #expect(
      try judged(bullet, "Was responsible for training search rankers", mends: [rule]) == .stillFlagged(rule))
    #expect(try judged(bullet, "Trained XGBoost search rankers on 4M rows", mends: [rule]) == nil)
  }

  @Test func theGrammarsWordsBringNoNewFault() throws {
    guard
      case .newlyFlagged = try judged(
        "Trained search rankers", "Successfully trained search rankers", mends: [])
    else {
      Issue.record("filler that the grammar brought was not refused")
      return
    }
  }

  @Test func aFaultThatStoodThereBeforeIsNotTheRewrites() throws {
    #expect(try judged("Successfully trained it", "Successfully trained rankers", mends: []) == nil)
  }

  @Test func everyViolationSaysItselfInWords() {
    let violations: [Violation] = [
      .notKept("a"), .notAForm("a", of: "b"), .invented("a"), .lostFact("a"), .lostWord("a"),
      .raisedClaim("a"), .stillFlagged("a"),
      .newlyFlagged("a"),
    ]
    #expect(Set(violations.map(\.description)).count == violations.count)
  }
}

extension Proposal {
  /// The rules that find something in the bullet.
  func findings() throws -> [String] { try Engine(Grammars.builtIn).analyze(bullet).findings.map(\.rule) }
}
