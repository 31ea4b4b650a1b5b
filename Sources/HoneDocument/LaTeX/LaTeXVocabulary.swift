internal import HoneGrammar

/// What is known of macros: the data of the format, and what a file defines itself.
struct LaTeXVocabulary: Sendable {
  private var macros: [String: LaTeXMacro] = [:]
  /// Signs before a bullet where there is no list.
  let bullets: Set<String>
  let bulletMacros: Set<String>
  let headingEnvironments: Set<String>
  let proseEnvironments: Set<String>
  let deadEnvironments: Set<String>
  /// Macros behind which a letter stands.
  let letters: Set<String>
  /// Macros whose first argument is an address.
  let addresses: Set<String>
  /// Words of job titles.
  let titles: Set<String>
  let words: LaTeXProse
  private let icons: [String]
  private let accents: [String: [Character: Character]]

  /// The vocabulary that comes with hone.
  static let builtIn = LaTeXVocabulary(FormatGrammar.builtIn["latex"])

  /// The words of `latex.yaml`.
  ///
  /// - Parameter isLenient: whether no bullet is judged by its looks.
  init(_ node: Node?, isLenient: Bool = false) {
    func strings(_ key: String) -> [String] { node?[key]?.strings ?? [] }
    bullets = Set(strings("bullets"))
    bulletMacros = Set(strings("bullet_macros"))
    headingEnvironments = Set(strings("heading_environments"))
    proseEnvironments = Set(strings("prose_environments"))
    deadEnvironments = Set(strings("dead_environments"))
    letters = Set(strings("letters"))
    addresses = Set(strings("addresses"))
    titles = Set(strings("titles"))
    icons = strings("icons")
    words = LaTeXProse(
      functionWords: Set(strings("function_words")), labels: Set(strings("labels")), isLenient: isLenient)
    accents = Dictionary(
      (node?["accents"]?.pairs ?? []).map { ($0.key, LaTeXVocabulary.pairs($0.value.text ?? "")) }
    ) { first, _ in first }
    for (name, text) in node?["symbols"]?.pairs ?? [] { macros[name] = .symbol(text.text ?? "") }
    for name in strings("silent") { macros[name] = .silent }
    for name in strings("lines") { macros[name] = macros[name] ?? .line }
    for name in strings("fills") { macros[name] = .fill }
    for (signature, names) in node?["inline"]?.pairs ?? [] {
      for name in names.strings { macros[name] = .inline(LaTeXSignature(signature)) }
    }
    for name in strings("paragraphs") { macros[name] = .paragraph }
    // Bullets come first in the file and last here: who adds a name to them means it.
    for (signature, names) in (node?["blocks"]?.pairs ?? []).reversed() {
      for name in names.strings { macros[name] = .block(LaTeXSignature(signature)) }
    }
    for (name, level) in node?["headings"]?.pairs ?? [] {
      macros[name] = .heading(level: Int(level.text ?? "") ?? 1, LaTeXSignature("t"))
    }
    for name in strings("items") { macros[name] = .item }
    for (name, text) in node?["macros"]?.pairs ?? [] {
      if let macro = LaTeXMacro(text.text ?? "") { macros[name] = macro }
    }
  }

  private static func pairs(_ text: String) -> [Character: Character] {
    var result: [Character: Character] = [:]
    var base: Character?
    for character in text {
      if let letter = base {
        result[letter] = character
        base = nil
      } else {
        base = character
      }
    }
    return result
  }

  /// What a macro means, or `nil` where nobody knows.
  subscript(_ name: String) -> LaTeXMacro? {
    if let known = macros[name] { return known }
    return isIcon(name) ? .inline(LaTeXSignature("-")) : nil
  }

  /// Whether a macro is an icon by its name: a prefix, and a capital behind it.
  func isIcon(_ name: String) -> Bool {
    icons.contains { name.hasPrefix($0) && (name.dropFirst($0.count).first?.isUppercase ?? false) }
  }

  /// Whether a macro may be defined anew by a file: headings and what stands in text keep their meaning.
  func isOpen(_ name: String) -> Bool {
    switch macros[name] {
    case .heading, .item, .line, .symbol, .silent, .paragraph: false
    case .inline, .block, .fill, nil: true
    }
  }

  /// Takes over what a file says of a macro.
  mutating func learn(_ name: String, _ macro: LaTeXMacro) { macros[name] = macro }

  /// Whether a name is that of an accent.
  func isAccent(_ name: String) -> Bool { accents[name] != nil }

  /// A letter with an accent, or `nil` where hone does not know it.
  func accented(_ name: String, _ letter: Character) -> Character? { accents[name]?[letter] }
}
