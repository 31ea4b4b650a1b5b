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
      do {
        try input.forEachBatch { items in
          var bullets = 0
          crew.work(on: items, bullets: &bullets) { share, worker in
            answer(share, of: input, worker)
          } take: {
            output.take($0, &outcome)
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
        let bytes = try rewritten(bullet, worker)
        if bytes != bullet.raw, checksOnly { answer.outcome.note(.findings) }
        emit(bytes, &answer)
      } catch {
        answer.say("\(input.place(ofLine: bullet.line)): \(error); the bullet passes unchanged")
        emit(bullet.raw, &answer)
      }
    }
  }

  private func emit(_ bytes: [UInt8], _ answer: inout Answer) {
    if !checksOnly { answer.bytes += bytes }
  }

  private func rewritten(_ bullet: SourceBullet, _ worker: Worker) throws(EngineError) -> [UInt8] {
    let text = String(decoding: bullet.text, as: UTF8.self)
    let hone = worker.next()
    let rewrite = tier == .safe ? try hone.safeRewrite(text) : try hone.advise(text, limit: 1).best
    return rewrite.map { bullet.replacing($0.text) } ?? bullet.raw
  }
}
