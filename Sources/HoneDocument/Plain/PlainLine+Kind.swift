internal import HoneCore

/// What a line of a plain file is.
extension PlainLine {
  /// Its text without signs around it: `== EXPERIENCE ==` is a heading, and so is `Experience:`.
  var bare: String {
    var text = Substring(string)
    while let first = text.first, !first.isLetter, !first.isNumber { text.removeFirst() }
    while let last = text.last, !last.isLetter, !last.isNumber, last != ")", last != "." { text.removeLast() }
    return String(text)
  }

  var isUpperCase: Bool {
    string.contains(where: \.isLetter) && !string.unicodeScalars.contains { $0.properties.isLowercase }
  }

  /// The heading of a section that the line is, and what it says; `nil` where it says nothing.
  func heading(_ known: PlainWords) -> Section? {
    guard gap == nil || isSpacedOut, !isBlank, string.utf8.count < 80 else { return nil }
    let text = isSpacedOut ? closedUp : bare
    guard let first = text.first, !first.isLowercase || words.count == 1, text.last != ".",
      !text.contains("@"),
      !text.contains(where: \.isNumber), marker == nil || isUpperCase || (isNumbered && words.count <= 3)
    else { return nil }
    return kind(of: text, known).map { Section(heading: text, kind: $0) }
  }

  private func kind(of text: String, _ known: PlainWords) -> Section.Kind? {
    if let kind = known.sections.kind(of: text) { return kind }
    // Capitals make a heading of words that nobody foresaw, `COMMERCIAL & SALES EXPERIENCE`, but companies are called
    // `MERIDIAN TECHNOLOGIES`.
    guard marker == nil, isUpperCase, words.count > 1, words.count <= 6 else { return nil }
    let parts = text.split { "&/,".contains($0) }
    return ([words[words.count - 1]] + parts).lazy.map { String($0).lowercased().trimmed }
      .filter(known.headingWords.contains).compactMap { known.sections.kind(of: $0) }.first
  }

  /// `E X P E R I E N C E`
  private var isSpacedOut: Bool {
    words.count >= 4 && words.allSatisfy { $0.count == 1 && $0.first?.isUppercase == true }
  }

  private var closedUp: String {
    string.split(separator: "  ").map { $0.filter { $0 != " " } }.joined(separator: " ")
  }

  /// Whether it is an address, a number, a link or several of them.
  func isContact(_ known: PlainWords) -> Bool { LineKind.isContact(string, known.lines) }

  /// Whether it is the number of a page, with or without a name.
  func isPageNumber(_ known: PlainWords) -> Bool {
    guard marker == nil, words.count <= 10 else { return false }
    let letters = string.filter(\.isLetter)
    if letters.isEmpty { return string.contains(where: \.isNumber) && string.filter(\.isNumber).count <= 4 }
    let lowered = words.map { $0.lowercased() }
    return lowered.indices.dropLast().contains { index in
      known.lines.pages.contains(lowered[index])
        && lowered[index + 1].first?.isNumber == true
    }
  }

  /// Whether it names a job, a place or a school: something with a date at its end, or with a gap before more text.
  func isEntry(_ known: PlainWords) -> Bool {
    gap != nil || LineKind.isDate(string, known.lines) || endsInDate(known)
  }

  /// Whether the line ends with a date that is no part of a sentence.
  func endsInDate(_ known: PlainWords) -> Bool {
    var years = 0
    var count = 0
    for word in words.reversed() {
      let parts = LineWords.words(of: word)
      let isDate = parts.allSatisfy { known.lines.isNamed($0) || PlainLine.isNumber($0) }
      guard isDate else {
        guard years > 0, let last = parts.last else { return false }
        return !known.beforeDates.contains(String(last))
          && (count > 1 || "(|,·•–—".contains(PlainLine.edge(word)))
      }
      years += parts.count(where: LineWords.isYear)
      count += parts.count + (word.first == "(" ? 1 : 0)
    }
    return years > 0
  }

  private static func isNumber(_ text: Substring) -> Bool {
    text.count <= 4 && text.allSatisfy { $0.isASCII && $0.isNumber }
  }

  private static func edge(_ word: Substring) -> Character { word.last ?? " " }

  /// Whether it is a name or leads others in, and says nothing itself: `Key achievements:`, `Mood-Based Weather App`.
  var isTitle: Bool {
    if string.hasSuffix(":") { return words.count <= 6 }
    if isClosed || words.count > 12 { return false }
    let lower = words.filter { $0.first?.isLowercase == true }.count
    return lower * 3 < words.count
  }

  // MARK: - How lines go on

  /// Whether its text cannot end here: a comma, a hyphen, “and”.
  func isOpen(_ known: PlainWords) -> Bool {
    guard let last = words.last else { return false }
    if last.last == "," || last.hasSuffix("\u{AD}") { return true }
    if last.last == "-", last.count > 1, last.dropLast().last?.isLetter == true { return true }
    return known.open.contains(last.lowercased())
  }

  /// Whether its text is closed like a sentence.
  var isClosed: Bool {
    guard let last = string.last(where: { $0 != ")" && $0 != "\"" && $0 != "”" }) else { return false }
    return ".!?".contains(last)
  }

  /// Whether it begins as nothing but the middle of a sentence does.
  var beginsInside: Bool {
    guard marker == nil, !isLettered, let first = string.unicodeScalars.first else { return false }
    return first.properties.isLowercase || ",;()%&".unicodeScalars.contains(first)
  }

  /// Whether its first word would not have fitted onto a line before it.
  func isWrapped(after line: PlainLine, width: Int) -> Bool {
    guard let first = words.first else { return false }
    return line.width + 1 + first.unicodeScalars.count > width
  }
}
