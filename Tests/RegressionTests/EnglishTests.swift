import Hone
import HoneCore
import HoneTestSupport
import Testing

/// The English of rewrites, from end to end.
@Suite struct EnglishTests {
  private let hone = Hone(Grammars.builtIn)

  @Test(arguments: [
    ("Responsible for modelling churn in Python", "Modelled churn in Python"),
    ("Responsible for modeling churn in Python", "Modeled churn in Python"),
    ("Responsible for labeling 40k images by colour", "Labelled 40k images by colour"),
    (
      "Duties included cancelling 12 orders and modelling demand",
      "Cancelled 12 orders and modelled demand"
    ),
    ("Performed data labelling for behaviour models", "Labelled data for behaviour models"),
    ("Performed data labeling for churn models", "Labeled data for churn models"),
  ])
  func aRewriteKeepsToTheSpellingOfItsBullet(_ bullet: String, _ rewrite: String) throws {
    #expect(try hone.safeRewrite(bullet)?.text == rewrite)
  }

  /// What others did, and what only looks like a deed, is told as it was.
  @Test(arguments: [
    "The start-up was acquired in 2021 for $30M", "The paper was accepted at NeurIPS 2022",
    "Ads were clicked 3M times",
    "The model was adopted by 3 product teams", "The images were sorted by 12 annotators over 3 months",
    "The app was rated 4.8 stars by 12k users", "Several bugs were found and fixed",
    "The proposal was approved and rolled out to 12 markets",
    "Used a genetic algorithm to lay out 40 warehouses",
    "Worked with PMs to prioritise 14 features", "Responsible for managing new hires and existing staff",
    "Responsible for reviewing code and emerging research",
    "Responsible for building, testing, and, when needed, rolling back 40 releases",
    "Responsible for migrating 3 DBs by writing scripts and training staff",
    "Shipped red-teaming for 3 customers at Robust Intelligence",
  ])
  func aSafeRewriteMakesNoDeedOfWhatIsNone(_ bullet: String) throws {
    #expect(try hone.safeRewrite(bullet)?.text == nil)
  }

  @Test(arguments: [
    ("40 services were migrated to Kubernetes", "Migrated 40 services to Kubernetes"),
    ("3rd-party code was removed", "Removed 3rd-party code"),
    ("was responsible for migrating 40 services", "migrated 40 services"),
    ("Successfully\tcut p99 to 9 ms", "Cut p99 to 9 ms"),
    // A capital within began a line of its own.
    ("Built 3 tools Successfully cut cost to 9 cents", "Built 3 tools Cut cost to 9 cents"),
    ("Two dashboards were built for sales", "Built two dashboards for sales"),
    ("Utilized Kubernetes and Helm for deployment of services", "Deployed services with Kubernetes and Helm"),
    ("Successfully\u{A0}cut p99 to 9 ms", "Cut p99 to 9 ms"),
    ("I\ttrained rankers for 14 stores", "Trained rankers for 14 stores"),
    ("Ran a robust\u{A0}parser", "Ran a parser"),
  ])
  func aSeamHidesThatWordsAreGone(_ bullet: String, _ rewrite: String) throws {
    #expect(try hone.safeRewrite(bullet)?.text == rewrite)
  }

  @Test(arguments: [
    ("Built a robust LSTM ranker", "Built an LSTM ranker"),
    ("Built a robust MLflow registry of 12 models", "Built an MLflow registry of 12 models"),
    ("Wrote an efficient SQL linter", "Wrote an efficient SQL linter"),
    ("Wrote an innovative SQL linter", "Wrote a SQL linter"),
  ])
  func anArticleFollowsTheWordThatIsLeft(_ bullet: String, _ rewrite: String) throws {
    #expect((try hone.safeRewrite(bullet)?.text ?? bullet) == rewrite)
  }
}
