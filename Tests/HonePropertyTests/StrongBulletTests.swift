import HoneCore
import HoneTestSupport
import Testing

/// Promise 4: a strong bullet comes back as it is.
@Suite struct StrongBulletTests {
  @Test(arguments: Corpus.strong.map(\.text))
  func aStrongBulletIsLeftAlone(_ text: String) {
    let outcome = Outcomes.make([text])[0]
    let found = outcome.findings.filter { $0.level > .info }
    #expect(found.map { "\($0.rule): \($0.message)" } == [])
    #expect(outcome.all.map(\.text) == [])
  }

  @Test func theCorpusHoldsWhatItSays() {
    #expect(Corpus.strong.count >= 130)
    #expect(Corpus.weak.count >= 220)
    #expect(Set(Corpus.texts).count == Corpus.texts.count)
  }

  @Test func whatIsFoundInWeakBulletsIsOfTheKindsThatTheyAreLabelledWith() {
    // Not every label is hone's to find; but what it warns of, a reader should have seen too.
    var right = 0
    var wrong: [String] = []
    for (bullet, outcome) in zip(Corpus.weak, Outcomes.of(.corpus).suffix(Corpus.weak.count)) {
      for finding in outcome.findings where finding.level >= .warning {
        if bullet.kinds?.contains(finding.kind) == true {
          right += 1
        } else {
          wrong.append("\(finding.kind): \(bullet.text)")
        }
      }
    }
    #expect(right > 200)
    #expect(
      wrong.count * 20 <= right, "\(wrong.count) warnings nobody else gave:\n\(wrong.joined(separator: "\n"))"
    )
  }
}
