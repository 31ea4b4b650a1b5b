internal import HoneCore

/// Signs that mark a line as a bullet where there is no list.
enum LaTeXSign {
  /// Whether text stands behind the sign that a text begins with; `nil` where it begins with none.
  static func rest(of text: String, _ vocabulary: LaTeXVocabulary) -> Bool? {
    guard let sign = length(of: text, vocabulary) else { return nil }
    return text.dropFirst(sign).contains { !$0.isWhitespace }
  }

  /// How many characters a sign and the white space around it take.
  static func length(of text: String, _ vocabulary: LaTeXVocabulary) -> Int? {
    let leading = text.prefix { $0.isWhitespace }.count
    guard let first = text.dropFirst(leading).first else { return nil }
    let isSign = vocabulary.bullets.contains(String(first))
    let isDash = "-–—*+".contains(first) && text.dropFirst(leading + 1).first == " "
    guard isSign || isDash else { return nil }
    return leading + 1 + text.dropFirst(leading + 1).prefix { $0.isWhitespace }.count
  }
}
