import Foundation
import HoneTestSupport
import Testing

/// `.hone.yaml`: where it is found, and what it does to each command.
@Suite struct ConfigurationTests {
  private let file =
    "## Experience\n\n- Responsible for training rankers\n\n## Werkzeug\n\n- Responsible for training tools\n"

  // MARK: - Found

  @Test func theNearestFileFromTheResumeUpwardsHolds() throws {
    let files = [
      "cv/deep/a.md": file, "cv/.hone.yaml": "formats:\n  sections:\n    kinds:\n      skills: [werkzeug]\n",
      ".hone.yaml": "formats: {}\n", "b.md": file,
    ]
    try TemporaryFolder.with(files) { folder in
      let run = try HoneTool.run(["rewrite", "cv/deep/a.md", "b.md"], in: folder)
      #expect(run.errors.contains("cv/deep/a.md: 1 bullet read, 1 rewritten"), "\(run.errors)")
      #expect(run.errors.contains("b.md: 2 bullets read, 2 rewritten"), "\(run.errors)")
    }
  }

  @Test func withoutOneTheUsersOwnHolds() throws {
    let own = "formats: {sections: {kinds: {skills: [werkzeug]}}}\n"
    for path in ["home/hone/config.yaml", "home/.config/hone/config.yaml"] {
      try TemporaryFolder.with(["a.md": file, path: own]) { folder in
        let isXDG = path.hasPrefix("home/hone")
        let environment = [isXDG ? "XDG_CONFIG_HOME" : "HOME": "\(folder)/home"]
        let run = try HoneTool.run(["rewrite", "a.md"], in: folder, environment: environment)
        #expect(run.errors.contains("a.md: 1 bullet read"), "\(run.errors)")
        // A nearer one holds alone.
        try TemporaryFolder.write([], to: "\(folder)/.hone.yaml")
        let near = try HoneTool.run(["rewrite", "a.md"], in: folder, environment: environment)
        #expect(near.errors.contains("a.md: 2 bullets read"), "\(near.errors)")
      }
    }
  }

