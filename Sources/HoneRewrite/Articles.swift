internal import HoneCore
internal import HoneEngine

/// Chooses between `a` and `an` by how the next word is spoken.
///
/// The lists `article_a` and `article_an` of the grammar have what no rule can know: that RAG is spoken as a word, and
/// LSTM is not.
struct Articles {
  /// Stands in a piece until the words behind it are known.
  static let placeholder = "{a}"

  private let engine: Engine

  init(_ engine: Engine) {
    self.engine = engine
  }

  /// The article before a text; `a` before a slot, for nobody knows yet what will stand there.
  func article(before text: String) -> String {
    takesAn(text) ? "an" : "a"
  }

  private func takesAn(_ text: String) -> Bool {
    // Nobody speaks the signs of quotation, of emphasis and of currency before the word.
    let text = text.drop { "\"“‘'`*_($€£~≈".contains($0) }
    let bytes = Array(text.utf8)
    guard let word = Bytes.words(in: bytes).first, word.lowerBound == 0 else { return false }
    if Bytes.isDigit(bytes[0]) { return Spoken.beginsWithVowel(number: text) }
    let whole = bytes.text(word)
    let head = String(whole.prefix { !"-/.'&@+#".contains($0) })
    if let known = listed(whole) ?? listed(head) { return known }
    if Spoken.isLetters(head), !isWordInCapitals(head) { return Spoken.beginsWithVowel(letter: head.first!) }
    return Spoken.beginsWithVowel(word: head.lowercased())
  }

  /// What the grammar says of a word, its plural, the name before its number, or the capitals that it begins with.
  private func listed(_ word: String) -> Bool? {
    let plain = word.prefix { !$0.isNumber }
    let capitals = word.prefix { $0.isUppercase }
    var names = [word, String(plain), String(capitals)]
    if word.hasSuffix("s") { names.append(String(word.dropLast())) }
    for name in names where name.count > 1 {
      if engine.isListed(name, in: "article_a") { return false }
      if engine.isListed(name, in: "article_an") { return true }
    }
    return nil
  }

  /// Whether somebody writes in capitals what is no acronym: MODEL.
  private func isWordInCapitals(_ word: String) -> Bool {
    let lower = word.lowercased()
    return word.count > 3 && (!engine.lemmas(of: lower).isEmpty || engine.isListed(lower, in: "common"))
  }
}
