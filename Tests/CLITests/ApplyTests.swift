import Foundation
import HoneTestSupport
import Testing

/// `hone apply`: rewrites that were chosen from `suggest`, written back.
@Suite struct ApplyTests {
  private let file =
    "## Work\n\n- Responsible for training **rankers** in order to rank ads\n- Trained machine learning models.\n"

  /// The records of a file, each with one rewrite.
  private func records(_ folder: String, keep: Int = 0) throws -> [String] {
    let run = try HoneTool.run(["suggest", "--format", "jsonl", "a.md"], in: folder)
    return try run.lines.map { line in
      var record = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let rewrites = try #require(record["rewrites"] as? [Any])
      record["rewrites"] = rewrites.indices.contains(keep) ? [rewrites[keep]] : []
      return String(decoding: try JSONSerialization.data(withJSONObject: record), as: UTF8.self)
    }
  }

  private func apply(_ lines: [String], _ arguments: String..., in folder: String) throws -> HoneTool.Run {
    try HoneTool.run(["apply"] + arguments, input: Array(lines.joined(separator: "\n").utf8), in: folder)
  }

  private func text(_ folder: String) throws -> String {
    try String(contentsOfFile: "\(folder)/a.md", encoding: .utf8)
  }

  @Test func whatWasChosenIsWritten() throws {
    try TemporaryFolder.with(["a.md": file]) { folder in
      let run = try apply(try records(folder), "--backup", ".bak", in: folder)
      #expect(run.status == 0 && run.errors == "hone: a.md: 2 bullets rewritten\n", "\(run.errors)")
      let text = try text(folder)
      #expect(text.contains("- Trained **rankers** to rank ads\n") && text.contains("TODO(hone:metric)"))
      #expect(try String(contentsOfFile: "\(folder)/a.md.bak", encoding: .utf8) == file)
    }
  }

  @Test func aPatchCanBeHadInstead() throws {
    try TemporaryFolder.with(["a.md": file]) { folder in
      let run = try apply(try records(folder), "--diff", "--quiet", in: folder)
      #expect(run.status == 0 && run.output.hasPrefix("diff --git a/a.md b/a.md\n"))
      #expect(try text(folder) == file)
    }
  }

  @Test func aBulletThatIsNotWhereItWasLeavesTheFileAlone() throws {
    try TemporaryFolder.with(["a.md": file]) { folder in
      let lines = try records(folder)
      let changed = file.replacing("machine learning", with: "statistical")
      try TemporaryFolder.write(Array(changed.utf8), to: "\(folder)/a.md")
      let run = try apply(lines, in: folder)
      #expect(run.status == 2 && run.errors.contains("is not what it was"), "\(run.errors)")
      #expect(try text(folder) == changed)
    }
  }

  @Test func recordsOverSeveralLinesAreSaidOnce() throws {
    try TemporaryFolder.with([:]) { folder in
      let pretty = "{\n  \"schema\": 1,\n  \"file\": \"a.md\"\n}\n{\n  \"schema\": 1\n}\n"
      let run = try HoneTool.run(["apply"], input: Array(pretty.utf8), in: folder)
      #expect(run.status == 2 && run.complaints.count == 1, "\(run.errors)")
      #expect(run.errors.contains("line 1: what begins here goes over several lines"), "\(run.errors)")
    }
  }

