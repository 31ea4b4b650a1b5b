import HoneCore
import HoneEngine
import HoneTestSupport
import Testing

/// Words that look like filler or weakness and are names of things.
@Suite struct TermsOfArtTests {
  @Test(arguments: [
    ("Trained a ResNet-50 with a robust loss on 3M images", "robust loss"),
    ("Enabled dynamic batching in Triton for 40 models", "dynamic batching"),
    ("Cut memory bandwidth use by 30% with int8 kernels", "memory bandwidth"),
    ("Wrote 120 regression tests for the ranker", "regression tests"),
    ("Launched dynamic pricing for 3 markets", "dynamic pricing"),
    ("Measured the robustness of BERT on 12 corpora", "robustness"),
    ("Responsible AI: wrote 14 model cards", "Responsible AI"),
    ("Designed the LED driver for 4 boards", "LED"),
    ("Replaced the Adam optimizer with LAMB on 64 GPUs", "optimizer"),
    ("Built I/O workers that move 4 TB a day", "I/O"),
    ("Ran the Phase I trial with 40 patients", "Phase I"), ("Forecast US demand within 3%", "US"),
    ("Taught 60 students as Assistant Professor", "Assistant Professor"),
    ("Solved the optimization problem with 2M variables", "optimization problem"),
    ("Served 12 models behind multi-model endpoints", "multi-model"),
    ("Measured 95% statistical significance in 4 tests", "significance"),
  ])
  func aTermOfArtIsNoWeakness(_ text: String, _ term: String) throws {
    let analysis = try Engine(Grammars.builtIn).analyze(text)
    let at = try #require(text.firstRange(of: term))
    let lower = text.utf8.distance(from: text.startIndex, to: at.lowerBound)
    let range = lower..<(lower + term.utf8.count)
    let touching = analysis.findings.filter { $0.level > .info && $0.range.overlaps(range) }
    #expect(touching.map(\.rule).isEmpty, "\(touching.map(\.message))")
  }
}
