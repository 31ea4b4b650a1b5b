import HoneEngine
import HoneTestSupport
import Testing

/// What words call is remembered over a long run; nothing else may come of it than the tables say.
@Suite struct WordMemoTests {
  /// Bullets of words that nobody has met, more than are remembered, with real ones among them.
  private static let bullets: [String] = {
    var random = SeededRandom(for: "WordMemoTests")
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    func word() -> String { String((0..<8).map { _ in letters.randomElement(using: &random)! }) }
    return (0..<2_100).map { number in
      let words = (0..<12).map { _ in word() }.joined(separator: " ")
      return "\(Corpus.texts[number % Corpus.texts.count]) \(words)"
    }
  }()

  @Test func aRunThatForgetsSaysTheSame() throws {
    let remembering = Engine(Grammars.builtIn, usesJIT: true)
    let asking = Engine(Grammars.builtIn)
    for (number, text) in WordMemoTests.bullets.enumerated() {
      let found = try remembering.analyze(text)
      // The other is slow: every twentieth is enough, and the last, before which it began anew.
      guard number % 20 == 0 || number > 2_080 else { continue }
      let all = try asking.analyze(text)
      #expect(found.findings == all.findings, "\(text)")
      #expect(found.marks == all.marks, "\(text)")
    }
  }

  @Test(arguments: [
    "Segmented customers with k-means and k means", "Fitted a model, R² of 0.71 (R2 before)",
    "A a I i 3D 3d x",
    "Used C++, C# and .NET; café, naïve — Müller’s model",
    "Trained \(String(repeating: "longword", count: 9)) models, various \(String(repeating: "é", count: 40))s",
  ])
  func wordsThatGoOnBehindASignAreLookedUpAnew(_ text: String) throws {
    let remembering = Engine(Grammars.builtIn, usesJIT: true)
    for _ in 0..<3 {
      let found = try remembering.analyze(text)
      let all = try Engine(Grammars.builtIn).analyze(text)
      #expect(found.marks == all.marks)
      #expect(found.findings == all.findings)
      #expect(found.facts == all.facts)
    }
  }
}
