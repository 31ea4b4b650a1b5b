import Foundation
import HoneTestSupport
import Testing

/// `rewrite --facts`, and `fill` where nobody sits at a terminal.
@Suite struct FactsOptionTests {
  private static let facts = """
    b1:
      original: Trained machine learning models.
      template: outcome-first
      answers: {metric: recall@10, gain: 14%, architecture: LSTM, volume: ~, latency: ~}
    b2:
      original: Deployed nine pricing models
      answers: {volume: ~}

    """
  private static let filled = "- Improved recall@10 by 14% through an LSTM model.\n"

  @Test func answersGoInWithoutAsking() throws {
    let files = [
      "facts.yaml": FactsOptionTests.facts,
      "cv.md":
        "# Work\n\n- Trained machine learning models.\n- Deployed nine pricing models\n- Successfully cut cost\n",
    ]
    let run = try HoneTool.run("rewrite", "--facts", "facts.yaml", "--quiet", "cv.md", files: files)
    #expect(
      run.output == "# Work\n\n" + FactsOptionTests.filled + "- Deployed nine pricing models\n- Cut cost\n")
    #expect(run.errors.isEmpty)
    #expect(run.status == 0)
  }

  @Test func anAnswerWithoutAPlaceIsTold() throws {
    let facts = "b1:\n  original: Successfully cut cost\n  answers:\n    count: \"5\"\n    volume: ~\n"
    let run = try HoneTool.run(
      "rewrite", "--facts", "facts.yaml", "--quiet", "cv.md",
      files: ["facts.yaml": facts, "cv.md": "# Work\n\n- Successfully cut cost\n"])
    #expect(run.output == "# Work\n\n- Cut cost\n")
    #expect(
      run.errors
        == "hone: facts.yaml:4: no rewrite that these answers fill has a place for “count”; the answer stays here\n"
    )
    #expect(run.status == 0)
  }

  @Test func theyGoIntoAStreamToo() throws {
    let run = try HoneTool.run(
      "--facts", "facts.yaml", input: "- Trained machine learning models.\n- Deployed nine pricing models\n",
      files: ["facts.yaml": FactsOptionTests.facts])
    #expect(run.output == FactsOptionTests.filled + "- Deployed nine pricing models\n")
  }

  @Test func aBulletThatHoldsItsAnswersStays() throws {
    let facts = FactsOptionTests.facts.replacing(
      "latency: ~}\n", with: "latency: ~}\n  filled: Improved recall@10 by 14% through an LSTM model.\n")
    let run = try HoneTool.run(
      "rewrite", "--facts", "facts.yaml", "--full", input: FactsOptionTests.filled,
      files: ["facts.yaml": facts])
    #expect(run.output == FactsOptionTests.filled)
    #expect(run.complaints.count == 1)
    #expect(run.errors.contains("facts.yaml:6: no bullet reads “Deployed nine pricing models” any more"))
  }

  @Test func aFactsFileThatIsNotThereOrWrongIsToldAtOnce() throws {
    let none = try HoneTool.run("rewrite", "--facts", "none.yaml", input: "- Used BERT\n")
    #expect(none.status == 2)
    #expect(none.complaints == ["hone: none.yaml: there is no such facts file; `hone fill` makes one"])
    let wrong = try HoneTool.run(
      "rewrite", "--facts", "x.yaml", input: "- Used BERT\n", files: ["x.yaml": "b1:\n  orignal: x\n"])
    #expect(wrong.status == 2)
    #expect(wrong.output.isEmpty)
    #expect(wrong.errors.contains("x.yaml:2:3: unknown key “orignal”; did you mean “original”?"))
  }

  /// What `rewrite --facts` makes of a bullet whose first question was answered so.
  private func answering(_ answer: String, config: String = "") throws -> HoneTool.Run {
    let facts = FactsOptionTests.facts.replacing("metric: recall@10", with: "metric: \(answer)")
    return try HoneTool.run(
      "rewrite", "--facts", "facts.yaml", "cv.md",
      files: ["facts.yaml": facts, "cv.md": "- Trained machine learning models.\n", ".hone.yaml": config])
  }

  @Test(arguments: ["TODO(hone:x)", "'[metric]'", "XX%", "TBD", "'<number> of users'", "'@@x@@'"])
  func aPlaceholderIsNoFact(_ answer: String) throws {
    let run = try answering(answer, config: "slots: '@@{name}@@'\n")
    #expect(run.status == 2 && run.output.isEmpty)
    let text = answer.replacing("'", with: "")
    #expect(
      run.complaints == [
        "hone: facts.yaml:4:21: the answer to “metric” is still to be filled in: “\(text)”; give the fact, or null to pass the question over"
      ])
  }

  @Test(arguments: ["'odd [metrics]'", "'$x$'", "'<EOS> recall'"]) func signsOfProseAreNoPlaceholders(
    _ answer: String
  ) throws {
    let run = try answering(answer)
    #expect(run.status == 0 && run.output.hasPrefix("- Improved "), "\(run.errors)")
  }

  @Test func anAnswerInDollarsIsNotTakenForALeftOverSlotLater() throws {
    let facts = FactsOptionTests.facts.replacing("metric: recall@10", with: "metric: '$x$'")
    let resume = "\\begin{itemize}\n\\item Trained machine learning models.\n\\end{itemize}\n"
    try TemporaryFolder.with(["facts.yaml": facts, "cv.tex": resume]) { folder in
      let run = try HoneTool.run(["rewrite", "--in-place", "--facts", "facts.yaml", "cv.tex"], in: folder)
      #expect(run.status == 0, "\(run.errors)")
      #expect(try String(contentsOfFile: "\(folder)/cv.tex", encoding: .utf8).contains("Improved \\$x\\$ by"))
      let left = try HoneTool.run(["suggest", "--rule", "slot.left-over", "cv.tex"], in: folder)
      #expect(left.status == 0 && left.output.isEmpty, "\(left.output)")
    }
  }

  @Test func anAnswerOfSeveralLinesIsNamed() throws {
    let run = try answering("\"recall\\nand more\"")
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(
      run.errors.contains("facts.yaml:4:21: the answer to “metric” holds a line break"), "\(run.errors)")
  }

  @Test func namesThatNoGrammarKnowsAreToldWithTheirPlaces() throws {
    let facts = FactsOptionTests.facts.replacing("metric:", with: "metrc:")
      .replacing("outcome-first", with: "nope").replacing("{volume: ~}", with: "{my own: 5, volume 2: ~}")
    let files = ["facts.yaml": facts, "cv.md": "- Trained machine learning models.\n"]
    let run = try HoneTool.run("rewrite", "--facts", "facts.yaml", "cv.md", files: files)
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(
      run.complaints == [
        "hone: facts.yaml:3:13: no template is called “nope”; leave the line out, and hone takes the one that the answers fit",
        "hone: facts.yaml:4:13: no question is called “metrc”; did you mean “metric”?",
        "hone: facts.yaml:7:13: no question is called “my own”; make a comment of the line if the answer is to be kept",
      ])
  }

  @Test func filesThatShareTheirFactsMayHaveGrammarsOfTheirOwn() throws {
    let pack =
      "name: mine\nversion: 1.0.0\nextends: ml-engineer\nslots:\n  colour: {question: Which?, samples: [red, blue, green], satisfies: []}\n"
    let facts = FactsOptionTests.facts.replacing("{volume: ~}", with: "{colour: red}")
    let files = [
      "facts.yaml": facts, "a/cv.md": "- Trained machine learning models.\n", "b/cv.md": "- Used BERT\n",
      "b/.hone.yaml": "grammar: mine.yaml\n", "b/mine.yaml": pack,
    ]
    let run = try HoneTool.run(
      "rewrite", "--quiet", "--facts", "facts.yaml", "a/cv.md", "b/cv.md", files: files)
    #expect(run.status == 0 && run.output.hasPrefix(FactsOptionTests.filled), "\(run.errors)")
  }

  @Test func fillTakesATerminal() throws {
    let run = try HoneTool.run("fill", "cv.md", input: "recall\n", files: ["cv.md": "- Trained models\n"])
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.complaints.count == 1)
    #expect(run.errors.contains("there is no terminal here"))
  }

  @Test func fillSaysWhatItCannotTake() throws {
    #expect(try HoneTool.run("fill").status == 2)
    #expect(try HoneTool.run("fill", "-").status == 2)
    #expect(try HoneTool.run("fill", "--answers-only", "--backup", ".bak", "cv.md").status == 2)
    #expect(try HoneTool.run("fill", "--help").output.contains("EXAMPLES"))
  }
}
