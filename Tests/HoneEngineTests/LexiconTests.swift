import HoneCore
import HoneEngine
import HoneGrammar
import HoneTestSupport
import PCRE2
import Testing

/// Words are found whole, longest first, as they are spelled where that matters.
@Suite struct LexiconTests {
  private static let yaml = """
    facts: [tool]
    terms:
      tool: [C++, .NET, C#, PyTorch, random forest+, LED, Spark, spark streaming, GPT, GPT-4, naïve bayes, 're:llama[ -]?\\d']
      animal: [cat, cat food, dog+]
    verbs: {act: [train, write]}
    irregular: {write: wrote written}
    """

  private func tools(_ text: String, _ list: String = "tool") throws -> [String] {
    let grammar = try Grammars.load(LexiconTests.yaml)
    let part = try #require(grammar.parts.id(list))
    let analysis = try Engine(grammar).analyze(text)
    return analysis.marks(of: part, in: 0..<analysis.bytes.count).map { analysis.bytes.text($0.range) }
  }

  @Test(arguments: [
    ("Wrote C++ and C# on .NET", ["C++", "C#", ".NET"]), ("led by an LED", ["LED"]),
    ("pytorch, PYTORCH", ["pytorch", "PYTORCH"]),
    ("random forests, random-forest", ["random forests", "random-forest"]),
    ("random\u{A0}forest", ["random\u{A0}forest"]),
    ("Sparkling spark", []), ("Spark streaming", ["Spark streaming"]), ("GPT-4 and GPT", ["GPT-4", "GPT"]),
    ("GPT-40 is none", ["GPT"]),
    ("naïve Bayes", ["naïve Bayes"]), ("MyPyTorch", []), ("PyTorch's", ["PyTorch"]),
    ("(PyTorch)", ["PyTorch"]), ("Llama 2, llama3", ["Llama 2", "llama3"]),
    ("“PyTorch”", ["PyTorch"]), ("PyTorch–Spark", ["PyTorch", "Spark"]), ("naïvePyTorch", []), ("", []),
  ])
  func aTermIsFoundWhole(_ text: String, _ found: [String]) throws {
    #expect(try tools(text) == found)
  }

  @Test func ofTwoOfAKindTheLongerCounts() throws {
    #expect(try tools("cat food for dogs and a cat", "animal") == ["cat food", "dogs", "cat"])
  }

  @Test(arguments: [
    ("Trained", ["past", "participle"]), ("training", ["ing"]), ("trains", ["third"]), ("train", ["base"]),
    ("wrote", ["past"]), ("written", ["participle"]),
    ("trainer", []), ("constraining", []),
  ])
  func aVerbIsKnownInItsForms(_ word: String, _ forms: [String]) throws {
    let grammar = try Grammars.load(LexiconTests.yaml)
    let analysis = try Engine(grammar).analyze(word)
    let found = VerbForm.allCases.map(\.rawValue).filter { form in
      grammar.parts.id("act_\(form)").map { !analysis.marks(of: $0, in: 0..<word.utf8.count).isEmpty }
        ?? false
    }
    #expect(Set(found) == Set(forms))
  }
}
