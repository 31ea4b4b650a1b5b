import Foundation
import HoneTestSupport
import Testing

@Suite struct SuggestTests {
  @Test func theGuidesStrongLineIsMetWithSilence() throws {
    let run = try Binary.run(["suggest"], text: "- \(Guide.strong)\n")
    #expect(run.status == 0 && run.out.isEmpty && run.err.isEmpty)
  }

  @Test func jsonlHasTheFieldsOfSchemaOneAndBytePlaces() throws {
    let run = try Binary.run(
      ["suggest", "--format", "jsonl"], text: "x:\n- Bjørn: Trained machine learning models.\n")
    #expect(run.status == 1)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(run.out)) as? [String: Any])
    #expect(
      Set(object.keys) == [
        "schema", "file", "bullet", "line", "column", "section", "byteRange", "text", "findings", "facts",
        "rewrites", "grammar",
      ])
    #expect(object["schema"] as? Int == 1 && object["file"] as? String == "-" && object["line"] as? Int == 2)
    #expect(object["column"] as? Int == 3 && object["byteRange"] as? [Int] == [5, 45])
    let findings = try #require(object["findings"] as? [[String: Any]])
    let vague = try #require(findings.first { $0["kind"] as? String == "vague-model" })
    #expect(vague["span"] as? [Int] == [16, 39] && vague["at"] as? [Int] == [21, 44])
    let rewrite = try #require((object["rewrites"] as? [[String: Any]])?.first)
    #expect(Set(rewrite.keys) == ["text", "tier", "template", "mends", "slots", "pieces", "edits"])
    let pieces = try #require(rewrite["pieces"] as? [[String: Any]])
    #expect(pieces.compactMap { $0["text"] as? String }.joined() == rewrite["text"] as? String)
  }

  @Test func tsvIsOneRowAFindingWithSixFields() throws {
    let run = try Binary.run(["suggest", "--format", "tsv"], text: "- \(Guide.weak)\n")
    let rows = run.lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    #expect(rows.count >= 2 && rows.allSatisfy { $0.count == 6 && $0[0] == "-" && $0[1] == "1" })
    #expect(
      rows.contains {
        $0[2] == "ml.vague-model" && $0[3] == "warning" && $0[4] == "10-33" && $0[5].contains("[metric]")
      })
  }

  @Test(
    arguments: ["--fail-on error": 0, "--exit-zero": 0, "--fail-on warning": 1, "--fail-on question": 1]
      as [String: Int32])
  func theStatusFollowsTheLevel(_ options: String, _ status: Int32) throws {
    let arguments = options.split(separator: " ").map(String.init)
    #expect(try Binary.run(["suggest"] + arguments, text: "- \(Guide.weak)\n").status == status)
  }

  @Test func aLimitOfNothingGivesFindingsAlone() throws {
    let run = try Binary.run(["suggest", "--limit", "0"], text: "- \(Guide.weak)\n")
    #expect(run.text.contains("ml.vague-model") && !run.text.contains("full "))
  }

  @Test func allShowsBulletsWithoutAFindingToo() throws {
    let run = try Binary.run(["suggest", "--all", "--format", "jsonl"], text: "- \(Guide.strong)\n")
    #expect(run.lines.count == 1 && run.text.contains("\"findings\":[]"))
  }

  @Test func aLeftOverSlotIsAnErrorInAFileAndNoneInAPipe() throws {
    let text = "- Cut cost by XX% with a [architecture] model on 2M rows\n"
    #expect(try !Binary.run(["suggest"], text: text).text.contains("slot.left-over"))
    try TemporaryFolder.with(["a.txt": text]) { folder in
      let run = try Binary.run(["suggest", "--fail-on", "error", "a.txt"], in: folder)
      #expect(run.text.contains("slot.left-over") && run.status == 1)
    }
  }

  @Test func coloursAreForTerminalsOrForThoseWhoAsk() throws {
    let text = "- \(Guide.weak)\n"
    #expect(try !Binary.run(["suggest"], text: text).text.contains("\u{1B}["))
    #expect(try Binary.run(["suggest", "--color", "always"], text: text).text.contains("\u{1B}["))
    #expect(
      try Binary.run(["suggest"], text: text, environment: ["CLICOLOR_FORCE": "1"]).text.contains("\u{1B}["))
    let both = ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"]
    #expect(try !Binary.run(["suggest"], text: text, environment: both).text.contains("\u{1B}["))
  }
}
