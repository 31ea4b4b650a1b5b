import Foundation
import HoneTestSupport
import Testing

/// `suggest --baseline`: only what is new is told, and fails.
@Suite struct BaselineOptionTests {
  private let files = [
    "cv/a.md": "## Work\n\n- Successfully cut p99 to 38 ms\n- Responsible for training 4 rankers\n",
    "b.txt": "- Successfully cut p99 to 38 ms\n",
  ]

  private func write(_ text: String, to path: String) throws {
    try TemporaryFolder.write(Array(text.utf8), to: path)
  }

  private func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  private func suggest(_ arguments: String..., in folder: String) throws -> HoneTool.Run {
    try HoneTool.run(["suggest"] + arguments, in: folder)
  }

  @Test(arguments: ["text", "tsv", "jsonl", "github", "sarif"])
  func whatIsAcceptedIsNotTold(_ format: String) throws {
    try TemporaryFolder.with(files) { folder in
      let made = try suggest("--write-baseline", "base.yaml", "cv/a.md", "b.txt", in: folder)
      #expect(made.status == 0 && made.output == "", "\(made.errors)")
      #expect(made.errors.hasPrefix("hone: base.yaml: ") && made.errors.hasSuffix(" findings accepted\n"))
      let same = try suggest("--baseline", "base.yaml", "--format", format, "cv/a.md", "b.txt", in: folder)
      #expect(same.status == 0 && same.errors == "", "\(same.errors)")
      #expect(
        format == "sarif" ? same.output.contains("\"results\":[]") : same.output == "", "\(same.output)")

      // It moves, and stays accepted; a new one is told.
      let moved =
        "## Work\n\n- Led 4 engineers\n- Successfully ran Redis in 4 services\n- Responsible for training 4 rankers.\n"
      try write(moved, to: "\(folder)/cv/a.md")
      let new = try suggest(
        "--baseline", "base.yaml", "--format", format, "--questions", "none", "cv/a.md", "b.txt", in: folder)
      #expect(new.status == 1)
      #expect(new.output.contains("Redis"), "\(new.output)")
      #expect(
        !new.output.contains("Responsible") && !new.output.contains("Trained 4 rankers"), "\(new.output)")
      #expect(new.errors.contains("found no more, such as filler.adverb in cv/a.md"), "\(new.errors)")
    }
  }

  @Test func anotherOfTheSameIsNew() throws {
    try TemporaryFolder.with(files) { folder in
      _ = try suggest("--write-baseline", "base.yaml", "b.txt", in: folder)
      try write(files["b.txt", default: ""] + files["b.txt", default: ""], to: "\(folder)/b.txt")
      let run = try suggest(
        "--baseline", "base.yaml", "--format", "tsv", "--questions", "none", "b.txt", in: folder)
      #expect(run.lines.map { $0.split(separator: "\t")[1] } == ["2"], "\(run.output)")
    }
  }

  @Test func whatIsNotAcceptedIsToldAsItWouldBeWithoutABaseline() throws {
    let weak = "- Trained machine learning models.\n- Deployed various ranking models\n"
    try TemporaryFolder.with(files.merging(["weak.txt": weak]) { $1 }) { folder in
      _ = try suggest("--write-baseline", "base.yaml", "b.txt", in: folder)
      for limit in ["0", "1", "3"] {
        let held = try suggest(
          "--baseline", "base.yaml", "--limit", limit, "--format", "jsonl", "weak.txt", in: folder)
        let free = try suggest("--limit", limit, "--format", "jsonl", "weak.txt", in: folder)
        #expect(held.output == free.output && held.status == free.status)
      }
    }
  }

  @Test func aFileThatIsNamedTwiceIsReadOnce() throws {
    try TemporaryFolder.with(files) { folder in
      _ = try suggest("--write-baseline", "base.yaml", "b.txt", "./b.txt", in: folder)
      #expect(try !text("\(folder)/base.yaml").contains(": 2"))
      let run = try suggest("--baseline", "base.yaml", "b.txt", "./b.txt", in: folder)
      #expect(run.status == 0 && run.output == "" && run.errors == "", "\(run.output)")
    }
  }

  @Test func whatWasNotReadIsNotSaidToBeGone() throws {
    try TemporaryFolder.with(files) { folder in
      _ = try suggest("--write-baseline", "base.yaml", "cv/a.md", "b.txt", in: folder)
      let one = try suggest("--baseline", "base.yaml", "b.txt", in: folder)
      #expect(one.status == 0 && one.errors == "", "\(one.errors)")
      let other = try suggest("--baseline", "base.yaml", "--rule", "weak.duty", "cv/a.md", in: folder)
      #expect(other.status == 0 && other.errors == "", "\(other.errors)")
      let level = try suggest("--baseline", "base.yaml", "--level", "error", "cv/a.md", "b.txt", in: folder)
      #expect(level.status == 0 && level.errors == "", "\(level.errors)")
    }
  }

  @Test func pathsAreThoseOfTheBaselinesFolder() throws {
    try TemporaryFolder.with(files.merging(["base/.keep": ""]) { $1 }) { folder in
      _ = try suggest("--write-baseline", "base/b.yaml", "cv/a.md", "\(folder)/b.txt", in: folder)
      let text = try text("\(folder)/base/b.yaml")
      #expect(
        text.contains("  - file: \"../b.txt\"\n") && text.contains("  - file: \"../cv/a.md\"\n"), "\(text)")
      let run = try HoneTool.run(
        ["suggest", "--baseline", "../base/b.yaml", "a.md", "./../b.txt"], in: folder + "/cv")
      #expect(run.status == 0 && run.output == "" && run.errors == "", "\(run.output)\(run.errors)")
    }
  }

  @Test func whatWasNotLookedAtStaysAndWhatIsGoneGoes() throws {
    try TemporaryFolder.with(files) { folder in
      _ = try suggest("--write-baseline", "base.yaml", "cv/a.md", "b.txt", in: folder)
      let old = try text("\(folder)/base.yaml")
      // Of one rule of one file nothing is left: all else stays.
      try write("## Work\n\n- Responsible for training 4 rankers\n", to: "\(folder)/cv/a.md")
      _ = try suggest("--write-baseline", "base.yaml", "--rule", "filler.adverb", "cv/a.md", in: folder)
      let new = try text("\(folder)/base.yaml")
      #expect(new != old && new.contains("b.txt") && new.contains("weak.duty"), "\(new)")
      #expect(new.components(separatedBy: "filler.adverb").count == 2, "\(new)")
    }
  }

  @Test func whatAFileAcceptsThatIsNotThereNowStays() throws {
    try TemporaryFolder.with(files) { folder in
      _ = try suggest("--write-baseline", "base.yaml", "cv/a.md", "b.txt", in: folder)
      let old = try text("\(folder)/base.yaml")
      try FileManager.default.removeItem(atPath: "\(folder)/b.txt")
      for rule in [[], ["--rule", "filler.adverb"], ["--rule", "weak.duty"]] {
        let run = try HoneTool.run(
          ["suggest", "--write-baseline", "base.yaml", "cv/a.md"] + rule, in: folder)
        #expect(try run.status == 0 && text("\(folder)/base.yaml") == old, "\(run.errors)")
      }
      let held = try suggest("--baseline", "base.yaml", "cv/a.md", in: folder)
      #expect(held.status == 0 && held.errors == "", "\(held.errors)")
    }
  }

  @Test func whatStandsBelowTheLevelStaysAcceptedAndIsNotAcceptedAnew() throws {
    try TemporaryFolder.with(["b.txt": "- Successfully led the search team\n"]) { folder in
      _ = try suggest("--write-baseline", "base.yaml", "--level", "warning", "b.txt", in: folder)
      let high = try text("\(folder)/base.yaml")
      #expect(high.contains("filler.adverb") && !high.contains("metric.missing"), "\(high)")
      _ = try suggest("--write-baseline", "base.yaml", "b.txt", in: folder)
      let all = try text("\(folder)/base.yaml")
      #expect(all.contains("metric.missing: 1"), "\(all)")
      _ = try suggest("--write-baseline", "base.yaml", "--level", "warning", "b.txt", in: folder)
      #expect(try text("\(folder)/base.yaml") == all)
      try write("- Cut p99 of search to 38 ms\n", to: "\(folder)/b.txt")
      _ = try suggest("--write-baseline", "base.yaml", "--level", "warning", "b.txt", in: folder)
      #expect(try text("\(folder)/base.yaml").contains("accepted: []"))
    }
  }

  @Test func theSameFindingsGiveTheSameBytes() throws {
    try TemporaryFolder.with(files) { folder in
      _ = try suggest("--write-baseline", "one.yaml", "cv/a.md", "b.txt", in: folder)
      _ = try suggest("--write-baseline", "two.yaml", "b.txt", "cv/a.md", in: folder)
      #expect(try text("\(folder)/one.yaml") == text("\(folder)/two.yaml"))
    }
  }

  @Test func whatCannotBeReadLeavesTheBaselineAlone() throws {
    try TemporaryFolder.with(files) { folder in
      try write("version: 1\naccepted: []\n", to: "\(folder)/base.yaml")
      let run = try suggest("--write-baseline", "base.yaml", "b.txt", "no.txt", in: folder)
      #expect(run.status == 2 && run.errors.contains("the baseline stays as it was"), "\(run.errors)")
      #expect(try text("\(folder)/base.yaml") == "version: 1\naccepted: []\n")
    }
  }

  @Test(arguments: [
    (["--baseline", "no.yaml"], "no.yaml: there is no such baseline"),
    (["--baseline", "bad.yaml"], "bad.yaml:1:1: unknown key “versions”; did you mean “version”?"),
    (["--write-baseline", "bad.yaml"], "bad.yaml:1:1: unknown key"),
    (["--write-baseline", "/dev/full"], "/dev/full: this is no file"),
    (["--write-baseline", "."], ".: this is no file"),
    (["--write-baseline", "no/base.yaml"], "nothing can be written into its folder"),
    (["--baseline", "x", "--write-baseline", "x"], "exclude each other"),
    (["--write-baseline", "-"], "--write-baseline takes the name of a file"),
    (["--baseline", "-"], "--baseline takes the name of a file"),
  ])
  func whatIsWrongIsSaidOnce(_ arguments: [String], _ words: String) throws {
    let files = files.merging(["bad.yaml": "versions: 1\nversion: 1\naccepted: []\n"]) { $1 }
    try TemporaryFolder.with(files) { folder in
      let run = try HoneTool.run(["suggest", "b.txt"] + arguments, in: folder)
      #expect(run.status == 2 && run.errors.contains(words) && run.output == "", "\(run.errors)")
      #expect(run.complaints.count == 1, "\(run.errors)")
      #expect(try text("\(folder)/bad.yaml").hasPrefix("versions"))
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/-"))
    }
  }

  @Test func standardInputCanBeHeldAgainstItToo() throws {
    try TemporaryFolder.with { folder in
      let input = Array("- Successfully cut p99 to 38 ms\n".utf8)
      _ = try HoneTool.run(["suggest", "--write-baseline", "base.yaml"], input: input, in: folder)
      let run = try HoneTool.run(["suggest", "--baseline", "base.yaml"], input: input, in: folder)
      #expect(run.status == 0 && run.output == "" && run.errors == "", "\(run.errors)")
    }
  }
}
