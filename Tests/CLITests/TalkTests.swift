import Foundation
import HoneTestSupport
import Testing

/// Data on standard output, talk on standard error, and progress and colours at a terminal alone.
@Suite struct TalkTests {
  private static let files = [
    "a.md": "## Work\n\n- Responsible for training rankers\n- Worked on the ETL\n",
    "b.md": "- Led 4 engineers\n",
    "pack.yaml": "name: small\nextends: ml-engineer\n",
  ]

  @Test(arguments: [
    "rewrite a.md b.md", "rewrite --diff a.md b.md", "rewrite a.md nowhere.md", "--safe < a.md",
    "suggest a.md nowhere.md", "suggest --format tsv a.md nowhere.md",
    "suggest --format jsonl a.md nowhere.md", "suggest --format sarif a.md nowhere.md",
    "suggest --format github a.md nowhere.md", "rules", "explain filler.adverb", "explain --bullet 'Led 4'",
    "grammar check pack.yaml", "--help", "help suggest", "--version",
  ])
  func dataAndTalkKeepApart(_ command: String) throws {
    let run = try TemporaryFolder.with(TalkTests.files) { try HoneTool.shell("\"$HONE\" \(command)", in: $0) }
    #expect(!run.bytes.isEmpty)
    #expect(!run.lines.contains { $0.hasPrefix("hone: ") })
    #expect(run.complaints.allSatisfy { $0.hasPrefix("hone: ") }, "\(run.errors)")
    #expect(run.complaints.count { $0.contains("nowhere.md") } == (command.contains("nowhere") ? 1 : 0))
    #expect(!run.errors.contains("Trained") && !run.errors.contains("filler.adverb"))
  }

  @Test(arguments: [
    "rewrite --check a.md", "rewrite --in-place a.md", "rewrite nowhere.md", "suggest nowhere.md",
    "explain no.rule", "--sfae", "suggst", "rewrite --in-place a.md nowhere.md",
  ])
  func whatHasNoDataWritesNone(_ command: String) throws {
    let run = try TemporaryFolder.with(TalkTests.files) { try HoneTool.shell("\"$HONE\" \(command)", in: $0) }
    #expect(run.bytes.isEmpty && !run.errors.isEmpty)
  }

  /// Starts what writes a file that comes late, so that the run is long enough to tell of.
  private func startLateFile(_ folder: String) throws -> Process {
    let writer = HoneTool.process("/bin/sh", ["-c", "mkfifo late && sleep 2 && cat a.md > late"], in: folder)
    try writer.run()
    while !FileManager.default.fileExists(atPath: "\(folder)/late") { usleep(1_000) }
    return writer
  }

  @Test(.timeLimit(.minutes(5))) func aScriptSeesNoProgress() throws {
    try TemporaryFolder.with(TalkTests.files) { folder in
      let writer = try startLateFile(folder)
      let run = try HoneTool.run(
        ["suggest", "--from", "markdown", "--format", "tsv", "late", "a.md", "b.md"], in: folder)
      #expect(run.status == 1 && run.errors.isEmpty, "\(run.errors)")
      writer.waitUntilExit()
    }
  }

  @Test(.timeLimit(.minutes(5)), .disabled(if: PseudoTerminal.isMissing, PseudoTerminal.isMissingWord))
  func aTerminalSeesProgressAndThenOnlyWhatIsSaid() throws {
    try TemporaryFolder.with(TalkTests.files) { folder in
      let writer = try startLateFile(folder)
      let screen = try PseudoTerminal.run(
        ["rewrite", "--check", "--from", "markdown", "late", "a.md", "b.md"], typing: [], in: folder)
      writer.waitUntilExit()
      #expect(screen.status == 1)
      #expect(screen.text.contains("1 of 3 files"), "\(screen.text.debugDescription)")
      // The line is taken off the screen before the next is said, and at the end.
      #expect(screen.text.contains("files\r\u{1B}[Khone: a.md"), "\(screen.text.debugDescription)")
      let last = screen.text.split(separator: "files").last.map(String.init) ?? ""
      #expect(last.hasPrefix("\r\u{1B}[K"))
    }
  }

  @Test(
    .disabled(if: PseudoTerminal.isMissing, PseudoTerminal.isMissingWord),
    arguments: [
      (["TERM": "xterm"], true), (["TERM": "dumb"], false), (["TERM": "xterm", "NO_COLOR": "1"], false),
      (["TERM": "xterm", "NO_COLOR": ""], true), (["TERM": "dumb", "CLICOLOR_FORCE": "1"], true),
    ])
  func aTerminalSeesColoursUnlessItIsToldOtherwise(_ environment: [String: String], _ isColoured: Bool) throws
  {
    try TemporaryFolder.with(TalkTests.files) { folder in
      let screen = try PseudoTerminal.run(
        ["suggest", "a.md"], typing: [], in: folder, environment: environment)
      #expect(screen.text.contains("\u{1B}[") == isColoured, "\(screen.text.debugDescription)")
    }
  }
}
