import HoneTestSupport
import Testing

/// The status that a script branches on: 0 where nothing is to be said, 1 for findings, 2 for trouble; the greater wins.
@Suite struct StatusTests {
  private static let files = [
    "strong.txt": "- Led 4 engineers\n", "weak.txt": "- Responsible for training rankers\n",
    "info.txt": "- Improved accuracy by 20%\n",
    "question.txt": "- Redesigned candidate retrieval with HNSW\n",
    "error.txt": "- Led TBD engineers\n", "bad.txt": "- a\0b\n",
  ]

  private func status(_ command: String) throws -> Int {
    try TemporaryFolder.with(StatusTests.files) {
      Int(try HoneTool.shell("\"$HONE\" \(command)", in: $0).status)
    }
  }

  @Test(arguments: [
    ("strong.txt", 0), ("strong.txt question.txt", 0), ("weak.txt", 1), ("strong.txt weak.txt", 1),
    ("weak.txt strong.txt", 1), ("weak.txt nowhere.txt", 2), ("nowhere.txt weak.txt", 2),
    ("strong.txt bad.txt strong.txt", 2), ("weak.txt 'no*.txt'", 2), ("--exit-zero weak.txt", 0),
    ("--exit-zero weak.txt nowhere.txt", 2), ("< strong.txt", 0), ("< weak.txt", 1), ("< bad.txt", 2),
    ("--exit-zero < weak.txt", 0), ("--exit-zero < bad.txt", 2), ("strong.txt - < weak.txt", 1),
  ])
  func suggestFailsOnFindings(_ arguments: String, _ expected: Int) throws {
    for format in ["text", "tsv", "jsonl", "sarif", "github"] {
      #expect(try status("suggest --format \(format) \(arguments)") == expected, "\(format)")
    }
  }

  @Test(arguments: [
    ("--check strong.txt", 0), ("--check weak.txt", 1), ("--check weak.txt strong.txt", 1),
    ("--check weak.txt nowhere.txt", 2), ("--check nowhere.txt weak.txt", 2), ("--check bad.txt weak.txt", 2),
    ("--check --exit-zero weak.txt", 0), ("--check --exit-zero weak.txt nowhere.txt", 2),
    ("--check < weak.txt", 1), ("--check < strong.txt", 0), ("--check < bad.txt", 2),
    ("--check --exit-zero < weak.txt", 0), ("--check --exit-zero < bad.txt", 2),
    ("weak.txt", 0), ("strong.txt weak.txt", 0), ("nowhere.txt weak.txt", 2), ("weak.txt bad.txt", 2),
    ("--exit-zero nowhere.txt", 2), ("--diff weak.txt", 0), ("--diff weak.txt nowhere.txt", 2),
    ("--in-place weak.txt", 0), ("--in-place nowhere.txt weak.txt", 2), ("--full question.txt", 0),
    ("< weak.txt", 0), ("< bad.txt", 2), ("error.txt", 0),
  ])
  func rewriteFailsOnTroubleAndCheckOnChanges(_ arguments: String, _ expected: Int) throws {
    #expect(try status("rewrite \(arguments)") == expected)
  }

  @Test func theRestIsProcessedBehindTrouble() throws {
    try TemporaryFolder.with(StatusTests.files) { folder in
      let script = "\"$HONE\" rewrite --in-place nowhere.txt bad.txt weak.txt; cat weak.txt"
      let run = try HoneTool.shell(script, in: folder)
      #expect(run.output == "- Trained rankers\n")
      #expect(run.complaints.count == 3, "\(run.errors)")
    }
  }

  @Test(arguments: ["info", "question", "warning", "error"])
  func failOnSaysFromWhichLevelOn(_ level: String) throws {
    let levels = ["info", "question", "warning", "error"]
    let files = ["info.txt", "question.txt", "weak.txt", "error.txt"]
    let first = try #require(levels.firstIndex(of: level))
    for (index, file) in files.enumerated() {
      #expect(try status("suggest --fail-on \(level) \(file)") == (index >= first ? 1 : 0), "\(file)")
    }
    #expect(try status("suggest --fail-on \(level) strong.txt") == 0)
  }

  /// What is not shown fails all the same: `--level` and `--questions` choose what is told, `--fail-on` what counts.
  @Test func whatIsNotShownStillCounts() throws {
    #expect(try status("suggest --questions none --fail-on question question.txt") == 1)
    #expect(try status("suggest --level error weak.txt") == 1)
  }

  @Test func aScriptThatStopsAtTheFirstFaultCanTellTheStatusesApart() throws {
    let script = """
      set -euo pipefail
      for file in strong.txt weak.txt nowhere.txt; do
        status=0
        "$HONE" suggest --format tsv "$file" > out 2> err || status=$?
        echo "$file $status"
      done
      """
    let run = try TemporaryFolder.with(StatusTests.files) {
      try HoneTool.shell(script, in: $0, by: "/bin/bash")
    }
    #expect(run.lines == ["strong.txt 0", "weak.txt 1", "nowhere.txt 2"])
  }
}
