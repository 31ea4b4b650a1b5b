import Foundation
import Hone
import HoneEngine
import HoneEvaluation
import HoneTestSupport
import Testing

/// A grammar held against what readers say.
@Suite struct EvaluationTests {
  private func evaluate(_ lines: String) throws -> Evaluation {
    let bullets = try LabelledBullet.read(Data(lines.utf8))
    return try Evaluation(of: bullets, by: Engine(Grammars.builtIn))
  }

  private func score(_ kind: String, in evaluation: Evaluation) -> Score? {
    evaluation.kinds.first { $0.name == kind }?.score
  }

  @Test func hitsMissesAndFalseAlarmsAreCountedByKind() throws {
    let evaluation = try evaluate(
      """
      {"text": "Helped build the retraining job for 40 models", "kinds": ["weak-verb"]}
      {"text": "Assisted with the on-call rota of 3 teams", "kinds": []}
      {"text": "Wrote 40 tests", "kinds": ["weak-verb"]}
      """)
    let weak = try #require(score("weak-verb", in: evaluation))
    #expect((weak.hits, weak.falseAlarms, weak.misses) == (1, 1, 1))
    let lines = evaluation.differences.filter { $0.kind == "weak-verb" }
    #expect(lines.map(\.isFalseAlarm) == [true, false])
    #expect(evaluation.strongFlagged == Share(of: 1, in: 1))
  }

  @Test func aNumberThatAReaderCountsApartContradictsNoMetric() throws {
    let evaluation = try evaluate(
      """
      {"text": "Served 4,200 payments/s at 6 ms p99 in Python 3", "kinds": [], "numbers": \
      [{"text": "4,200 payments/s", "metric": true}, {"text": "6 ms", "metric": true}, \
      {"text": "p99", "metric": false}, {"text": "Python 3", "metric": false}]}
      """)
    #expect(evaluation.numbers == 4)
    #expect((evaluation.metrics.hits, evaluation.metrics.falseAlarms, evaluation.metrics.misses) == (2, 0, 0))
  }

  @Test func aFactIsFoundWhereItsWordsAre() throws {
    let evaluation = try evaluate(
      """
      {"text": "Cut costs by $40k with XGBoost on 12 nodes", "kinds": [], "facts": ["$40k", "XGBoost", "wit"]}
      """)
    #expect((evaluation.facts.hits, evaluation.facts.falseAlarms, evaluation.facts.misses) == (2, 1, 1))
  }

  @Test func aLineThatIsNoLabelledBulletIsNamed() {
    let lines = Data("{\"text\": \"Wrote tests\", \"kinds\": []}\n\n{\"text\": 4}\n".utf8)
    #expect { try LabelledBullet.read(lines) } throws: { "\($0)".hasPrefix("line 3 is no labelled bullet") }
  }
}
