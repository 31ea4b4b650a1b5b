import HoneTestSupport
import Testing

@Suite struct GrammarCommandTests {
  @Test func theBuiltInGrammarsPassTheirOwnCheck() throws {
    let run = try Binary.run(["grammar", "check"])
    #expect(
      run.status == 0 && run.lines.count == 2
        && run.lines.allSatisfy { $0.hasSuffix("all as they should be") })
  }

  @Test func aNewPackPassesTheCheckAndRuns() throws {
    try TemporaryFolder.with { folder in
      #expect(try Binary.run(["grammar", "new", "mine.yaml"], in: folder).status == 0)
      #expect(try Binary.run(["grammar", "check", "mine.yaml"], in: folder).status == 0)
      let input = Array("- Rewrote onboarding, moving the needle on retention\n".utf8)
      #expect(
        try Binary.run(["suggest", "--grammar", "mine.yaml"], in: folder, input: input).text.contains(
          "my.needle"))
      let again = try Binary.run(["grammar", "new", "mine.yaml"], in: folder)
      #expect(
        again.status == 2 && again.complaints == ["hone: mine.yaml: this is there already; name a new file"])
    }
  }

  @Test func aRuleCanBeSwitchedOffInAFileOfItsOwn() throws {
    let pack = "name: mine\nextends: ml-engineer\nrules: {filler.adverb: off}\n"
    try TemporaryFolder.with(["mine.yaml": pack]) { folder in
      let input = Array("- Successfully cut cost by 20%\n".utf8)
      #expect(try Binary.run(["rewrite"], in: folder, input: input).text == "- Cut cost by 20%\n")
      let run = try Binary.run(["rewrite", "--grammar", "mine.yaml"], in: folder, input: input)
      #expect(run.text == "- Successfully cut cost by 20%\n" && run.err.isEmpty)
    }
  }

  @Test func rulesAreListedAndExplained() throws {
    let rules = try Binary.run(["rules"])
    #expect(rules.lines.count > 40 && rules.text.contains("ml.vague-model"))
    let rule = try Binary.run(["explain", "ml.vague-model"])
    #expect(
      rule.text.contains("guide, tip 4") && rule.text.contains("[[") && rule.text.contains("Left alone:"))
    let typo = try Binary.run(["explain", "ml.vague-modle"])
    #expect(typo.status == 2)
    #expect(typo.complaints == ["hone: there is no rule “ml.vague-modle”; did you mean “ml.vague-model”?"])
  }

  @Test func aBulletIsTakenApart() throws {
    let run = try Binary.run(["explain", "--bullet", "Worked on ML models"])
    for heading in ["Parts", "Facts", "Rules that fired", "Rules excused", "Rewrites", "Candidates dropped"] {
      #expect(run.lines.contains(heading))
    }
    #expect(run.text.contains("weak.vague-act") && run.status == 0)
  }

  @Test func versionNamesTheGrammarsAndHelpShowsExamples() throws {
    let version = try Binary.run(["--version"])
    #expect(
      version.text.hasPrefix("hone ") && version.text.contains("ml-engineer@")
        && version.text.contains("resume@"))
    #expect(!version.text.contains("@?"))
    for arguments in [
      ["--help"], ["suggest", "--help"], ["rewrite", "--help"], ["explain", "--help"],
      ["grammar", "new", "--help"],
    ] {
      let help = try Binary.run(arguments)
      #expect(help.status == 0 && help.text.contains("EXAMPLES"))
    }
  }
}
