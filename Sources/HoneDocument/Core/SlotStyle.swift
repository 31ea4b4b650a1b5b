public import HoneCore

/// How somebody wants slots written; where nothing is said, plain text has `[name]` and files have `TODO(hone:name)`.
public struct SlotStyle: Sendable, Hashable {
  /// In plain text.
  public var text: SlotSpelling?
  /// In every other format that can bear it.
  public var files: SlotSpelling?

  /// A style.
  public init(text: SlotSpelling? = nil, files: SlotSpelling? = nil) {
    self.text = text
    self.files = files
  }

  /// The spelling for a format, or `nil` where the format's own holds.
  func spelling(for format: Format) -> SlotSpelling? {
    switch format {
    case .plain, .lines: text
    default: files
    }
  }
}

extension SourceBullet {
  /// The same bullet with its slots written otherwise.
  ///
  /// - Parameter spelling: `nil` for the format's own way.
  public func spellingSlots(_ spelling: SlotSpelling?) -> SourceBullet {
    var bullet = self
    bullet.slotSpelling = spelling
    return bullet
  }
}

extension Document {
  /// The document with its slots written as somebody wants them, if a reader of the file would see them as they are meant.
  ///
  /// Whether it would is tried: a slot is put behind every bullet, and the outcome is read again.
  func spellingSlots(_ grammar: FormatGrammar) -> Document {
    guard pack != nil, let spelling = grammar.slots.spelling(for: format) else { return self }
    let wanted = withBullets { $0.spellingSlots(spelling) }
    return wanted.bearsSlots(grammar) || !bearsSlots(grammar) ? wanted : self
  }

  /// Whether every bullet reads as it should with a slot behind it.
  private func bearsSlots(_ grammar: FormatGrammar) -> Bool {
    guard let pack else { return false }
    var rewrites: [Int: Rewrite] = [:]
    var edits: [Int: [Edit]] = [:]
    for index in reported {
      let text = bullets[index].text
      let pieces = [
        Piece(text.text(0..<text.count), .kept(0..<text.count)), Piece(" by ", .grammar),
        Piece("[metric]", .slot("metric")), Piece(" a day", .grammar),
      ]
      let rewrite = Rewrite(
        pieces: text.isEmpty ? Array(pieces.dropFirst()) : pieces, tier: .full, template: Rewrite.inPlace,
        mends: [], slots: [])
      guard let found = bullets[index].edits(for: rewrite) else { continue }
      rewrites[index] = rewrite
      edits[index] = found
    }
    var proof = RewriteProof(self, rewrites, grammar, pack)
    return proof.holds(edits, strictly: true)
  }
}
