internal import HoneGrammar

/// The functions and arguments of Typst templates, from `typst.yaml`.
struct TypstGrammar: Sendable {
  /// Arguments whose list holds bullets.
  let bullets: Set<String>
  /// Last words of the names of such arguments.
  let bulletWords: Set<String>
  /// Arguments whose prose counts.
  let prose: Set<String>
  /// Functions one call of which is a bullet.
  let items: Set<String>
  /// Words in the names of functions that hold an entry.
  let entries: Set<String>
  /// Words in the names of functions and arguments that hold no bullets.
  let kinds: [String: Section.Kind]
  /// Functions that begin a section.
  let sections: Set<String>
  /// Words in the names of functions that do where their text is a known heading.
  let titles: Set<String>
  /// Functions that give their content a look: a line of nothing else may be a heading.
  let looks: Set<String>
  /// What stands before the colon of a list of words.
  let labels: Set<String>
  /// Functions without text.
  let hidden: Set<String>
  /// Words in the names of such functions.
  let hiddenWords: Set<String>
  /// Functions that show a sign.
  let shown: [String: String]
  /// Symbols by their names.
  let symbols: [String: String]

  /// What comes with hone.
  static let builtIn = TypstGrammar(FormatGrammar.builtIn)

  init(_ grammar: FormatGrammar) {
    let node = grammar["typst"]
    func words(_ key: String) -> Set<String> { Set(node?[key]?.strings ?? []) }
    func map(_ key: String) -> [String: String] {
      var map: [String: String] = [:]
      for (name, value) in node?[key]?.pairs ?? [] { map[name] = value.text }
      return map
    }
    bullets = words("bullets")
    bulletWords = words("bullet_words")
    prose = words("prose")
    items = words("items")
    entries = words("entries")
    sections = words("sections")
    titles = words("titles")
    labels = words("labels")
    looks = words("looks")
    hidden = words("hidden")
    hiddenWords = words("hidden_words")
    shown = map("shown")
    symbols = map("symbols")
    var kinds: [String: Section.Kind] = [:]
    for (name, words) in node?["kinds"]?.pairs ?? [] {
      guard let kind = Section.Kind(rawValue: name) else { continue }
      for word in words.strings { kinds[word] = kind }
    }
    self.kinds = kinds
  }

  /// Whether a list of this name holds bullets.
  func holdsBullets(_ name: TypstName) -> Bool {
    bullets.contains(name.plain) || name.words.last.map(bulletWords.contains) ?? false
  }

  /// The kind of section that something of this name makes, or `nil`.
  func kind(of name: TypstName) -> Section.Kind? {
    if let kind = kinds[name.plain] { return kind }
    return name.words.lazy.compactMap { kinds[$0] }.first
  }
}

/// The name of a function or an argument: `cvEntry`, `cv-entry` and `cv_entry` are one.
struct TypstName {
  /// Its words, in lower case.
  let words: [String]

  init(_ name: String) {
    var words: [String] = []
    var word = ""
    var wasLower = false
    for scalar in name.unicodeScalars {
      let isUpper = scalar.properties.isUppercase
      if scalar == "-" || scalar == "_" || scalar == "." || (isUpper && wasLower) {
        if !word.isEmpty { words.append(word.lowercased()) }
        word = ""
      }
      if scalar != "-", scalar != "_", scalar != "." { word.unicodeScalars.append(scalar) }
      wasLower = scalar.properties.isLowercase
    }
    if !word.isEmpty { words.append(word.lowercased()) }
    self.words = words
  }

  /// Its words without anything between them.
  var plain: String { words.joined() }
}
