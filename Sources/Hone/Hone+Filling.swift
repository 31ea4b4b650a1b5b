public import HoneCore
public import HoneEngine
internal import HoneGrammar
internal import HoneLedger
internal import HoneRewrite

extension Hone {
  /// How many rewrites are looked at for one whose questions were all answered.
  private static let choices = 8

  /// What hone has to say of one bullet whose writer passed some questions over.
  ///
  /// An optional clause that asks one of them goes; a rewrite whose lead does is void.
  ///
  /// - Parameters:
  ///   - text: the bullet's plain text, without its marker.
  ///   - limit: how many full rewrites to propose at most; 0 for findings alone.
  ///   - skipped: the slots that must not be asked for.
  /// - Throws: `EngineError` where a pattern costs too much on this text.
  public func advise(_ text: String, limit: Int = 3, skipping skipped: Set<String>) throws(EngineError)
    -> Advice
  {
    generator.passedOver = skipped
    defer { generator.passedOver = [] }
    return try advise(text, limit: limit)
  }

  /// The rewrites whose questions a writer can be asked, the best first.
  ///
  /// A bullet in which slots stand open is one itself.
  ///
  /// - Parameters:
  ///   - text: the bullet's plain text, without its marker.
  ///   - skipped: the slots that must not be asked for.
  /// - Throws: `EngineError` where a pattern costs too much on this text.
  public func rewritesToFill(_ text: String, skipping skipped: Set<String> = []) throws(EngineError)
    -> [Rewrite]
  {
    let base = try engine.analyze(text)
    guard base.slots.isEmpty else { return [opened(base)] }
    return try advise(text, limit: Hone.choices, skipping: skipped).rewrites
  }

  /// The rewrite that a writer's answers make, with nothing left to ask; the safe one where they make none.
  ///
  /// The template that was answered comes first, then any other whose slots all have an answer, then one without the edits
  /// whose slots have none. Slots that stood open in the bullet itself may stay so.
  ///
  /// - Parameters:
  ///   - text: the bullet's plain text, without its marker.
  ///   - answers: what the writer said, by the keys of the slots.
  /// - Returns: `nil` where there is nothing to do.
  /// - Throws: `EngineError` where a pattern costs too much on this text.
  public func rewrite(_ text: String, with answers: SlotAnswers) throws(EngineError) -> Rewrite? {
    let base = try engine.analyze(text)
    if !base.slots.isEmpty {
      let filled = try fill(opened(base), with: answers.given, of: text)
      return filled?.text == text ? nil : filled
    }
    let unanswered = Set(grammar.slots.keys).subtracting(answers.given.keys.map(slotName))
    let complete = try advise(text, limit: Hone.choices, skipping: unanswered).rewrites
    if let made = try filled(complete, base, answers) { return made }
    // What is proposed without a slot may lack an edit that was answered: one edit can lay another bare.
    if !answers.given.isEmpty {
      if let made = try filled(advise(text, limit: Hone.choices).rewrites, base, answers) { return made }
    }
    return try safeRewrite(text)
  }

  /// Of some rewrites that answers fill the one that takes most of them, so that none is lost; of two that take as many the
  /// template that was answered comes first.
  private func filled(_ rewrites: [Rewrite], _ base: Analysis, _ answers: SlotAnswers) throws(EngineError)
    -> Rewrite?
  {
    let isChosen = { (rewrite: Rewrite) in rewrite.template == answers.template }
    var best: (rewrite: Rewrite, answers: Int)?
    for rewrite in rewrites.filter(isChosen) + rewrites.filter({ !isChosen($0) }) {
      guard let (closed, given) = closing(rewrite, base, answers.given),
        let filled = try fill(closed, with: given, of: base.text), filled.slots.isEmpty
      else { continue }
      let used = Set(closed.slotPlaces.map(\.key)).intersection(given.keys).count
      if used > best?.answers ?? -1 { best = (filled, used) }
    }
    return best?.rewrite
  }

