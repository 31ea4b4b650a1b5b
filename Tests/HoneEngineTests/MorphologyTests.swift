import HoneEngine
import HoneGrammar
import HoneTestSupport
import Testing

/// A word in another form of itself, its case kept.
@Suite struct MorphologyTests {
  private let engine = Engine(Grammars.builtIn)

  @Test(arguments: [
    ("training", "trained"), ("Training", "Trained"), ("writing", "wrote"), ("building", "built"),
    ("fine-tuning", "fine-tuned"),
    ("deploy", "deployed"), ("Leading", "Led"), ("shipping", "shipped"), ("running", "ran"),
    ("setting up", "set up"), ("xyzzying", nil),
  ])
  func aVerbIsPutInThePast(_ word: String, _ past: String?) {
    if let past {
      #expect(engine.inflect(word, .past) == past)
    } else {
      #expect(engine.inflect(word, .past) == nil)
    }
  }

  @Test(arguments: [("trained", "training"), ("Wrote", "Writing"), ("built", "building"), ("ran", "running")])
  func aVerbIsMadeAGerund(_ word: String, _ ing: String) {
    #expect(engine.inflect(word, .ing) == ing)
  }

  @Test(arguments: [
    ("training", "trained", true), ("Wrote", "written", true), ("deployment", "deployed", true),
    ("models", "model", true),
    ("train", "trainee", false), ("built", "build", true), ("led", "LED", true), ("helped", "built", false),
    ("mode", "model", false),
  ])
  func twoFormsOfOneWordAreKnown(_ one: String, _ other: String, _ are: Bool) {
    #expect(engine.areForms(one, other) == are)
    #expect(engine.areForms(other, one) == are)
  }

  @Test(arguments: [("utilized", "used"), ("Utilized", "Used"), ("in order to", "to"), ("PyTorch", nil)])
  func aSwapHasItsOtherSide(_ words: String, _ other: String?) {
    #expect(engine.inflect(words, .swap) == other)
  }
}
