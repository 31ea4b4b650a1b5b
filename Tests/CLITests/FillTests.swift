import Foundation
import HoneTestSupport
import Testing

/// `hone fill` at a real pseudo-terminal.
@Suite(.disabled(if: PseudoTerminal.isMissing, PseudoTerminal.isMissingWord))
struct FillTests {
  private static let weak = "- Trained machine learning models.\n"
  private static let strong =
    "- Improved recall@10 by 14% through an LSTM model, serving 40k users with p99 latency under 50 ms.\n"
  private static let answers = ["recall@10", "14%", "LSTM", "40k users", "p99 latency under 50 ms"]

  /// A folder with one résumé, and what can be asked of it.
  private struct Desk {
    let folder: String

    func fill(_ typed: [String], _ options: [String] = [], environment: [String: String] = ["TERM": "dumb"])
      throws
      -> PseudoTerminal.Screen
    {
      try PseudoTerminal.run(
        ["fill"] + options + ["cv.md"], typing: typed, in: folder, environment: environment)
    }

    func text(_ name: String = "cv.md") throws -> String {
      try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
    }

    var facts: String { get throws { try text("cv.facts.yaml") } }
  }

  private func atDesk(_ resume: String = weak, _ body: (Desk) throws -> Void) throws {
    try TemporaryFolder.with(["cv.md": resume]) { try body(Desk(folder: $0)) }
  }

  @Test func theGuidesWeakBulletIsStrongAfterFiveAnswers() throws {
    try atDesk { desk in
      let screen = try desk.fill(FillTests.answers + [""])
      #expect(screen.status == 0)
      #expect(screen.lines.count { $0.hasPrefix("> ") || $0 == ">" } <= 5)
      #expect(try desk.text() == FillTests.strong)
      let suggested = try HoneTool.run(["suggest", "--questions", "all", "cv.md"], in: desk.folder)
      #expect(suggested.output.isEmpty)
      #expect(suggested.status == 0)
    }
  }

  @Test func theBulletIsShownAsItWillReadAfterEachAnswer() throws {
    try atDesk { desk in
      let screen = try desk.fill(FillTests.answers + [""])
      #expect(screen.text.contains("Improved recall@10 by [gain] through a [architecture] model"))
      #expect(screen.text.contains("through an LSTM model, serving [volume]"))
      #expect(screen.text.contains("latency (ms): What is its latency"))
      #expect(screen.text.contains("e.g. LightGBM"))
      #expect(!screen.text.contains("\u{1B}"))
    }
  }

  @Test func aSecondRunDoesNothing() throws {
    try atDesk { desk in
      _ = try desk.fill(FillTests.answers + [""])
      let facts = try desk.facts
      let screen = try desk.fill(["no", "no"])
      #expect(screen.status == 0)
      #expect(screen.text.contains("there is nothing to ask"))
      #expect(try desk.text() == FillTests.strong)
      #expect(try desk.facts == facts)
    }
  }

  @Test func whoQuitsGoesOnWhereTheyLeft() throws {
    try atDesk { desk in
      let first = try desk.fill(["recall@10", "14%", ":quit"])
      #expect(first.status == 0)
      #expect(first.text.contains("left as it was"))
      #expect(try desk.text() == FillTests.weak)
      // The end of input is as good as :quit.
      let second = try desk.fill(["LSTM"])
      #expect(!second.text.contains("metric:"))
      #expect(try desk.text() == FillTests.weak)
      _ = try desk.fill(["40k users", "p99 latency under 50 ms", ""])
      #expect(try desk.text() == FillTests.strong)
    }
  }

  @Test func anAnswerMayBeChangedByBackAndEdit() throws {
    try atDesk { desk in
      _ = try desk.fill(
        ["recall", "14%", ":edit metric", "recall@10", ":back", ":back", "", "14%", ":e", "2", ""] + ["LSTM"]
          + FillTests.answers[3...] + [""])
      #expect(try desk.text() == FillTests.strong)
    }
  }

  @Test func whatIsPassedOverTakesItsClauseWithIt() throws {
    try atDesk { desk in
      _ = try desk.fill(["recall@10", "14%", "LSTM", "", ""])
      #expect(try desk.text() == "- Improved recall@10 by 14% through an LSTM model.\n")
      #expect(try desk.facts.contains("volume: null"))
    }
  }

  @Test func withoutItsLeadTheNextRewriteIsAsked() throws {
    try atDesk { desk in
      let screen = try desk.fill([":skip", "LightGBM", "0.91 F1", "a held-out quarter", ""])
      #expect(screen.text.contains("Trained LightGBM models, reaching [score]"))
      #expect(try desk.text() == "- Trained LightGBM models, reaching 0.91 F1 on a held-out quarter.\n")
    }
  }

