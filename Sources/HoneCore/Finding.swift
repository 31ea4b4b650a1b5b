/// A rule that matched in a bullet.
public struct Finding: Sendable, Hashable {
  /// The id of the rule.
  public let rule: String
  /// The kind of weakness, as in `vague-model`.
  public let kind: String
  /// How much it matters here.
  public let level: Level
  /// Where it stands: bytes of the bullet's text.
  public let range: Range<Int>
  /// One sentence for the writer.
  public let message: String
  /// Where the advice comes from.
  public let source: String
  /// Whether it misses something in the bullet as a whole, and is not about the words in its range.
  public let isOfAbsence: Bool

  /// A finding with all that a report shows of it.
  public init(
    rule: String, kind: String, level: Level, range: Range<Int>, message: String, source: String,
    isOfAbsence: Bool = false
  ) {
    self.rule = rule
    self.kind = kind
    self.level = level
    self.range = range
    self.message = message
    self.source = source
    self.isOfAbsence = isOfAbsence
  }
}
