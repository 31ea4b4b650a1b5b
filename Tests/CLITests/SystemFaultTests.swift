import HoneTestSupport
import Testing

/// What the system refuses: each is said in one line, with status 2, and nothing traps.
@Suite struct SystemFaultTests {
  private let files = ["a.md": "## Work\n\n- Responsible for training rankers\n", "folder/x.md": ""]

  @Test(
    arguments: [
      "rewrite --quiet a.md", "rewrite --quiet --diff a.md", "--safe < a.md", "suggest a.md",
      "suggest --format tsv a.md", "suggest --format jsonl a.md", "suggest --format sarif a.md",
      "suggest --format github a.md", "rules", "explain filler.adverb", "explain --bullet 'Led 4 engineers'",
      "grammar check pack.yaml", "--help", "help suggest", "--version",
    ], ["> /dev/full", ">&-"])
  func outputThatCannotBeWrittenIsNoSuccess(_ command: String, _ redirection: String) throws {
    let pack = ["pack.yaml": "name: small\nextends: ml-engineer\n"]
    let run = try TemporaryFolder.with(files.merging(pack) { $1 }) {
      try HoneTool.shell("\"$HONE\" \(command) \(redirection)", in: $0)
    }
    #expect(run.status == 2)
    #expect(
      run.complaints.count == 1 && run.errors.contains("standard output cannot be written"), "\(run.errors)")
  }

  @Test(arguments: [
    "rewrite a.md", "suggest a.md", "rewrite --check a.md", "rewrite nowhere.md a.md", "rules",
  ])
  func talkThatCannotBeWrittenChangesNothing(_ command: String) throws {
    try TemporaryFolder.with(files) { folder in
      let heard = try HoneTool.shell("\"$HONE\" \(command)", in: folder)
      for redirection in ["2>&-", "2> /dev/full", "2>&- <&-"] {
        let unheard = try HoneTool.shell("\"$HONE\" \(command) \(redirection)", in: folder)
        #expect(unheard.status == heard.status && unheard.bytes == heard.bytes, "\(redirection)")
      }
    }
  }

  @Test func aFileIsRewrittenWhereAllStreamsAreClosed() throws {
    try TemporaryFolder.with(files) { folder in
      let run = try HoneTool.shell("\"$HONE\" rewrite --in-place a.md <&- >&- 2>&-; cat a.md", in: folder)
      #expect(run.output == "## Work\n\n- Trained rankers\n")
    }
  }

  @Test(arguments: [
    "\"$HONE\" < folder", "\"$HONE\" <&-", "\"$HONE\" suggest < folder",
    "\"$HONE\" rewrite --from markdown < folder",
    "\"$HONE\" apply < folder",
  ])
  func inputThatCannotBeReadIsSaid(_ script: String) throws {
    let run = try TemporaryFolder.with(files) { try HoneTool.shell(script, in: $0) }
    #expect(run.status == 2 && run.bytes.isEmpty)
    #expect(run.complaints.count == 1 && run.errors.contains("standard input"), "\(run.errors)")
  }

  @Test func pipesAndDevicesAreReadAsFiles() throws {
    let script = """
      mkfifo pipe && (cat a.md > pipe &) && "$HONE" rewrite --quiet --from markdown pipe
      cat a.md | "$HONE" rewrite --quiet --from markdown /dev/stdin
      "$HONE" rewrite --in-place --from markdown pipe & sleep 0.2; cat a.md > pipe; wait
      """
    let run = try TemporaryFolder.with(files) { try HoneTool.shell(script, in: $0) }
    #expect(run.output == String(repeating: "## Work\n\n- Trained rankers\n", count: 2))
    #expect(run.errors.contains("only a file can be replaced"), "\(run.errors)")
  }

  @Test(arguments: [
    ("./*.md", ["./a.md"]), ("../*/a.md", nil), ("folder/../*.md", ["folder/../a.md"]),
    ("link/*.md", ["link/x.md"]),
    ("**", ["a.md", "folder/x.md"]), ("**/*.md", ["a.md", "folder/x.md"]), ("?.md", ["a.md"]),
  ])
  func aPatternNamesWhatAShellWould(_ pattern: String, _ names: [String]?) throws {
    try TemporaryFolder.with(files) { folder in
      let run = try HoneTool.shell("ln -s folder link; \"$HONE\" rewrite --check '\(pattern)'", in: folder)
      let found = run.complaints.compactMap { line in
        line.hasPrefix("hone: ") ? String(line.dropFirst(6).prefix { $0 != ":" }) : nil
      }
      if let names { #expect(found.filter { !$0.hasPrefix(".streams") } == names, "\(run.errors)") }
      #expect(!run.errors.contains("no file matches"), "\(run.errors)")
    }
  }

  @Test func aPatternThatNothingMatchesStopsNoOtherFile() throws {
    let run = try TemporaryFolder.with(files) {
      try HoneTool.run(["rewrite", "--quiet", "no*.md", "a.md"], in: $0)
    }
    #expect(run.status == 2 && run.output.contains("- Trained rankers"))
    #expect(run.errors.contains("no*.md: no file matches this pattern"))
  }

  @Test func aCommandThatIsMistypedIsSaid() throws {
    let run = try HoneTool.run("suggst", "a.md")
    #expect(run.status == 2 && run.bytes.isEmpty)
    #expect(run.complaints == ["hone: there is no command or file “suggst”; did you mean “hone suggest”?"])
  }
}
