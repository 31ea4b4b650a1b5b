import HoneTestSupport
import Testing

/// `hone` in a pipe: bullets in, stronger bullets out.
@Suite struct PipeTests {
  @Test func theGuidesWeakLineIsAskedForFiguresAndGivenNone() throws {
    let run = try HoneTool.run(input: "- Trained machine learning models.\n")
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(run.output.hasPrefix("- ") && run.output.hasSuffix(".\n") && run.lines.count == 1)
    #expect(run.output.contains("[metric]"))
    for figure in ["14", "25M", "50"] { #expect(!run.output.contains(figure)) }
  }

  @Test func whatNeedsNoNewFactIsAllThatSafeDoes() throws {
    let bullet = "- Responsible for training a deep learning model for product search using PyTorch\n"
    let run = try HoneTool.run("--safe", input: bullet)
    #expect(run.output == "- Trained a deep learning model for product search using PyTorch\n")
    #expect(run.status == 0)
    #expect(try HoneTool.run("rewrite", "--safe", input: bullet).output == run.output)
  }

  @Test(arguments: [[], ["--full"], ["--safe"], ["rewrite"], ["--from", "lines"]])
  func strongBulletsComeBackByteForByte(_ arguments: [String]) throws {
    let input = Corpus.strong.map { "- \($0.text)\n" }.joined()
    let run = try TemporaryFolder.with([:]) { folder in
      try HoneTool.run(arguments, input: Array(input.utf8), in: folder)
    }
    #expect(run.lines == input.split(separator: "\n").map(String.init))
    #expect(run.bytes == Array(input.utf8))
    #expect(run.status == 0)
  }

  @Test(arguments: [
    "", "\n", "\r\n\r\n", "EXPERIENCE\n\n2019 – 2021\n", "• Led 4 engineers",
    "\u{FEFF}SKILLS\r\n\r\n- Led 4 engineers  \r\n\tx: y\r\n",
    "Skills:\n  - Led 4 engineers\n\n\n", "jane@example.org | +1 555 0100\n", "   \n\t\n",
    "1) Led 4 engineers\n2) Led 5 engineers",
  ])
  func whatIsNoWeakBulletPassesAsItIs(_ text: String) throws {
    let run = try HoneTool.run(input: text)
    #expect(run.output.debugDescription == text.debugDescription)
    #expect(run.status == 0)
  }

  @Test(arguments: [
    ("• Responsible for training rankers", "• Trained rankers"),
    ("  * Responsible for training rankers\n", "  * Trained rankers\n"),
    ("1. Responsible for training rankers\r\n", "1. Trained rankers\r\n"),
    ("\u{FEFF}Responsible for training rankers\n", "\u{FEFF}Trained rankers\n"),
    ("HEAD\n\n- Responsible for training rankers.  \n\nTAIL", "HEAD\n\n- Trained rankers.  \n\nTAIL"),
    ("– Responsible for training\n  search rankers\n", "– Trained search rankers\n"),
    ("\t- Responsible for training rankers\n", "\t- Trained rankers\n"),
  ])
  func markersLineEndsAndOtherLinesAreKept(_ text: String, _ expected: String) throws {
    let run = try HoneTool.run("--safe", input: text)
    #expect(run.output.debugDescription == expected.debugDescription)
  }

  @Test func withFromLinesAHeadingIsABulletToo() throws {
    let run = try HoneTool.run(
      "--safe", "--from", "lines",
      input: "RESPONSIBLE FOR:\nResponsible for training rankers\n  and taggers\n")
    #expect(run.output == "RESPONSIBLE FOR:\nTrained rankers\n  and taggers\n")
  }

  @Test func manyBulletsInMachineCodeSayWhatFewSay() throws {
    let bullets = Corpus.texts.map { "- \($0)\n" }
    let together = try HoneTool.run(input: bullets.joined())
    let few = try HoneTool.run(input: bullets.suffix(60).joined())
    #expect(Array(together.lines.suffix(60)) == few.lines)
  }

  @Test func theSameBytesComeOutOfEveryRun() throws {
    let input = Corpus.texts.map { "- \($0)\n" }.joined()
    let runs = try (0..<3).map { _ in
      try HoneTool.run("suggest", "--format", "jsonl", "--level", "info", input: input).bytes
    }
    #expect(Set(runs).count == 1)
    #expect(runs[0].count > 100_000)
  }

  @Test(.disabled(if: PseudoTerminal.isMissing, PseudoTerminal.isMissingWord))
  func whoSitsAtATerminalIsToldWhatIsAwaited() throws {
    try TemporaryFolder.with([:]) { folder in
      let screen = try PseudoTerminal.run([], typing: ["Responsible for training rankers"], in: folder)
      #expect(screen.lines.contains { $0.contains("reads bullets, one a line, until Ctrl-D") })
      #expect(screen.lines.contains { $0.contains("Trained rankers") }, "\(screen.text)")
    }
  }
}
