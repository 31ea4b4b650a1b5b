/// A part of a rewrite and where it came from.
public struct Piece: Sendable, Hashable {
  /// Where the words of a piece come from.
  public enum Origin: Sendable, Hashable {
    /// These bytes of the bullet, as they stand.
    case kept(Range<Int>)
    /// These bytes of the bullet, in another form or case of the same word.
    case inflected(Range<Int>)
    /// The grammar: a function word, the right side of a swap, or words of a clause that holds a slot.
    case grammar
    /// A fact that is missing, by the name of its slot.
    case slot(String)
    /// What the writer answered, by the name of the slot that asked.
    case fact(String)
  }

  /// The words themselves.
  public let text: String
  /// Where they come from.
  public let origin: Origin
  /// The clause they stand in: 0 for what stands without any slot, or with the lead's.
  public let clause: Int

  /// A piece.
  public init(_ text: String, _ origin: Origin, clause: Int = 0) {
    self.text = text
    self.origin = origin
    self.clause = clause
  }

  /// The bytes of the bullet that this piece stands for, or `nil`.
  public var source: Range<Int>? {
    switch origin {
    case .kept(let range), .inflected(let range): range
    case .grammar, .slot, .fact: nil
    }
  }

  /// The slot whose answer it is, or `nil`.
  public var answeredSlot: String? {
    if case .fact(let slot) = origin { slot } else { nil }
  }
}
