/// What a writer answered to the questions of one bullet.
public struct SlotAnswers: Sendable, Hashable {
  /// The template whose questions were answered; `nil` where none was chosen.
  public var template: String?
  /// The answers, by the keys of the slots.
  public var given: [String: String]

  /// Answers, none when left out.
  public init(template: String? = nil, given: [String: String] = [:]) {
    self.template = template
    self.given = given
  }
}

/// A slot of a rewrite, open or answered.
public struct SlotPlace: Sendable, Hashable {
  /// Its name in the grammar.
  public let name: String
  /// Its name in this rewrite: the same, with a number behind it from the second of a name on.
  public let key: String
  /// The clause that it stands in; 0 for the lead.
  public let clause: Int
  /// Whether nobody answered yet.
  public let isOpen: Bool
}

extension Rewrite {
  /// The slots, in the order of the text.
  public var slotPlaces: [SlotPlace] { Rewrite.slotPlaces(in: pieces) }

  /// The slots of some pieces, in their order.
  public static func slotPlaces(in pieces: [Piece]) -> [SlotPlace] {
    var counts: [String: Int] = [:]
    return pieces.compactMap { piece in
      let found: (name: String, isOpen: Bool)
      switch piece.origin {
      case .slot(let name): found = (name, true)
      case .fact(let name): found = (name, false)
      case .kept, .inflected, .grammar: return nil
      }
      counts[found.name, default: 0] += 1
      let count = counts[found.name] ?? 1
      return SlotPlace(
        name: found.name, key: count == 1 ? found.name : "\(found.name) \(count)", clause: piece.clause,
        isOpen: found.isOpen)
    }
  }
}
