import HoneEvaluation
import Testing

/// The figures that an evaluation prints.
@Suite struct ScoreTests {
  @Test func aScoreCountsWhoSaidYes() {
    var score = Score()
    for (found, labelled) in [(true, true), (true, true), (true, false), (false, true), (false, false)] {
      score.count(found: found, labelled: labelled)
    }
    #expect(score.precision == Share(of: 2, in: 3))
    #expect(score.recall == Share(of: 2, in: 3))
    #expect(score.f1 == 4.0 / 6.0)
  }

  @Test func nothingHasNoShare() {
    #expect(Score().precision.value == nil)
    #expect(Score().f1 == nil)
    #expect(Share(of: 0, in: 0).interval == nil)
  }

  /// Against the figures of Wilson's own paper and common tables.
  @Test(arguments: [
    (10, 10, 0.7225, 1.0), (0, 10, 0.0, 0.2775), (50, 100, 0.4038, 0.5962), (1, 2, 0.0945, 0.9055),
  ])
  func theIntervalIsWilsons(part: Int, whole: Int, lower: Double, upper: Double) throws {
    let interval = try #require(Share(of: part, in: whole).interval)
    #expect(abs(interval.lowerBound - lower) < 0.0005)
    #expect(abs(interval.upperBound - upper) < 0.0005)
  }
}
