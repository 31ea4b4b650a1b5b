import Hone
import HoneCore
import HoneDocument
import HoneEngine
import HoneFacts
import HoneGrammar

/// The questions of one bullet and what was answered so far.
struct Interview {
  /// A question that is to be asked now.
  struct Question {
    /// The name of the answer.
    let key: String
    let slot: Slot
    let hint: String
    /// The words around the slot, where the bullet asks for several of its name; empty elsewhere.
    let context: String
    /// The answer that stood there before, or `nil`.
    let former: String?
  }

  private struct Step {
    let key: String
    /// The template that was in use when the question came.
    let template: String?
  }

  let bullet: SourceBullet
  let text: String
  private let worker: Worker
  private let id: String
  private var template: String?
  private var given: [String: String] = [:]
  private var skipped: Set<String> = []
  private var steps: [Step] = []
  /// A question that is asked whether it was answered or not.
  private var reopened: String?
  private var former: [String: String] = [:]
  /// The rewrite whose questions are asked, its slots open; `nil` where there is none left.
  private(set) var rewrite: Rewrite?

  /// The interview for a rewrite with slots that was chosen for a bullet.
  init(_ bullet: SourceBullet, choosing rewrite: Rewrite, _ worker: Worker) {
    self.bullet = bullet
    self.worker = worker
    self.rewrite = rewrite
    text = String(decoding: bullet.text, as: UTF8.self)
    id = BulletID.of(text)
    template = rewrite.template
  }

  /// The interview goes on where it was left.
  ///
  /// - Parameter again: whether what was passed over is asked again.
  init(_ bullet: SourceBullet, resuming entry: FactEntry, again: Bool, _ worker: Worker) throws(EngineError) {
    self.bullet = bullet
    self.worker = worker
    text = String(decoding: bullet.text, as: UTF8.self)
    id = entry.id
    template = entry.template
    given = entry.given.given
    if !again { skipped = Set(entry.skipped) }
    steps = entry.answers.filter { given[$0.slot] != nil || skipped.contains($0.slot) }.map {
      Step(key: $0.slot, template: entry.template)
    }
    let rewrites = try candidates()
    rewrite = rewrites.first { $0.template == template } ?? (again || steps.isEmpty ? rewrites.first : nil)
    template = rewrite?.template
  }

  /// The question to ask now; `nil` where everything is answered or passed over.
  var question: Question? {
    let places = rewrite?.slotPlaces ?? []
    let open = places.first { given[$0.key] == nil && !skipped.contains($0.key) }
    guard let place = places.first(where: { $0.key == reopened }) ?? open,
      let slot = worker.grammar.slots[place.name]
    else { return nil }
    let request = rewrite?.slots.first { $0.name == slot.label }
    return Question(
      key: place.key, slot: slot, hint: request?.hint ?? "", context: context(of: place),
      former: given[place.key] ?? former[place.key])
  }

  /// A slot with the words behind it, where it is one of several of its name.
  private func context(of place: SlotPlace) -> String {
    guard let rewrite, rewrite.slotPlaces.count(where: { $0.name == place.name }) > 1 else { return "" }
    var places = rewrite.slotPlaces[...]
    guard
      let index = rewrite.pieces.firstIndex(where: { piece in
        if case .slot = piece.origin { places.removeFirst().key == place.key } else { false }
      })
    else { return "" }
    let behind = rewrite.pieces[(index + 1)...].map(\.text).joined().split(separator: " ").prefix(2)
    return ([rewrite.pieces[index].text] + behind.map(String.init)).joined(separator: " ")
  }

  /// The bullet as it will read: answers in their places, what is still asked for in brackets.
  func preview() throws(EngineError) -> Rewrite? {
    guard let rewrite else { return nil }
    return try hone.fill(rewrite, with: given, of: text) ?? rewrite
  }

  /// The rewrite that the answers make once there is nothing left to ask; `nil` where they make none.
  func filled() throws(EngineError) -> Rewrite? {
    guard let made = try hone.rewrite(text, with: SlotAnswers(template: template, given: given)) else {
      return nil
    }
    return bullet.edits(for: made) == nil ? nil : made
  }

  /// The answers as the facts file keeps them.
  func entry() throws(EngineError) -> FactEntry {
    let answers = steps.map { FactEntry.Answer(slot: $0.key, text: given[$0.key]) }
    let made = question == nil ? try filled() : nil
    return FactEntry(
      id: id, original: text, template: template, answers: answers, filled: made.map { bullet.text(of: $0) })
  }

  /// The keys of what was answered or passed over, in the order of the questions, with the answers.
  var answered: [(key: String, text: String?)] { steps.map { ($0.key, given[$0.key]) } }

  // MARK: - Answering

  /// Takes an answer to a question.
  mutating func answer(_ question: Question, _ text: String) {
    note(question)
    given[question.key] = text
    skipped.remove(question.key)
  }

  /// Passes a question over: an optional clause that asks it goes, and a rewrite whose lead asks it is void.
  mutating func skip(_ question: Question) throws(EngineError) {
    note(question)
    given[question.key] = nil
    skipped.insert(question.key)
    guard let old = rewrite, goes(question, from: old) else { return }
    let isLead = old.slotPlaces.contains { $0.key == question.key && $0.clause == 0 }
    let rewrites = try candidates()
    rewrite =
      rewrites.first { $0.template == template }
      ?? (isLead
        ? rewrites.first { !$0.slotPlaces.contains { $0.clause == 0 } }
        : rewrites.first { $0.template == Rewrite.inPlace })
    template = rewrite?.template
  }

  /// Goes back to the question before; false where there is none.
  mutating func back() throws(EngineError) -> Bool {
    guard let last = steps.popLast() else { return false }
    try reopen(last)
    return true
  }

  /// Goes to an answer by its key; false where there is none.
  mutating func edit(_ key: String) throws(EngineError) -> Bool {
    guard let index = steps.firstIndex(where: { $0.key == key }) else { return false }
    try reopen(steps[index])
    return true
  }

  private mutating func reopen(_ step: Step) throws(EngineError) {
    if let answer = given.removeValue(forKey: step.key) { former[step.key] = answer }
    reopened = step.key
    guard skipped.remove(step.key) != nil else { return }
    let rewrites = try candidates()
    rewrite = rewrites.first { $0.template == step.template } ?? rewrites.first
    template = rewrite?.template
  }

  private mutating func note(_ question: Question) {
    reopened = nil
    former[question.key] = nil
    if !steps.contains(where: { $0.key == question.key }) {
      steps.append(Step(key: question.key, template: template))
    }
  }

  /// Whether nothing asks for the slot of a question any more: of two bare counts one may be answered.
  private func goes(_ question: Question, from rewrite: Rewrite) -> Bool {
    rewrite.slotPlaces.allSatisfy { $0.name != question.slot.name || skipped.contains($0.key) }
  }

  // MARK: - Rewrites

  private var hone: Hone {
    worker.hone.heed(bullet)
    return worker.hone
  }

  /// The rewrites that ask none of the questions that were passed over, as far as the file can hold them.
  private func candidates() throws(EngineError) -> [Rewrite] {
    let gone = Set(skipped.map(hone.slotName)).subtracting(given.keys.map(hone.slotName))
    return try hone.rewritesToFill(text, skipping: gone).filter { bullet.edits(for: $0) != nil }
  }
}
