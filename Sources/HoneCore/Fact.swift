/// Something in a bullet that a rewrite must not lose.
public struct Fact: Sendable, Hashable {
  /// What it is: `number`, `name`, `link`, or the word list that it stands in (`tool`, `architecture`, …).
  public let kind: String
  /// Where it stands: bytes of the bullet's text.
  public let range: Range<Int>
  /// The words as they stand.
  public let text: String

  /// A fact and its place.
  public init(kind: String, range: Range<Int>, text: String) {
    self.kind = kind
    self.range = range
    self.text = text
  }
}
