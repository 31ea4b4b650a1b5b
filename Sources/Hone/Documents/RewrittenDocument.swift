public import HoneCore
public import HoneDocument
internal import HoneEngine
public import HoneFacts

/// A document after hone: its new bytes, and what was done.
public struct RewrittenDocument: Sendable {
  /// The whole file; what it was, bit for bit, where nothing was changed.
  public let bytes: [UInt8]
  /// What was changed, in order: byte ranges of the document's `bytes`.
  public let edits: [Edit]
  /// The rewrites that were chosen, by the number of the bullet.
  public let rewrites: [Int: Rewrite]
  /// Those of them that would have harmed the file, by the number of the bullet: it stayed as it was.
  public let refused: [Int]
  /// How many bullets were read.
  public let read: Int
  /// How many bullets wait for a fact that only their writer knows.
  public let waiting: Int

  /// How many bullets were rewritten.
  public var rewritten: Int { rewrites.count - refused.count }
}

extension Hone {
  /// A document with rewrites in the place of its bullets; everything else keeps its bytes.
  ///
  /// - Parameters:
  ///   - document: a file that was read as one of the formats that hone writes.
  ///   - tier: `safe` for what may be done unattended, `full` for rewrites with slots, spelled as the format can bear them.
  ///   - facts: what the writer answered before.
  /// - Throws: `DocumentError`, with its line, where a pattern costs too much on a bullet, or the format is read only.
  public func rewrite(_ document: Document, tier: Tier = .safe, facts: FactsFile? = nil) throws(DocumentError)
    -> RewrittenDocument
  {
    var offers: [Int: Offer] = [:]
    for index in document.reported {
      let bullet = document.bullets[index]
      offers[index] = try inLine(of: bullet) { () throws(EngineError) in
        try offer(for: bullet, tier: tier, facts: facts)
      }
    }
    return try document.rewriting(choosingFrom: offers)
  }

  /// An error of the engine as one of the document, with the line of the bullet.
  func inLine<Result>(of bullet: SourceBullet, _ work: () throws(EngineError) -> Result) throws(DocumentError)
    -> Result
  {
    do throws(EngineError) {
      return try work()
    } catch {
      throw DocumentError(line: bullet.line, error.description)
    }
  }
}

extension Document {
  /// This document with a rewrite of each offer in its bullet's place, chosen so that bullets near each other do not read
  /// alike; copies of a bullet change together.
  ///
  /// - Parameter offers: by the number of the bullet. They may be made on several threads: this is what needs all of them.
  /// - Throws: where the format is read only, or the file cannot be put together.
  public func rewriting(choosingFrom offers: [Int: Offer]) throws(DocumentError) -> RewrittenDocument {
    var variety = Variety()
    var rewrites: [Int: Rewrite] = [:]
    var waiting = 0
    let live = reported
    for index in live {
      let offer = offers[index] ?? Offer()
      rewrites[index] = variety.choose(offer, for: bullets[index])
      if offer.waits(with: rewrites[index]) { waiting += 1 }
    }
    matchTwins(&rewrites)
    let made = try rewriting(rewrites)
    return RewrittenDocument(
      bytes: made.bytes, edits: made.edits, rewrites: rewrites, refused: made.refused, read: live.count,
      waiting: waiting)
  }
}
