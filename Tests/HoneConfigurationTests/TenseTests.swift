import Hone
import HoneConfiguration
import HoneCore
import HoneGrammar
import HoneTestSupport
import Testing

/// `tense: present`: hone's own deeds are told in the present, and nothing that a bullet says of time changes.
@Suite struct TenseTests {
  private static let present: Grammar = {
    var grammar = Grammars.builtIn
    grammar.tense = .present
    return grammar
  }()

  @Test(arguments: [
    ("Responsible for training rankers", "Train rankers"),
    (
      "Responsible for building pipelines, training rankers, and serving them",
      "Build pipelines, train rankers, and serve them"
    ),
    (
      "Responsible for the design and implementation of a search engine",
      "Design and implement a search engine"
    ),
    ("Deployment of models to SageMaker", "Deploy models to SageMaker"),
    ("Leveraging Spark to build nightly tables", "Build nightly tables with Spark"),
    ("In charge of writing a parser for 4 formats", "Write a parser for 4 formats"),
    // What the bullet says in the past stays there.
    ("Was responsible for training rankers", "Trained rankers"),
    ("Had been responsible for training rankers", "Trained rankers"),
    ("Duties included training rankers", "Trained rankers"),
    ("Duties included maintaining the loader", "Maintained the loader"),
    ("Used PyTorch to implement a parser", "Implemented a parser with PyTorch"),
    ("Leveraged Spark to build nightly tables", "Built nightly tables with Spark"),
    ("Performed data cleaning for the ranker", "Cleaned data for the ranker"),
    ("The API was built in Rust", "Built the API in Rust"),
    ("A churn model was developed and deployed", "Developed and deployed a churn model"),
    ("Was able to reduce the error rate by 15%", "Reduced the error rate by 15%"),
    // So does what happened at a time that is over, wherever the bullet says so.
    (
      "Responsible for the deployment of models to SageMaker in 2019", "Deployed models to SageMaker in 2019"
    ),
    ("Responsible for training rankers until 2020", "Trained rankers until 2020"),
    ("Responsible for training rankers in my previous job", "Trained rankers in my previous job"),
    ("Responsible for migrating 40 services, done in 3 weeks", "Migrated 40 services, done in 3 weeks"),
    ("Responsible for maintenance of the pipeline and fixed bugs", "Maintained the pipeline and fixed bugs"),
    ("Development of a ranker that served 40M users", "Developed a ranker that served 40M users"),
    ("Responsible for training rankers; migrated 40 services", "Trained rankers; migrated 40 services"),
    // What is kept keeps its tense, and the deed is told in the same.
    ("Responsible for training rankers that recommended recipes", "Trained rankers that recommended recipes"),
  ])
  func aDeedIsToldInThePresentUnlessTheBulletTellsItInThePast(_ bullet: String, _ safe: String) throws {
    #expect(try Hone(TenseTests.present).safeRewrite(bullet)?.text == safe)
  }

  @Test(arguments: [
    ("Responsible for training machine learning models", "Improve [metric] by [gain] through"),
    ("Train machine learning models.", "Improve [metric] by [gain] through"),
    ("Trained machine learning models.", "Improved [metric] by [gain] through"),
    ("Was responsible for training machine learning models", "Improved [metric] by [gain] through"),
  ])
  func theLeadOfATemplateIsToldAsItsDeedWas(_ bullet: String, _ lead: String) throws {
    let rewrites = try Hone(TenseTests.present).advise(bullet).rewrites.map(\.text)
    #expect(rewrites.first?.hasPrefix(lead) == true, "\(rewrites)")
  }

  @Test func whereNothingIsSaidTheyAreToldInThePast() throws {
    let hone = Hone(Grammars.builtIn)
    #expect(try hone.safeRewrite("Responsible for training rankers")?.text == "Trained rankers")
  }

  /// Promise 5 in this tense too.
  @Test func aRewriteInThePresentSettles() throws {
    let hone = Hone(TenseTests.present)
    var rewritten = 0
    for bullet in Corpus.weak.map(\.text) {
      guard let safe = try hone.safeRewrite(bullet) else { continue }
      rewritten += 1
      #expect(try hone.safeRewrite(safe.text) == nil, "\(bullet) → \(safe.text)")
    }
    #expect(rewritten > 50)
  }

  /// In the other tense a bullet that is left alone is left alone, and one that is not differs in the deed alone.
  @Test func theTenseDecidesNothingElse() throws {
    let (past, present) = (Hone(Grammars.builtIn), Hone(TenseTests.present))
    for bullet in Corpus.weak.map(\.text) {
      let (one, other) = (try past.safeRewrite(bullet), try present.safeRewrite(bullet))
      #expect((one == nil) == (other == nil), "\(bullet)")
    }
  }
}
