import Hone
import HoneCore
import HoneTestSupport
import Testing

/// Bullets as answers make them.
@Suite struct AnsweredBulletTests {
  private func made(_ text: String, _ template: String?, _ answers: [String: String]) throws -> String? {
    try Hone(Grammars.builtIn).rewrite(text, with: SlotAnswers(template: template, given: answers))?.text
  }

  @Test(arguments: [
    ("LSTM", "an LSTM model"), ("BERT", "a BERT model"), ("a two-tower", "a two-tower model"),
    ("the old LSTM", "the old LSTM model"), ("8-layer", "an 8-layer model"),
  ])
  func theArticleIsChosenForTheAnswer(_ architecture: String, _ words: String) throws {
    let text = try made(
      "Trained machine learning models.", "outcome-first",
      ["metric": "recall", "gain": "4%", "architecture": architecture])
    #expect(text == "Improved recall by 4% through \(words).")
  }

  @Test func anAnswerThatOpensASentenceHasItsCapital() throws {
    let bullet = "Responsible for several dashboards and numerous reports"
    let answers = ["built ran redesigned": "built", "count": "12", "count 2": "40"]
    #expect(try made(bullet, "in-place", answers) == "Built 12 dashboards and 40 reports")
    #expect(try made("r" + bullet.dropFirst(), "in-place", answers) == "built 12 dashboards and 40 reports")
    #expect(
      try made("Data team: " + bullet, "in-place", answers) == "Data team: Built 12 dashboards and 40 reports"
    )
    #expect(
      try made("Worked in search. " + bullet, "in-place", answers)?.hasSuffix(
        "search. Built 12 dashboards and 40 reports") == true)
  }

  @Test func ofTwoCountsOneMayBePassedOver() throws {
    let bullet = "Responsible for several dashboards and numerous reports"
    #expect(
      try made(bullet, "in-place", ["built ran redesigned": "built", "count 2": "40"])
        == "Built several dashboards and 40 reports")
    #expect(
      try made(bullet, "in-place", ["built ran redesigned": "built"])
        == "Built several dashboards and numerous reports")
    #expect(
      try made(bullet, "in-place", ["count": "12", "count 2": "40"])
        == "Responsible for 12 dashboards and 40 reports")
  }

  @Test(arguments: [
    ("XGBoost models", "Deployed XGBoost models"), ("a two-tower model", "Deployed two-tower models"),
    ("XGBoost", "Deployed XGBoost models"), ("deployed BERT", "Deployed BERT models"),
  ])
  func aNounThatStandsBehindTheSlotIsNotSaidTwice(_ answer: String, _ words: String) throws {
    #expect(try made("Deployed machine learning models", nil, ["architecture": answer]) == words)
  }

  @Test(arguments: [
    ("I wrote the loader.", "Wrote the loader to migrate the jobs"),
    ("wrote the loader;", "Wrote the loader to migrate the jobs"),
    ("moved 40\\% of it", "Moved 40% of it to migrate the jobs"),
    ("tested it with Acme Inc.", "Tested it with Acme Inc. to migrate the jobs"),
    ("I/O tuning", "I/O tuning to migrate the jobs"),
    ("tuned it to 0.93.", "Tuned it to 0.93 to migrate the jobs"),
  ])
  func anAnswerFitsIntoTheMiddleOfASentence(_ answer: String, _ bullet: String) throws {
    #expect(try made("Helped to migrate the jobs", nil, ["your part": answer]) == bullet)
  }

  @Test func halfOfAClauseStandsWhereTheOtherWasPassedOver() throws {
    #expect(
      try made(
        "Deployed machine learning models", nil, ["architecture": "CNN", "volume": "300 farms a month"])
        == "Deployed CNN models, serving 300 farms a month")
  }

  @Test func aClauseFollowsTheLastOfSeveralClaims() throws {
    let bullet = "Optimized slow Spark jobs, so the cluster costs less now"
    #expect(try offered(bullet).first == bullet + " ([metric] from [before] to [after])")
  }

  /// The rewrites of a bullet that no answer was given to.
  private func offered(_ text: String) throws -> [String] {
    try Hone(Grammars.builtIn).advise(text).rewrites.map(\.text)
  }

  @Test func anArticleThatStoodIsChosenByTheWordBehindIt() throws {
    #expect(
      try offered("An Android app for tram tickets").first
        == "[built|designed|tuned] an Android app for tram tickets")
  }

  @Test func aClauseStandsBeforeAnEmojiThatClosesTheBullet() throws {
    let texts = try offered("Trained rankers 🎉")
    #expect(!texts.isEmpty && texts.allSatisfy { $0.hasSuffix("🎉") }, "\(texts)")
  }

  @Test func aRemarkOnABulletWithFiguresChangesNothingInIt() throws {
    #expect(try offered("Robust optimization of a 300-node supply network, saving 4% in freight.").isEmpty)
  }

  @Test func withoutAnAnswerOnlyWhatIsSafeIsDone() throws {
    #expect(try made("Responsible for deploying nine models", nil, [:]) == "Deployed nine models")
    #expect(try made("Trained machine learning models.", "outcome-first", ["metric": "F1"]) == nil)
  }

  @Test func aTemplateThatIsNoMoreGivesWayToOneThatTheAnswersFill() throws {
    let text = try made(
      "Trained machine learning models.", "gone",
      ["architecture": "LSTM", "score": "0.91 F1", "data size": "2M rows"])
    #expect(text == "Trained LSTM models on 2M rows, reaching 0.91 F1.")
  }

  @Test func slotsOfTheBulletItselfAreFilled() throws {
    #expect(
      try made("Cut cost by [gain] with a [architecture] ranker", "open-slots", ["gain": "14%"])
        == "Cut cost by 14% with a [architecture] ranker")
    #expect(try made("Cut cost by [gain]", nil, [:]) == nil)
  }
}
