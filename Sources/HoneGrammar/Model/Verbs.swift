/// The verbs of a grammar: their classes, their odd forms, and how strong a claim each makes.
public struct VerbTable: Sendable {
  /// The names of the classes; the verbs of each stand in the grammar's `words`.
  public var classes: [String] = []
  /// How English forms are made.
  public var inflection = Inflection()

  /// No verbs.
  public init() {}
}

/// The forms of a verb.
public enum VerbForm: String, Sendable, CaseIterable {
  /// train
  case base
  /// trained
  case past
  /// trained, written
  case participle
  /// training
  case ing
  /// trains
  case third
}

/// Makes English word forms: by rule, and by the odd forms that a grammar names.
public struct Inflection: Sendable {
  /// Past and participle of irregular verbs, by base form.
  public var irregular: [String: (past: String, participle: String)] = [:]
  /// Verbs whose final consonant doubles although the rule would not double it.
  public var doubling: Set<String> = []

  /// Regular English alone.
  public init() {}

  /// A form of a verb, given its base.
  public func form(_ form: VerbForm, of base: String) -> String {
    // A verb of several words inflects its first (`roll out`); a hyphenated one its last (`fine-tune`).
    if let space = base.firstIndex(of: " ") {
      return self.form(form, of: String(base[..<space])) + base[space...]
    }
    switch form {
    case .base: return base
    case .past: return irregularPast(base)?.past ?? regularPast(base)
    case .participle: return irregularPast(base)?.participle ?? regularPast(base)
    case .ing: return gerund(base)
    case .third: return third(base)
    }
  }

  private func irregularPast(_ base: String) -> (past: String, participle: String)? {
    if let odd = irregular[base] { return odd }
    // A prefix leaves the oddity in place: rebuild, overwrite, hand-write, outrun.
    for prefix in ["re", "over", "out", "up", "off", "co", "under", "mis", "pre"] {
      for join in ["", "-"] where base.hasPrefix(prefix + join) {
        let stem = String(base.dropFirst(prefix.count + join.count))
        if stem.count > 2, let odd = irregular[stem] {
          return (prefix + join + odd.past, prefix + join + odd.participle)
        }
      }
    }
    if let hyphen = base.lastIndex(of: "-"), let odd = irregular[String(base[base.index(after: hyphen)...])] {
      return (base[...hyphen] + odd.past, base[...hyphen] + odd.participle)
    }
    return nil
  }

  private func regularPast(_ base: String) -> String {
    if base.hasSuffix("e") { return base + "d" }
    if endsInConsonantY(base) { return base.dropLast() + "ied" }
    return doubled(base) + "ed"
  }

  private func gerund(_ base: String) -> String {
    if base.hasSuffix("ie") { return base.dropLast(2) + "ying" }
    if base.hasSuffix("e"), !base.hasSuffix("ee"), !base.hasSuffix("oe"), !base.hasSuffix("ye"),
      base.count > 2
    {
      return base.dropLast() + "ing"
    }
    return doubled(base) + "ing"
  }

  private func third(_ base: String) -> String {
    Inflection.plural(base)
  }

  private func endsInConsonantY(_ word: String) -> Bool { Inflection.endsInConsonantY(word) }

  private static func endsInConsonantY(_ word: String) -> Bool {
    word.hasSuffix("y") && word.dropLast().last.map { !"aeiou".contains($0) } == true
  }

  private func doubled(_ base: String) -> String {
    guard let last = base.last else { return base }
    let word = base.split(separator: "-").last.map(String.init) ?? base
    if last == "c" { return base.hasSuffix("ic") ? base + "k" : base }
    return doubling.contains(base) || doubling.contains(word) || isShortClosed(word)
      ? base + String(last) : base
  }

  /// One syllable that ends in a single vowel and a consonant that doubles: plan, ship, cut.
  private func isShortClosed(_ word: String) -> Bool {
    let letters = Array(word)
    guard letters.count >= 3, letters.count <= 5, let last = letters.last, !"aeiouwxyh".contains(last) else {
      return false
    }
    let vowels = letters.indices.filter { index in
      "aeiou".contains(letters[index]) && !(letters[index] == "u" && index > 0 && letters[index - 1] == "q")
    }
    return vowels == [letters.count - 2]
  }

  /// The plural of a noun, or the third person of a verb: the rule is the same.
  public static func plural(_ noun: String) -> String {
    if endsInConsonantY(noun) { return noun.dropLast() + "ies" }
    if ["s", "x", "z", "ch", "sh"].contains(where: noun.hasSuffix) { return noun + "es" }
    if noun.hasSuffix("o"), ["go", "do", "echo", "veto"].contains(where: noun.hasSuffix) {
      return noun + "es"
    }
    return noun + "s"
  }

  /// The singular of a regular plural.
  public static func singular(_ noun: String) -> String {
    if noun.hasSuffix("ies"), noun.count > 4 { return noun.dropLast(3) + "y" }
    for ending in ["sses", "xes", "zes", "ches", "shes"] where noun.hasSuffix(ending) {
      return String(noun.dropLast(2))
    }
    if noun.hasSuffix("s"), !noun.hasSuffix("ss"), !noun.hasSuffix("us"), !noun.hasSuffix("is") {
      return String(noun.dropLast())
    }
    return noun
  }
}
