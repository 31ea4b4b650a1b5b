import Foundation
import Hone
import HoneCore
import HoneDocument
import HoneGrammar
import HoneReport
import Synchronization

/// A stretch of a batch that one worker answers.
struct Share: Sendable {
  let items: ArraySlice<DocumentItem>
  /// The number of its first bullet in the file.
  let firstBullet: Int
}

/// A bullet with what may take its place.
struct Choice: Sendable {
  /// The place in an answer's bytes where the one that is chosen goes.
  let at: Int
  let bullet: SourceBullet
  let offer: Offer
}

/// What a worker has to say of a share: bytes for standard output, lines for standard error, and how it went.
struct Answer: Sendable {
  var bytes: [UInt8] = []
  /// Bullets with several rewrites to choose from, by the place in `bytes` where the one that is chosen goes.
  var choices: [Choice] = []
  /// What is to be reported of bullets, in their order.
  var records: [BulletRecord] = []
  var talk: [String] = []
  var outcome = Outcome.clean

  /// Notes something that went wrong.
  mutating func say(_ message: String) {
    talk.append(message)
    outcome.note(.trouble)
  }
}

/// Workers, one for each core, that share the bullets of a batch; their answers come in the order of the bullets.
///
/// A batch ends where the next read could wait, so nothing that is read is held back. Small batches stay with the
/// first worker: a few bullets through a pipe never pay for a second one.
final class Crew {
  private static let itemsPerShare = 64
  private static let sharesPerRound = 32

  private let grammar: Grammar
  private var desks: [Desk]
  private lazy var cores = min(16, ProcessInfo.processInfo.activeProcessorCount)

  init(_ grammar: Grammar) {
    self.grammar = grammar
    desks = [Desk(grammar)]
  }

  /// Answers a batch.
  ///
  /// - Parameters:
  ///   - bullets: how many bullets of the file came before; those of the batch are added.
  ///   - answer: asked of one worker after the other, and of several at once.
  ///   - take: given the answers in order; it returns false to stop.
  func work(
    on items: [DocumentItem], bullets: inout Int, _ answer: @Sendable (Share, Worker) -> Answer,
    take: (Answer) -> Bool
  ) {
    let shares = Crew.shares(of: items, &bullets)
    var start = 0
    while start < shares.count {
      let round = Array(shares[start..<min(start + Crew.sharesPerRound, shares.count)])
      start += round.count
      for answer in answers(to: round, answer) where !take(answer) { return }
    }
  }

  private func answers(to round: [Share], _ answer: @Sendable (Share, Worker) -> Answer) -> [Answer] {
    // Asking for the cores takes as long as a bullet.
    let hands = round.count < 4 ? 1 : min(cores, round.count / 2)
    if hands < 2 { return round.map { self.desks[0].answer($0, answer) } }
    while desks.count < hands { desks.append(Desk(grammar)) }
    let desks = desks
    let board = Board(round.count)
    DispatchQueue.concurrentPerform(iterations: hands) { hand in
      while let index = board.next() { board.put(desks[hand].answer(round[index], answer), at: index) }
    }
    return board.answers
  }

  private static func shares(of items: [DocumentItem], _ bullets: inout Int) -> [Share] {
    var shares: [Share] = []
    for start in stride(from: 0, to: items.count, by: itemsPerShare) {
      let share = Share(items: items[start..<min(start + itemsPerShare, items.count)], firstBullet: bullets)
      for case .bullet in share.items { bullets += 1 }
      shares.append(share)
    }
    return shares
  }
}

/// A worker, and the place where only one at a time can ask it.
private final class Desk: Sendable {
  private let worker: Mutex<Worker>

  init(_ grammar: Grammar) {
    worker = Mutex(Worker(grammar))
  }

  func answer(_ share: Share, _ answer: @Sendable (Share, Worker) -> Answer) -> Answer {
    worker.withLock { answer(share, $0) }
  }
}

/// Which shares are still to do, and what was answered.
private final class Board: Sendable {
  private let state: Mutex<(next: Int, answers: [Answer])>

  init(_ count: Int) {
    state = Mutex((0, Array(repeating: Answer(), count: count)))
  }

  var answers: [Answer] { state.withLock { $0.answers } }

  func next() -> Int? {
    state.withLock { state in
      guard state.next < state.answers.count else { return nil }
      state.next += 1
      return state.next - 1
    }
  }

  func put(_ answer: Answer, at index: Int) { state.withLock { $0.answers[index] = answer } }
}
