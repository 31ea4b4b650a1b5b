import Hone
import HoneCore
import HoneDocument
import HoneEngine
import HoneGrammar
import HoneReport

/// `hone suggest`: every finding, and rewrites to choose from.
struct SuggestRun: Sendable {
  /// How the report is written.
  enum Format: String, CaseIterable {
    case text, tsv, jsonl, sarif, github
  }

  let format: Format
  /// What the command line says of what is shown.
  let asked: Showing.Asked
  let showsAll: Bool
  let isColoured: Bool
  /// The rules and kinds that are asked for; empty for all.
  var only: Set<String> = []

  func run(_ inputs: [Input], _ settings: Settings, output: Output) -> Outcome {
    var outcome = Outcome.clean
    var progress = Progress(total: inputs.count)
    var writer = ReportWriter(self, format == .sarif ? settings.all().map(\.grammar) : [])
    output.write(writer.begin())
    for (done, input) in inputs.enumerated() {
      if output.isClosed { break }
      var bullets = 0
      func work(_ items: [DocumentItem], _ setting: Setting, _ file: ReportedFile) -> Bool {
        let showing = Showing(
          asked, setting.configuration, isForPeople: format == .text || format == .github)
        setting.crew.work(on: items, bullets: &bullets) { share, worker in
          answer(share, of: input, file, showing, worker)
        } take: { answer in
          var written = answer
          // Workers make records side by side; they are written in order.
          written.bytes = answer.records.flatMap { writer.write($0) }
          return output.take(written, &outcome)
        }
        output.flush()
        return !output.isClosed
      }
      do {
        let setting = try settings.setting(for: input)
        switch input.way {
        case .stream(let mode):
          let file = ReportedFile(streamNamed: input.reportedName)
          try input.forEachBatch(mode, slots: setting.textSlots) { work($0, setting, file) }
        case .whole, .nothing:
          let document = try input.document(setting.formats).document
          progress.clear()
          for note in FileNotes.lines(document, setting.grammar, input) { Talk.say(note) }
          let file = ReportedFile(document, name: input.reportedName)
          _ = work(document.reported.map { .bullet(document.bullets[$0]) }, setting, file)
        }
      } catch {
        output.flush()
        progress.clear()
        Talk.complain(error)
        outcome.note(.trouble)
      }
      if !output.isTerminal { progress.report(done + 1) }
    }
    progress.clear()
    output.write(writer.end())
    return output.finish(outcome)
  }

  private func answer(
    _ share: Share, of input: Input, _ file: ReportedFile, _ showing: Showing, _ worker: Worker
  ) -> Answer {
    var answer = Answer()
    var index = share.firstBullet
    for item in share.items { report(item, of: input, file, showing, &index, worker, &answer) }
    return answer
  }

  private func report(
    _ item: DocumentItem, of input: Input, _ file: ReportedFile, _ showing: Showing, _ index: inout Int,
    _ worker: Worker, _ answer: inout Answer
  ) {
    switch item {
    case .other: break
    case .unreadable(_, let line, let reason):
      answer.say("\(input.place(ofLine: line)) \(reason); it is passed over")
    case .bullet(let bullet):
      defer { index += 1 }
      do throws(EngineError) {
        let record = try worker.next().suggestion(
          for: bullet, number: index, of: file, limit: showing.limit, tellsFacts: format == .jsonl)
        let shown = shown(record, showing)
        if chosen(record).contains(where: { $0.level >= showing.failOn }) { answer.outcome.note(.findings) }
        if shown.findings.isEmpty, !showsAll { return }
        answer.records.append(shown)
      } catch {
        answer.say("\(input.place(ofLine: bullet.line)): \(error); the bullet is passed over")
      }
    }
  }

  /// The findings of the rules and kinds that are asked for.
  private func chosen(_ record: BulletRecord) -> [Finding] {
    only.isEmpty
      ? record.findings : record.findings.filter { only.contains($0.rule) || only.contains($0.kind) }
  }

  /// The record with the findings that are asked for.
  private func shown(_ record: BulletRecord, _ showing: Showing) -> BulletRecord {
    var findings = chosen(record).filter { $0.level >= showing.level }
    let asked = findings.filter { $0.level == .question }
    if showing.questions != .all, let first = asked.first {
      findings.removeAll { $0.level == .question && !(showing.questions == .one && $0 == first) }
    }
    return record.showing(findings)
  }
}

/// Writes the records of a report in their order.
private struct ReportWriter {
  private let run: SuggestRun
  private var sarif: SARIF?

  init(_ run: SuggestRun, _ grammars: [Grammar]) {
    self.run = run
    if run.format == .sarif { sarif = SARIF(version: Version.number, grammars: grammars) }
  }

  func begin() -> [UInt8] { sarif?.begin() ?? [] }

  mutating func write(_ record: BulletRecord) -> [UInt8] {
    switch run.format {
    case .text:
      Array(HumanText(isColoured: run.isColoured, questions: run.asked.questions ?? .one).write(record).utf8)
    case .tsv: TabSeparated.write(record)
    case .jsonl: JSONLines.write(record)
    case .sarif: sarif?.write(record) ?? []
    case .github: GitHubAnnotations.write(record)
    }
  }

  func end() -> [UInt8] { sarif?.end() ?? [] }
}
