import Foundation
import HoneTestSupport
import Testing

/// `hone suggest`: what is weak, for people and for scripts.
@Suite struct SuggestTests {
  private let weak = "- Trained machine learning models.\n"
  private let strong = Corpus.strong.map { "- \($0.text)\n" }.joined()

  @Test func strongBulletsAreMetWithSilence() throws {
    for format in ["text", "tsv", "jsonl"] {
      let run = try HoneTool.run("suggest", "--format", format, input: strong)
      #expect(run.output == "" && run.errors == "" && run.status == 0, "\(format)")
    }
  }

  @Test func theTextSaysPlaceFindingRuleAndRewrites() throws {
    let run = try HoneTool.run("suggest", "a.txt", files: ["a.txt": "HEAD\n\n" + weak])
    #expect(run.status == 1)
    #expect(
      run.output.hasPrefix("a.txt:3:3 (HEAD)\n  Trained machine learning models.\n")
        || run.output.hasPrefix("a.txt:3:3\n  Trained machine learning models.\n"), "\(run.output)")
    #expect(
      run.output.contains("warning") && run.output.contains("[ml.vague-model]")
        && run.output.contains("[metric]"))
    #expect(run.output.split(separator: "\n").count { $0.hasPrefix("  full") } == 3)
    #expect(!run.output.contains("\u{1B}"))
  }

  @Test func aRowOfTSVIsAFinding() throws {
    let text =
      "\u{FEFF}- Trained machine learning models.\r\n- naïve: Responsible for\r\n  training rankers\r\n"
    let run = try HoneTool.run("suggest", "--format", "tsv", "a b.txt", files: ["a b.txt": text])
    let rows = run.output.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(rows.count >= 3)
    for row in rows {
      #expect(row.count == 6)
      #expect(row[0] == "a b.txt" && ["2", "1"].contains(row[1]))
      #expect(row[2].contains(".") && ["warning", "question"].contains(row[3]) && !row[5].isEmpty)
    }
    let vague = try #require(rows.first { $0[2] == "ml.vague-model" })
    let bounds = vague[4].split(separator: "-").compactMap { Int($0) }
    #expect(
      String(decoding: Array(text.utf8)[bounds[0]..<bounds[1]], as: UTF8.self) == "machine learning models")
    #expect(vague[5].contains("[metric]"))
  }

  @Test func tabsInsideAFieldAreEscaped() throws {
    let run = try HoneTool.run(
      "suggest", "--format", "tsv", input: "- Responsible for training\trankers on\t4 GPUs\n")
    #expect(run.status == 1)
    for line in run.lines {
      #expect(line.split(separator: "\t", omittingEmptySubsequences: false).count == 6)
    }
    #expect(run.output.contains("\\t"))
  }

  @Test func limitSaysHowManyRewrites() throws {
    for (limit, count) in [("0", 0), ("1", 1), ("2", 2)] {
      let run = try HoneTool.run("suggest", "--limit", limit, input: weak)
      #expect(run.lines.count { $0.hasPrefix("  full") } == count)
      #expect(run.status == 1)
    }
    #expect(
      try HoneTool.run("suggest", "--format", "jsonl", "--limit", "0", input: weak).output.contains(
        "\"rewrites\":[]"))
  }

  @Test func levelSaysFromWhereOn() throws {
    let bullet = "- Improved accuracy by 20%\n"
    #expect(
      try HoneTool.run("suggest", "--format", "tsv", input: bullet).output.contains("\tinfo\t") == false)
    #expect(
      try HoneTool.run("suggest", "--format", "tsv", "--level", "info", input: bullet).output.contains(
        "\tinfo\t"))
    let warnings = try HoneTool.run("suggest", "--format", "tsv", "--level", "warning", input: weak)
    #expect(warnings.output.contains("\twarning\t") && !warnings.output.contains("\tquestion\t"))
    #expect(try HoneTool.run("suggest", "--level", "error", input: weak).output == "")
  }

  @Test func questionsAreOneForPeopleAndAllForScripts() throws {
    func questions(_ arguments: String...) throws -> Int {
      let run = try TemporaryFolder.with {
        try HoneTool.run(["suggest"] + arguments, input: Array(weak.utf8), in: $0)
      }
      return run.lines.count { $0.hasPrefix("  question ") || $0.contains("\tquestion\t") }
    }
    #expect(try questions() == 1)
    let all = try questions("--questions", "all")
    #expect(all == 2)
    #expect(try questions("--questions", "none") == 0)
    #expect(try questions("--format", "tsv") == 2)
    #expect(try questions("--format", "tsv", "--questions", "one") == 1)
  }

  @Test(arguments: [
    (["--fail-on", "error"], 0), (["--fail-on", "warning"], 1), (["--fail-on", "question"], 1), ([], 1),
    (["--exit-zero"], 0),
    (["--level", "error"], 1), (["--limit", "0"], 1),
  ])
  func theStatusSaysWhetherAFindingFails(_ arguments: [String], _ status: Int) throws {
    let run = try TemporaryFolder.with {
      try HoneTool.run(["suggest"] + arguments, input: Array(weak.utf8), in: $0)
    }
    #expect(Int(run.status) == status)
  }

  @Test func questionsAloneFailOnlyWhereAsked() throws {
    let bullet = "- Redesigned candidate retrieval with HNSW\n"
    #expect(try HoneTool.run("suggest", input: bullet).output.contains("question"))
    #expect(try HoneTool.run("suggest", input: bullet).status == 0)
    #expect(try HoneTool.run("suggest", "--fail-on", "question", input: bullet).status == 1)
  }

  @Test func troubleWinsOverFindingsAndExitZeroDoesNotHideIt() throws {
    for arguments in [["nowhere.txt", "a.txt"], ["--exit-zero", "nowhere.txt", "a.txt"]] {
      try TemporaryFolder.with(["a.txt": weak]) { folder in
        let run = try HoneTool.run(["suggest"] + arguments, in: folder)
        #expect(run.status == 2)
        #expect(run.output.contains("ml.vague-model"))
      }
    }
  }

  @Test func allShowsStrongBulletsToo() throws {
    let run = try HoneTool.run("suggest", "--format", "jsonl", "--all", input: strong)
    #expect(run.lines.count == Corpus.strong.count)
    #expect(run.status == 0)
  }

  @Test(arguments: [
    ["--level", "error"], ["--fail-on", "question", "--questions", "none", "--level", "question"],
  ])
  func aRunThatFailsOnWhatIsNotToldSaysSo(_ arguments: [String]) throws {
    let bullet = "- Redesigned candidate retrieval with HNSW\n- Successfully cut p99 to 9 ms\n"
    let run = try TemporaryFolder.with {
      try HoneTool.run(["suggest"] + arguments, input: Array(bullet.utf8), in: $0)
    }
    let isSilent = run.output == ""
    #expect(run.status == 1)
    #expect(
      run.errors.contains("none of them told; see --level and --questions") == isSilent, "\(run.errors)")
  }

  @Test func ofARuleThatIsAskedForOnlyWhatMendsItIsShown() throws {
    let bullet = "- Successfully deployed various machine learning models\n"
    for rule in ["filler.adverb", "filler.various", "ml.vague-model"] {
      let run = try HoneTool.run("suggest", "--rule", rule, input: bullet)
      let rewrites = run.lines.filter { $0.hasPrefix("  safe") || $0.hasPrefix("  full") }
      #expect(!rewrites.isEmpty, "\(run.output)")
      let word = ["filler.adverb": "uccessfully", "filler.various": "various"][rule] ?? "machine"
      for rewrite in rewrites { #expect(!rewrite.contains(word), "\(rule): \(rewrite)") }
    }
  }

  @Test func allIsForFormatsThatCanTellIt() throws {
    for format in ["tsv", "sarif", "github"] {
      let run = try HoneTool.run("suggest", "--all", "--format", format, input: strong)
      #expect(run.status == 2 && run.errors.contains("--all is for text and jsonl"), "\(run.errors)")
    }
  }

  @Test func coloursComeWhereTheyAreWanted() throws {
    func isColoured(_ arguments: [String], _ environment: [String: String] = [:]) throws -> Bool {
      try TemporaryFolder.with { folder in
        try HoneTool.run(
          ["suggest"] + arguments, input: Array(weak.utf8), in: folder, environment: environment)
      }.output.contains("\u{1B}[")
    }
    #expect(try !isColoured([]))
    #expect(try isColoured(["--color", "always"]))
    #expect(try isColoured(["--color", "always"], ["NO_COLOR": "1"]))
    #expect(try !isColoured(["--color", "never"], ["CLICOLOR_FORCE": "1"]))
    #expect(try isColoured([], ["CLICOLOR_FORCE": "1"]))
    #expect(try !isColoured([], ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"]))
    #expect(try !isColoured(["--color", "always", "--format", "jsonl"]))
  }
}
