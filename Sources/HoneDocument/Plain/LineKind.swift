internal import HoneCore

/// Tells lines without a marker that are no bullets.
///
/// The words are asked for where a line cannot be told without them: most of those that come through a pipe can.
enum LineKind {
  /// Whether a line is a heading, a date line or a contact line.
  static func isNoBullet(_ line: [UInt8], _ range: Range<Int>, _ words: @autoclosure () -> LineWords) -> Bool
  {
    let text = line.text(range)
    return isHeading(text) || isDate(text, words()) || isContact(text, words())
  }

  private static func isHeading(_ text: String) -> Bool {
    text.hasSuffix(":") || !text.unicodeScalars.contains { $0.properties.isLowercase }
  }

  /// Nothing but years, months and what stands between them.
  static func isDate(_ text: String, _ known: @autoclosure () -> LineWords) -> Bool {
    let words = LineWords.words(of: text)
    guard words.contains(where: { $0.count == 4 && $0.allSatisfy(\.isNumber) }), words.count <= 8 else {
      return false
    }
    return words.allSatisfy(known().isDate)
  }

  /// An address, a number or a link with hardly a word beside it, or several of them between bars.
  static func isContact(_ text: String, _ known: @autoclosure () -> LineWords) -> Bool {
    // Every line of a page is asked, and bytes tell most of them.
    let mayHoldAddress = text.utf8.contains { $0 == 0x2E || $0 == 0x3A }
    if !mayHoldAddress, text.utf8.contains(where: Bytes.isLetter) { return false }
    let words = text.split(separator: " ")
    let addresses = words.filter { word in
      guard word.contains(".") else { return word.contains("://") }
      return word.contains("@") || word.contains("://")
        || (hasDotInside(word) && known().beginsWithHost(word))
    }
    let digits = text.filter(\.isNumber).count
    let isPhone = digits >= 8 && !text.contains(where: \.isLetter)
    if isPhone { return true }
    guard !addresses.isEmpty || digits >= 8 else { return false }
    let isBarred = text.contains("|") || text.contains("·") || text.contains("•")
    return !addresses.isEmpty && (isBarred || words.count - addresses.count <= 3)
  }

  private static func hasDotInside(_ word: Substring) -> Bool {
    guard let dot = word.firstIndex(of: ".") else { return false }
    return word.index(after: dot) < word.endIndex && word[word.startIndex].isLetter
  }
}
