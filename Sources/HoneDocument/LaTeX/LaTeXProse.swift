/// Tells prose from names, dates and lists of tools.
struct LaTeXProse: Sendable {
  private let functionWords: Set<String>
  private let labels: Set<String>

  private let isLenient: Bool

  init(functionWords: Set<String>, labels: Set<String>, isLenient: Bool) {
    self.isLenient = isLenient
    self.functionWords = functionWords
    self.labels = labels
  }

  /// Whether a text without a sign before it reads like a sentence of what somebody did.
  ///
  /// - Parameter isExpected: whether prose is what should stand there: the description of a job.
  func isProse(_ text: String, isExpected: Bool = false) -> Bool {
    let words = text.split(whereSeparator: \.isWhitespace)
    let function = words.count { functionWords.contains($0.lowercased()) }
    let small = words.count { $0.first?.isLowercase ?? false }
    let ends = text.hasSuffix(".")
    // “Detailed achievements:” leads in; a long sentence says something of its own.
    if text.hasSuffix(":"), words.count < 12 { return false }
    // What was a bullet before its rewrite still is one, however short it became.
    if isLenient, isExpected, words.count >= 2 { return !hasSeparators(text) }
    // What goes on from words before it is no sentence.
    if !isExpected, text.first?.isLowercase ?? true { return false }
    let reads =
      isExpected
      ? readsLikeDeed(words.count, small, function, ends) : readsLikeProse(words.count, small, function, ends)
    return reads && !hasSeparators(text) && !isList(text)
  }

  private func readsLikeProse(_ words: Int, _ small: Int, _ function: Int, _ ends: Bool) -> Bool {
    words >= 6 && function >= 1 && small * 5 >= words * 2 && (words >= 8 || function >= 2 || ends)
  }

  /// Where a deed is expected less will do; a short text could be a place or a title all the same.
  private func readsLikeDeed(_ words: Int, _ small: Int, _ function: Int, _ ends: Bool) -> Bool {
    guard words >= 4, function >= 1 || ends, words >= 6 || small * 2 >= words || ends else { return false }
    return small * 5 >= words * 2 || (ends && small >= 2)
  }

  /// Whether a text is a row of things between signs: contacts, skills.
  func hasSeparators(_ text: String) -> Bool {
    var found = 0
    for character in text where "|•·●▪◦".contains(character) { found += 1 }
    return found >= 2 || text.contains("•")
  }

  /// Whether a text names tools, people or figures, and nothing that was done.
  func isList(_ text: String) -> Bool {
    if isLenient { return false }
    if let colon = text.firstIndex(of: ":") {
      let label = text[..<colon].lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if labels.contains(label) { return !hasSentence(text[text.index(after: colon)...]) }
    }
    let pieces = text.split { ",;/|".contains($0) }
    guard pieces.count >= 3 else { return false }
    let capitals = pieces.count { piece in
      let words = piece.split(whereSeparator: \.isWhitespace)
      return words.count <= 4 && (words.first?.first.map { $0.isUppercase || $0.isNumber } ?? false)
    }
    return capitals * 4 >= pieces.count * 3 && !hasSentence(text[...])
  }

  private func hasSentence(_ text: Substring) -> Bool {
    let words = text.split(whereSeparator: \.isWhitespace)
    let function = words.count { functionWords.contains($0.lowercased()) }
    return function >= 2 || function * 8 > words.count
  }

  /// The words of a text that begin small: names and titles have few.
  func smallWords(_ text: String) -> Int {
    text.split(whereSeparator: \.isWhitespace).count { $0.first?.isLowercase ?? false }
  }

  /// Whether a year stands in a text.
  func hasYear(_ text: String) -> Bool {
    text.split { !$0.isNumber }.contains { $0.count == 4 && ($0.hasPrefix("19") || $0.hasPrefix("20")) }
  }

  /// Whether a text has nothing but a name: a word, or two or three with capitals.
  func isName(_ text: String) -> Bool {
    if isLenient { return false }
    guard text.utf8.allSatisfy({ $0 < 0x80 && !(0x30...0x39).contains($0) }) else { return false }
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.count < 2 || (words.count <= 3 && smallWords(text) == 0 && !text.hasSuffix("."))
  }
}
