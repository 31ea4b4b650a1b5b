import HoneGrammar
import HoneTestSupport
import Testing

/// Help, versions, and what happens when an argument is wrong.
@Suite struct UsageTests {
  @Test(arguments: [
    ["--sfae"], ["suggest", "--format", "xml"], ["--safe", "--full"], ["suggest", "--limit", "-1"],
    ["suggest", "--limit", "many"], ["explain"],
    ["suggest", "--fail-on", "loud"], ["rewrite", "--grammar"],
    ["explain", "ml.vague-model", "--bullet", "x"], ["grammar", "new"],
    ["suggest", "--color", "green"], ["suggest", "--questions", "two"], ["--from", "verse"],
  ])
  func aWrongArgumentIsSaidInOneLine(_ arguments: [String]) throws {
    let run = try TemporaryFolder.with { try HoneTool.run(arguments, input: Array("- x\n".utf8), in: $0) }
    #expect(run.status == 2)
    #expect(run.bytes.isEmpty)
    #expect(run.complaints.count == 1, "\(run.errors)")
    #expect(run.errors.hasPrefix("hone: "))
  }

  @Test func theVersionNamesTheGrammarsAndTheLibrary() throws {
    let run = try HoneTool.run("--version")
    #expect(run.status == 0)
    #expect(run.lines.count == 1)
    #expect(
      run.output.hasPrefix("hone ") && run.output.contains("ml-engineer@") && run.output.contains("PCRE2 10.")
    )
    #expect(!run.output.contains("?"))
  }

  @Test(arguments: [
    [], ["rewrite"], ["suggest"], ["explain"], ["rules"], ["grammar", "check"], ["grammar", "new"],
    ["grammar", "eval"],
  ])
  func helpHasExamples(_ command: [String]) throws {
    let run = try TemporaryFolder.with { try HoneTool.run(command + ["--help"], in: $0) }
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(run.output.contains("EXAMPLES"))
  }

  @Test func helpNamesLevelsAsTheyAreTyped() throws {
    let help = try HoneTool.run("suggest", "--help").output
    let words = help.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    let levels = "(values: info, question, warning, error)"
    #expect(words.contains("question, unless a configuration says otherwise. \(levels)"))
    #expect(words.contains("warning, unless a configuration says otherwise. \(levels)"))
  }

  @Test func rulesListsEveryRuleWithItsLevel() throws {
    let run = try HoneTool.run("rules")
    #expect(run.status == 0)
    #expect(
      run.lines.map { String($0.prefix { $0 != " " }) }.sorted() == Grammars.builtIn.rules.map(\.id).sorted())
    #expect(run.output.contains("warning") && run.output.contains("question") && run.output.contains("info"))
  }

  @Test func explainShowsTheRuleWithItsExamples() throws {
    let run = try HoneTool.run("explain", "ml.vague-model")
    #expect(run.status == 0)
    for words in ["vague-model, warning", "Source: ", "Found in:", "[[", "Left alone:"] {
      #expect(run.output.contains(words))
    }
  }

  @Test func explainGuessesWhatAMistypedRuleWasMeantToBe() throws {
    let run = try HoneTool.run("explain", "ml.vague-modle")
    #expect(run.status == 2)
    #expect(run.bytes.isEmpty)
    #expect(run.complaints.count == 1 && run.errors.contains("did you mean “ml.vague-model”?"))
    #expect(try HoneTool.run("explain", "nothing.like-it").errors.contains("hone rules"))
  }

  @Test func explainTakesABulletApart() throws {
    let run = try HoneTool.run("explain", "--bullet", "Trained machine learning models in Python")
    #expect(run.status == 0)
    for words in [
      "Parts", "act", "Facts", "Python", "Rules that fired", "ml.vague-model", "Rules excused", "Rewrites",
      "Candidates dropped",
    ] {
      #expect(run.output.contains(words), "\(words)")
    }
  }
}
