import Hone
import HoneBaseline
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

  /// What a run has to do with a baseline.
  enum BaselineTask: Sendable {
    /// Only what it does not accept is told, and fails.
    case hold(BaselineFile, Baseline)
    /// It is written anew, and nothing is told.
    case write(BaselineFile)

    /// Its file.
    var file: BaselineFile {
      switch self {
      case .hold(let file, _), .write(let file): file
      }
    }
  }

  let format: Format
  /// What the command line says of what is shown.
  let asked: Showing.Asked
  let showsAll: Bool
  let isColoured: Bool
  /// The columns that lines of text must fit, or `nil` where nobody sits at a terminal.
  var width: Int?
  /// The rules and kinds that are asked for; empty for all.
  var only: Set<String> = []
  /// The baseline to hold findings against or to write, or `nil`.
  var baseline: BaselineTask?

  func run(_ inputs: [Input], _ settings: Settings, output: Output) -> Outcome {
    var outcome = Outcome.clean
    var progress = Progress(total: inputs.count)
    let streamUnit = inputs.contains(where: \.isRecords) ? "record" : "line"
    let grammars = settings.all().map(\.grammar)
    var writer = ReportWriter(self, grammars, streamUnit: streamUnit)
    var filter = FindingFilter(self, grammars)
    var bulletsOfAll = 0
    if !isWriting { output.write(writer.begin()) }
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
          // Workers make records side by side; they are told in order.
          for record in answer.records {
            if let shown = filter.show(record, showing, &outcome) { written.bytes += writer.write(shown) }
          }
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
          filter.note(file: input.reportedName)
          try input.forEachBatch(mode, slots: setting.textSlots) { work($0, setting, file) }
        case .whole, .nothing:
          let document = try input.document(setting.formats).document
          filter.note(file: input.reportedName)
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
      bulletsOfAll += bullets
      if !output.isTerminal { progress.report(done + 1) }
    }
    progress.clear()
    if !isWriting { output.write(writer.end(isWhole: outcome < .trouble)) }
    if format == .text, output.isTerminal, !isWriting {
      output.write(filter.tally.line(bullets: bulletsOfAll) + "\n")
    }
    outcome = output.finish(outcome)
    // Of what nobody looked at it cannot be said that nothing is found there.
    for remark in filter.remarks(isWhole: outcome < .trouble && !output.isClosed) { Talk.say(remark) }
    if case .write(let file) = baseline { write(file, filter, &outcome) }
    return outcome
  }

  private func write(_ file: BaselineFile, _ filter: FindingFilter, _ outcome: inout Outcome) {
    do {
      guard outcome < .trouble else {
        throw Trouble(message: "\(file.path): not all could be read, so the baseline stays as it was")
      }
      let new = filter.baseline(after: try file.readBeforeWriting())
      try file.write(new)
      Talk.say("\(file.path): \(FindingTally.count(new.count, "finding")) accepted")
    } catch {
      Talk.complain(error)
      outcome.note(.trouble)
    }
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
          for: bullet, number: index, of: file, limit: proposals(showing), tellsFacts: format == .jsonl)
        if showsAll || !record.findings.isEmpty { answer.records.append(record) }
      } catch {
        answer.say("\(input.place(ofLine: bullet.line)): \(error); the bullet is passed over")
      }
    }
  }

  /// Whether a baseline is written, and no report.
  private var isWriting: Bool { if case .write = baseline { true } else { false } }

  /// How many rewrites to make: where some of the findings are left out, so are the rewrites that mend none of the others.
  private func proposals(_ showing: Showing) -> Int {
    if isWriting { return 0 }
    return showing.limit == 0 || (only.isEmpty && baseline == nil) ? showing.limit : max(showing.limit, 12)
  }
}
