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
