import Hone
import HoneCheck
import HoneTestSupport
import Testing

/// The code that the documentation of the library shows, run: `ShownCodeTests` finds it here.
@Suite struct GuideTests {
  @Test func aBulletIsAsked() throws {
    let hone = try Hone.builtIn()
    let advice = try hone.advise("Responsible for training a deep learning model for product search")
    for finding in advice.findings {
      print(finding.level.name, finding.rule, finding.range, finding.message)
    }
    print(advice.safe?.text ?? "nothing to do")
    print(advice.rewrites.map(\.text))
    #expect(advice.safe?.text == "Trained a deep learning model for product search")
    #expect(!advice.rewrites.isEmpty && advice.best == advice.rewrites.first)
  }

  @Test func answersGoIn() throws {
    let hone = try Hone.builtIn()
    let text = "Trained machine learning models."
    let answers = SlotAnswers(
      template: "outcome-first", given: ["metric": "recall@10", "gain": "14%", "architecture": "LSTM"])
    let filled = try hone.rewrite(text, with: answers)
    #expect(filled?.text == "Improved recall@10 by 14% through an LSTM model.")
  }

  @Test func bulletsNearEachOtherAreToldApart() throws {
    let hone = try Hone.builtIn()
    var variety = Variety()
    for task in ["churn", "fraud", "search"] {
      let advice = try hone.advise("Trained machine learning models for \(task).", limit: 4)
      print(variety.choose(advice.rewrites)?.text ?? "as it is")
    }
  }

  @Test func aFileIsReadReportedAndRewritten() throws {
    let hone = try Hone.builtIn()
    let bytes = Array(
      "\\begin{itemize}\n\\item Trained \\textbf{deep} learning models.\n\\end{itemize}\n".utf8)
    let format = try FormatGuess.format(ofName: "cv.tex", bytes)
    let document = try Document.read(bytes, as: format)
    #expect(document.notes(under: hone.grammar).isEmpty)
    let records = try hone.suggestions(for: document, named: "cv.tex")
    let lines = records.filter { !$0.findings.isEmpty }.flatMap(JSONLines.write)
    var sarif = SARIF(version: "1.0.0", grammar: hone.grammar)
    let log = sarif.begin() + records.flatMap { sarif.write($0) } + sarif.end()
    #expect(records.count == 1 && lines.count > 100 && log.count > 100)
    let rewritten = try hone.rewrite(document, tier: .full)
    print(rewritten.read, rewritten.rewritten, rewritten.waiting)
    for edit in rewritten.edits { print(edit.range, String(decoding: edit.bytes, as: UTF8.self)) }
    #expect((rewritten.read, rewritten.rewritten, rewritten.waiting) == (1, 1, 1))
    #expect(rewritten.edits.applied(to: document.bytes) == rewritten.bytes)
  }

  @Test func bulletsComeOneByOne() throws {
    let hone = try Hone.builtIn()
    let bytes = Array("WORK\n\n* Successfully cut cost by 20%\n  in Leeds\n".utf8)
    var reader = PlainReader()
    var variety = Variety()
    var output: [UInt8] = []
    for item in reader.read(bytes) + reader.finish() {
      switch item {
      case .other(let bytes), .unreadable(let bytes, _, _): output += bytes
      case .bullet(let bullet):
        let chosen = variety.choose(try hone.offer(for: bullet, tier: .full), for: bullet)
        output += chosen.flatMap(bullet.replacing) ?? bullet.raw
      }
    }
    #expect(String(decoding: output, as: UTF8.self) == "WORK\n\n* Cut cost by 20% in Leeds\n")
  }

  @Test func aPackOfYourOwnIsProvedAndRun() throws {
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
            - {flag: 'Ran on-call for 40 services [[with a can-do attitude]].', safe: Ran on-call for 40 services.}
            - {pass: 'Measured the attitude of drones to 0.1°'}
      """
    let pack = try PackSource(name: "house", yaml: [(file: "house.yaml", text: yaml)])
    let grammar = try GrammarLoader(library: BuiltIn.source).load(pack)
    try GrammarCheck.run(grammar, depth: .examples)
    let own = Hone(grammar)
    let advice = try own.advise("Migrated 12 jobs to Spark with a positive attitude")
    #expect(advice.safe?.text == "Migrated 12 jobs to Spark")
    let bad = #expect(throws: GrammarErrors.self) {
      try PackSource(name: "bad", yaml: [(file: "one.yaml", text: "a: [1"), (file: "two.yaml", text: "{")])
    }
    #expect(bad?.problems.map(\.place.file) == ["one.yaml", "two.yaml"])
  }

  @Test func threadsShareAGrammar() async throws {
    let bullets = Array(Corpus.texts.prefix(32))
    let shares = [bullets[..<16], bullets[16...]].map(Array.init)
    let grammar = try BuiltIn.grammar()
    let best = await withTaskGroup(of: [String?].self) { group in
      for share in shares {
        group.addTask {
          let hone = Hone(grammar, usesJIT: true)
          return share.map { try? hone.advise($0).best?.text }
        }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
    let alone = Hone(grammar)
    let expected = try bullets.map { try alone.advise($0).best?.text ?? "" }
    #expect(best.map { $0 ?? "" }.sorted() == expected.sorted())
  }
}
