/// The consonant that doubles before -ed and -ing, so that the vowel before it stays short.
extension Inflection {
  /// The base as the endings find it: `plan` as `plann`, `mimic` as `mimick`.
  func doubled(_ base: String, _ english: English) -> String {
    guard let last = base.last else { return base }
    let word = base.split(separator: "-").last.map(String.init) ?? base
    if last == "c", Letters.endsClosed(word), !Letters.isClosedSyllable(word) { return base + "k" }
    return doubling.contains(base) || doubles(word, english) ? base + String(last) : base
  }

  private func doubles(_ word: String, _ english: English) -> Bool {
    if doubling.contains(word) || Letters.isClosedSyllable(word) || Inflection.isStressedAtItsEnd(word) {
      return true
    }
    // An irregular verb has its stress where its oddity is: forget, typeset, undercut.
    if irregular[word] != nil, Letters.endsClosed(word) { return true }
    return english == .british && (britishDoubling.contains(word) || Inflection.doublesInBritain(word))
  }

  /// Whether the stress lies on a last syllable that is closed, as far as the word's parts tell.
  private static func isStressedAtItsEnd(_ word: String) -> Bool {
    if Letters.endsClosed(word), endings.contains(where: word.hasSuffix) { return true }
    return prefixes.contains { prefix in
      guard word.hasPrefix(prefix) else { return false }
      let stem = String(word.dropFirst(prefix.count))
      return isLatin(stem)
        || (Letters.isClosedSyllable(stem) && Letters.beginsLikeAWord(stem) && word != "revel")
    } || isLatin(word)
  }

  /// What is put before a word without taking its stress: unplug, overlap, outfit.
  private static let prefixes = ["re", "un", "over", "out", "under", "up", "off", "mis", "pre", "sub"]
  /// Words that keep their stress at the end of a longer one: roadmap, backdrop, diagram.
  private static let endings = ["ap", "ep", "drop", "stop", "shop", "gram"]

  /// Whether a word is made of a Latin prefix and a root that takes the stress: admit, prefer, occur, compel.
  private static func isLatin(_ word: String) -> Bool {
    ["mit", "fer", "cur", "pel"].contains { root in
      word.hasSuffix(root) && latinPrefixes.contains(String(word.dropLast(root.count)))
    }
  }

  private static let latinPrefixes: Set<String> = [
    "ad", "com", "con", "de", "dis", "e", "ex", "im", "in", "inter", "o", "oc", "per", "pre", "pro", "re",
    "sub",
    "trans",
  ]

  /// Whether a word ends in an l behind a vowel that has no stress: label, travel, signal, dial, equal.
  private static func doublesInBritain(_ word: String) -> Bool {
    if ["ial", "ual", "uel"].contains(where: word.hasSuffix) { return true }
    guard word.hasSuffix("l"), !word.hasSuffix("llel"), Letters.endsClosed(word) else { return false }
    return word.dropLast(2).contains(where: Letters.isVowel)
  }
}
