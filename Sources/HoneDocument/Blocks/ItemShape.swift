internal import HoneCore

/// Tells the items of lists that are no bullets, by their looks.
struct ItemShape {
  /// The plain text.
  let text: String
  /// The text with its markup.
  let source: String
  /// Whether all of it is one link, or in bold.
  let isOneWrapper: Bool
  /// Whether items stand below it.
  let hasChildren: Bool
  let known: LineWords

  /// Whether it is no bullet anywhere: a date, a name with a date above the bullets of a job, a link that says no more.
  var isNoBullet: Bool {
    if known.isLenient { return false }
    guard text.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) else { return true }
    let words = text.split(separator: " ").count
    if isDate { return true }
    if words <= 14, endsInPeriod { return true }
    if hasChildren, words <= 14, isOneWrapper || beginsWithDate || holdsPeriod(text) { return true }
    return isOneWrapper && words <= 3
  }

  /// Whether there is nothing but years, months and what stands between them.
  private var isDate: Bool { isDate(text) }

  private func isDate(_ text: some StringProtocol) -> Bool {
    let words = LineWords.words(of: text)
    return (1...8).contains(words.count) && words.allSatisfy(known.isDate)
  }

  /// Whether it begins as the line of a job does: `Summer 2015: …`.
  private var beginsWithDate: Bool {
    guard let colon = text.firstIndex(of: ":") else { return false }
    let date = text[..<colon]
    return date.contains(where: \.isNumber) && isDate(date)
  }

  /// Whether it ends as the line of a job does: `…, 2019 – 2021`, `… (2019–now)`, `… - 09/2016 – To Date`.
  private var endsInPeriod: Bool {
    // The longest end that is nothing but a date.
    var start = text.endIndex
    for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).reversed() {
      guard isDate(word) else { break }
      start = word.startIndex
    }
    let before = text[..<start].last { $0 != " " && $0 != "\u{A0}" }
    guard let before, !before.isLetter, !before.isNumber, before != "%" else { return false }
    return holdsPeriod(String(text[start...]))
  }

  /// Whether it is an address and not a deed, where both may stand.
  var isContact: Bool {
    if known.isLenient { return false }
    return source.contains("@") || source.contains("://") || source.contains("www.")
      || text.split(separator: " ").count < 6 || text.unicodeScalars.filter(isDigit).count >= 8
  }

  private func isDigit(_ scalar: UnicodeScalar) -> Bool { scalar.properties.numericType == .decimal }

  /// Whether years stand there as a period: `2019 – 2021`, `Mar 2019 to now`.
  private func holdsPeriod(_ text: String) -> Bool {
    // How many words ago a year stood; months and “to” may stand between.
    var since: Int?
    for word in LineWords.words(of: text) {
      let isYear = LineWords.isYear(word)
      if let gone = since, gone <= 2, isYear || known.openEnds.contains(String(word)) { return true }
      since = isYear ? 0 : word.count > 9 ? nil : since.map { $0 + 1 }
    }
    return false
  }

  /// Whether it says something, and does not only name things: “Python, Rust”, “Tools: Docker”, “Web Design”.
  static func saysSomething(_ text: [UInt8], _ known: LineWords) -> Bool {
    let shape = BulletShape(text, known)
    guard shape.words > 1 else { return false }
    return !shape.isKeywordList || countsSomething(text) || tellsDeed(text, known)
  }

  /// Whether a part of a list begins with a figure: “1,100 stars, 46 releases” is no list of names.
  private static func countsSomething(_ text: [UInt8]) -> Bool {
    var isPartStart = false
    for byte in text {
      if isPartStart, Bytes.isDigit(byte) { return true }
      if byte != 0x20 { isPartStart = byte == 0x2C || byte == 0x3A || byte == 0x3B }
    }
    return false
  }

  /// Whether the first word, or the first behind a label, has the form of a deed: “Impact: Successfully retired rules”.
  private static func tellsDeed(_ text: [UInt8], _ known: LineWords) -> Bool {
    let start = text.firstIndex(of: 0x3A) ?? 0
    return [0, start].contains { from in
      guard let first = Bytes.words(in: text, range: from..<text.count).first else { return false }
      let word = text.lowered(first)
      return known.deeds.contains(word)
        || (word.utf8.count > 4 && ["ed", "ly", "ing"].contains { word.hasSuffix($0) })
    }
  }
}
