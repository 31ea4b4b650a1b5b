internal import HoneCore

/// Lines without a sign that hone knows, and which still begin something of their own.
extension PlainLine {
  /// What a line begins with that ends the bullet above it.
  enum Start {
    /// A sign that hone does not know, or one that sticks to the first word: `*Responsible`.
    case sign
    /// `ii.`, or a label: `Impact: …`. It may stand within a sentence.
    case number
    /// A label of words that are listed: `Stack: Python, Spark`.
    case list
  }

  /// What the line begins with, `nil` where it is text like any other.
  func start(_ known: PlainWords) -> Start? {
    guard marker == nil, let first = words.first else { return nil }
    if beginsWithSign(first) { return .sign }
    if isLettered { return .number }
    guard let label else { return nil }
    let isList = known.labels.contains(label.lowercased()) || known.sections.kind(of: label) != nil
    guard label.first?.isUppercase == true else { return isList ? .number : nil }
    return isList ? .list : .number
  }

  private func beginsWithSign(_ first: Substring) -> Bool {
    let rest = first.drop { "-*+>~=#|_".contains($0) }
    if !rest.isEmpty {
      let letters = rest.prefix(2).map(\.self)
      let isWord = letters.count == 2 && letters[0].isUppercase && letters[1].isLowercase
      if rest.count < first.count { return first.count - rest.count < 4 && isWord }
    }
    // Words stand behind a sign; behind “≈” or “–” numbers do, and a sentence goes on behind “&”.
    return words.count > 1 && words[1].first?.isUppercase == true && first.count <= 3
      && first != "&" && !first.contains { $0.isLetter || $0.isNumber || "%$(),;/\"“”'".contains($0) }
  }

  /// The few words before a colon.
  private var label: String? {
    guard let colon = string.prefix(31).firstIndex(of: ":") else { return nil }
    let behind = string[string.index(after: colon)...].first
    let label = string[..<colon]
    guard behind == nil || behind == " " || behind == "\t", !label.isEmpty,
      label.split(separator: " ").count <= 3, !label.contains(where: { ".,;()".contains($0) })
    else { return nil }
    return String(label)
  }

  /// Whether the line may be the name of a job, a place or a person: hardly a word of it begins with a small letter.
  func mayBeName(_ known: PlainWords) -> Bool {
    guard marker == nil, words.count <= 20, beginsLikeName, let last = words.last else { return false }
    // `Acme Inc.` ends like a sentence.
    if isClosed, words.count < 2 || last.count > 5 { return false }
    if !isClosed, words.prefix(4).contains(where: { known.titles.contains(PlainLine.plain($0)) }) {
      return true
    }
    let telling = words.filter { word in
      word.contains(where: \.isLetter) && !known.open.contains(word.lowercased())
    }
    let lower = telling.count { $0.first?.isLowercase == true }
    // “40M users” is none, though `3M Company` is.
    if string.first?.isNumber == true { return lower == 0 && words.count > 1 }
    if words.count <= 3, !isClosed { return lower < telling.count }
    return words.count <= 6 ? lower * 2 <= telling.count && lower < telling.count : lower * 3 < telling.count
  }

  private static func plain(_ word: Substring) -> String { word.lowercased().filter(\.isLetter) }

  /// `Google`, `3M`, `eBay`
  private var beginsLikeName: Bool {
    guard let first = words.first, let letter = first.first(where: \.isLetter) else { return false }
    guard let head = first.first, head.isLetter || head.isNumber else { return false }
    return letter.isUppercase || isCamel(first)
  }

  private func isCamel(_ word: Substring) -> Bool {
    word.count > 3 && word.dropFirst().first?.isUppercase == true && word.last?.isLowercase == true
  }
}
