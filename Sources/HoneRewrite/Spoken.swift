/// Whether what is written begins with a vowel when it is spoken.
enum Spoken {
  /// Whether a word begins with a vowel, be it in lower case.
  static func beginsWithVowel(word: String) -> Bool {
    if silentH.contains(where: word.hasPrefix) { return true }
    if likeYou.contains(where: word.hasPrefix) || likeWon.contains(where: word.hasPrefix) {
      return notAlike.contains(where: word.hasPrefix)
    }
    return word.first.map { "aeiouáàâäåéèêëíìîïóòôöúùûüαεηιοω".contains($0) } == true
  }

  /// Words whose h is dumb: an hour.
  private static let silentH = ["hour", "honest", "honor", "honour", "heir"]
  /// Words that begin as “you” does: a unit, a user, a European.
  private static let likeYou = [
    "uni", "usa", "use", "usi", "usu", "eu", "ewe", "ubi", "uti", "uto", "ute", "uku", "ura", "ure", "uri",
    "uro", "uru",
    "unanim",
  ]
  /// Words that begin as “won” does: a one-off.
  private static let likeWon = ["one", "once"]
  /// Words that look like those and are not: an unimportant, an uninformed, an onerous.
  private static let notAlike = ["unin", "unimp", "unimag", "unide", "unill", "unir", "uniss", "oner"]

  /// Whether the name of a letter begins with a vowel: an F, an X, a U.
  static func beginsWithVowel(letter: Character) -> Bool {
    "AEFHILMNORSX".contains(letter.uppercased())
  }

  /// Whether a word is spoken letter by letter, or its first letter is: LSTM, XGBoost, F1, mRNA, x86, n.
  static func isLetters(_ word: String) -> Bool {
    guard let first = word.first, first.isASCII, first.isLetter else { return false }
    let next = word.dropFirst().first
    return next.map { $0.isUppercase || $0.isNumber } ?? true
  }

  /// Whether a number begins with a vowel: 8, 80 and 8,000; 11 and 18, alone or before thousands.
  static func beginsWithVowel(number: Substring) -> Bool {
    var digits: [Character] = []
    var rest = number
    while let next = rest.first, next.isNumber || (next == "," && rest.dropFirst().first?.isNumber == true) {
      if next != "," { digits.append(next) }
      rest = rest.dropFirst()
    }
    if digits.first == "8" { return true }
    return digits.count % 3 == 2 && ["11", "18"].contains(String(digits.prefix(2)))
  }
}
