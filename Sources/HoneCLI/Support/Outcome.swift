/// How a run ended, as its exit status says it; the greater wins.
enum Outcome: Int32, Comparable {
  /// Nothing at the level that fails, or the work is done.
  case clean = 0
  /// A finding at that level, or bytes that would change under `--check`.
  case findings = 1
  /// Wrong usage, unreadable input, a bad grammar, a limit that was hit.
  case trouble = 2

  static func < (one: Outcome, other: Outcome) -> Bool { one.rawValue < other.rawValue }

  /// Keeps the worse of what was and what is.
  mutating func note(_ other: Outcome) { self = max(self, other) }
}

/// Trouble that ends a command: one line for standard error.
struct Trouble: Error {
  let message: String
}
