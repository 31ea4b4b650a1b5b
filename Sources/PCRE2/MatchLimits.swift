/// How much work a match may cost before it is given up.
public struct MatchLimits: Sendable, Hashable {
  /// Calls of PCRE2's match function at one starting place.
  public var matches: UInt32
  /// Nested backtracking points.
  public var depth: UInt32
  /// Memory for backtracking, in KiB.
  public var heap: UInt32

  /// Limits for patterns that the project ships and has tried on pumped inputs.
  public static let trusted = MatchLimits(matches: 20_000_000, depth: 1_000_000, heap: 200_000)
  /// Limits for patterns that a user wrote.
  public static let untrusted = MatchLimits(matches: 100_000, depth: 10_000, heap: 4_000)

  /// Limits of your own.
  public init(matches: UInt32, depth: UInt32, heap: UInt32) {
    self.matches = matches
    self.depth = depth
    self.heap = heap
  }
}
