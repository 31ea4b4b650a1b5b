import Hone
import HoneFacts
import HoneGrammar
import HoneTestSupport
import Testing

/// Answers held against the slots of the packs that come with hone.
@Suite struct AnswerTests {
  @Test func whatASlotGivesForAnExampleGivesNoPause() throws {
    let hone = Hone(Grammars.builtIn)
    for slot in hone.grammar.slots.values {
      let check = hone.answerCheck(for: slot)
      for sample in slot.samples {
        #expect(check.doubt(sample) == nil, "\(slot.name): \(sample)")
        #expect(hone.fault(inAnswer: sample) == nil, "\(slot.name): \(sample)")
      }
    }
  }

  @Test(arguments: [
    ("volume", "about 40", AnswerDoubt.noUnit), ("volume", "around 1.5", .noUnit),
    ("volume", "forty", .noUnit),
    ("latency", "forty", .noUnit), ("latency", "around 1.5", .noUnit), ("latency", "p99 40", .noUnit),
    ("latency", "p99 under 40", .noUnit), ("volume", "40 ms", .otherUnit), ("users", "40%", .otherUnit),
    ("latency", "40 /s", .otherUnit), ("volume", "40/s", .otherUnit),
    ("latency", "100 ms ms", .doubled("ms")),
  ])
  func whatSaysTooLittleGivesPause(_ slot: String, _ answer: String, _ doubt: AnswerDoubt) throws {
    let hone = Hone(Grammars.builtIn)
    let check = hone.answerCheck(for: try #require(hone.grammar.slots[slot]))
    #expect(check.doubt(answer) == doubt)
  }

  @Test(arguments: [
    ("volume", "40k users"), ("volume", "12k requests/s"), ("volume", "forty hospitals"),
    ("volume", "2.6 TB a day"),
    ("latency", "60 tokens/s a user"), ("latency", "p95 of 80 ms"), ("users", "3M readers"),
    ("users", "over 40 teams"), ("time or money", "12 hours a week"),
    ("time or money", "2 planner days a week"),
  ])
  func whatSaysEnoughIsKept(_ slot: String, _ answer: String) throws {
    let hone = Hone(Grammars.builtIn)
    let check = hone.answerCheck(for: try #require(hone.grammar.slots[slot]))
    #expect(check.doubt(answer) == nil)
  }
}
