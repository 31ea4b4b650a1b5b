import Foundation
import Hone
import HoneTestSupport
import Testing

/// `import Hone` gives what the command gives, byte for byte.
@Suite struct LibraryTests {
  /// The samples that hone reads without another program.
  private static let resumes = Resume.all.filter { $0.ending != "pdf" }

  private let hone: Hone

  init() throws {
    hone = try Hone.builtIn()
  }

  private func document(_ resume: Resume) throws -> Document {
    try Document.read(resume.bytes, as: try FormatGuess.format(ofName: resume.name, resume.bytes))
  }

  private func command(_ arguments: String..., on resume: Resume) throws -> HoneTool.Run {
    try TemporaryFolder.with { folder in
      try TemporaryFolder.write(resume.bytes, to: "\(folder)/\(resume.name)")
      return try HoneTool.run(arguments + [resume.name], in: folder)
    }
  }

  @Test(arguments: resumes) func aFileIsRewrittenAsTheCommandDoes(_ resume: Resume) throws {
    let document = try document(resume)
    #expect(try hone.rewrite(document).bytes == command("rewrite", on: resume).bytes)
    #expect(try hone.rewrite(document, tier: .full).bytes == command("rewrite", "--full", on: resume).bytes)
  }

  /// The records of a résumé as `suggest` shows them.
  private func shown(_ resume: Resume) throws -> [BulletRecord] {
    try hone.suggestions(for: try document(resume), named: resume.name)
      .map { $0.showing($0.findings.filter { $0.level >= .question }) }.filter { !$0.findings.isEmpty }
  }

  @Test(arguments: resumes) func aReportIsWhatTheCommandWrites(_ resume: Resume) throws {
    let run = try command("suggest", "--format", "jsonl", on: resume)
    #expect(String(decoding: try shown(resume).flatMap(JSONLines.write), as: UTF8.self) == run.output)
  }

  @Test func soIsEveryOtherReport() throws {
    let resume = try #require(LibraryTests.resumes.first { $0.name == "jake.tex" })
    let records = try shown(resume)
    let version = try HoneTool.run("--version").output.split(separator: " ")[1]
    var sarif = SARIF(version: String(version), grammar: hone.grammar)
    var text = HumanText(grammar: hone.grammar)
    let reports = [
      "tsv": records.flatMap(TabSeparated.write), "github": records.flatMap(GitHubAnnotations.write),
      "sarif": sarif.begin() + records.flatMap { sarif.write($0) } + sarif.end(),
      "text": records.flatMap { Array(text.write($0).utf8) },
    ]
    #expect(!records.isEmpty)
    for (format, bytes) in reports {
      let run = try command("suggest", "--format", format, "--questions", "all", on: resume)
      #expect(String(decoding: bytes, as: UTF8.self) == run.output, "\(format)")
    }
  }

  @Test func answersGoInWithoutAQuestion() throws {
    let yaml = """
      bafaf91caa5500ab5:
        original: "Trained machine learning models."
        template: outcome-first
        answers: {metric: "recall@10", gain: "14%", architecture: LSTM, volume: null}
      """
    let text = "- Trained machine learning models.\n- Successfully cut cost by 20%\n"
    let facts = try FactsFile(name: "facts.yaml", text: yaml)
    let rewritten = try hone.rewrite(try Document.read(text, as: .markdown), facts: facts)
    #expect(
      String(decoding: rewritten.bytes, as: UTF8.self)
        == "- Improved recall@10 by 14% through an LSTM model.\n- Cut cost by 20%\n")
    #expect((rewritten.read, rewritten.rewritten, rewritten.waiting) == (2, 2, 0))
    let again = try Document.read(rewritten.bytes, as: .markdown)
    #expect(try hone.rewrite(again, facts: facts).edits.isEmpty)
  }

  @Test func whatSomebodyChoseFromAReportGoesIn() throws {
    let text = "- Successfully deployed the ranker to 14 stores\n"
    let document = try Document.read(text, as: .markdown)
    let report = try hone.suggestions(for: document, named: "cv.md").flatMap(JSONLines.write)
    let chosen = ChosenRewrite.read(report) { Issue.record($0) }
    let rewritten = try document.rewriting(try document.rewrites(chosen: chosen))
    #expect(String(decoding: rewritten.bytes, as: UTF8.self) == "- Deployed the ranker to 14 stores\n")
    let other = try Document.read("- Deployed 3 rankers\n", as: .markdown)
    let error = #expect(throws: DocumentError.self) { try other.rewrites(chosen: chosen) }
    #expect(error?.line == 1 && error?.text.contains("is not what it was") == true)
  }

  @Test func commentsSwitchRulesOffAndAreToldWhereTheyAreOfNoUse() throws {
    let text =
      "<!-- hone:off-next filler -->\n- Successfully cut cost by 20%\n\n<!-- hone:off-next nonsense -->\n- Ran it\n"
    let document = try Document.read(text, as: .markdown)
    #expect(try hone.rewrite(document).edits.isEmpty)
    #expect(document.notes(under: hone.grammar).map(\.text).contains { $0.contains("“nonsense”") })
    // What is off for one bullet is on again for the next question.
    #expect(try hone.advise("Successfully cut cost by 20%").safe?.text == "Cut cost by 20%")
  }

  @Test func aDocumentIsRefusedWithItsLine() throws {
    let error = #expect(throws: DocumentError.self) { try Document.read("- a\n- \u{0}\n", as: .markdown) }
    #expect(error?.line == 2)
    #expect(throws: DocumentError.self) { try Document.read(Array("%PDF-1.7".utf8), as: .pdf) }
    #expect(throws: GrammarErrors.self) { try Hone.builtIn("nowhere") }
  }
}
