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

  @Test(arguments: [
    ("40 services were migrated to Kubernetes", "Migrated 40 services to Kubernetes"),
    ("3rd-party code was removed", "Removed 3rd-party code"),
    ("was responsible for migrating 40 services", "migrated 40 services"),
    ("Successfully\tcut p99 to 9 ms", "Cut p99 to 9 ms"),
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
