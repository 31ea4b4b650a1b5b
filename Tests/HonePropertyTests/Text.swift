import HoneCore

/// What a reader counts in a text, without asking hone.
enum Text {
  /// The runs of digits, of any script.
  static func digitRuns(_ text: String) -> [String] {
    text.unicodeScalars.split { $0.properties.numericType == nil }.map {
      String(String.UnicodeScalarView($0))
    }
  }

  /// The runs of letters and digits.
  static func words(_ text: String) -> [String] {
    text.unicodeScalars.split { scalar in
      !(scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_")
    }.map { String(String.UnicodeScalarView($0)) }
  }

  /// The members that stand more often in one list than in another.
  static func surplus(_ one: [String], over other: [String]) -> [String] {
    var rest = other.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    return one.filter { member in
      rest[member, default: 0] -= 1
      return rest[member]! < 0
    }
  }

  /// Whether two words may be forms of one: they begin with the same consonants, as `taught` and `teach` do.
  static func areAlike(_ one: String, _ other: String) -> Bool {
    let (one, other) = (bones(one), bones(other))
    let count = min(one.count, other.count, 2)
    return one.prefix(count) == other.prefix(count) && one.first == other.first
  }

  private static func bones(_ word: String) -> [Character] {
    let word = word.lowercased()
    let stem = word.hasSuffix("ught") ? String(word.dropLast(4)) : word
    return stem.first.map { [$0] + stem.dropFirst().filter { !"aeiouy".contains($0) } } ?? []
  }

  /// How often a text stands in another, capitals aside; bytes are compared, for a joiner makes one character of two.
  static func count(_ part: String, in text: String) -> Int {
    let part = Array(part.lowercased().utf8)
    return part.isEmpty ? 0 : Array(text.lowercased().utf8).ranges(of: part).count
  }
}

extension Rewrite {
  /// The text without its slots: a mark stands for each, so that words on both sides stay apart.
  var written: String {
    pieces.map { piece in
      if case .slot = piece.origin { return "\u{1}" }
      return piece.text
    }.joined()
  }

  /// The clauses that ask for something.
  var openClauses: Set<Int> {
    Set(pieces.compactMap { piece in if case .slot = piece.origin { piece.clause } else { nil } })
  }
}
