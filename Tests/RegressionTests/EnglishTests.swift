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
    ("Built a robust LSTM ranker", "Built an LSTM ranker"),
    ("Built a robust MLflow registry of 12 models", "Built an MLflow registry of 12 models"),
    ("Wrote an efficient SQL linter", "Wrote an efficient SQL linter"),
    ("Wrote an innovative SQL linter", "Wrote a SQL linter"),
  ])
  func anArticleFollowsTheWordThatIsLeft(_ bullet: String, _ rewrite: String) throws {
    #expect((try hone.safeRewrite(bullet)?.text ?? bullet) == rewrite)
  }
}
