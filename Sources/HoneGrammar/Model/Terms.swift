internal import HoneCore

/// A named list of terms; the literal ones stand in the grammar's `words`.
public struct TermList: Sendable {
  /// Its name.
  public let name: String
  /// Its terms that were written as patterns (`re:`).
  public let patterns: [String]
  /// The lists whose terms it takes in, by their names.
  public let includes: [String]
}

/// One literal term.
public struct Term: Sendable, Hashable {
  /// The words, a space for each space or hyphen; in lower case unless the case matters.
  public let text: String
  /// Whether it is matched only as spelled.
  public let isCased: Bool

  /// A term by its text.
  public init(text: String, isCased: Bool) {
    self.text = text
    self.isCased = isCased
  }

  /// Reads a term as it stands in a list: with its plurals where it ends in `+`.
  static func read(_ item: String) -> [Term] {
    var words = item
    let addsPlural = words.count > 1 && words.hasSuffix("+") && !words.hasSuffix("++")
    if addsPlural { words.removeLast() }
    let spelled = addsPlural ? [words] + Inflection.plurals(of: words) : [words]
    let isCased = words.split(whereSeparator: { $0 == " " || $0 == "-" }).contains { word in
      word.utf8.count <= 5 && word.utf8.contains(where: Bytes.isUpper)
    }
    return spelled.map { Term(text: isCased ? $0 : $0.lowercased(), isCased: isCased) }
  }
}
