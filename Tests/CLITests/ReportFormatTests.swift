import Foundation
import HoneTestSupport
import Testing

/// SARIF and GitHub annotations, as their readers take them.
@Suite struct ReportFormatTests {
  private let files = [
    "cv/a b.md":
      "## Work\n\n- naïve; Successfully trained 4 rankers\n- Responsible for training: 100%, of it\n",
    "x.tex": "\\item Utilized \\textbf{PyTorch} in order to train 4 rankers\n",
  ]

  @Test func aLogIsSARIF() throws {
    let run = try TemporaryFolder.with(files) {
      try HoneTool.run(["suggest", "--format", "sarif", "cv/a b.md", "x.tex"], in: $0)
    }
    #expect(run.status == 1)
    let log = try #require(try JSONSerialization.jsonObject(with: Data(run.bytes)) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    let part = try #require((log["runs"] as? [[String: Any]])?.first)
    #expect(part["columnKind"] as? String == "unicodeCodePoints")
    let driver = try #require((part["tool"] as? [String: Any])?["driver"] as? [String: Any])
    let rules = try #require(driver["rules"] as? [[String: Any]]).compactMap { $0["id"] as? String }
    #expect(Set(rules).count == rules.count && rules.count > 50)
    let results = try #require(part["results"] as? [[String: Any]])
    #expect(!results.isEmpty)
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index] == result["ruleId"] as? String)
      #expect(["error", "warning", "note"].contains(result["level"] as? String))
      #expect(((result["message"] as? [String: Any])?["text"] as? String)?.isEmpty == false)
      let place = ((result["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any])
      let uri = (place?["artifactLocation"] as? [String: Any])?["uri"] as? String
      let file = try #require(uri?.removingPercentEncoding.flatMap { files[$0] })
      let region = try #require(place?["region"] as? [String: Int])
      // Bytes, lines and columns tell the same words.
      let bytes = Array(file.utf8)
      let offset = try #require(region["byteOffset"])
      let words = String(decoding: bytes[offset..<(offset + (region["byteLength"] ?? 0))], as: UTF8.self)
      let lines = file.split(separator: "\n", omittingEmptySubsequences: false).map {
        Array($0.unicodeScalars)
      }
      let line = lines[(region["startLine"] ?? 1) - 1]
      var shown = String.UnicodeScalarView()
      shown.append(contentsOf: line[((region["startColumn"] ?? 1) - 1)..<((region["endColumn"] ?? 1) - 1)])
      #expect(String(shown) == words)
      for fix in result["fixes"] as? [[String: Any]] ?? [] {
        let change = try #require((fix["artifactChanges"] as? [[String: Any]])?.first)
        #expect((change["replacements"] as? [[String: Any]])?.isEmpty == false)
      }
    }
    #expect(results.contains { $0["fixes"] != nil })
  }

  @Test func anEmptyLogIsSARIFToo() throws {
    let run = try HoneTool.run("suggest", "--format", "sarif", input: "")
    let log = try #require(try JSONSerialization.jsonObject(with: Data(run.bytes)) as? [String: Any])
    #expect(((log["runs"] as? [[String: Any]])?.first?["results"] as? [Any])?.isEmpty == true)
  }

  @Test(arguments: [
    ("100% é #1?.md", "100%25%20%C3%A9%20%231%3F.md"), ("./cv/../a:b.md", "a%3Ab.md"),
    ("cv/[x].md", "cv/%5Bx%5D.md"),
    ("--dash.md", "--dash.md"),
  ])
  func aPathIsAURIThatLeadsToTheFile(_ name: String, _ uri: String) throws {
    let bullet = "- Successfully cut p99 to 38 ms\n"
    try TemporaryFolder.with([name.replacing("./cv/../", with: ""): bullet, "cv/x": ""]) { folder in
      let run = try HoneTool.run(["suggest", "--format", "sarif", "--", name], in: folder)
      #expect(run.output.contains("\"uri\":\"\(uri)\""), "\(run.errors)\(run.output.suffix(600))")
    }
  }

  @Test func aFileIsNamedFromTheTopOfItsRepository() throws {
    let files = [".git/HEAD": "", "cv/de/a.md": "- Successfully cut p99 to 38 ms\n"]
    try TemporaryFolder.with(files) { folder in
      for (place, name) in [("cv", "de/a.md"), ("cv/de", "../de/a.md"), ("cv", "\(folder)/cv/de/a.md")] {
        let log = try HoneTool.run(["suggest", "--format", "sarif", name], in: "\(folder)/\(place)")
        #expect(log.output.contains("\"uri\":\"cv/de/a.md\""), "\(name)")
        let lines = try HoneTool.run(["suggest", "--format", "github", name], in: "\(folder)/\(place)")
        #expect(lines.output.hasPrefix("::warning file=cv/de/a.md,"), "\(lines.output)")
      }
    }
  }

  @Test func anAlertIsKnownAgainWhereverItsBulletStands() throws {
    func names(_ text: String) throws -> [String] {
      let run = try HoneTool.run(
        "suggest", "--format", "sarif", "--questions", "none", "a.md", files: ["a.md": text])
      return run.output.components(separatedBy: "\"primaryLocationLineHash\":\"").dropFirst().map {
        String($0.prefix { $0 != "\"" })
      }
    }
    let bullet = "- Successfully cut p99 to 38 ms\n"
    let once = try names("## Work\n\n" + bullet)
    #expect(once.count == 1 && once[0].hasSuffix(":1"))
    #expect(try names("## Work\n\n- Led 4 engineers\n" + bullet) == once)
    let twice = try names("## Work\n\n" + bullet + bullet)
    #expect(twice.count == 2 && twice[0] == once[0] && twice[1] == once[0].dropLast() + "2")
    #expect(try names("## Work\n\n- Successfully cut p99 to 39 ms\n") != once)
  }

  @Test func aLogSaysWhetherAllWasRead() throws {
    for (name, isWhole) in [("x.tex", true), ("no.tex", false)] {
      let run = try TemporaryFolder.with(files) {
        try HoneTool.run(["suggest", "--format", "sarif", name], in: $0)
      }
      #expect(run.output.contains("\"invocations\":[{\"executionSuccessful\":\(isWhole)}]"))
    }
  }

  @Test func annotationsShowControlsByTheirPictures() throws {
    let run = try HoneTool.run(
      "suggest", "--format", "github",
      input: "- Successfully\u{1B}[31m cut p99 \u{7}to 38 ms\n- Successfully\u{7}built it\n")
    #expect(run.status == 1)
    #expect(!run.output.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{7}" }, "\(run.output)")
    #expect(run.output.contains("\u{241B}[31m"), "\(run.output)")
  }

  @Test func annotationsAreCommandsOfGitHub() throws {
    let run = try TemporaryFolder.with(files) {
      try HoneTool.run(["suggest", "--format", "github", "cv/a b.md"], in: $0)
    }
    #expect(run.lines.first?.hasPrefix("::warning file=cv/a b.md,line=") == true, "\(run.output)")
    let asked = try HoneTool.run(
      "suggest", "--format", "github", input: "- Redesigned candidate retrieval with HNSW\n")
    #expect(asked.lines.contains { $0.hasPrefix("::notice file=stdin,line=1,") }, "\(asked.output)")
    for line in run.lines {
      #expect(line.hasPrefix("::"))
      #expect(!line.contains("100%,"), "a percent sign is escaped")
    }
  }

  @Test(arguments: [
    (["--rule", "filler.adverb"], ["filler.adverb"]),
    (["--kind", "filler"], ["filler.adverb", "filler.duty"]),
    (["--kind", "passive"], []),
  ])
  func onlyWhatIsAskedForIsToldAndFails(_ arguments: [String], _ rules: [String]) throws {
    let run = try TemporaryFolder.with(files) {
      try HoneTool.run(["suggest", "--format", "tsv", "cv/a b.md"] + arguments, in: $0)
    }
    #expect(run.lines.map { String($0.split(separator: "\t")[2]) } == rules, "\(run.output)")
    #expect(run.status == (rules.isEmpty ? 0 : 1))
  }

  @Test func aRuleThatIsNoneIsSaid() throws {
    let run = try HoneTool.run("suggest", "--rule", "filler.adverbs", input: "- x\n")
    #expect(run.status == 2 && run.errors.contains("did you mean “filler.adverb”?"))
  }
}
