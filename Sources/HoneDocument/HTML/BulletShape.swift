internal import HoneCore

/// What the words of a would-be bullet look like: a list item may hold a skill, a job or an address.
struct BulletShape {
  private let text: [UInt8]
  private let known: LineWords

  init(_ text: [UInt8], _ known: LineWords) {
    self.text = text
    self.known = known
  }

  /// The number of words; of two signs where words are not set apart.
  var words: Int {
    if known.isLenient { return text.isEmpty ? 0 : .max }
    let words = Bytes.words(in: text)
    if !isUncased { return words.count }
    return max(words.count, text.count { $0 >= 0xE0 } / 2)
  }

  /// Whether it is a heading, a date or an address.
  var isNoBullet: Bool {
    if known.isLenient { return false }
    if isTemplate { return true }
    // Capitals tell headings only where there are some.
    if isUncased { return text.last == 0x3A }
    return LineKind.isNoBullet(text, 0..<text.count, known)
  }

  /// Whether a program puts its words in later: `{{ job.summary }}`, `{% for … %}`.
  private var isTemplate: Bool {
    text.indices.dropLast().contains { text[$0] == 0x7B && (text[$0 + 1] == 0x7B || text[$0 + 1] == 0x25) }
  }

  /// Whether it is written in letters that have no capitals, as Chinese is.
  private var isUncased: Bool {
    guard text.contains(where: { $0 >= 0xE0 }) else { return false }
    let scalars = text.text(0..<text.count).unicodeScalars
    return scalars.contains { $0.value > 0x2FF && $0.properties.isAlphabetic && !$0.properties.isCased }
  }

  /// Whether it ends as a sentence does.
  var isSentence: Bool {
    guard let last = text.last(where: { $0 != 0x29 && $0 != 0x22 && $0 != 0x27 }) else { return false }
    return last == 0x2E || last == 0x21 || last == 0x3F
  }

  /// Whether it names things and says nothing: “Python, Rust, SQL”, “Tools: Docker, Kubernetes”.
  var isKeywordList: Bool {
    guard text.count < 400, !known.isLenient else { return false }
    if isFact || isName { return true }
    var rest = text[...]
    if let colon = text.firstIndex(of: 0x3A), colon + 1 < text.count, text[colon + 1] == 0x20 {
      guard Bytes.words(in: text, range: 0..<colon).count <= 4 else { return false }
      rest = text[(colon + 1)...]
    }
    let parts = rest.split { $0 == 0x2C || $0 == 0x3B || $0 == 0x7C }
    let things = parts.filter { part in
      let words = Bytes.words(in: text, range: part.startIndex..<part.endIndex)
      guard let first = words.first, words.count <= 3 else { return false }
      return words.count == 1 && rest.startIndex > 0 || !Bytes.isLower(text[first.lowerBound])
    }
    if parts.count < (rest.startIndex > 0 ? 2 : 3) { return false }
    // Of a long list behind a label one or the other thing may be explained.
    return things.count == parts.count
      || rest.startIndex > 0 && parts.count > 3 && things.count * 5 >= parts.count * 4
  }

  /// Whether it is a name of two or three words: “Web Design”.
  private var isName: Bool {
    let words = Bytes.words(in: text)
    return words.count <= 3 && !isSentence && words.allSatisfy { Bytes.isUpper(text[$0.lowerBound]) }
  }

  /// Whether it states a single thing about somebody: “City: Leeds”, “Degree: MSc in Statistics”.
  private var isFact: Bool {
    guard let colon = text.firstIndex(of: 0x3A), colon + 1 < text.count, text[colon + 1] == 0x20,
      Bytes.words(in: text, range: 0..<colon).count <= 3
    else { return false }
    // “Ranking: cut cost by 40%” tells what was done.
    let value = Bytes.words(in: text, range: colon..<text.count)
    guard let first = value.first, value.count <= 3 else { return false }
    return !Bytes.isLower(text[first.lowerBound]) && !text[colon...].contains { $0 == 0x24 || $0 == 0x25 }
  }

  /// Whether it is the name of a job with its dates: “Data Scientist, Acme (2019 – now)”.
  var isDated: Bool {
    guard words <= 14 else { return false }
    let tail = LineWords.words(of: text.text(0..<text.count)).suffix(4)
    let years = tail.filter(LineWords.isYear)
    guard let last = tail.last, !years.isEmpty else { return false }
    return years.count >= 2 || known.openEnds.contains(String(last))
      || (last == years[0] && text.contains(0x28))
  }
}
