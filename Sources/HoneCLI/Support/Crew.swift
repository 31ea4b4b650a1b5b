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

/// Workers, one for each core, that share the bullets of a batch; their answers are taken in the order of the bullets.
///
/// A batch ends where the next read could wait, so nothing that is read is held back. Small batches stay with the
/// first worker: a few bullets through a pipe never pay for a second one.
final class Crew {
  private static let itemsPerShare = 64
  /// What bounds the answers that wait for earlier ones.
  private static let sharesPerRound = 128

  private let code: SharedCode
  private var desks: [Desk]
  private lazy var cores = min(16, ProcessInfo.processInfo.activeProcessorCount)

  init(_ grammar: Grammar) {
    code = SharedCode(grammar)
    desks = [Desk(code)]
  }

  /// Answers a batch.
  ///
  /// - Parameters:
  ///   - bullets: how many bullets of the file came before; those of the batch are added.
  ///   - answer: asked of one worker after the other, and of several at once.
  ///   - take: given the answers in order, one at a time; it returns false to stop.
  func work(
    on items: [DocumentItem], bullets: inout Int, _ answer: @Sendable (Share, Worker) -> Answer,
    take: (Answer) -> Bool
  ) {
    let shares = Crew.shares(of: items, &bullets)
    var isWanted = true
    var start = 0
    while isWanted, start < shares.count {
      let round = Array(shares[start..<min(start + Crew.sharesPerRound, shares.count)])
      start += round.count
      isWanted = work(on: round, answer, take)
    }
  }

  /// Answers a round; false where no more is wanted.
  private func work(
    on round: [Share], _ answer: @Sendable (Share, Worker) -> Answer, _ take: (Answer) -> Bool
  ) -> Bool {
    // Asking for the cores takes as long as a bullet.
    let hands = round.count < 4 ? 1 : min(cores, round.count / 2)
    if hands < 2 { return round.allSatisfy { take(self.desks[0].answer($0, answer)) } }
    while desks.count < hands { desks.append(Desk(code)) }
    let desks = desks
    let board = Board(round)
    return withoutActuallyEscaping(take) { take in
      // SAFETY: one hand alone calls it, and this thread when all of them are done.
      nonisolated(unsafe) let take = take
      DispatchQueue.concurrentPerform(iterations: hands) { hand in
        while board.answerNext(at: desks[hand], answer) {
          // The first hand also takes what is ready, while the others work on.
          if hand == 0, unsafe !board.takeReady(take) { board.stop() }
        }
      }
      return unsafe board.takeReady(take)
    }
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

  init(_ code: SharedCode) {
    worker = Mutex(Worker(code))
  }

  func answer(_ share: Share, _ answer: @Sendable (Share, Worker) -> Answer) -> Answer {
    worker.withLock { answer(share, $0) }
  }
}

/// Which shares of a round are still to do, and what was answered.
private final class Board: Sendable {
  private struct State {
    var next = 0
    var taken = 0
    var isStopped = false
    var answers: [Answer?]
  }

  private let shares: [Share]
  private let state: Mutex<State>

  init(_ shares: [Share]) {
    self.shares = shares
    state = Mutex(State(answers: Array(repeating: nil, count: shares.count)))
  }

  /// Answers a share that nobody works on yet; false where there is none.
  func answerNext(at desk: Desk, _ answer: @Sendable (Share, Worker) -> Answer) -> Bool {
    guard let index = next() else { return false }
    let made = desk.answer(shares[index], answer)
    state.withLock { $0.answers[index] = made }
    return true
  }

  private func next() -> Int? {
    state.withLock { state in
      guard !state.isStopped, state.next < state.answers.count else { return nil }
      state.next += 1
      return state.next - 1
    }
  }

  /// No share is to be worked on any more, and no answer to be taken.
  func stop() { state.withLock { $0.isStopped = true } }

  /// Gives away the answers that are next in order, up to one that is not there yet; false where no more is wanted.
  ///
  /// Only one thread at a time may ask.
  func takeReady(_ take: (Answer) -> Bool) -> Bool {
    while let answer = nextReady() {
      if !take(answer) { return false }
    }
    return state.withLock { !$0.isStopped }
  }

  private func nextReady() -> Answer? {
    state.withLock { state in
      guard !state.isStopped, state.taken < state.answers.count, let answer = state.answers[state.taken]
      else {
        return nil
      }
      state.answers[state.taken] = nil
      state.taken += 1
      return answer
    }
  }
}
