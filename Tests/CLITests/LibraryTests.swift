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

  @Test(arguments: resumes) func aReportIsWhatTheCommandWrites(_ resume: Resume) throws {
    let document = try document(resume)
    let records = try hone.suggestions(for: document, named: resume.name)
    let asked = records.map { $0.showing($0.findings.filter { $0.level >= .question }) }
    let shown = asked.filter { !$0.findings.isEmpty }
    for (format, bytes) in [
      ("jsonl", shown.flatMap(JSONLines.write)), ("tsv", shown.flatMap(TabSeparated.write)),
      ("github", shown.flatMap(GitHubAnnotations.write)),
    ] {
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

  @Test func aGrammarOfYourOwnExtendsOurs() throws {
    let yaml = """
      name: house
      extends: ml-engineer
      rules:
        - id: house.attitude
          kind: filler
          level: warning
          match: '(?<phrase>with an? (?:can-do|positive) attitude)'
          message: "“{phrase}” adds no fact: leave it out."
          why: A reader cannot check an attitude.
          source: house style
          fix: [{tier: safe, delete: phrase}]
          examples:
            - {flag: 'Ran on-call [[with a can-do attitude]].', safe: Ran on-call.}
            - {pass: 'Measured the attitude of drones to 0.1°'}
      """
    let pack = try PackSource(name: "house", yaml: [(file: "house.yaml", text: yaml)])
    let own = Hone(try GrammarLoader(library: BuiltIn.source).load(pack))
    #expect(
      try own.advise("Migrated 12 jobs to Spark with a positive attitude").safe?.text
        == "Migrated 12 jobs to Spark")
    let bad = #expect(throws: GrammarErrors.self) {
      try PackSource(name: "bad", yaml: [(file: "one.yaml", text: "a: [1"), (file: "two.yaml", text: "{")])
    }
    #expect(bad?.problems.map(\.place.file) == ["one.yaml", "two.yaml"])
  }

  /// A grammar is shared; each thread has a hone of its own.
  @Test func threadsShareAGrammar() async throws {
    let grammar = hone.grammar
    let bullets = Array(Corpus.texts.prefix(60))
    let alone = try bullets.map { try hone.advise($0).best?.text }
    let together = await withTaskGroup(of: [String?].self) { group in
      for _ in 0..<4 {
        group.addTask {
          let own = Hone(grammar, usesJIT: true)
          return bullets.map { try? own.advise($0).best?.text }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(together.allSatisfy { $0 == alone })
  }
}
