import HoneEngine
import HoneTestSupport
import Testing

/// A user's costly pattern is an error that names its rule, never silence and never a hang.
@Suite struct CostTests {
  @Test(.timeLimit(.minutes(5)))
  func aCostlyRuleIsNamed() throws {
    let grammar = try Grammars.load(
      """
      rules:
        - {id: my.slow, kind: k, level: info, match: '(a+)+$', message: m, why: w, source: s}
      """)
    let error = #expect(throws: EngineError.self) {
      try Engine(grammar).analyze(String(repeating: "a", count: 30_000) + "!")
    }
    #expect(error?.description.contains("my.slow") == true, "\(error?.description ?? "")")
  }

  @Test func aPatternThatDoesNotCompileIsNamedWithItsPlace() throws {
    let grammar = try Grammars.load(
      "rules:\n  - {id: my.bad, kind: k, level: info, match: '(a', message: m, why: w, source: s}")
    let error = #expect(throws: EngineError.self) { try Engine(grammar).analyze("a b c") }
    #expect(error?.description.contains("test.yaml:2:5") == true, "\(error?.description ?? "")")
  }

  @Test(arguments: [
    "a ", "and ", "1,", "- ", "training the model and ", "é", "((((", "[metric", "Responsible for ", "🚀", "0",
  ])
  func theBuiltInRulesTakeALineOfAnyLength(_ seed: String) throws {
    let text = String(repeating: seed, count: 8_000 / seed.utf8.count)
    #expect(throws: Never.self) { try Engine(Grammars.builtIn).analyze(text) }
  }
}
