/// What tells British spelling from American.
enum BritishSpelling {
  /// How Americans may spell a verb that is spelled as in Britain: organise → organize, fulfil → fulfill.
  static func americanTwins(of verb: String) -> [String] {
    endings.filter { verb.hasSuffix($0.british) }.map { verb.dropLast($0.british.count) + $0.american }
  }

  /// How Britons spell a verb whose noun does not show it: analyze → analyse. A noun in -isation or -ization shows it.
  static func twin(of verb: String) -> String {
    verb.hasSuffix("yze") ? verb.dropLast(3) + "yse" : verb
  }

  private static let endings: [(british: String, american: String)] = [
    ("ise", "ize"), ("yse", "yze"), ("our", "or"), ("il", "ill"), ("ol", "oll"), ("ould", "old"),
    ("oeuvre", "euver"),
  ]
}
