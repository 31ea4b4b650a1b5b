import HoneCore
import HoneFacts
import Testing

/// What a bullet is known by.
@Suite struct BulletIDTests {
  @Test func theIDIsTheSameInEveryRunAndOnEveryMachine() {
    // FNV-1a of “trained machine learning models”, reckoned elsewhere.
    #expect(BulletID.of("Trained machine learning models.") == "bafaf91caa5500ab5")
    #expect(BulletID.of("") == "bcbf29ce484222325")
  }

  @Test(arguments: [
    "Trained the team’s  “best” models", "trained the team's \"best\" models.",
    " Trained the\u{A0}team's “best” models;",
    "TRAINED THE TEAM’S “BEST” MODELS",
  ])
  func whatEditorsChangeDoesNotCount(_ text: String) {
    #expect(BulletID.of(text) == BulletID.of("Trained the team's \"best\" models"))
  }

  @Test func wordsAndFiguresCount() {
    let texts = ["Cut cost by 4%", "Cut cost by 5%", "Cut costs by 4%", "Cut cost by 4", "Cut cost — by 4%"]
    #expect(Set(texts.map(BulletID.of)).count == texts.count)
  }
}
