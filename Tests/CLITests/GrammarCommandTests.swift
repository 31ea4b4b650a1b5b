import Foundation
import HoneTestSupport
import Testing

/// Packs of one's own, from the command line.
@Suite struct GrammarCommandTests {
  private let zebra = """
    extends: ml-engineer
    rules:
      - {id: my.zebra, kind: filler, level: warning, match: 'zebra', message: no zebras, why: w, source: s,
         examples: [{flag: 'a [[zebra]]'}, {pass: 'a lion'}]}
    """

  @Test func theBuiltInPacksAreAsTheyShouldBe() throws {
    let run = try HoneTool.run("grammar", "check")
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(run.lines.count == 2)
  }

  @Test func aNewPackLoadsAndIsNotWrittenOver() throws {
    try TemporaryFolder.with { folder in
      #expect(try HoneTool.run(["grammar", "new", "mine.yaml"], in: folder).status == 0)
      let check = try HoneTool.run(["grammar", "check", "mine.yaml"], in: folder)
      #expect(check.status == 0 && check.errors == "", "\(check.errors)")
      let text = try String(contentsOfFile: "\(folder)/mine.yaml", encoding: .utf8)
      let again = try HoneTool.run(["grammar", "new", "mine.yaml"], in: folder)
      #expect(again.status == 2 && again.complaints.count == 1)
      #expect(try String(contentsOfFile: "\(folder)/mine.yaml", encoding: .utf8) == text)
      #expect(
        try HoneTool.run(["suggest", "--grammar", "mine.yaml"], input: Array("- Led 4\n".utf8), in: folder)
          .status == 0)
    }
  }

  @Test func aRuleOfOnesOwnFinds() throws {
    let run = try HoneTool.run(
      "suggest", "--format", "tsv", "--grammar", "z.yaml", input: "- Led a zebra of 4\n",
      files: ["z.yaml": zebra])
    #expect(run.output.contains("my.zebra"))
    #expect(run.status == 1)
    let rules = try HoneTool.run("rules", "--grammar", "z.yaml", files: ["z.yaml": zebra])
    #expect(rules.output.contains("my.zebra") && rules.output.contains("ml.vague-model"))
  }

  @Test(arguments: [
    ("rulez: []", "bad.yaml:1:1", "did you mean “rules”?"), ("rules: [", "bad.yaml:2:1", "no YAML"),
    ("extends: nobody", "bad.yaml:1:10", "no pack “nobody”"),
  ])
  func aBadPackIsRefusedWithItsPlace(_ yaml: String, _ place: String, _ words: String) throws {
    for command in [
      ["grammar", "check", "bad.yaml"], ["suggest", "--grammar", "bad.yaml"], ["--grammar", "bad.yaml"],
    ] {
      let run = try TemporaryFolder.with(["bad.yaml": yaml]) {
        try HoneTool.run(command, input: Array("- x\n".utf8), in: $0)
      }
      #expect(run.status == 2, "\(command)")
      #expect(run.bytes.isEmpty)
      #expect(run.errors.contains(place) && run.errors.contains(words), "\(run.errors)")
    }
  }

  @Test func aPackWhoseExamplesFailDoesNotLoad() throws {
    let yaml = zebra.replacing("[[zebra]]", with: "[[horse]]")
    let run = try HoneTool.run(
      "suggest", "--grammar", "z.yaml", input: "- Led a zebra\n", files: ["z.yaml": yaml])
    #expect(run.status == 2)
    #expect(run.bytes.isEmpty)
    #expect(run.errors.contains("z.yaml:4:") && run.errors.contains("my.zebra"), "\(run.errors)")
  }

  @Test func aMissingPackIsSaid() throws {
    let run = try HoneTool.run("suggest", "--grammar", "nowhere.yaml", input: "- x\n")
    #expect(run.status == 2)
    #expect(run.complaints.count == 1 && run.errors.contains("nowhere.yaml"))
  }

  @Test(.timeLimit(.minutes(5)))
  func aCostlyPatternIsNamedAndItsBulletPasses() throws {
    let yaml = """
      rules:
        - {id: my.slow, kind: filler, level: warning, match: '(a+)+$', message: m, why: w, source: s,
           examples: [{flag: '[[aaa]]'}, {pass: 'a lion'}]}
      """
    let long = "- " + String(repeating: "a", count: 40_000) + "!\n"
    for command in [["rewrite"], ["suggest"]] {
      let run = try TemporaryFolder.with(["slow.yaml": yaml]) { folder in
        try HoneTool.run(
          command + ["--grammar", "slow.yaml"], input: Array("- b aaa\n\(long)- c aaa\n".utf8), in: folder)
      }
      #expect(run.status == 2)
      #expect(
        run.complaints.count == 1 && run.errors.contains("my.slow") && run.errors.contains("line 2"),
        "\(run.errors)")
      #expect(run.output.contains("b aaa") && run.output.contains("c aaa"))
      if command == ["rewrite"] { #expect(run.output.contains(long)) }
    }
    let check = try HoneTool.run("grammar", "check", "slow.yaml", files: ["slow.yaml": yaml])
    #expect(check.status == 2 && check.errors.contains("slow on a long line"), "\(check.errors)")
  }

  @Test func aGrammarIsHeldAgainstLabels() throws {
    let labels = """
      {"text": "Helped build the retraining job for 40 models", "kinds": ["weak-verb"]}
      {"text": "Zebra crossing detection, 94% recall", "kinds": []}

      """
    try TemporaryFolder.with(["labels.jsonl": labels, "mine.yaml": zebra]) { folder in
      let run = try HoneTool.run(["grammar", "eval", "--grammar", "mine.yaml", "labels.jsonl"], in: folder)
      #expect(run.status == 0 && run.errors == "")
      #expect(run.lines.contains { $0.hasPrefix("| weak-verb ") && $0.contains("| 1.000 ") })
      #expect(run.lines.contains { $0.hasPrefix("| filler ") && $0.contains("| 0.000 ") })
      let list = try HoneTool.run(
        ["grammar", "eval", "--grammar", "mine.yaml", "--list", "labels.jsonl"], in: folder)
      #expect(list.lines.contains("false alarm\tfiller “Zebra”\tZebra crossing detection, 94% recall"))
    }
  }

  @Test(arguments: [
    ("{\"text\": \"x\"}\n", "line 1 is no labelled bullet"), ("nothing", "line 1"),
    ("\n", "there is no labelled bullet"),
  ])
  func aLabelledFileThatIsNoneIsRefused(_ text: String, _ complaint: String) throws {
    try TemporaryFolder.with(["labels.jsonl": text]) { folder in
      let run = try HoneTool.run(["grammar", "eval", "labels.jsonl"], in: folder)
      #expect(run.status == 2 && run.complaints.count == 1)
      #expect(run.errors.contains("labels.jsonl: \(complaint)"), "\(run.errors)")
      #expect(try HoneTool.run(["grammar", "eval", "missing.jsonl"], in: folder).status == 2)
      try TemporaryFolder.write(
        Array("{\"text\": \"Wrote tests\", \"kinds\": []}\n".utf8), to: "\(folder)/good.jsonl")
      let both = try HoneTool.run(["grammar", "eval", "labels.jsonl", "good.jsonl"], in: folder)
      #expect(both.status == 2 && both.output.contains("1 bullets"), "the other files go on")
    }
  }
}
