import Foundation
import HoneReport
import HoneTestSupport
import Testing

/// `suggest` for people: weak words underlined, lines that fit.
@Suite struct TextReportTests {
  private let files = [
    "cv.md": """
    ## Work

    - Successfully trained a deep learning model for product search using PyTorch, and then ran it for every shop
    - 成功 worked on 商品搜索系统的机器学习模型，商品搜索系统 and various jobs 🚀

    """
  ]

  private func suggest(_ arguments: String..., environment: [String: String] = [:]) throws -> HoneTool.Run {
    try TemporaryFolder.with(files) { folder in
      try HoneTool.run(["suggest"] + arguments + ["cv.md"], in: folder, environment: environment)
    }
  }

  private func screen(_ columns: Int, _ environment: [String: String], in folder: String) throws
    -> PseudoTerminal.Screen
  {
    let shown = try PseudoTerminal.run(
      ["suggest", "cv.md"], typing: [], in: folder,
      environment: environment.merging(["COLUMNS": "\(columns)"]) { $1 })
    // The terminal echoes the end of input that nobody reads.
    return PseudoTerminal.Screen(
      status: shown.status, text: shown.text.replacing("^D\u{8}\u{8}", with: ""))
  }

  @Test func signsStandBelowTheWordsThatTheyAreAbout() throws {
    var lines = try suggest().lines
    #expect(lines[0] == "cv.md:3:3 (Work)")
    #expect(lines[1].hasPrefix("  Successfully trained a deep learning model"))
    #expect(lines[2] == "  ^^^^^^^^^^^^ ~~~~~~~   ^^^^^^^^^^^^^^^^^^^")
    // Wide signs take two columns.
    lines = try suggest("--questions", "none").lines
    let line = try #require(lines.firstIndex { $0.contains("成功") })
    let marks = lines[line + 1]
    let start = try #require(marks.firstIndex(of: "^"))
    let words = lines[line].components(before: "various")
    #expect(marks.distance(from: marks.startIndex, to: start) == DisplayWidth.of(words))
    #expect(marks.hasSuffix("^^^^^^^") && !marks.hasSuffix("^^^^^^^^"))
  }

  @Test func aReasonIsToldOnce() throws {
    let run = try HoneTool.run(
      "suggest", "--rule", "filler.adverb",
      input: "- Successfully cut p99 to 9 ms\n- Successfully ran 4 jobs\n")
    #expect(run.output.components(separatedBy: "needs no praise").count == 2, "\(run.output)")
  }

  @Test func ofTwoQuestionsTheOneAboutWordsOfTheBulletIsShown() throws {
    let run = try HoneTool.run("suggest", input: "- Deployed the ranker to SageMaker\n")
    #expect(run.output.contains("[ml.serving-performance]"))
    #expect(!run.output.contains("[metric.missing]"))
    let all = try HoneTool.run("suggest", "--questions", "all", input: "- Deployed the ranker to SageMaker\n")
    #expect(all.output.contains("[metric.missing]"))
  }

  @Test func everySlotIsAskedOnce() throws {
    let run = try HoneTool.run("suggest", input: "- Trained machine learning models.\n")
    for slot in ["metric", "architecture", "score", "test data"] {
      #expect(run.lines.count { $0.hasPrefix("            [\(slot)]") } == 1, "\(slot): \(run.output)")
    }
  }

  @Test func intoAPipeNoLineIsBrokenAndNothingIsCounted() throws {
    let run = try suggest(environment: ["COLUMNS": "40"])
    #expect(run.lines.contains { $0.hasSuffix("and then ran it for every shop") && $0.hasPrefix("  Succ") })
    #expect(!run.output.contains("bullets:"))
  }

  @Test(
    .disabled(if: PseudoTerminal.isMissing, PseudoTerminal.isMissingWord), arguments: [24, 40, 60, 80, 200])
  func onATerminalEveryLineFits(_ columns: Int) throws {
    for environment in [["TERM": "dumb"], ["TERM": "xterm"]] {
      let shown = try TemporaryFolder.with(files) { try screen(columns, environment, in: $0) }
      #expect(shown.status == 1)
      let plain = shown.lines.map { $0.replacing(/\u{1B}\[[0-9;]*m/, with: "") }
      for line in plain.dropLast() { #expect(DisplayWidth.of(line) <= columns, "\(line)") }
      let isColoured = environment["TERM"] == "xterm"
      #expect(shown.text.contains("\u{1B}[4;33m") == isColoured)
      #expect(plain.contains { $0.hasPrefix("  ^^^^") } == !isColoured)
      let words = plain.joined(separator: " ").split(separator: " ").joined(separator: " ")
      #expect(words.contains("for every shop"))
      #expect(plain.last?.hasPrefix("2 bullets: 3 warnings") == true, "\(plain.last ?? "")")
    }
  }

  @Test(.disabled(if: PseudoTerminal.isMissing, PseudoTerminal.isMissingWord))
  func whereNothingIsWeakATerminalIsToldSo() throws {
    let shown = try TemporaryFolder.with(["cv.md": "## Work\n\n- Led 4 engineers\n"]) {
      try screen(80, ["TERM": "dumb"], in: $0)
    }
    #expect(shown.lines == ["1 bullet: nothing to report"] && shown.status == 0, "\(shown.text)")
  }

  @Test(.disabled(if: PseudoTerminal.isMissing, PseudoTerminal.isMissingWord))
  func whatATerminalWouldActOnIsShownAsAPicture() throws {
    let shown = try TemporaryFolder.with([
      "cv.md": "## Work\n\n- Successfully \u{1B}[31mcut \u{7}p99 to 9 ms\n"
    ]) {
      try screen(80, ["TERM": "dumb"], in: $0)
    }
    #expect(!shown.text.contains("\u{1B}") && !shown.text.contains("\u{7}") && shown.text.contains("␛[31m"))
  }
}

extension String {
  /// What stands before the first of some words.
  fileprivate func components(before words: String) -> String {
    range(of: words).map { String(self[..<$0.lowerBound]) } ?? self
  }
}
