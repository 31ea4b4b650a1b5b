import Hone
import HoneCore
import HoneDocument
import HoneEngine
import HoneFacts
import HoneReport

/// The interviews about one file, from the first question to the last.
struct FillSession {
  private let input: Input
  private let document: Document
  private let worker: Worker
  private let terminal: Terminal
  private var store: FactsStore
  private var interviews: [Interview] = []
  /// The lines of bullets that read as one before them, by its id: their answers are the same.
  private var twins: [String: [Int]] = [:]
  /// The ids of the entries that a bullet of the file belongs to.
  private(set) var met: Set<String> = []
  /// A line for each bullet of which something was passed over that cannot be asked any more.
  private(set) var closed: [String] = []

  init(
    input: Input, document: Document, worker: Worker, terminal: Terminal, store: FactsStore, asksAgain: Bool
  ) throws {
    self.input = input
    self.document = document
    self.worker = worker
    self.terminal = terminal
    self.store = store
    var variety = Variety()
    var seen: Set<String> = []
    for bullet in document.bullets where bullet.isLive {
      // A bullet that stands there twice is asked about once.
      let id = BulletID.of(String(decoding: bullet.text, as: UTF8.self))
      guard seen.insert(id).inserted else {
        twins[id, default: []].append(bullet.line)
        continue
      }
      do throws(EngineError) {
        try consider(bullet, &variety, asksAgain: asksAgain)
      } catch {
        Talk.say("\(input.place(ofLine: bullet.line)): \(error); the bullet is not asked about")
      }
    }
  }

  private mutating func consider(_ bullet: SourceBullet, _ variety: inout Variety, asksAgain: Bool)
    throws(EngineError)
  {
    let text = String(decoding: bullet.text, as: UTF8.self)
    met.formUnion(store.file.ids(of: text))
    switch store.file.match(text) {
    case .filled(let entry)? where !asksAgain || entry.skipped.isEmpty: variety.keep(text)
    case .original(let entry)?:
      interviews.append(try Interview(bullet, resuming: entry, again: asksAgain, worker))
      variety.keep(text)
    case .filled?, nil:
      if let rewrite = try FillSession.choose(bullet, of: input, worker, &variety), !rewrite.slots.isEmpty {
        interviews.append(Interview(bullet, choosing: rewrite, worker))
      } else if case .filled(let entry)? = store.file.match(text) {
        // Its questions belong to the words that stood here before, and those are gone.
        closed.append(
          "\(input.place(ofLine: bullet.line)): the answers stand here already; to be asked for \(entry.skipped.joined(separator: ", ")), put “\(entry.original)” back first"
        )
      }
    }
  }

  /// The rewrite to ask about: the bullet itself where slots stand open in it, else what `hone rewrite --full` would take.
  private static func choose(
    _ bullet: SourceBullet, of input: Input, _ worker: Worker, _ variety: inout Variety
  ) throws(EngineError) -> Rewrite? {
    let rewrite = variety.choose(try worker.next().offer(for: bullet, tier: .full), for: bullet)
    if let rewrite, !rewrite.slots.isEmpty { return rewrite }
    let open = try worker.hone.rewritesToFill(String(decoding: bullet.text, as: UTF8.self)).first
    return open?.template == Rewrite.openSlots ? open : nil
  }

  /// Whether no bullet waits for anything.
  func isDone(writes: Bool) throws -> Bool {
    if interviews.contains(where: { $0.question != nil }) { return false }
    return try !writes || rewrites().isEmpty
  }

  /// The rewrites that the answers make, by the numbers of the bullets.
  func rewrites() throws -> [Int: Rewrite] {
    var rewrites: [Int: Rewrite] = [:]
    for (index, bullet) in document.bullets.enumerated() where bullet.isLive {
      let text = String(decoding: bullet.text, as: UTF8.self)
      // Where every question was passed over there is nothing to fill in.
      guard case .original(let entry)? = store.file.match(text), !entry.given.given.isEmpty else { continue }
      worker.hone.heed(bullet)
      if let rewrite = try worker.hone.rewrite(text, with: entry.given), bullet.edits(for: rewrite) != nil {
        rewrites[index] = rewrite
      }
    }
    return rewrites
  }

  // MARK: - Asking

