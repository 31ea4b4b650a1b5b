/// How far a rewrite can be trusted.
public enum Tier: String, Sendable {
  /// No slot, no claim changed: may be applied unattended.
  case safe
  /// Holds slots that only the writer can fill.
  case full
}

/// A fact that a rewrite asks for.
public struct SlotRequest: Sendable, Hashable {
  /// The name of the slot, as it stands between the brackets.
  public let name: String
  /// The unit that the answer should carry, or `nil`.
  public let unit: String?
  /// What to ask the writer.
  public let question: String
  /// Examples of an answer, for the domain of the bullet.
  public let hint: String

  /// A request.
  public init(name: String, unit: String?, question: String, hint: String) {
    self.name = name
    self.unit = unit
    self.question = question
    self.hint = hint
  }
}

/// A stronger bullet: pieces that passed the ledger and the rules.
public struct Rewrite: Sendable, Hashable {
  /// The pieces, in order.
  public let pieces: [Piece]
  /// How far it can be trusted.
  public let tier: Tier
  /// What stands for a template where the bullet's own sentence was kept and edited.
  public static let inPlace = "in-place"
  /// What stands for one where slots stood open in the bullet itself.
  public static let openSlots = "open-slots"

  /// The template that made it, or `inPlace`.
  public let template: String
  /// The rules whose findings it mends.
  public let mends: [String]
  /// What it asks for, in the order of the text.
  public let slots: [SlotRequest]

  /// A rewrite.
  public init(pieces: [Piece], tier: Tier, template: String, mends: [String], slots: [SlotRequest]) {
    self.pieces = pieces
    self.tier = tier
    self.template = template
    self.mends = mends
    self.slots = slots
  }

  /// The text that a reader sees, slots in brackets.
  public var text: String { pieces.map(\.text).joined() }
}
