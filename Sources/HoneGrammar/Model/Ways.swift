/// The ways to match of each pattern of a grammar, in the order in which they are tried.
///
/// Patterns are counted: the rules first, then the kinds of number, the parts of the frame, and the conditions. Ways are counted
/// through all of them, and are what words call and where a match begins.
public struct Ways: Sendable {
  /// The first way of each pattern, and behind the last pattern the number of all ways.
  let firsts: [Int]
  let texts: TextTable
  /// What tells these ways, with all that they call, from those of another grammar; empty where nobody asked.
  var mark = ""

  /// No pattern has any way.
  init() { self.init([]) }

  /// The ways of patterns, by the first way of each and behind them how many there are.
  init(firsts: [Int], texts: TextTable) {
    self.firsts = firsts
    self.texts = texts
  }

  /// The ways of patterns, each with its own.
  init(_ ways: [[String]]) {
    var firsts = [0]
    for ways in ways { firsts.append(firsts[firsts.count - 1] + ways.count) }
    self.init(
      firsts: firsts, texts: TextTable(image: TextTable.image(of: ways.flatMap { $0.map { Array($0.utf8) } }))
    )
  }

  /// How many there are.
  public var count: Int { firsts[firsts.count - 1] }

  /// The ways of a pattern, by its number.
  public func of(_ pattern: Int) -> Range<Int> {
    // Behind the last pattern there are none.
    firsts[pattern]..<firsts[min(pattern + 1, firsts.count - 1)]
  }

  /// The first pattern from one on of which some way is in a set, or `nil`.
  public func firstPattern(from pattern: Int, in called: WaySet) -> Int? {
    guard pattern < firsts.count - 1, let way = called.first(from: firsts[pattern]) else { return nil }
    var pattern = pattern
    while firsts[pattern + 1] <= way { pattern += 1 }
    return pattern
  }

  /// The PCRE2 pattern of a way; empty for what has none, as a rule of absence.
  public func text(of way: Int) -> String { texts[way] }
}
