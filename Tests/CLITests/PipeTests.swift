import HoneTestSupport
import Testing

@Suite struct PipeTests {
  @Test func theGuidesWeakLineGetsAStrongShapeWithSlotsAndNoFigure() throws {
    let run = try Binary.run(text: "- \(Guide.weak)\n")
    #expect(run.status == 0)
    #expect(run.text.hasPrefix("- ") && run.text.contains("[metric]") && run.text.contains("[architecture]"))
    #expect(!run.text.contains { $0.isNumber })
  }

  @Test(arguments: [[], ["--safe"], ["--full"]])
  func theGuidesStrongLineComesBackByteForByte(_ arguments: [String]) throws {
    let run = try Binary.run(arguments, text: "- \(Guide.strong)\n")
    #expect(run.text == "- \(Guide.strong)\n")
    #expect(run.status == 0)
  }

  @Test func safeOpensNoSlot() throws {
    let run = try Binary.run(
      ["--safe"], text: "- Responsible for training a ranker for search\n- \(Guide.weak)\n")
    #expect(run.text == "- Trained a ranker for search\n- \(Guide.weak)\n")
  }

  @Test func filesAreRewrittenSafelyUnlessFullIsAskedFor() throws {
    try TemporaryFolder.with(["a.txt": "- \(Guide.weak)\n"]) { folder in
      let safe = try Binary.run(["rewrite", "a.txt"], in: folder)
      #expect(safe.text == "- \(Guide.weak)\n")
      let full = try Binary.run(["rewrite", "--full", "a.txt"], in: folder)
      #expect(full.text.contains("[metric]"))
    }
  }

  @Test func headingsBlanksMarkersAndLineEndsAreKept() throws {
    let input =
      "EXPERIENCE\r\n\r\nJan 2019 – Present\r\n\t• I trained a BERT ranker on 2M rows, +4% CTR\r\n  2) Cut cost by 20%"
    let run = try Binary.run(["--safe"], text: input)
    #expect(run.text == input.replacing("I trained", with: "Trained"))
  }

  @Test func aWrappedBulletIsWrappedAgainToItsWidth() throws {
    let run = try Binary.run(
      ["--safe"],
      text:
        "- Responsible for training a BERT ranker on 2M rows\n  of clicks, raising CTR by 4% in all\n  markets\n"
    )
    #expect(run.text == "- Trained a BERT ranker on 2M rows of clicks,\n  raising CTR by 4% in all markets\n")
  }

  @Test func aLineIsAnsweredBeforeTheNextOneIsSent() throws {
    try TemporaryFolder.with { folder in
      let script = """
        coproc H { hone --safe --from lines; }
        echo 'I trained a ranker' >&"${H[1]}"
        IFS= read -r -t 20 answer <&"${H[0]}" && echo "$answer"
        """
      let run = try Binary.shell(script, in: folder)
      #expect(run.text == "Trained a ranker\n")
    }
  }

  @Test func checkSaysByItsStatusWhetherBytesWouldChange() throws {
    try TemporaryFolder.with(["weak.txt": "- I trained a ranker\n", "good.txt": "- Cut cost by 20%\n"]) {
      folder in
      let weak = try Binary.run(["rewrite", "--check", "weak.txt"], in: folder)
      #expect(weak.status == 1 && weak.out.isEmpty)
      #expect(try Binary.run(["rewrite", "--check", "--exit-zero", "weak.txt"], in: folder).status == 0)
      #expect(try Binary.run(["rewrite", "--check", "good.txt"], in: folder).status == 0)
    }
  }
}
