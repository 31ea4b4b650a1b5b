import HoneEngine
import HoneTestSupport
import Testing

/// Where the sentences of a bullet begin, and what stands before them as a label.
@Suite struct SentenceTests {
  private func sentences(_ text: String) throws -> [String] {
    let analysis = try Engine(Grammars.builtIn).analyze(text)
    return analysis.sentences.map { String(decoding: analysis.bytes[$0], as: UTF8.self) }
  }

  @Test(arguments: [
    ("Built it.", ["Built it."]), ("Built it. Shipped it.", ["Built it.", "Shipped it."]),
    ("Built it! 3 teams use it", ["Built it!", "3 teams use it"]),
    ("Cut cost by 1.5 points. Led 3", ["Cut cost by 1.5 points.", "Led 3"]),
    ("Used tools, e.g. Spark, daily", ["Used tools, e.g. Spark, daily"]),
    ("Worked in the U.S. Army", ["Worked in the U.S. Army"]),
    ("Improved BLEU vs. Moses", ["Improved BLEU vs. Moses"]),
    ("Saved approx. 3 hours", ["Saved approx. 3 hours"]),
    ("Built it (fast). Then left.", ["Built it (fast).", "Then left."]),
    ("Built it... Later sold it", ["Built it...", "Later sold it"]),
    ("built it. shipped it", ["built it. shipped it"]),
    ("  Built it.  ", ["Built it."]), ("", []), ("   ", []),
    ("“Hub” was built. “Spoke” too.", ["“Hub” was built.", "“Spoke” too."]),
    ("Wrote to J. Smith", ["Wrote to J. Smith"]),
    ("Built .NET apps. Ran them", ["Built .NET apps.", "Ran them"]),
  ])
  func aSentenceEndsWhereTheNextBegins(_ text: String, _ expected: [String]) throws {
    #expect(try sentences(text) == expected)
  }

  @Test(arguments: [
    ("Search ranking: Trained rankers", "Search ranking: "), ("Fraud – Trained rankers", "Fraud – "),
    ("ML platform (2021): Built it", "ML platform (2021): "),
    ("NLP: responsible for training", "NLP: "),
  ])
  func aLabelStandsBeforeTheBody(_ text: String, _ label: String) throws {
    let analysis = try Engine(Grammars.builtIn).analyze(text)
    #expect(analysis.label.map { String(decoding: analysis.bytes[$0], as: UTF8.self) } == label)
    #expect(analysis.bodyStart == label.utf8.count)
  }

  @Test(arguments: [
    "Trained rankers", "Trained rankers: BERT and LSTM", "Cut latency 3:1", "See https://example.org/a",
    "Responsible for: training", "Met at 10:30 daily",
    "Trained rankers – and shipped them", "built it: then left",
  ])
  func aColonAloneMakesNoLabel(_ text: String) throws {
    #expect(try Engine(Grammars.builtIn).analyze(text).label == nil)
  }
}
