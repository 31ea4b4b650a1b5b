/// What the letters of an English word say of its sounds.
enum Letters {
  static func isVowel(_ letter: Character) -> Bool { "aeiou".contains(letter) }

  static func endsInConsonantY(_ word: String) -> Bool {
    word.hasSuffix("y") && word.dropLast().last.map { !isVowel($0) } == true
  }

  /// Whether a word ends in a single vowel and a consonant that can double: plan, commit, quit.
  static func endsClosed(_ word: String) -> Bool {
    guard let last = word.last, !isVowel(last), !"hjqwxy".contains(last) else { return false }
    let rest = word.dropLast()
    guard let vowel = rest.last, isVowel(vowel) || (vowel == "y" && rest.count > 1) else { return false }
    return rest.dropLast().last.map { !isVowel($0) } != false || rest.dropLast().hasSuffix("qu")
  }

  /// Whether a word is one syllable of that kind.
  static func isClosedSyllable(_ word: String) -> Bool {
    var onset = word.dropLast(2)
    // The u of “qu” is no vowel, and neither is the y that a word begins with.
    if onset.hasSuffix("qu") { onset = onset.dropLast() }
    if onset.hasPrefix("y") { onset = onset.dropFirst() }
    return endsClosed(word) && !onset.contains { isVowel($0) || $0 == "y" }
  }

  /// Whether a word of English may begin as this one does: the rest of `reckon` is none.
  static func beginsLikeAWord(_ word: String) -> Bool {
    let onset = String(word.prefix { !isVowel($0) && $0 != "y" })
    return onset.count == 1 || onsets.contains(onset)
  }

  private static let onsets: Set<String> = [
    "bl", "br", "ch", "chr", "cl", "cr", "dr", "fl", "fr", "gl", "gr", "kn", "pl", "pr", "sc", "scr", "sh",
    "shr",
    "sk", "sl", "sm", "sn", "sp", "spl", "spr", "squ", "st", "str", "sw", "th", "thr", "tr", "tw", "wh", "wr",
  ]

  /// A word with the s of the plural or the third person.
  static func withS(_ word: String) -> String {
    if endsInConsonantY(word) { return word.dropLast() + "ies" }
    if word.hasSuffix("z"), isClosedSyllable(word) { return word + "zes" }
    if hardCH.contains(where: lastWord(of: word).hasSuffix) { return word + "s" }
    if ["s", "x", "z", "ch", "sh"].contains(where: word.hasSuffix) { return word + "es" }
    return takesES(word) ? word + "es" : word + "s"
  }

  /// A ch that is spoken as a k, or close to it.
  private static let hardCH = ["epoch", "stomach", "tech", "monarch", "patriarch", "oligarch", "loch"]

  /// Whether an o takes -es: go and do with what may stand before them, and a few that have kept it.
  private static func takesES(_ word: String) -> Bool { inOES.contains(lastWord(of: word)) }

  private static let inOES: Set<String> = [
    "go", "forgo", "forego", "undergo", "do", "redo", "undo", "outdo", "overdo", "echo", "veto", "hero",
    "potato",
    "tomato", "torpedo", "embargo",
  ]

  /// The last of several words, joined by spaces or hyphens, in lower case.
  static func lastWord(of words: String) -> String {
    words.split(whereSeparator: { $0 == " " || $0 == "-" }).last?.lowercased() ?? words
  }
}
