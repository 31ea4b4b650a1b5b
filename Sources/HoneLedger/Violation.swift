/// Why a candidate was refused.
public enum Violation: Sendable, Hashable, CustomStringConvertible {
  /// A piece says that it is kept, and is not what stands there.
  case notKept(String)
  /// A piece says that it is an answer of the writer's, and is none.
  case notAnswered(String)
  /// A slot that is gone, with no answer in its place.
  case lostSlot(String)
  /// A piece says that it is another form of a word, and is not.
  case notAForm(String, of: String)
  /// A word that stands neither in the bullet nor in a clause with a slot.
  case invented(String)
  /// A fact of the bullet that the rewrite has not.
  case lostFact(String)
  /// A fact that the rewrite has twice.
  case repeated(String)
  /// Two metrics of one clause that have changed places: “from 45 ms to 120 ms” says another thing.
  case swapped(String, String)
  /// A word of the bullet that the rewrite has not, outside of what it mends.
  case lostWord(String)
  /// A word that limits a claim, gone from a rewrite that asks nothing.
  case raisedClaim(String)
  /// A rule that finds in the rewrite what the rewrite set out to mend.
  case stillFlagged(String)
  /// A rule that finds in the rewrite what was not in the bullet.
  case newlyFlagged(String)

  /// What happened, for those who ask why a candidate was dropped.
  public var description: String {
    switch self {
    case .notKept(let text): "“\(text)” is said to be kept, but does not stand there"
    case .notAnswered(let text): "“\(text)” is said to be an answer, but nobody gave it"
    case .lostSlot(let name): "the slot “\(name)” is gone, and no answer stands in its place"
    case .notAForm(let text, let word): "“\(text)” is no form of “\(word)”"
    case .invented(let word): "“\(word)” stands nowhere in the bullet"
    case .lostFact(let fact): "the fact “\(fact)” is lost"
    case .repeated(let fact): "the fact “\(fact)” stands there twice"
    case .swapped(let one, let other): "“\(one)” and “\(other)” have changed places"
    case .lostWord(let word): "“\(word)” is lost"
    case .raisedClaim(let word): "without “\(word)” the claim is greater"
    case .stillFlagged(let rule): "\(rule) still finds its fault"
    case .newlyFlagged(let rule): "\(rule) finds a new fault"
    }
  }
}