  /// Asks all that is open; false where the user has enough.
  ///
  /// - Parameter writes: whether the file is to be written afterwards.
  mutating func ask(writes: Bool) throws -> Bool {
    let open = interviews.count { $0.question != nil }
    terminal.say(
      "\(input.name): \(open) \(open == 1 ? "bullet" : "bullets") to fill. Enter passes a question over; :back, :edit, :quit, :help."
    )
    let questioner = Questioner(terminal: terminal, hone: worker.hone)
    var current = 0
    var shown: Int?
    while true {
      guard current < interviews.count else {
        switch try confirm(writes: writes) {
        case .answer: return true
        case .back: back(from: &current)
        default: return false
        }
        shown = nil
        continue
      }
      guard let question = interviews[current].question else {
        try finish(interviews[current], isNew: shown == current)
        current += 1
        continue
      }
      if shown != current { try show(current) }
      shown = current
      try showPreview(interviews[current])
      let reply = questioner.ask(question)
      if reply == .quit { return false }
      if reply == .back {
        if try !interviews[current].back() { back(from: &current) }
        continue
      }
      try take(reply, to: question, current)
    }
  }

  private mutating func take(_ reply: Reply, to question: Interview.Question, _ current: Int) throws {
    switch reply {
    case .answer(let text): interviews[current].answer(question, text)
    case .nothing where question.former != nil: interviews[current].answer(question, question.former ?? "")
    case .nothing, .skip: try interviews[current].skip(question)
    case .edit(let name): try edit(name, current)
    case .help: for line in Reply.helpLines { terminal.say("    \(line)") }
    case .unknown(let word):
      terminal.say("    There is no \(word) here; :help tells what there is, :\(word) is a text.")
    case .back, .quit: break
    }
    try keep(interviews[current])
  }

  private mutating func keep(_ interview: Interview) throws {
    if interview.answered.isEmpty { return }
    let entry = try interview.entry()
    met.insert(entry.id)
    try store.put(entry)
  }

  /// Opens the last question that was asked before a bullet's first one.
  private mutating func back(from current: inout Int) {
    for index in stride(from: current - 1, through: 0, by: -1) {
      if (try? interviews[index].back()) == true {
        current = index
        return
      }
    }
    terminal.say("    There is no question before this one.")
  }

  private mutating func edit(_ name: String?, _ current: Int) throws {
    let answered = interviews[current].answered
    if answered.isEmpty { return terminal.say("    Nothing of this bullet was answered yet.") }
    var name = name
    if name == nil {
      for (index, answer) in answered.enumerated() {
        terminal.say("    \(index + 1) \(answer.key): \(answer.text ?? "passed over")")
      }
      name = terminal.ask("Which one? ")
    }
    guard let name, !name.isEmpty else { return }
    let byNumber = Int(name).flatMap { answered.indices.contains($0 - 1) ? answered[$0 - 1].key : nil }
    if try !interviews[current].edit(byNumber ?? name) {
      terminal.say("    No answer here is called “\(name)”; :edit alone lists them.")
    }
  }

  // MARK: - Showing

  private func show(_ current: Int) throws {
    let bullet = interviews[current].bullet
    let place = terminal.style.dim(input.place(ofLine: bullet.line))
    terminal.say("\n[\(current + 1)/\(interviews.count)] \(place)")
    terminal.say("  \(interviews[current].text)")
    for line in twins[BulletID.of(interviews[current].text)] ?? [] {
      terminal.say(
        terminal.style.dim("  The same stands at \(input.place(ofLine: line)): your answers go there too."))
    }
  }

  private func showPreview(_ interview: Interview) throws {
    guard let rewrite = try interview.preview() else { return }
    terminal.say("\n  " + terminal.style.shown(rewrite))
  }

  private mutating func finish(_ interview: Interview, isNew: Bool) throws {
    try keep(interview)
    guard isNew else { return }
    guard let rewrite = try interview.filled() else {
      return terminal.say("\n  It stays as it is: \(interview.text)\n")
    }
    terminal.say("\n  " + terminal.style.shown(rewrite))
    let left = try worker.hone.advise(rewrite.text, limit: 0).findings.filter { $0.level >= .question }
    for finding in left { terminal.say("    \(finding.message)") }
  }

  /// What is to become of the answers: `.answer` to write them, or a command.
  private func confirm(writes: Bool) throws -> Reply {
    let count = try rewrites().count
    guard writes, count > 0 else { return .answer("") }
    let bullets = "\(count) \(count == 1 ? "bullet" : "bullets")"
    while true {
      let reply = Reply(
        terminal.ask("\nEnter writes \(bullets) into \(input.name); :back and :quit do not. "))
      switch reply {
      case .nothing: return .answer("")
      case .back, .quit: return reply
      default: continue
      }
    }
  }
}

extension Style {
  /// A rewrite with its slots and its answers in colour.
  func shown(_ rewrite: Rewrite) -> String {
    rewrite.pieces.map { piece in
      switch piece.origin {
      case .slot: yellow(piece.text)
      case .fact: green(piece.text)
      case .kept, .inflected, .grammar: piece.text
      }
    }.joined()
  }
}
