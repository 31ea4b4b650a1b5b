public import HoneGrammar
public import PCRE2

/// A grammar that cannot be run, or a bullet that costs a rule too much.
public enum EngineError: Error, Sendable, CustomStringConvertible {
  /// A pattern that PCRE2 does not take: what it belongs to, where it stands, and PCRE2's words.
  case badPattern(owner: String, place: Place, problem: PatternError)
  /// A pattern that ran into its limits on some text.
  case tooCostly(owner: String, problem: MatchError)

  /// One line that says what, where, and what to do.
  public var description: String {
    switch self {
    case .badPattern(let owner, let place, let problem):
      "\(place): the pattern of \(owner) does not compile: \(problem); mend it there"
    case .tooCostly(let owner, let problem) where problem.isTooCostly:
      "the pattern of \(owner) costs too much on this bullet (\(problem)); make it simpler, or switch it off"
    case .tooCostly(let owner, let problem):
      "the pattern of \(owner) failed on this bullet: \(problem)"
    }
  }
}