  /// A bullet with open slots as the rewrite that fills them.
  private func opened(_ base: Analysis) -> Rewrite {
    var pieces: [Piece] = []
    var at = 0
    let marks = base.marks(of: PartNames.slot, in: 0..<base.bytes.count)
    for (name, mark) in zip(base.slots, marks) {
      if at < mark.range.lowerBound {
        pieces.append(Piece(base.bytes.text(at..<mark.range.lowerBound), .kept(at..<mark.range.lowerBound)))
      }
      pieces.append(Piece("[\(grammar.slots[name]?.label ?? name)]", .slot(name)))
      at = mark.range.upperBound
    }
    if at < base.bytes.count {
      pieces.append(Piece(base.bytes.text(at..<base.bytes.count), .kept(at..<base.bytes.count)))
    }
    return Rewrite(
      pieces: pieces, tier: .full, template: Rewrite.openSlots, mends: [], slots: requests(in: pieces, base))
  }

  /// A rewrite without the edits whose questions were passed over while another of the same slot was answered, and the answers
  /// by the keys that its slots have then.
  private func closing(_ rewrite: Rewrite, _ base: Analysis, _ answers: [String: String]) -> (
    Rewrite, [String: String]
  )? {
    let keys = rewrite.slotPlaces.map(\.key)
    let missing = Set(keys.filter { answers[$0] == nil })
    if missing.isEmpty { return (rewrite, answers) }
    guard missing.count < keys.count,
      let pieces = generator.undoing(missing, in: rewrite.pieces, of: base.bytes),
      ledger.violation(of: pieces, against: base, mends: Set(rewrite.mends)) == nil
    else { return nil }
    let closed = Rewrite(
      pieces: pieces, tier: .full, template: rewrite.template, mends: rewrite.mends, slots: rewrite.slots)
    var given: [String: String] = [:]
    for (place, key) in zip(closed.slotPlaces, keys.filter { !missing.contains($0) }) {
      given[place.key] = answers[key]
    }
    return (closed, given)
  }

  /// A rewrite of a bullet with answers in the place of its slots, by their keys; a slot without one stays open.
  ///
  /// - Parameters:
  ///   - rewrite: one that hone made of the bullet.
  ///   - answers: by the keys of its `slotPlaces`.
  ///   - text: the bullet's plain text.
  /// - Returns: `nil` where the ledger refuses it.
  /// - Throws: `EngineError` where a pattern costs too much on this text.
  public func fill(_ rewrite: Rewrite, with answers: [String: String], of text: String) throws(EngineError)
    -> Rewrite?
  {
    let shown = try engine.analyze(rewrite.text)
    let bytes = Array(text.utf8)
    let answers = generator.fitted(answers.mapValues(tidied), to: rewrite.pieces, in: shown)
    guard let filled = generator.filling(rewrite.pieces, in: shown, with: answers, of: bytes) else {
      return nil
    }
    let facts = Dictionary(grouping: answers.keys, by: slotName).mapValues { $0.compactMap { answers[$0] } }
    guard ledger.violation(of: filled.pieces, against: shown, mends: [], facts: facts) == nil,
      let pieces = Generator.compose(filled.pieces, onto: rewrite.pieces)
    else { return nil }
    let open = Set(Rewrite.slotPlaces(in: pieces).filter(\.isOpen).map(\.name))
    return Rewrite(
      pieces: pieces, tier: rewrite.tier, template: rewrite.template, mends: rewrite.mends,
      slots: rewrite.slots.filter { slot in open.contains { grammar.slots[$0]?.label == slot.name } })
  }

  /// The slot that a key stands for: `count` for `count 2`.
  public func slotName(_ key: String) -> String {
    if grammar.slots[key] != nil { return key }
    guard let space = key.lastIndex(of: " "), Int(key[key.index(after: space)...]) != nil else { return key }
    return String(key[..<space])
  }
}