  @Test func aNumberAloneIsAskedForItsUnit() throws {
    try atDesk { desk in
      let screen = try desk.fill(["recall@10", "14", "%", "LSTM", "40k", "users", "40", "", ""])
      #expect(screen.text.contains("14 what?"))
      #expect(screen.text.contains("Enter for “40 ms”"))
      #expect(
        try desk.text()
          == "- Improved recall@10 by 14% through an LSTM model, serving 40k users with 40 ms.\n")
    }
  }

  @Test func aFigureOfAnotherKindIsAskedAboutOnce() throws {
    try atDesk { desk in
      let screen = try desk.fill(FillTests.answers[..<4] + ["40%", "5 km", "5 km", ""])
      #expect(
        screen.text.contains(
          "“40%” is no figure of that kind (ms), as in “p99 latency under 50 ms”; the same again keeps it as said."
        ))
      #expect(try desk.text().hasSuffix("serving 40k users with 5 km.\n"))
    }
  }

  @Test func whatIsPastedWithTabsIsTakenWithSpaces() throws {
    try atDesk { desk in
      let typed = ["recall@10", "\t14%", "LSTM\tranking", "40k\u{A0}users", "p99 latency\tunder 50 ms", ""]
      _ = try desk.fill(typed)
      #expect(
        try desk.text().hasSuffix("an LSTM ranking model, serving 40k users with p99 latency under 50 ms.\n"))
    }
  }

  @Test func aBackspaceTakesAWholeCharacter() throws {
    try atDesk { desk in
      let session = try PseudoTerminal.begin(["fill", "cv.md"], in: desk.folder)
      try session.type("recallé\u{7F}@10\n", after: "metric:")
      try session.type(":q\n", after: "gain:")
      #expect(try session.end().status == 0)
      #expect(try desk.facts.contains("metric: \"recall@10\""))
    }
  }

  @Test(arguments: [("\u{3}", Int32(130)), ("\u{4}", 0)])
  func whoLeavesByAKeyLosesNoAnswer(_ key: String, _ status: Int32) throws {
    try atDesk { desk in
      let session = try PseudoTerminal.begin(["fill", "cv.md"], in: desk.folder)
      try session.type("recall@10\n", after: "metric:")
      try session.type("14%\n", after: "gain:")
      try session.type("half an answ", after: "architecture:")
      // The end of input is one at the beginning of a line.
      try session.type(key == "\u{4}" ? "\u{15}\u{4}" : key, after: "half an answ")
      #expect(try session.end().status == status)
      #expect(try desk.text() == FillTests.weak)
      let screen = try desk.fill(FillTests.answers[2...] + [""])
      #expect(!screen.text.contains("metric:"))
      #expect(try desk.text() == FillTests.strong)
    }
  }

  @Test func anAnswerIsKeptAsSaid() throws {
    try atDesk { desk in
      _ = try desk.fill(["::odd [metrics]", "about 40%", "an in-house", "40", "40", "fast", "fast", ""])
      #expect(
        try desk.text()
          == "- Improved :odd \\[metrics\\] by about 40% through an in-house model, serving 40 with fast.\n")
    }
  }

  @Test func whoeverAnswersForTwoPlacesIsTold() throws {
    try atDesk("- Reduced training costs\n- Cut 40 jobs\n- Reduced training costs\n") { desk in
      let screen = try desk.fill(["$40k", "$20k", ""])
      #expect(screen.text.contains("The same stands at cv.md:3: your answers go there too."))
      #expect(try desk.text().components(separatedBy: "from \\$40k to \\$20k").count == 3)
    }
  }

  @Test func aCommandWithoutItsColonIsAskedAboutOnce() throws {
    try atDesk { desk in
      let screen = try desk.fill(["quit", ":quit"])
      #expect(screen.text.contains("“quit” would stand in the bullet; for the command type :quit."))
      #expect(try desk.text() == FillTests.weak)
    }
  }

  @Test func aChoiceMayBeTypedInAnotherForm() throws {
    try atDesk("- Responsible for data pipelines\n") { desk in
      let screen = try desk.fill(["build", ""])
      #expect(!screen.text.contains("It is one of"))
      #expect(try desk.text() == "- Built data pipelines\n")
    }
  }

  @Test func whereNothingWasAnsweredNothingIsWritten() throws {
    let resume = "- Successfully trained several rankers\n"
    try atDesk(resume) { desk in
      let screen = try desk.fill(["", "", "", ""])
      #expect(screen.status == 0)
      #expect(try desk.text() == resume)
    }
  }

  @Test func slotsAndKeysAreNoAnswers() throws {
    try atDesk { desk in
      let screen = try desk.fill(["[metric]", "\u{1B}[A", ":nonsense", "recall@10"])
      #expect(screen.text.contains("That is still to be filled in"))
      #expect(screen.text.contains("a key that is no text"))
      #expect(screen.text.contains("There is no :nonsense here"))
      #expect(try desk.facts.contains("metric: \"recall@10\""))
    }
  }

  @Test func whatWasPassedOverIsAskedAgainWhereTheOldWordsStand() throws {
    try atDesk { desk in
      _ = try desk.fill(["recall@10", "14%", "LSTM", "", "", ""])
      let closed = try desk.fill([], ["--again"])
      #expect(
        closed.text.contains(
          "cv.md:1: the answers stand here already; to be asked for volume, put “Trained machine learning models.” back first"
        ), "\(closed.text)")
      #expect(try desk.text() == "- Improved recall@10 by 14% through an LSTM model.\n")
      try TemporaryFolder.write(Array(FillTests.weak.utf8), to: desk.folder + "/cv.md")
      _ = try desk.fill(FillTests.answers[3...] + [""], ["--again"])
      #expect(try desk.text() == FillTests.strong)
    }
  }

  @Test func placeholdersAreNoAnswers() throws {
    try atDesk { desk in
      let screen = try desk.fill([
        "TODO(hone:x)", "XX%", "TBD", "n/a", "Don’t know.", "?", "a lot", "recall@10",
      ])
      #expect(screen.text.components(separatedBy: "That is still to be filled in").count == 8)
      #expect(try desk.facts.contains("metric: \"recall@10\""))
    }
  }

  @Test func aFactsFileWithAPlaceholderIsNotWritten() throws {
    try atDesk { desk in
      let entry =
        "b1:\n  original: Trained machine learning models.\n  template: outcome-first\n  answers: {metric: TBD}\n"
      try TemporaryFolder.write(Array(entry.utf8), to: desk.folder + "/cv.facts.yaml")
      let screen = try desk.fill([""])
      #expect(screen.status == 2)
      #expect(screen.text.contains("cv.facts.yaml:4:21: the answer to “metric” is still to be filled in"))
      #expect(try desk.text() == FillTests.weak && desk.facts == entry)
    }
  }

  @Test func slotsThatStandInAFileAreAskedFor() throws {
    try atDesk("- Cut cost by TODO(hone:gain) with a [architecture] ranker\n") { desk in
      _ = try desk.fill(["14%", "LSTM", ""])
      #expect(try desk.text() == "- Cut cost by 14% with an LSTM ranker\n")
    }
  }

  @Test func anOrphanIsToldAndKept() throws {
    try atDesk { desk in
      let entry = "b1:\n  original: Ran Spark\n  answers: {metric: F1}\n"
      try TemporaryFolder.write(Array(entry.utf8), to: desk.folder + "/cv.facts.yaml")
      let screen = try desk.fill(FillTests.answers + [""])
      #expect(screen.text.contains("cv.facts.yaml:1: no bullet reads “Ran Spark” any more; the entry stays"))
      #expect(try desk.facts.hasPrefix(entry))
    }
  }

  @Test func markupAndEscapesOfTheFileStay() throws {
    let resume = "\\begin{itemize}\n  \\item Trained \\textbf{deep learning} models % here\n\\end{itemize}\n"
    try TemporaryFolder.with(["cv.tex": resume]) { folder in
      _ = try PseudoTerminal.run(
        ["fill", "--backup", ".bak", "cv.tex"], typing: ["F_1", "14%", "LSTM", "", "", ""], in: folder)
      let text = try String(contentsOfFile: folder + "/cv.tex", encoding: .utf8)
      #expect(text.contains("F\\_1"))
      #expect(text.contains("14\\%"))
      #expect(text.hasSuffix("% here\n\\end{itemize}\n"))
      #expect(try String(contentsOfFile: folder + "/cv.tex.bak", encoding: .utf8) == resume)
      let again = try PseudoTerminal.run(["fill", "cv.tex"], typing: ["x"], in: folder)
      #expect(again.text.contains("there is nothing to ask"))
    }
  }

  @Test func answersAloneLeaveTheFileAsItIs() throws {
    try atDesk { desk in
      _ = try desk.fill(FillTests.answers, ["--answers-only", "--facts", "mine.yaml"])
      #expect(try desk.text() == FillTests.weak)
      let run = try HoneTool.run(["rewrite", "--facts", "mine.yaml", "cv.md"], in: desk.folder)
      #expect(run.output == FillTests.strong)
    }
  }

  @Test func coloursComeOnlyWhereTheyAreWanted() throws {
    try atDesk { desk in
      let colourful = try desk.fill([":q"], environment: ["TERM": "xterm"]).text
      #expect(colourful.contains("\u{1B}[33m"))
      let plain = try desk.fill([":q"], environment: ["TERM": "xterm", "NO_COLOR": "1"]).text
      #expect(!plain.contains("\u{1B}"))
    }
  }
}
