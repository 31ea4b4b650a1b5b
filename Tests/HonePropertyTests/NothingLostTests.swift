import HoneCore
import HoneTestSupport
import Testing

/// Promise 2: every fact of the bullet is in every rewrite.
@Suite struct NothingLostTests {
  private static let kinds: Set<String> = ["number", "link", "architecture", "tool", "gpu", "data_set"]

  @Test(arguments: Source.allCases)
  func everyFactIsKept(_ source: Source) {
    check(source) { outcome, rewrite in
      let facts = outcome.facts.filter { NothingLostTests.kinds.contains($0.kind) }.map(\.text)
      return facts.filter { Text.count($0, in: rewrite.written) < Text.count($0, in: outcome.text) }
    }
  }

  @Test(arguments: Source.allCases)
  func everyDigitIsKept(_ source: Source) {
    check(source) { outcome, rewrite in
      Text.surplus(Text.digitRuns(outcome.text), over: Text.digitRuns(rewrite.text))
    }
  }

  @Test(arguments: Source.allCases)
  func everyNameInCapitalsIsKept(_ source: Source) {
    check(source) { outcome, rewrite in
      let names = Text.words(outcome.text).filter { word in
        word.count > 1 && word.dropFirst().contains(where: \.isUppercase)
      }
      let vague: Set<String> = ["AI", "ML", "NLP", "DL", "CV", "LLM", "LLMs", "VLM", "GenAI", "DNN", "ANN"]
      return Text.surplus(names.filter { !vague.contains($0) }, over: Text.words(rewrite.written))
    }
  }

  private func check(
    _ source: Source, at location: SourceLocation = #_sourceLocation, _ lost: (Outcome, Rewrite) -> [String]
  ) {
    let faults = Outcomes.of(source).flatMap { outcome in
      outcome.all.compactMap { rewrite in
        let words = lost(outcome, rewrite)
        return words.isEmpty
          ? nil : Fault(bullet: outcome.text, what: "\(words) not in “\(rewrite.text)” (\(rewrite.template))")
      }
    }
    report(faults, of: source, at: location)
  }
}
