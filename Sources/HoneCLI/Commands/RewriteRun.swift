import Hone
import HoneCore
import HoneDocument
import HoneEngine
import HoneFacts
import HoneGrammar

/// `hone` and `hone rewrite`: bullets in, stronger bullets out, everything else as it was.
struct RewriteRun: Sendable {
  /// Which rewrite takes the place of a bullet; `nil` where standard input gets full ones and files safe ones.
  let tier: Tier?
  /// What becomes of a file.
  var delivery = Delivery.output
  /// Whether files are summed up on standard error.
  var isQuiet = false
  /// What the writer answered, or `nil`.
  var facts: FactsBook?

  func run(_ inputs: [Input], _ settings: Settings, output: Output) -> Outcome {
    var outcome = Outcome.clean
    var progress = Progress(total: inputs.count)
    let isAlone = inputs.count == 1
    for (index, input) in inputs.enumerated() {
      if output.isClosed { break }
      do {
        let setting = try settings.setting(for: input)
        switch input.way {
        case .stream(let mode): try pass(input, mode, setting, output, &outcome)
        case .whole, .nothing:
          let file = FileRewrite(input: input, run: self, setting: setting, isAlone: isAlone)
          try file.run(output, &outcome, clear: { progress.clear() })
        }
      } catch {
        progress.clear()
        output.flush()
        Talk.complain(error)
        outcome.note(.trouble)
      }
      progress.report(index + 1)
    }
    progress.clear()
    outcome = output.finish(outcome)
    // Of a file that could not be read nobody knows which bullets it holds.
    if outcome < .trouble { for line in facts.map({ $0.idle + $0.orphans }) ?? [] { Talk.say(line) } }
    return outcome
  }

  // MARK: - Streams

  private func pass(
    _ input: Input, _ mode: PlainReader.Mode, _ setting: Setting, _ output: Output, _ outcome: inout Outcome
  ) throws {
    var variety = Variety()
    var firstLine: Int?
    try input.forEachBatch(mode, slots: setting.textSlots) { items in
      var bullets = 0
      if firstLine == nil { firstLine = items.lazy.compactMap(\.bulletLine).first }
      let first = firstLine
      setting.crew.work(on: items, bullets: &bullets) { share, worker in
        answer(share, of: input, firstLine: first, worker)
      } take: {
        output.take(chosen($0, &variety), &outcome)
      }
      output.flush()
      return !output.isClosed
    }
  }

  private func answer(_ share: Share, of input: Input, firstLine: Int?, _ worker: Worker) -> Answer {
    var answer = Answer()
    for item in share.items {
      write(item, of: input, isFirst: item.bulletLine.map { $0 == firstLine } ?? false, worker, &answer)
    }
    return answer
  }

  private func write(
    _ item: DocumentItem, of input: Input, isFirst: Bool, _ worker: Worker, _ answer: inout Answer
  ) {
    switch item {
    case .other(let bytes): emit(bytes, &answer)
    case .unreadable(let bytes, let line, let reason):
      answer.say("\(input.place(ofLine: line)) \(reason); it passes unchanged")
      emit(bytes, &answer)
    case .bullet(let bullet):
      do throws(EngineError) {
        answer.choices.append(try choice(bullet, of: input, at: answer.bytes.count, isFirst: isFirst, worker))
      } catch {
        answer.say("\(input.place(ofLine: bullet.line)): \(error); the bullet passes unchanged")
        emit(bullet.raw, &answer)
      }
    }
  }

  private func emit(_ bytes: [UInt8], _ answer: inout Answer) {
    if delivery != .check { answer.bytes += bytes }
  }

  /// The answer with a rewrite chosen for each of its bullets. Workers answer side by side; this is done in order.
  private func chosen(_ answer: Answer, _ variety: inout Variety) -> Answer {
    var result = answer
    result.choices = []
    result.bytes = []
    var from = 0
    for choice in answer.choices {
      result.bytes += answer.bytes[from..<choice.at]
      from = choice.at
      let rewrite = variety.choose(choice.offer, for: choice.bullet)
      let bytes = rewrite.flatMap { choice.bullet.replacing($0) } ?? choice.bullet.raw
      if bytes != choice.bullet.raw, delivery == .check { result.outcome.note(.findings) }
      emit(bytes, &result)
    }
    result.bytes += answer.bytes[from...]
    return result
  }

  // MARK: - Bullets

  /// What may take the place of a bullet, as far as its file can hold it.
  func choice(
    _ bullet: SourceBullet, of input: Input, at: Int = 0, isFirst: Bool = false, _ worker: Worker
  ) throws(EngineError) -> Choice {
    let tier = tier ?? (input.isStandardInput ? .full : .safe)
    let offer = try worker.next().offer(for: bullet, tier: tier, facts: facts?.file, isFirst: isFirst)
    facts?.meet(bullet, idle: offer.idle)
    return Choice(at: at, bullet: bullet, offer: offer)
  }
}

extension DocumentItem {
  /// The line of a bullet; `nil` for anything else.
  fileprivate var bulletLine: Int? {
    if case .bullet(let bullet) = self { bullet.line } else { nil }
  }
}
