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
    ("labelling", "labelled"), ("Labeled", "Labelled"), ("model", "modelled"), ("organising", "organised"),
    ("training", "trained"),
  ])
  func aBritishBulletKeepsItsSpelling(_ word: String, _ past: String) {
    #expect(engine.inflect(word, .past, in: .british) == past)
  }

  @Test(arguments: [
    ("Responsible for labelling images", English.british), ("Responsible for labeling images", .american),
    ("Organised the labeling of images", .british), ("Organized the labeling of images", .american),
    ("Labeled images by colour", .british), ("Advised on exercise", .american), ("Got 40 images", .american),
  ])
  func aBulletShowsWhoseEnglishItIs(_ bullet: String, _ english: English) throws {
    #expect(try engine.analyze(bullet).english == english)
  }

  @Test(arguments: [
    ("GPUs", "GPU", "GPUs"), ("GPU", "GPU", "GPUs"), ("Matrix", "Matrix", "Matrices"), ("LLM", "LLM", "LLMs"),
  ])
  func aNounChangesItsNumberAndKeepsItsCase(_ word: String, _ one: String, _ many: String) {
    #expect(engine.inflect(word, .singular) == one)
    if word != many { #expect(engine.inflect(word, .plural) == many) }
  }

  @Test(arguments: [
    ("labelled", "labeling", true), ("indices", "index", true), ("gpus", "GPU", true), ("axes", "axis", true),
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
