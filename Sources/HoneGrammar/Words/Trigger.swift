internal import HoneCore

/// Something that must stand in a bullet if a pattern is to match there, or with which a match begins.
enum Trigger: Hashable {
  /// A word that begins with these lower-case letters and digits.
  case prefix(String)
  /// A word that is these lower-case letters and digits.
  case word(String)
  /// A part that is marked.
  case part(PartID)
  /// A digit.
  case digit
  /// A dot or `@` inside a word, or a character beyond ASCII.
  case sign
  /// An ASCII sign that is no letter, digit or space.
  case symbol(UInt8)
  /// A word that begins with this lower-case letter; for starts alone.
  case letter(UInt8)
  /// A character beyond ASCII; for starts alone.
  case wide
  /// The beginning of the text; for starts alone.
  case textStart
  /// A word with a digit in it or in one of the two words behind it; for starts alone.
  case nearDigit
  /// A word with a digit in it; for starts alone.
  case digitInside
  /// A word with a digit in it or in the word behind it; for starts alone.
  case digitBehind

  /// How many bullets of a thousand are likely to hold one of the triggers without cause; guessed from the corpus.
  static func cost(_ triggers: Set<Trigger>) -> Int {
    triggers.reduce(0) { $0 + $1.cost }
  }

  private var cost: Int {
    switch self {
    case .digit, .letter, .nearDigit, .digitInside, .digitBehind: 500
    case .sign, .wide, .textStart: 100
    case .part: 40
    case .symbol(let symbol):
      switch symbol {
      case 0x2C, 0x2D, 0x2E: 700
      case 0x25, 0x28, 0x29, 0x2F, 0x3A, 0x3B: 200
      default: 20
      }
    case .word: 5
    case .prefix(let word): [2: 30, 3: 12, 4: 6, 5: 4][word.utf8.count] ?? 2
    }
  }

  /// A trigger as a grammar spells it: `digit`, `sign`, `near-digit`, `before-digit`, `digit-inside`, `wide`, an ASCII
  /// sign, the beginning of a word, or a whole word as in `=to`.
  static func named(_ name: String) -> Trigger {
    switch name {
    case "digit": .digit
    case "sign": .sign
    case "near-digit": .nearDigit
    case "digit-inside": .digitInside
    case "before-digit": .digitBehind
    case "wide": .wide
    case _ where name.utf8.count == 1: .symbol(name.utf8.first!)
    case _ where name.hasPrefix("="): .word(name.dropFirst().lowercased())
    default: .prefix(name.lowercased())
    }
  }
}
