import HoneCore
import HoneEngine
import HoneLedger
import HoneTestSupport
import PCRE2
import Testing

/// Pieces made by hand for a bullet, honest or not.
struct Proposal: Sendable, CustomTestStringConvertible {
  /// Where the words of a part are said to come from.
  enum Part: Sendable {
    /// Words of the bullet, as they stand.
    case keep(String)
    /// A form of a word of the bullet.
    case form(String, of: String)
    /// Words that are said to stand where other words of the bullet do.
    case claim(String, where: String)
    /// Words of the grammar, in a clause.
    case words(String, Int)
    /// A slot, in a clause.
    case slot(String, Int)
    /// Words that are said to be a slot.
    case fakeSlot(String, Int)
  }

  let bullet: String
  let parts: [Part]
  let mends: Set<String>
  let standsFor: [String]

  init(_ bullet: String, _ parts: [Part], mends: Set<String> = [], standsFor: [String] = []) {
    self.bullet = bullet
    self.parts = parts
    self.mends = mends
    self.standsFor = standsFor
  }

  var testDescription: String { "\(bullet) → \(pieces.map(\.text).joined())" }

  var pieces: [Piece] {
    parts.map { part in
      switch part {
      case .keep(let words): Piece(words, .kept(range(of: words)))
      case .form(let form, let word): Piece(form, .inflected(range(of: word)))
      case .claim(let words, let place): Piece(words, .kept(range(of: place)))
      case .words(let words, let clause): Piece(words, .grammar, clause: clause)
      case .slot(let name, let clause): Piece("[\(name)]", .slot(name), clause: clause)
      case .fakeSlot(let words, let clause): Piece(words, .slot("metric"), clause: clause)
      }
    }
  }

  /// What the ledger says of it.
  func judged() throws -> Violation? {
    let engine = Engine(Grammars.builtIn)
    let base = try engine.analyze(bullet)
    return Ledger(engine).violation(of: pieces, against: base, mends: mends, standsFor: standsFor)
  }

  private func range(of words: String) -> Range<Int> {
    guard let found = bullet.firstRange(of: words) else { fatalError("“\(words)” is not in “\(bullet)”") }
    let lower = bullet.utf8.distance(from: bullet.startIndex, to: found.lowerBound)
    return lower..<(lower + words.utf8.count)
  }
}
