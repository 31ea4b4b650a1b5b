import Testing

@testable import HoneGrammar

/// How a literal term is written and what it stands for.
@Suite struct TermTests {
  @Test(arguments: [
    ("model+", ["model", "models"], false), ("C++", ["C++"], true), ("C", ["C"], true),
    (".NET", [".NET"], true),
    ("LED", ["LED"], true), ("led", ["led"], false), ("PyTorch", ["pytorch"], false),
    ("Spark", ["Spark"], true),
    ("random forest+", ["random forest", "random forests"], false), ("query+", ["query", "queries"], false),
    ("batch+", ["batch", "batches"], false), ("two-tower", ["two-tower"], false),
    ("AWS Lambda", ["AWS Lambda"], true),
    ("GPU+", ["GPU", "GPUs"], true), ("+", ["+"], false), ("BERT-large", ["BERT-large"], true),
  ])
  func aTermIsReadWithItsPluralAndItsCase(_ item: String, _ spelled: [String], _ isCased: Bool) {
    let terms = Term.read(item)
    #expect(terms.map(\.text) == spelled)
    #expect(terms.allSatisfy { $0.isCased == isCased })
  }
}