  /// A template may ask for what two kinds want: the one that is on still asks.
  @Test(arguments: [
    ("serving-without-performance: off, missing-metric: off", false),
    ("serving-without-performance: off", true),
  ])
  func aKindThatIsOffOpensNoSlotOfItsOwn(_ rules: String, _ asks: Bool) throws {
    let run = try HoneTool.run(
      input: "- Deployed the model\n", files: [".hone.yaml": "rules: {\(rules)}\n"])
    #expect(run.output.contains("[architecture]"), "\(run.output)")
    #expect(
      ["[volume]", "[latency]", "[traffic]"].contains(where: run.output.contains) == asks, "\(run.output)")
  }

  @Test(arguments: [[], ["--safe"], ["rewrite", "--safe"]])
  func standardInputHasThatOfTheCurrentFolder(_ arguments: [String]) throws {
    try TemporaryFolder.with([".hone.yaml": "tense: present\n", "deep/.hone.yaml": "tense: past\n"]) {
      folder in
      let input = Array("- Responsible for training rankers\n".utf8)
      let here = try HoneTool.run(arguments, input: input, in: folder)
      #expect(here.output.hasPrefix("- Train rankers"))
      let deep = try HoneTool.run(arguments, input: input, in: folder + "/deep")
      #expect(deep.output.hasPrefix("- Trained rankers"))
    }
  }

  @Test func aNameForStandardInputHasThatOfItsFolder() throws {
    try TemporaryFolder.with(["cv/.hone.yaml": "tense: present\n"]) { folder in
      let input = Array("- Responsible for training rankers\n".utf8)
      let run = try HoneTool.run(
        ["rewrite", "--safe", "--quiet", "--stdin-filename", "cv/a.md"], input: input, in: folder)
      #expect(run.output == "- Train rankers\n")
    }
  }

  @Test func twoFilesOfARunHaveTheirOwn() throws {
    let bullet = "- Responsible for training rankers\n- Successfully built 4 parsers\n"
    let files = [
      "a/cv.md": bullet, "b/cv.md": bullet, "a/.hone.yaml": "tense: present\nrules: {filler: off}\n",
      "b/.hone.yaml": "level: warning\nfail-on: error\n",
    ]
    try TemporaryFolder.with(files) { folder in
      let run = try HoneTool.run(["rewrite", "--quiet", "a/cv.md", "b/cv.md"], in: folder)
      #expect(
        run.output
          == "- Train rankers\n- Successfully built 4 parsers\n- Trained rankers\n- Built 4 parsers\n")
      let rows = try HoneTool.run(["suggest", "--format", "tsv", "a/cv.md", "b/cv.md"], in: folder)
      #expect(rows.lines.contains { $0.hasPrefix("a/cv.md") && $0.contains("question") })
      #expect(!rows.lines.contains { $0.hasPrefix("b/cv.md") && $0.contains("question") })
      #expect(!rows.lines.contains { $0.hasPrefix("a/cv.md") && $0.contains("filler") })
      #expect(try HoneTool.run(["suggest", "b/cv.md"], in: folder).status == 0)
      #expect(try HoneTool.run(["suggest", "a/cv.md"], in: folder).status == 1)
    }
  }

  @Test func theCommandLineNamesAnotherOrNone() throws {
    let files = [".hone.yaml": "tense: present\n", "house.yaml": "rules: {weak-verb: off}\n"]
    try TemporaryFolder.with(files) { folder in
      func run(_ options: String...) throws -> String {
        let input = Array("- Responsible for training rankers\n".utf8)
        return try HoneTool.run(["rewrite", "--safe"] + options, input: input, in: folder).output
      }
      #expect(try run() == "- Train rankers\n")
      #expect(try run("--no-config") == "- Trained rankers\n")
      #expect(try run("--config", "house.yaml") == "- Responsible for training rankers\n")
      let both = try HoneTool.run(["rewrite", "--config", "house.yaml", "--no-config"], in: folder)
      #expect(both.status == 2 && both.errors.contains("exclude each other"))
      // An unset variable in a script is no wish for no configuration.
      let empty = try HoneTool.run(["rewrite", "--config", ""], in: folder)
      #expect(
        empty.status == 2 && empty.errors == "hone: --config is empty; name a file, or say --no-config\n")
      let gone = try HoneTool.run(["rewrite", "--config", "huose.yaml"], in: folder)
      #expect(
        gone.status == 2 && gone.errors.contains("huose.yaml: there is no such configuration"),
        "\(gone.errors)")
    }
  }

  @Test func aLaTeXFileUsesTheMacrosOfThoseNamedWithIt() throws {
    let files = [
      "main.tex":
        "\\newcommand{\\deed}[2]{\\item \\textbf{#1} #2}\\begin{document}\\input{work}\\end{document}\n",
      "work.tex": "\\deed{2021}{Responsible for training rankers}\n",
    ]
    try TemporaryFolder.with(files) { folder in
      let alone = try HoneTool.run(["rewrite", "work.tex"], in: folder)
      #expect(!alone.errors.contains("1 rewritten"), "\(alone.errors)")
      let both = try HoneTool.run(["rewrite", "main.tex", "work.tex"], in: folder)
      #expect(both.errors.contains("work.tex: 1 bullet read, 1 rewritten"), "\(both.errors)")
    }
  }

  // MARK: - What it does

  @Test func theCommandLineWinsOverItsDefaults() throws {
    let files = [
      ".hone.yaml": "limit: 0\nlevel: error\nfail-on: info\n",
      "a.txt": "- Trained machine learning models.\n",
    ]
    try TemporaryFolder.with(files) { folder in
      func run(_ options: String...) throws -> HoneTool.Run {
        try HoneTool.run(["suggest", "--format", "jsonl", "a.txt"] + options, in: folder)
      }
      let quiet = try run()
      #expect(quiet.output.isEmpty && quiet.status == 1)
      #expect(try run("--level", "warning").output.contains("\"rewrites\":[]"))
      #expect(try run("--level", "warning", "--limit", "1").output.contains("outcome-first"))
      #expect(try run("--fail-on", "error").status == 0)
    }
  }

  @Test func aRuleAtAnotherLevelFailsTheCheck() throws {
    let files = [".hone.yaml": "rules: {missing-metric: error}\n", "a.txt": "- Led the search team\n"]
    try TemporaryFolder.with(files) { folder in
      let run = try HoneTool.run(["suggest", "--fail-on", "error", "--format", "tsv", "a.txt"], in: folder)
      #expect(run.status == 1 && run.output.contains("metric.missing\terror"), "\(run.output)")
      #expect(
        try HoneTool.run(["suggest", "--no-config", "--fail-on", "error", "a.txt"], in: folder).status == 0)
    }
  }

  @Test func rulesAndExplainShowWhatIsInForce() throws {
    try TemporaryFolder.with([".hone.yaml": "rules: {filler.adverb: off, filler.swap: error}\n"]) { folder in
      let rules = try HoneTool.run(["rules"], in: folder)
      #expect(
        !rules.output.contains("filler.adverb ")
          && rules.lines.contains { $0.hasPrefix("filler.swap ") && $0.contains(" error ") })
      #expect(
        try HoneTool.run(["explain", "filler.adverb"], in: folder).output.hasPrefix(
          "filler.adverb (filler, switched off)"))
      #expect(
        try HoneTool.run(["explain", "filler.swap"], in: folder).output.hasPrefix(
          "filler.swap (filler, error)"))
      let bullet = try HoneTool.run(["explain", "--bullet", "Successfully built 4 parsers"], in: folder)
      #expect(!bullet.output.contains("filler.adverb"))
    }
  }

  @Test func aRuleThatIsOffCannotBeAskedFor() throws {
    let files = [
      ".hone.yaml": "rules: {passive: off, filler.adverb: off}\n", "a.txt": "- Successfully built it\n",
    ]
    try TemporaryFolder.with(files) { folder in
      for (option, name) in [
        ("--rule", "filler.adverb"), ("--kind", "passive"), ("--rule", "passive.subject"),
      ] {
        let run = try HoneTool.run(["suggest", option, name, "a.txt"], in: folder)
        #expect(
          run.status == 2 && run.errors.contains("“\(name)” is switched off by a configuration"),
          "\(run.errors)")
      }
      #expect(try HoneTool.run(["suggest", "--kind", "filler", "a.txt"], in: folder).status == 0)
    }
  }

  private let house = """
    name: house
    extends: ml-engineer
    rules:
      - id: house.guru
        kind: filler
        level: warning
        match: 'guru'
        message: "“{match}” is for others to say."
        why: A title that nobody gave you convinces nobody.
        source: house style
        examples:
          - {flag: 'Was the Spark [[guru]] of the team'}
          - {pass: 'Wrote the Spark course that 40 engineers took'}

    """

  @Test func aPackCountsFromTheFolderOfItsConfiguration() throws {
    let files = [
      "cv/.hone.yaml": "grammar: ../packs/house.yaml\nrules: {house.guru: error}\n",
      "packs/house.yaml": house,
      "cv/deep/a.txt": "- Spark guru of 4 teams\n",
    ]
    try TemporaryFolder.with(files) { folder in
      let run = try HoneTool.run(["suggest", "--format", "tsv", "cv/deep/a.txt"], in: folder)
      #expect(run.output.contains("house.guru\terror"), "\(run.output) \(run.errors)")
      let wins = try HoneTool.run(
        ["suggest", "--no-config", "--grammar", "ml-engineer", "--format", "tsv", "cv/deep/a.txt"], in: folder
      )
      #expect(!wins.output.contains("house.guru"))
      let named = try HoneTool.run(["explain", "house.guru"], in: folder + "/cv")
      #expect(named.output.hasPrefix("house.guru (filler, error)"), "\(named.errors)")
    }
  }

  @Test func aNamedGrammarPassesOverWhatIsSaidOfRulesAndListsThatItLacks() throws {
    let pack = house + "terms: {mine: [frob]}\n"
    let text =
      "grammar: house.yaml\nrules: {house.guru: error, filler.adverb: off}\nwords: {add: {mine: [frobber]}}\n"
    try TemporaryFolder.with(["house.yaml": pack, ".hone.yaml": text]) { folder in
      let input = Array("- Successfully ran 4 Spark guru teams in order to learn\n".utf8)
      let named = try HoneTool.run(["--safe", "--grammar", "ml-engineer"], input: input, in: folder)
      #expect(named.status == 0 && named.errors.isEmpty, "\(named.errors)")
      #expect(named.output == "- Successfully ran 4 Spark guru teams to learn\n")
      try TemporaryFolder.write(Array("\(text)tense: now\n".utf8), to: "\(folder)/.hone.yaml")
      let wrong = try HoneTool.run(["--safe", "--grammar", "ml-engineer"], input: input, in: folder)
      #expect(wrong.status == 2 && wrong.complaints.count == 1, "\(wrong.errors)")
    }
  }

  @Test func aConfigurationInTheFolderOfAPackIsNoPartOfIt() throws {
    try TemporaryFolder.with(["house.yaml": house, ".hone.yaml": "grammar: .\n"]) { folder in
      let run = try HoneTool.run(["rules"], in: folder)
      #expect(run.status == 0 && run.output.contains("house.guru "), "\(run.errors)")
    }
  }

  @Test func aRuleThatAPackMakesARemarkMendsNothing() throws {
    let pack = "extends: ml-engineer\nrules: {filler.adverb: {level: info}}\n"
    let input = Array("- Successfully built a parser in order to read 4 formats\n".utf8)
    try TemporaryFolder.with(["mine.yaml": pack, ".hone.yaml": "grammar: mine.yaml\n"]) { folder in
      let run = try HoneTool.run(["--safe"], input: input, in: folder)
      #expect(run.output == "- Successfully built a parser to read 4 formats\n", "\(run.errors)")
      let checked = try HoneTool.run(["grammar", "check", "mine.yaml"], in: folder)
      #expect(checked.status == 0, "\(checked.errors)")
    }
  }

  @Test func severalPacksAreReadOneOnTopOfTheOther() throws {
    let more = "terms: {tool: {add: [Frobnicator]}}\nrules: {filler.adverb: off, house.guru: {level: info}}\n"
    let files = [
      "house.yaml": house, "more.yaml": more, ".hone.yaml": "grammar: [ml-engineer, house.yaml, more.yaml]\n",
    ]
    try TemporaryFolder.with(files) { folder in
      let rules = try HoneTool.run(["rules"], in: folder)
      #expect(
        rules.lines.contains { $0.hasPrefix("house.guru ") && $0.contains(" info ") }, "\(rules.errors)")
      #expect(!rules.output.contains("filler.adverb "))
      let named = try HoneTool.run(
        ["rules", "--no-config", "--grammar", "house.yaml", "--grammar", "more.yaml"], in: folder)
      #expect(named.output == rules.output)
    }
  }

  // MARK: - What is wrong

  @Test(arguments: [
    ("format: {}", ".hone.yaml:1:1", "did you mean “formats”?"),
    ("formats: {section: {}}", ".hone.yaml:1:11", "did you mean “sections”?"),
    ("formats:\n  sections:\n    kind: {}", ".hone.yaml:3:5", "did you mean “kinds”?"),
    ("formats: [", ".hone.yaml:", "this is no YAML"), ("- a", ".hone.yaml:1:1", "a map of keys"),
    ("rules: {filler.adverbs: off}", ".hone.yaml:1:9", "did you mean “filler.adverb”?"),
    ("words: {add: {tools: [x]}}", ".hone.yaml:1:15", "did you mean “tool”?"),
    ("grammar: gone.yaml", ".hone.yaml:1:10", "there is no built-in pack and no file “gone.yaml”"),
    ("grammar: ml-enginer", ".hone.yaml:1:10", "did you mean “ml-engineer”?"),
    ("grammar: [ml-engineer, a.md]", "a.md:", "must be a map"),
    ("slots: '{name}'", ".hone.yaml:1:8", "signs must stand before"),
  ])
  func whatIsWrongIsSaidWithItsPlace(_ text: String, _ place: String, _ words: String) throws {
    for arguments in [["rewrite", "a.md"], [], ["suggest", "a.md"], ["rules"], ["config"]] {
      try TemporaryFolder.with(["a.md": file, ".hone.yaml": text]) { folder in
        let run = try HoneTool.run(arguments, input: Array("- Built it\n".utf8), in: folder)
        #expect(run.status == 2 && run.bytes.isEmpty, "\(arguments)")
        #expect(run.errors.contains("hone: \(place)") && run.errors.contains(words), "\(run.errors)")
      }
    }
  }

  @Test func whatIsWrongWithTextAndNamesIsSaidAtOnce() throws {
    let text = "tense: now\nrules: {a.b: off}\nnothing: 1\nformats: {x: {}}\n"
    let run = try HoneTool.run("suggest", "a.md", files: ["a.md": file, ".hone.yaml": text])
    #expect(run.complaints.count == 4 && run.status == 2, "\(run.errors)")
  }

  @Test func aWrongConfigurationStopsItsOwnFilesAloneAndIsSaidOnce() throws {
    let files = [
      "a/.hone.yaml": "tense: now\n", "a/1.md": file, "a/2.md": file,
      "b.md": "- Responsible for training rankers\n",
    ]
    try TemporaryFolder.with(files) { folder in
      let run = try HoneTool.run(["rewrite", "--quiet", "a/1.md", "b.md", "a/2.md"], in: folder)
      #expect(run.status == 2 && run.output == "- Trained rankers\n")
      #expect(run.complaints.count == 2 && run.complaints[0].contains("a/.hone.yaml:1:8"), "\(run.errors)")
      #expect(run.complaints[1].contains("said above"))
    }
  }

  @Test func aFileThatIsNoTextIsRefused() throws {
    try TemporaryFolder.with([:]) { folder in
      try TemporaryFolder.write([0x72, 0xFF, 0x0A], to: "\(folder)/.hone.yaml")
      let run = try HoneTool.run([], input: Array("- Built it\n".utf8), in: folder)
      #expect(run.status == 2 && run.errors.contains(".hone.yaml: this configuration is not valid UTF-8"))
    }
  }

  @Test func whatIsNoFileIsRefusedAndNotWaitedFor() throws {
    let input = Array("- Successfully built it\n".utf8)
    try TemporaryFolder.with([:]) { folder in
      try #require(try HoneTool.shell("mkfifo .hone.yaml", in: folder).status == 0)
      let pipe = try HoneTool.run(["--safe"], input: input, in: folder)
      #expect(pipe.status == 2 && pipe.errors.contains(".hone.yaml: this is a pipe and no file"))
      #expect(try HoneTool.run(["rewrite", "--no-config", "--safe"], input: input, in: folder).status == 0)
    }
    try TemporaryFolder.with([:]) { folder in
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/.hone.yaml", withDestinationPath: "gone.yaml")
      let link = try HoneTool.run(["--safe"], input: input, in: folder)
      #expect(link.status == 2 && link.bytes.isEmpty)
      #expect(
        link.errors.contains(".hone.yaml: this is a link to a file that is not there"), "\(link.errors)")
    }
  }

  @Test func aPipeThatIsNamedIsRead() throws {
    try TemporaryFolder.with([:]) { folder in
      let run = try HoneTool.shell(
        "echo '- Was responsible for training 4 rankers' | $HONE rewrite --safe --quiet --config <(echo 'tense: present')",
        in: folder, by: "/bin/bash")
      #expect(run.status == 0 && run.output == "- Trained 4 rankers\n", "\(run.errors)")
    }
  }

  @Test func aSecondDocumentIsSaidToBeOne() throws {
    let run = try HoneTool.run("--safe", files: [".hone.yaml": "limit: 1\n---\nlimit: 2\n"])
    #expect(run.errors.hasPrefix("hone: .hone.yaml:2:1: a second document begins here"), "\(run.errors)")
  }

  // MARK: - Config and init

  @Test func configQuotesWhatYAMLWouldReadAsSomethingElse() throws {
    let words = ["null", "yes", "010", "No", "true", "1e3", "~", "2020-01-01", "- a", "a\u{7}b", "é"]
    let list = words.map { "\"\($0.replacing("\u{7}", with: "\\u0007"))\"" }.joined(separator: ", ")
    try TemporaryFolder.with([".hone.yaml": "words: {allow: [\(list)]}\nlimit: 2\n"]) { folder in
      let run = try HoneTool.run(["config"], in: folder)
      let line = try #require(run.lines.first { $0.hasPrefix("  allow:") })
      #expect(
        line.contains(
          "['null', 'yes', '010', 'No', 'true', '1e3', '~', '2020-01-01', '- a', \"a\\u0007b\", 'é']"),
        "\(line)")
      #expect(run.lines.contains { $0.hasPrefix("limit: 2 ") })
    }
  }

  @Test func configNamesPacksFromTheCurrentFolder() throws {
    let files = ["cv/.hone.yaml": "grammar: house.yaml\n", "cv/house.yaml": house]
    try TemporaryFolder.with(files) { folder in
      let run = try HoneTool.run(["config", "cv/a.tex"], in: folder)
      #expect(run.lines.contains { $0.hasPrefix("grammar: cv/house.yaml ") }, "\(run.output)")
      try TemporaryFolder.write(run.bytes, to: "\(folder)/.hone.yaml")
      #expect(try HoneTool.run(["rules"], in: folder).output.contains("house.guru "))
    }
  }

  @Test func configPrintsWhatIsInForceAndFromWhere() throws {
    let text = "rules: {filler: off}\nwords: {allow: [\"it's\"]}\nslots: '<<{name}>>'\nlimit: 1\n"
    try TemporaryFolder.with(["cv/.hone.yaml": text]) { folder in
      let run = try HoneTool.run(["config", "cv/a.tex"], in: folder)
      #expect(run.status == 0 && run.lines[0] == "# cv/a.tex: cv/.hone.yaml")
      for (line, origin) in [
        ("grammar: ml-engineer", "default"), ("  filler: off", "cv/.hone.yaml:1:9"),
        ("  allow: ['it''s']", "cv/.hone.yaml:2:17"), ("  files: '<<{name}>>'", "cv/.hone.yaml:3:8"),
        ("limit: 1", "cv/.hone.yaml:4:8"), ("level: question", "default"), ("tense: past", "default"),
      ] {
        #expect(
          run.lines.contains { $0.hasPrefix(line + " ") && $0.hasSuffix("# \(origin)") },
          "\(line): \(run.output)")
      }
      #expect(try HoneTool.run(["config"], in: folder).lines[0] == "# standard input: no configuration")
    }
  }

  /// What it prints could be the configuration itself.
  @Test func whatConfigPrintsLoadsAsTheSame() throws {
    let text = """
      grammar: [ml-engineer]
      rules: {filler: off, weak.duty: {level: info}}
      words: {allow: ["it's", C++, '#1'], add: {tool: [Frobnicator, 'yes: no']}, drop: {tool: [Excel]}}
      formats: {latex: {blocks: {-b: [deed]}}, sections: {kinds: {skills: ["my, tools"]}}}
      slots: {text: '<<{name}>>', files: 'TODO({name})'}
      tense: present
      questions: none
      fail-on: info
      """
    func values(_ output: String) -> [String] {
      output.split(separator: "\n").dropFirst().map { line in
        String(line.split(separator: "  # ")[0]).trimmingCharacters(in: .whitespaces)
      }
    }
    try TemporaryFolder.with([".hone.yaml": text]) { folder in
      let first = try HoneTool.run(["config"], in: folder)
      #expect(first.status == 0, "\(first.errors)")
      try TemporaryFolder.write(first.bytes, to: "\(folder)/.hone.yaml")
      let again = try HoneTool.run(["config"], in: folder)
      #expect(
        again.status == 0 && values(again.output) == values(first.output), "\(again.errors)\(again.output)")
    }
  }

  @Test func initWritesAFileThatChangesNothingAndOverwritesNone() throws {
    try TemporaryFolder.with([:]) { folder in
      let run = try HoneTool.run(["init"], in: folder)
      #expect(run.status == 0 && run.bytes.isEmpty && run.errors.contains(".hone.yaml is written"))
      #expect(try HoneTool.run(["config"], in: folder).lines[0] == "# standard input: .hone.yaml")
      let bullets = Array("- Responsible for training rankers\n".utf8)
      #expect(try HoneTool.run(["--safe"], input: bullets, in: folder).output == "- Trained rankers\n")
      try TemporaryFolder.write(Array("tense: present\n".utf8), to: "\(folder)/.hone.yaml")
      let again = try HoneTool.run(["init"], in: folder)
      #expect(again.status == 2 && again.errors.contains("this is there already"))
      #expect(try HoneTool.run(["--safe"], input: bullets, in: folder).output == "- Train rankers\n")
    }
  }
}
