import HoneCore
import HoneTestSupport
import Testing

/// Promise 3: a rewrite that asks nothing claims no more than the bullet.
@Suite struct NoClaimRaisedTests {
  /// Words that limit a claim, by this test's own list.
  private static let limits: Set<String> = [
    "helped", "help", "helping", "assisted", "assisting", "assist", "contributed", "contributing",
    "contribution", "supported", "supporting", "support",
    "participated", "participating", "involved", "prototype", "prototyped", "prototyping", "prototypes",
    "tasked", "entrusted", "team",
    "part", "not", "never", "no", "only", "nearly", "almost", "about", "approximately", "roughly", "partly",
    "partially", "some", "few",
    "tried", "attempted", "planned", "proposed", "aimed", "intended", "might", "could", "would", "we", "our",
    "under", "supervision",
    "without", "except", "until", "together", "jointly", "colleagues", "point", "half", "sometimes",
    "internal", "simulated", "offline",
  ]

  /// “Supported” that becomes “to support” limits as much: what a word is a form of.
  private static func limit(_ word: String) -> String {
    ["help", "assist", "contribut", "support", "participat", "prototyp"].first(where: word.hasPrefix) ?? word
  }

  @Test(arguments: Source.allCases)
  func aSafeRewriteKeepsEveryLimit(_ source: Source) {
    let faults = Outcomes.of(source).compactMap { outcome -> Fault? in
      guard let safe = outcome.safe else { return nil }
      func limits(_ text: String) -> [String] {
        Text.words(text).map { $0.lowercased() }.filter(NoClaimRaisedTests.limits.contains)
          .map(NoClaimRaisedTests.limit)
      }
      let gone = Text.surplus(limits(outcome.text), over: limits(safe.text))
      return gone.isEmpty ? nil : Fault(bullet: outcome.text, what: "\(gone) not in “\(safe.text)”")
    }
    report(faults, of: source)
  }

  @Test(arguments: [
    ("Helped build the retraining job", "Built"), ("Tasked with deploying the fraud service", "Deployed"),
    ("Responsible for improving search relevance", "Improved"), ("Assisted in training rankers", "Trained"),
    ("Contributed to building the recommender", "Built"),
    ("Was part of the team that shipped the app", "Shipped"),
    ("Involved in developing a recommender", "Developed"),
    ("Tried to reduce the cost of training", "Reduced"),
    ("Accountable for reducing churn", "Reduced"), ("Entrusted with leading the team", "Led"),
    ("We migrated serving to Triton", "Migrated"),
    ("Models were trained by the team", "Trained"), ("Participated in training a tagger", "Trained"),
  ])
  func noRewriteMakesAnActOfAHope(_ bullet: String, _ claim: String) {
    let outcome = Outcomes.make([bullet])[0]
    for rewrite in outcome.all { #expect(!rewrite.text.hasPrefix(claim), "\(rewrite.text)") }
  }
}
