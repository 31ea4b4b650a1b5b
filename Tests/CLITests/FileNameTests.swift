import HoneTestSupport
import Testing

/// Files by names of every kind, and what is no file but is named as one.
@Suite struct FileNameTests {
  private static let weak = "- Successfully led 4 engineers\n"
  private static let safe = "- Led 4 engineers\n"
  private static let names = [
    "a b.txt", "new\nline.txt", "tab\there.txt", "-dash.txt", "--safe", "ünï.txt", "it's \"q\".txt",
    "100%.txt",
    "star*.txt", "[x]?.txt", "co:lon,.txt", "\u{1B}[31m.txt", "$HOME.txt", " .txt",
  ]

  @Test(arguments: names) func aFileOfAnyNameIsRewritten(_ name: String) throws {
    try TemporaryFolder.with([name: FileNameTests.weak]) { folder in
      let run = try HoneTool.run(["rewrite", "--", name], in: folder)
      #expect(run.status == 0 && run.output == FileNameTests.safe)
      #expect(run.complaints.count == 1, "a message is one line: \(run.errors)")
      #expect(!run.errors.contains("\u{1B}"), "and steers no terminal")
      #expect(try HoneTool.run(["rewrite", "--in-place", "--quiet", "--", name], in: folder).status == 0)
      #expect(try HoneTool.run(["rewrite", "--check", "--", name], in: folder).status == 0)
    }
  }

  @Test func aNameThatIsNoUTF8IsSaidToBeOne() throws {
    try TemporaryFolder.with([:]) { folder in
      let script = "printf '%s\n' '- Successfully led 4 engineers' > \"$(printf '\\377bad.md')\""
      try #require(try HoneTool.shell(script, in: folder).status == 0)
      let run = try HoneTool.shell("$HONE rewrite \"$(printf '\\377bad.md')\"", in: folder)
      #expect(
        run.status == 2 && run.errors.contains("hone opens no file whose name is not UTF-8"), "\(run.errors)")
      #expect(run.complaints.count == 1)
    }
  }

  @Test(arguments: names) func aRowNamesTheFile(_ name: String) throws {
    let run = try TemporaryFolder.with([name: FileNameTests.weak]) {
      try HoneTool.run(["suggest", "--format", "tsv", "--questions", "none", "--", name], in: $0)
    }
    #expect(run.status == 1 && run.lines.count == 1 && run.errors.isEmpty, "\(run.output)")
    let field = run.output.prefix { $0 != "\t" }
    #expect(field.replacing("\\n", with: "\n").replacing("\\t", with: "\t") == name)
  }

  @Test(arguments: names) func aRecordOfAnyNameIsApplied(_ name: String) throws {
    let run = try TemporaryFolder.with([name: FileNameTests.weak]) { folder in
      let records = try HoneTool.run(
        ["suggest", "--format", "jsonl", "--limit", "0", "--", name], in: folder)
      let applied = try HoneTool.run(["apply", "--quiet"], input: records.bytes, in: folder)
      #expect(applied.status == 0, "\(applied.errors)")
      return try HoneTool.run(["rewrite", "--quiet", "--", name], in: folder)
    }
    #expect(run.output == FileNameTests.safe)
  }

  @Test func standardInputIsSaidByADash() throws {
    try TemporaryFolder.with(["a.txt": FileNameTests.weak]) { folder in
      let arguments = ["suggest", "--format", "tsv", "--questions", "none", "a.txt", "-", "a.txt"]
      let run = try HoneTool.run(arguments, input: Array("Successfully led 5 engineers\n".utf8), in: folder)
      #expect(run.lines.map { $0.prefix { $0 != "\t" } } == ["a.txt", "-", "a.txt"])
    }
  }

  @Test func standardInputWithTheNameOfAFileIsReadAsOne() throws {
    let file = "Jane Doe\nMachine Learning Engineer\n\nExperience\n\n- Successfully ran 40 jobs\n"
    let run = try HoneTool.run("suggest", "--format", "tsv", "--stdin-filename", "cv.txt", input: file)
    #expect(run.lines.count == 1 && run.output.contains("\t6\tfiller.adverb\t"), "\(run.output)")
  }

  @Test(arguments: [
    "< a.txt", "- < a.txt", "/dev/stdin < a.txt", "<(cat a.txt)", "a.txt",
    "--stdin-filename a.txt < a.txt",
  ])
  func theSameBytesByAnyWayGetTheSameReport(_ way: String) throws {
    try TemporaryFolder.with(["a.txt": FileNameTests.weak + "- Worked on the ETL"]) { folder in
      let script = "\"$HONE\" suggest --format tsv \(way)"
      let run = try HoneTool.shell(script, in: folder, by: "/bin/bash")
      let whole = try HoneTool.run(["suggest", "--format", "tsv", "a.txt"], in: folder)
      func rows(_ run: HoneTool.Run) -> [[Substring]] {
        run.lines.map { Array($0.split(separator: "\t").dropFirst()) }
      }
      #expect(rows(run) == rows(whole) && run.lines.count > 1)
      #expect(run.status == 1 && run.errors.isEmpty)
    }
  }
}
