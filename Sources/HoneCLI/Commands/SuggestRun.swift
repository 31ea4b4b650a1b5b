import Hone
import HoneCore
import HoneDocument
import HoneEngine
import HoneGrammar
import HoneReport

/// `hone suggest`: every finding, and rewrites to choose from.
struct SuggestRun {
  /// How the report is written.
  enum Format: String, CaseIterable {
    case text, tsv, jsonl
  }

  let format: Format
  let limit: Int
  let level: Level
  let questions: HumanText.Questions
  let failOn: Level
  let showsAll: Bool
  let isColoured: Bool

  func run(_ inputs: [Input], grammar: Grammar, output: Output) -> Outcome {
    var outcome = Outcome.clean
    let worker = Worker(grammar)
    for input in inputs {
      if output.isClosed { break }
      var index = 0
      do {
        try input.forEachBatch { items in
          for item in items { report(item, of: input, &index, worker, output, &outcome) }
          output.flush()
          return !output.isClosed
        }
      } catch {
        output.flush()
        Talk.say((error as? Trouble)?.message ?? "\(error)")
        outcome.note(.trouble)
      }
    }
    output.flush()
    return outcome
  }

  private func report(
    _ item: DocumentItem, of input: Input, _ index: inout Int, _ worker: Worker, _ output: Output,
    _ outcome: inout Outcome
  ) {
    switch item {
    case .other: break
    case .unreadable(_, let line, let reason):
      Talk.say("\(input.name == "-" ? "line " : input.name + ":")\(line) \(reason); it is passed over")
      outcome.note(.trouble)
    case .bullet(let bullet):
      defer { index += 1 }
      do throws(EngineError) {
        let record = try record(bullet, input, index, worker)
        if record.findings.contains(where: { $0.level >= failOn }) { outcome.note(.findings) }
        let shown = shown(record)
        if shown.findings.isEmpty, !showsAll { return }
        switch format {
        case .text: output.write(HumanText(isColoured: isColoured, questions: questions).write(shown))
        case .tsv: output.write(TabSeparated.write(shown))
        case .jsonl: output.write(JSONLines.write(shown))
        }
      } catch {
        Talk.say(
          "\(input.name == "-" ? "line " : input.name + ":")\(bullet.line): \(error); the bullet is passed over"
        )
        outcome.note(.trouble)
      }
    }
  }

  private func record(_ bullet: SourceBullet, _ input: Input, _ index: Int, _ worker: Worker)
    throws(EngineError) -> BulletRecord
  {
    let text = String(decoding: bullet.text, as: UTF8.self)
    let hone = worker.next()
    hone.engine.readsFiles = input.name != "-"
    let advice = try hone.advise(text, limit: limit)
    return BulletRecord(
      file: input.name, index: index, line: bullet.line, column: bullet.column, byteRange: bullet.byteRange,
      text: text,
      findings: advice.findings, facts: format == .jsonl ? advice.analysis.facts : [], safe: advice.safe,
      rewrites: advice.rewrites, grammar: worker.grammar.label, fileRange: bullet.fileRange)
  }

  /// The record with the findings that are asked for.
  private func shown(_ record: BulletRecord) -> BulletRecord {
    var findings = record.findings.filter { $0.level >= level }
    let asked = findings.filter { $0.level == .question }
    if questions != .all, let first = asked.first {
      findings.removeAll { $0.level == .question && !(questions == .one && $0 == first) }
    }
    return BulletRecord(
      file: record.file, index: record.index, line: record.line, column: record.column,
      byteRange: record.byteRange,
      text: record.text, findings: findings, facts: record.facts, safe: record.safe,
      rewrites: record.rewrites,
      grammar: record.grammar, fileRange: record.fileRange)
  }
}
