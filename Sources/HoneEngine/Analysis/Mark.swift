public import HoneCore
public import HoneGrammar

/// A place in a bullet where something was seen.
public struct Mark: Sendable, Hashable {
  /// What was seen there: a word may be a tool, a verb and a name at once.
  public let parts: PartSet
  /// Where: bytes of the bullet's text.
  public let range: Range<Int>
}

/// A part of the tiled bullet.
public struct Tile: Sendable, Hashable {
  /// The name of the part; `rest` where no pattern took the words.
  public let part: String
  /// The shape of its words.
  public let shape: String
  /// Where: bytes of the bullet's text.
  public let range: Range<Int>
  /// What the part's pattern captured.
  public let captures: [String: Range<Int>]
}

/// A rule that matched and was excused, for those who ask why hone is silent.
public struct Excuse: Sendable, Hashable {
  /// The id of the rule.
  public let rule: String
  /// What it matched.
  public let range: Range<Int>
  /// The condition that decided, in words.
  public let condition: String
  /// Whether the condition stood and excused the match, or was needed and did not stand.
  public let stood: Bool

  /// The words that a pattern matched, or that are of the part, where it stood; empty where no words tell.
  public let words: String

  /// One sentence for a reader.
  public var reason: String {
    guard stood else { return "needs \(shortCondition)" }
    return "excused by \(shortCondition)" + (words.isEmpty ? "" : ", which is “\(words)”")
  }

  /// The condition with its pattern by its beginning: some fill a screen, and a reader looks for the words behind them.
  private var shortCondition: String {
    let beginning = condition.prefix(Excuse.longestShown)
    guard let close = condition.lastIndex(of: "’"), close > beginning.endIndex else { return condition }
    return beginning + "…" + condition[close...]
  }

  /// In characters.
  private static let longestShown = 60
}

/// A finding with what its fixes need.
public struct Hit: Sendable {
  /// The index of the rule in the grammar.
  public let rule: Int
  /// What is at fault: the span that a report shows, and whose words a rewrite that mends it may drop.
  public let range: Range<Int>
  /// The whole match.
  public let whole: Range<Int>
  /// What its pattern captured.
  public let captures: [(name: String, range: Range<Int>)]
  /// The level here.
  public let level: Level

  func at(_ level: Level) -> Hit {
    Hit(rule: rule, range: range, whole: whole, captures: captures, level: level)
  }

  /// The range of a capture; `match` is the whole.
  public func range(of name: String) -> Range<Int>? {
    name == "match" ? whole : captures.first { $0.name == name }?.range
  }
}
