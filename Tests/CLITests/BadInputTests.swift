import HoneTestSupport
import Testing

@Suite struct BadInputTests {
  @Test func aLineThatIsNoTextPassesUnchangedAndTheOthersComeOut() throws {
    var input = Array("I trained a ranker\n".utf8)
    input += [0xFF, 0xFE, 0x20, 0x62, 0x0A]
    input += Array("nul \0 here\nI led 3 people\n".utf8)
    let run = try Binary.run(["--safe"], input: input)
    #expect(run.status == 2)
    #expect(run.out.starts(with: Array("Trained a ranker\n".utf8) + [0xFF, 0xFE, 0x20, 0x62, 0x0A]))
    #expect(run.out.suffix(13) == Array("Led 3 people\n".utf8)[...])
    #expect(
      run.complaints == [
        "hone: line 2 is not valid UTF-8; it passes unchanged",
        "hone: line 3 holds a NUL byte; it passes unchanged",
      ])
  }

  @Test func aLineOfTenMegabytesPassesUnchanged() throws {
    let line = [UInt8](repeating: 0x61, count: 10_000_000) + [0x0A]
    let run = try Binary.run(input: line + Array("I led 3 people\n".utf8))
    #expect(run.out.count == line.count + 13)
    #expect(run.out.starts(with: line) && run.status == 2 && run.complaints.count == 1)
  }

  @Test func nothingInIsNothingOut() throws {
    let run = try Binary.run(input: [])
    #expect(run.status == 0 && run.out.isEmpty && run.err.isEmpty)
  }

  @Test(arguments: [
    (["missing.txt"], "hone: missing.txt: there is no such file; check the path"),
    (["."], "hone: .: this is a folder; name the files in it"),
    (
      ["cv.tex"], "hone: cv.tex: hone cannot read .tex files yet; give --from plain to read it as plain lines"
    ),
    (["bad.txt"], "hone: bad.txt:2: this line is not valid UTF-8; nothing of the file was written"),
  ])
  func aFileThatCannotBeReadIsOneLineAndStatusTwo(_ arguments: [String], _ complaint: String) throws {
    try TemporaryFolder.with(["cv.tex": "x"]) { folder in
      try TemporaryFolder.write(Array("ok\n".utf8) + [0xFF, 0x0A], to: "\(folder)/bad.txt")
      let run = try Binary.run(arguments, in: folder)
      #expect(run.status == 2 && run.out.isEmpty && run.complaints == [complaint])
    }
  }

  @Test func aBadFileStopsNoOther() throws {
    try TemporaryFolder.with(["a.txt": "I led 3 people\n"]) { folder in
      let run = try Binary.run(["rewrite", "missing.txt", "a.txt"], in: folder)
      #expect(run.text == "Led 3 people\n" && run.status == 2)
    }
  }

  @Test(arguments: [
    ["--frobnicate"], ["--safe", "--full"], ["suggest", "--format", "xml"], ["explain"], ["--from", "x"],
  ])
  func wrongUsageIsOneLineAndStatusTwo(_ arguments: [String]) throws {
    let run = try Binary.run(arguments, text: "x\n")
    #expect(run.status == 2 && run.out.isEmpty && run.complaints.count == 1)
  }

  @Test func aReaderThatLeavesEndsTheRunInSilence() throws {
    try TemporaryFolder.with { folder in
      let run = try Binary.shell(
        "yes 'I led 3 people' | head -50000 | hone --safe | head -1; echo ${PIPESTATUS[2]}", in: folder)
      #expect(run.text == "Led 3 people\n0\n")
    }
  }

  @Test func aCostlyPatternOfAUserIsReportedAndTheOtherBulletsComeOut() throws {
    let pack = """
      name: costly
      extends: ml-engineer
      rules:
        - id: my.costly
          kind: filler
          level: warning
          match: '(?:a+)+$'
          message: "Too many a's."
          why: To try the limits.
          source: a test
          examples:
            - {flag: 'Did [[aa]]'}
            - {pass: 'Did b'}
      """
    try TemporaryFolder.with(["costly.yaml": pack]) { folder in
      let line = String(repeating: "a", count: 5000) + "!"
      let input = Array("\(line)\nI led 3 people\n".utf8)
      let run = try Binary.run(["rewrite", "--safe", "--grammar", "costly.yaml"], in: folder, input: input)
      #expect(run.text == "\(line)\nLed 3 people\n" && run.status == 2)
      #expect(run.complaints.count == 1 && run.err.contains("my.costly"))
    }
  }

  @Test func aBadGrammarIsToldByPlaceAndNothingRuns() throws {
    try TemporaryFolder.with([
      "bad.yaml": "name: bad\nextends: ml-engineer\nrule: []\nrules:\n  - {id: x, kind: filler}\n"
    ]) { folder in
      let run = try Binary.run(["rewrite", "--grammar", "bad.yaml"], in: folder, input: Array("x\n".utf8))
      #expect(run.status == 2 && run.out.isEmpty && run.complaints.count > 1)
      #expect(run.err.contains("bad.yaml:3:1: unknown key “rule” in a grammar file; did you mean “rules”?"))
    }
  }
}
