/// The plural and the singular of nouns, however they are spelled: only the end of a word changes.
extension Inflection {
  /// The plural of a noun.
  public static func plural(_ noun: String) -> String { plurals(of: noun)[0] }

  /// The plurals that a noun may have, the usual one first: indices, indexes.
  public static func plurals(of noun: String) -> [String] {
    guard let last = noun.last else { return [noun] }
    // An acronym, or a name with a number: LLMs, ResNet-50s.
    if last.isUppercase || last.isNumber { return [noun + "s"] }
    if OddNouns.isUnchanging(noun) || OddNouns.isPlural(noun) { return [noun] }
    if OddNouns.isOfMan(noun) { return [OddNouns.swapping("man", for: "men", in: noun)] }
    for tail in OddNouns.tails + OddNouns.plurals where OddNouns.ends(noun, in: tail.one) {
      let odd = OddNouns.swapping(tail.one, for: tail.many, in: noun)
      return tail.isFree ? [odd, Letters.withS(noun)] : [odd]
    }
    return [Letters.withS(noun)]
  }

  /// The singular of a noun; a word that is no plural stays.
  public static func singular(_ noun: String) -> String {
    if OddNouns.isUnchanging(noun) { return noun }
    if OddNouns.isOfMen(noun) { return OddNouns.swapping("men", for: "man", in: noun) }
    for tail in OddNouns.tails where OddNouns.ends(noun, in: tail.many) {
      return OddNouns.swapping(tail.many, for: tail.one, in: noun)
    }
    guard noun.hasSuffix("s"), !noun.hasSuffix("ss") else { return noun }
    if noun.dropLast().last.map({ $0.isUppercase || $0.isNumber }) == true { return String(noun.dropLast()) }
    let last = Letters.lastWord(of: noun)
    if noun.hasSuffix("us") || noun.hasSuffix("is") || OddNouns.inS.contains(last) { return noun }
    if noun.hasSuffix("ies"), !OddNouns.inIE.contains(String(last.dropLast())) {
      return noun.dropLast(3) + "y"
    }
    return noun.hasSuffix("es") ? withoutES(noun, last) : String(noun.dropLast())
  }

  /// Whether the e of -es belongs to the noun (sizes, caches, uses) or to the plural (boxes, batches, buses).
  private static func withoutES(_ noun: String, _ last: String) -> String {
    if last == "quizzes" { return String(noun.dropLast(3)) }
    let stem = String(last.dropLast(2))
    let addsES =
      ["ss", "x", "zz", "tz", "sh"].contains(where: stem.hasSuffix)
      || (stem.hasSuffix("ch") && !OddNouns.inCHE.contains(stem + "e"))
      || OddNouns.inS.contains(stem) || OddNouns.isInUS(stem)
      || (stem.hasSuffix("o") && Letters.withS(stem) == last)
    return String(noun.dropLast(addsES ? 2 : 1))
  }
}