  @Test(arguments: [
    ("{}", "no record"), ("nonsense", "no record"),
    (#"{"schema":2,"file":"a.md","line":1,"byteRange":[0,1],"text":"x","rewrites":[]}"#, "schema 2"),
    (#"{"schema":1,"file":"-","line":1,"byteRange":[0,1],"text":"x","rewrites":[]}"#, "standard input"),
    (
      #"{"schema":1,"file":"a.md","line":1,"byteRange":[9,1],"text":"x","rewrites":[{"text":"y","pieces":[]}]}"#,
      "byteRange"
    ),
    (
      #"{"schema":1,"file":"a.md","line":1,"byteRange":[0,1],"text":"x","rewrites":[{"text":"y","pieces":[{"text":"y","from":"kept","span":[0,1]}]}]}"#,
      "does not fit"
    ),
    (
      #"{"schema":1,"file":"no.md","line":1,"byteRange":[0,1],"text":"x","rewrites":[{"text":"y","pieces":[{"text":"y","from":"grammar"}]}]}"#,
      "no such file"
    ),
  ])
  func whatIsNoChoiceIsSaidAndTheOthersGoOn(_ line: String, _ words: String) throws {
    try TemporaryFolder.with(["a.md": file]) { folder in
      let run = try apply([line] + (try records(folder)), in: folder)
      #expect(run.status == 2 && run.errors.contains(words), "\(run.errors)")
      #expect(try text(folder).contains("- Trained **rankers** to rank ads\n"))
    }
  }

  @Test func aTextThatSomebodyChangedIsNotPassedOverInSilence() throws {
    try TemporaryFolder.with(["a.md": file]) { folder in
      let lines = try records(folder).map {
        $0.replacing("Trained rankers to rank ads\"", with: "Led rankers\"")
      }
      let run = try apply(lines, in: folder)
      #expect(run.status == 2 && run.errors.contains("is not that of its pieces"), "\(run.errors)")
      #expect(try text(folder).contains("- Responsible for training"))
    }
  }

  /// Each record with its one rewrite changed.
  private func changing(_ lines: [String], _ change: (inout [String: Any]) -> Void) throws -> [String] {
    try lines.map { line in
      var record = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      var rewrite = try #require((record["rewrites"] as? [[String: Any]])?.first)
      change(&rewrite)
      record["rewrites"] = [rewrite]
      return String(decoding: try JSONSerialization.data(withJSONObject: record), as: UTF8.self)
    }
  }

  /// Puts a fact in the place of the metric, in the text and in its piece.
  private func giveMetric(_ rewrite: inout [String: Any]) {
    rewrite["text"] = (rewrite["text"] as? String)?.replacing("[metric]", with: "recall")
    rewrite["pieces"] = (rewrite["pieces"] as? [[String: Any]])?.map { piece in
      piece["text"] as? String == "[metric]" ? piece.merging(["text": "recall"]) { $1 } : piece
    }
  }

  @Test func aFactInThePlaceOfASlotIsWrittenAsItStands() throws {
    try TemporaryFolder.with(["a.md": file]) { folder in
      let lines = try changing(try records(folder)) { rewrite in
        giveMetric(&rewrite)
        rewrite["edits"] = nil
      }
      let run = try apply(lines, in: folder)
      #expect(run.status == 0, "\(run.errors)")
      #expect(try text(folder).contains("- Improved recall by TODO(hone:gain)"))
    }
  }

  @Test(arguments: ["pieces", "edits", "none", "beyond"])
  func editsThatMakeSomethingElseThanThePiecesAreRefused(_ what: String) throws {
    try TemporaryFolder.with(["a.md": file]) { folder in
      let lines = try changing(try records(folder)) { rewrite in
        switch what {
        case "pieces": giveMetric(&rewrite)
        case "edits": rewrite["edits"] = [["at": [12, 15], "with": "Led"] as [String: Any]]
        case "none": rewrite["edits"] = []
        default: rewrite["edits"] = [["at": [12, 1_000_000], "with": ""] as [String: Any]]
        }
      }
      let run = try apply(lines, in: folder)
      #expect(run.status == 2, "\(run.errors)")
      #expect(run.errors.contains("the “edits” of the chosen rewrite do not make what its “pieces” make"))
      #expect(try text(folder) == file)
    }
  }

  @Test func editsThatMakeTheSameInAnotherWayAreTaken() throws {
    try TemporaryFolder.with(["a.md": file]) { folder in
      let line = try records(folder)[0]
      let bullet = "Responsible for training **rankers** in order to rank ads"
      let lines = try changing([line]) { rewrite in
        rewrite["edits"] =
          [["at": [11, 11 + bullet.utf8.count], "with": "Trained **rankers** to rank ads"] as [String: Any]]
      }
      let run = try apply(lines, in: folder)
      #expect(run.status == 0, "\(run.errors)")
      #expect(try text(folder).contains("- Trained **rankers** to rank ads\n"))
    }
  }

  @Test func chosenNullIsNone() throws {
    try TemporaryFolder.with(["a.md": file]) { folder in
      let lines = try records(folder).map { String($0.dropLast()) + ",\"chosen\":null}" }
      let run = try apply(lines, in: folder)
      #expect(run.status == 0 && run.errors == "hone: no rewrite was chosen, so nothing is written\n")
      #expect(try text(folder) == file)
    }
  }

  @Test(arguments: ["./a.md", "link.md"]) func aFileByTwoNamesIsOne(_ name: String) throws {
    try TemporaryFolder.with(["a.md": file]) { folder in
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/link.md", withDestinationPath: "a.md")
      var lines = try records(folder)
      lines[1] = lines[1].replacing("\"a.md\"", with: "\"\(name.replacing("/", with: "\\/"))\"")
      #expect(lines[1].contains("k.md") || lines[1].contains("\\/a.md"))
      let run = try apply(lines, in: folder)
      #expect(run.status == 0 && run.errors == "hone: a.md: 2 bullets rewritten\n", "\(run.errors)")
      let text = try text(folder)
      #expect(text.contains("- Trained **rankers** to rank ads\n") && text.contains("TODO(hone:metric)"))
    }
  }

  @Test(arguments: ["", "\n", "limit"]) func aChoiceOfNothingIsSaid(_ input: String) throws {
    try TemporaryFolder.with(["a.md": file]) { folder in
      let lines =
        input == "limit"
        ? try HoneTool.run(["suggest", "--format", "jsonl", "--limit", "0", "a.md"], in: folder).lines
        : [input]
      let run = try apply(lines, in: folder)
      #expect(
        run.status == 0 && run.errors == "hone: no rewrite was chosen, so nothing is written\n",
        "\(run.errors)")
      #expect(try text(folder) == file)
    }
  }

  @Test func whatStandsElsewhereInTheFileMayChange() throws {
    try TemporaryFolder.with(["a.md": file]) { folder in
      let lines = try records(folder)
      let changed = file.replacing("Trained machine", with: "Built machine") + "\nMore.\n"
      try TemporaryFolder.write(Array(changed.utf8), to: "\(folder)/a.md")
      let run = try apply([lines[0]], in: folder)
      #expect(run.status == 0, "\(run.errors)")
      #expect(
        try text(folder).hasSuffix(
          "- Trained **rankers** to rank ads\n- Built machine learning models.\n\nMore.\n"))
    }
  }

  @Test func twoChoicesForOneBulletAreRefused() throws {
    try TemporaryFolder.with(["a.md": file]) { folder in
      let run = try apply(try records(folder) + records(folder, keep: 1), in: folder)
      #expect(run.status == 2 && run.errors.contains("two rewrites are chosen"), "\(run.errors)")
      #expect(try text(folder) == file)
    }
  }
}
