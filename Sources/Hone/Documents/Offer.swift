public import HoneCore
public import HoneDocument
public import HoneEngine
public import HoneFacts

/// The rewrites that may take the place of a bullet.
public struct Offer: Sendable {
  /// The rewrites that its file can hold, the best first; none where the bullet stays as it is.
  public let rewrites: [Rewrite]
  /// The rules that ask something of the bullet, or find it at fault.
  public let open: Set<String>

  /// The keys of answers in a facts file that no rewrite of the bullet has a place for.
  public let idle: Set<String>

  /// An offer; nothing at all when left out.
  public init(rewrites: [Rewrite] = [], open: Set<String> = [], idle: Set<String> = []) {
    self.rewrites = rewrites
    self.open = open
    self.idle = idle
  }

  /// Whether the bullet waits for a fact once a rewrite of the offer, or none, stands in its place.
  func waits(with chosen: Rewrite?) -> Bool {
    chosen.map { !$0.slots.isEmpty } ?? false || !open.isSubset(of: chosen?.mends ?? [])
  }
}

extension Hone {
  /// How many rewrites there are to choose from, so that bullets near each other do not read alike.
  private static let offered = 4

  /// The rewrites that may take the place of a bullet.
  ///
  /// - Parameters:
  ///   - bullet: a bullet of a file or a stream, with the rules that a comment switched off there.
  ///   - tier: `safe` for what may be done unattended, `full` for rewrites with slots where there are any.
  ///   - facts: what the writer answered before; a bullet that is known there takes its answers and nothing else.
  ///   - isFirst: whether no bullet stands before it: it can read like no other, and the best rewrite is all that it needs.
  /// - Throws: `EngineError` where a pattern costs too much on this bullet.
  public func offer(
    for bullet: SourceBullet, tier: Tier = .safe, facts: FactsFile? = nil, isFirst: Bool = false
  ) throws(EngineError) -> Offer {
    try switched(to: bullet) { text throws(EngineError) in
      switch facts?.match(text) {
      // The answers stand in it already.
      case .filled?: return Offer()
      case .original(let entry)?:
        // What was passed over is not asked again, not even by a slot.
        let rewrite = try rewrite(text, with: entry.given)
        let rewrites = [rewrite].compactMap { $0 }.filter { bullet.edits(for: $0) != nil }
        return Offer(rewrites: rewrites, idle: idle(entry.given, in: rewrites.first))
      case nil:
        if tier == .safe { return offer(try adviseSafely(text), for: bullet) }
        if isFirst {
          let best = offer(try advise(text, limit: 1), for: bullet)
          if best.rewrites.first?.tier == .full { return best }
        }
        return offer(try advise(text, limit: Hone.offered), for: bullet)
      }
    }
  }

  /// The keys of answers that stand nowhere in a rewrite; of several to one slot the last are those that are left over.
  private func idle(_ answers: SlotAnswers, in rewrite: Rewrite?) -> Set<String> {
    var places: [String: Int] = [:]
    for slot in rewrite?.pieces.compactMap(\.answeredSlot) ?? [] { places[slot, default: 0] += 1 }
    return Set(
      answers.given.keys.sorted().filter { key in
        let slot = slotName(key)
        places[slot, default: 0] -= 1
        return places[slot, default: 0] < 0
      })
  }

  private func offer(_ advice: Advice, for bullet: SourceBullet) -> Offer {
    let rewrites = (advice.rewrites + [advice.safe].compactMap { $0 }).filter { bullet.edits(for: $0) != nil }
    // A safe rewrite is for a bullet that has no other.
    let full = rewrites.filter { $0.tier == .full }
    let open = advice.findings.filter { $0.level >= .question }.map(\.rule)
    return Offer(rewrites: full.isEmpty ? rewrites : full, open: Set(open))
  }

  /// Takes over what a file says of a bullet beside its words: rules that are off there, and whether a link stands in it. It
  /// holds until another bullet is heeded.
  public func heed(_ bullet: SourceBullet) {
    (engine.rulesOff, engine.isLinked) = (bullet.rulesOff, bullet.holdsLink)
  }

  /// Works on the text of a bullet without the rules that are off there.
  func switched<Result>(
    to bullet: SourceBullet, asFile: Bool = false, _ work: (String) throws(EngineError) -> Result
  ) throws(EngineError) -> Result {
    let before = (engine.rulesOff, engine.readsFiles, engine.isLinked)
    defer { (engine.rulesOff, engine.readsFiles, engine.isLinked) = before }
    heed(bullet)
    engine.readsFiles = asFile
    return try work(String(decoding: bullet.text, as: UTF8.self))
  }
}

extension Variety {
  /// The rewrite to use for a bullet, noted as used; `nil` where the bullet stays as it is, which is noted too.
  ///
  /// Bullets come in the order of their file.
  public mutating func choose(_ offer: Offer, for bullet: SourceBullet) -> Rewrite? {
    if let rewrite = choose(offer.rewrites) { return rewrite }
    keep(String(decoding: bullet.text, as: UTF8.self))
    return nil
  }
}
