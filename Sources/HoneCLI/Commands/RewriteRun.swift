import Hone
import HoneCore
import HoneDocument
import HoneEngine
import HoneGrammar

/// `hone` and `hone rewrite`: bullets in, stronger bullets out, everything else as it was.
struct RewriteRun: Sendable {
  /// Which rewrite takes the place of a bullet.
  let tier: Tier
  /// Whether only to say if bytes would change.
  let checksOnly: Bool

  func run(_ inputs: [Input], grammar: Grammar, output: Output) -> Outcome {
    var outcome = Outcome.clean
    let crew = Crew(grammar)
    for input in inputs {
      if output.isClosed { break }
      var variety = Variety()
      do {
        try input.forEachBatch { items in
          var bullets = 0
          crew.work(on: items, bullets: &bullets) { share, worker in
            answer(share, of: input, worker)
          } take: {
            output.take(chosen($0, &variety), &outcome)
          }
          output.flush()
          return !output.isClosed
        }
      } catch {
        output.flush()
        Talk.say(message(error))
        outcome.note(.trouble)
      }
    }
    output.flush()
    return outcome
  }

  private func message(_ error: any Error) -> String { (error as? Trouble)?.message ?? "\(error)" }

  private func answer(_ share: Share, of input: Input, _ worker: Worker) -> Answer {
    var answer = Answer()
    for item in share.items { write(item, of: input, worker, &answer) }
    return answer
  }

  private func write(_ item: DocumentItem, of input: Input, _ worker: Worker, _ answer: inout Answer) {
    switch item {
    case .other(let bytes): emit(bytes, &answer)
    case .unreadable(let bytes, let line, let reason):
      answer.say("\(input.place(ofLine: line)) \(reason); it passes unchanged")
      emit(bytes, &answer)
    case .bullet(let bullet):
      do throws(EngineError) {
        answer.choices.append((answer.bytes.count, bullet, try rewrites(of: bullet, worker)))
      } catch {
        answer.say("\(input.place(ofLine: bullet.line)): \(error); the bullet passes unchanged")
        emit(bullet.raw, &answer)
      }
    }
  }

  private func emit(_ bytes: [UInt8], _ answer: inout Answer) {
    if !checksOnly { answer.bytes += bytes }
  }

  /// How many rewrites there are to choose from, so that bullets near each other do not read alike.
  private static let choices = 4

  private func rewrites(of bullet: SourceBullet, _ worker: Worker) throws(EngineError) -> [Rewrite] {
    let text = String(decoding: bullet.text, as: UTF8.self)
    let hone = worker.next()
    if tier == .safe { return [try hone.safeRewrite(text)].compactMap { $0 } }
    let advice = try hone.advise(text, limit: RewriteRun.choices)
    return advice.rewrites.isEmpty ? [advice.safe].compactMap { $0 } : advice.rewrites
  }

  /// The answer with a rewrite chosen for each of its bullets. Workers answer side by side; this is done in order.
  private func chosen(_ answer: Answer, _ variety: inout Variety) -> Answer {
    var result = answer
    result.choices = []
    result.bytes = []
    var from = 0
    for (at, bullet, rewrites) in answer.choices {
      result.bytes += answer.bytes[from..<at]
      from = at
      let bytes: [UInt8]
      if let rewrite = variety.choose(rewrites) {
        bytes = bullet.replacing(rewrite) ?? bullet.raw
      } else {
        variety.keep(String(decoding: bullet.text, as: UTF8.self))
        bytes = bullet.raw
      }
      if bytes != bullet.raw, checksOnly { result.outcome.note(.findings) }
      emit(bytes, &result)
    }
    result.bytes += answer.bytes[from...]
    return result
  }
}
