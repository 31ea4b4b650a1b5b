internal import HoneGrammar

/// The words that tell headings, dates and addresses in any format, from `lines.yaml`.
struct LineWords: Sendable {
  /// Words of which a date is made, beside numbers.
  let dates: Set<String>
  /// Words for the end of a time that goes on.
  let openEnds: Set<String>
  /// Deeds whose past does not end in -ed.
  let deeds: Set<String>
  /// Words before the number of a page.
  let pages: Set<String>
  /// Whether no bullet is judged by its looks.
  let isLenient: Bool
  private let months: Set<String>
  private let hosts: [String]

  /// What comes with hone; a stream reads it at the first line that cannot be told without it.
  static let builtIn = LineWords(CompactForm.read(EmbeddedFormats.all["lines"] ?? "", file: "formats"))

  init(_ node: Node?, isLenient: Bool = false) {
    self.isLenient = isLenient
    func words(_ key: String) -> Set<String> { Set(node?[key]?.strings ?? []) }
    dates = words("dates")
    openEnds = words("open_ends")
    pages = words("pages")
    deeds = words("deeds")
    months = words("months")
    hosts = node?["hosts"]?.strings ?? []
  }

  /// Whether a word in lower case is a part of a date: a number, “to”, a month in some language.
  func isDate(_ word: Substring) -> Bool {
    if word.allSatisfy(\.isNumber) || isNamed(word) || openEnds.contains(String(word)) { return true }
    return (3...10).contains(word.count) && months.contains(String(word.prefix(3)))
  }

  /// Whether a word in lower case is a part of a date as English spells it: where a name may stand beside one, no other
  /// language is guessed.
  func isNamed(_ word: Substring) -> Bool { dates.contains(String(word)) }

  /// Whether a word is a year of somebody's life.
  static func isYear(_ word: Substring) -> Bool {
    word.count == 4 && word.allSatisfy { $0.isASCII && $0.isNumber }
      && (word.hasPrefix("19") || word.hasPrefix("20"))
  }

  /// The words of a text in lower case, without the signs between them.
  static func words(of text: some StringProtocol) -> [Substring] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }
  }

  /// Whether a word is an address that needs no sign of one.
  func beginsWithHost(_ word: Substring) -> Bool {
    let word = word.lowercased()
    return hosts.contains { word.hasPrefix($0) }
  }
}

extension FormatGrammar {
  /// The words that tell lines.
  var lines: LineWords { LineWords(self["lines"], isLenient: isLenient) }
}
