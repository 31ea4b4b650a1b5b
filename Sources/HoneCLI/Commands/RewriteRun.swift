import Hone
import HoneCore
import HoneDocument
import HoneEngine
import HoneGrammar

/// `hone` and `hone rewrite`: bullets in, stronger bullets out, everything else as it was.
struct RewriteRun {
  /// Which rewrite takes the place of a bullet.
  let tier: Tier
  /// Whether only to say if bytes would change.
  let checksOnly: Bool

  func run(_ inputs: [Input], grammar: Grammar, output: Output) -> Outcome {
    var outcome = Outcome.clean
    let worker = Worker(grammar)
    for input in inputs {
      if output.isClosed { break }
      do {
        try input.forEachBatch { items in
          for item in items { write(item, of: input, worker, output, &outcome) }
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

  private func write(
    _ item: DocumentItem, of input: Input, _ worker: Worker, _ output: Output, _ outcome: inout Outcome
  ) {
    switch item {
    case .other(let bytes): emit(bytes, output)
    case .unreadable(let bytes, let line, let reason):
      Talk.say("\(input.name == "-" ? "line " : input.name + ":")\(line) \(reason); it passes unchanged")
      outcome.note(.trouble)
      emit(bytes, output)
    case .bullet(let bullet):
      do throws(EngineError) {
        let bytes = try rewritten(bullet, worker)
        if bytes != bullet.raw, checksOnly { outcome.note(.findings) }
        emit(bytes, output)
      } catch {
        Talk.say(
          "\(input.name == "-" ? "line " : input.name + ":")\(bullet.line): \(error); the bullet passes unchanged"
        )
        outcome.note(.trouble)
        emit(bullet.raw, output)
      }
    }
  }

  private func emit(_ bytes: [UInt8], _ output: Output) {
    if !checksOnly { output.write(bytes) }
  }

  private func rewritten(_ bullet: SourceBullet, _ worker: Worker) throws(EngineError) -> [UInt8] {
    let text = String(decoding: bullet.text, as: UTF8.self)
    let hone = worker.next()
    let rewrite = tier == .safe ? try hone.safeRewrite(text) : try hone.advise(text, limit: 1).best
    return rewrite.map { bullet.replacing($0.text) } ?? bullet.raw
  }
}
