internal import HoneCore
public import HoneGrammar

extension Engine {
  /// A word in another form of the same verb or noun, its case kept; `nil` where its form is not known.
  ///
  /// - Parameters:
  ///   - word: the word, in any of its forms.
  ///   - filter: the form that is wanted.
  ///   - english: whose spelling it is to have.
  ///   - tense: the tense of deeds, for the filter `deed`.
  public func inflect(
    _ word: String, _ filter: TextTemplate.Filter, in english: English = .american, tense: Tense = .past
  ) -> String? {
    let lower = word.lowercased()
    // Words all in capitals are a style of their own, which no other form of them would keep; an acronym has a plural.
    if filter != .lower, word.utf8.count > 2, word.utf8.allSatisfy(Bytes.isUpper),
      ![.plural, .singular].contains(filter) || isCommon(word)
    {
      return nil
    }
    switch filter {
    case .deed: return inflect(word, tense == .past ? .past : .base, in: english)
    case .past:
      return verbForm(lower, .past, from: [.ing, .base, .third, .participle, .past], english).map {
        Casing.like(word, $0)
      }
    case .ing:
      return verbForm(lower, .ing, from: [.past, .participle, .base, .third, .ing], english).map {
        Casing.like(word, $0)
      }
    case .base:
      return verbForm(lower, .base, from: [.ing, .past, .participle, .third, .base], english).map {
        Casing.like(word, $0)
      }
    case .plural: return Inflection.plural(word)
    case .singular: return Inflection.singular(word)
    case .act:
      return grammar.verb(ofNominal: lower, in: english).map {
        Casing.like(word, grammar.verbs.inflection.form(.past, of: $0, in: english))
      }
    case .swap:
      for (_, table) in grammar.swaps.sorted(by: { $0.key < $1.key }) {
        let key = lower.replacing("-", with: " ")
        if let swap = table.first(where: { $0.from.replacing("-", with: " ") == key }) {
          return Casing.like(word, swap.to)
        }
      }
      return nil
    case .lower: return lowerFirst(word)
    }
  }

  /// A verb by its base form as it tells a deed: in the past, or as it is for the present; its case kept.
  public func deed(_ verb: String, in tense: Tense, _ english: English) -> String {
    guard tense == .past else { return verb }
    return Casing.like(verb, grammar.verbs.inflection.form(.past, of: verb.lowercased(), in: english))
  }

  /// The tense of a deed told in words of hone's own that take the place of some of a bullet's: where those tell of the past,
  /// by the grammar's fragment `told_before`, or the bullet does anywhere, by `told_then`, it stays there.
  public func tense(inPlaceOf range: Range<Int>, of analysis: Analysis) throws(EngineError) -> Tense {
    guard grammar.tense == .present else { return grammar.tense }
    for (fragment, place) in [("told_before", range), ("told_then", 0..<analysis.bytes.count)]
    where grammar.fragments[fragment] != nil {
      if try !ranges(ofFragment: fragment, in: analysis, place).isEmpty { return .past }
    }
    return .present
  }

  /// A form of a verb, given any of its forms.
  private func verbForm(
    _ word: String, _ form: VerbForm, from order: [VerbForm], _ english: English
  ) -> String? {
    // A compound keeps its head: hand-writing, co-leading.
    let readings = grammar.words.readings(of: word)
    for from in order {
      if let reading = readings.first(where: { $0.form == from }) {
        return grammar.verbs.inflection.form(form, of: grammar.words.verb(reading.verb), in: english)
      }
    }
    return nil
  }

  /// The words with a small first letter, where that is known to be right: a function word or a common noun.
  private func lowerFirst(_ words: String) -> String? {
    guard let first = words.utf8.first, Bytes.isUpper(first) else { return words }
    let bytes = Array(words.utf8)
    guard let word = Bytes.words(in: bytes).first, word.lowerBound == 0 else { return nil }
    let text = bytes.text(word)
    guard !bytes[word].dropFirst().contains(where: Bytes.isUpper) else { return words }
    guard isCommon(text) else { return nil }
    return String(decoding: [Bytes.lowered(first)] + bytes.dropFirst(), as: UTF8.self)
  }

  /// Whether a word is known to be no name: a verb, or of a list that the grammar calls common.
  private func isCommon(_ word: String) -> Bool {
    let bytes = Array(word.lowercased().utf8)
    var found = false
    grammar.words.walk(bytes, from: 0) { hit in
      if hit.end == bytes.count, hit.reading != nil || hit.parts.intersects(commonParts) { found = true }
    }
    if found { return true }
    // `Card-fraud model`: each half must be common.
    let halves = word.split(separator: "-")
    return halves.count > 1 && halves.allSatisfy { isCommon(String($0)) }
  }

  /// Whether two words are forms of one verb or noun, or one is the nominalisation of the other's verb.
  public func areForms(_ one: String, _ other: String) -> Bool {
    if Inflection.singular(one).lowercased() == Inflection.singular(other).lowercased() { return true }
    let one = one.lowercased()
    let other = other.lowercased()
    if one == other { return true }
    if Inflection.plurals(of: one).contains(other) || Inflection.plurals(of: other).contains(one) {
      return true
    }
    let verbs = Set(grammar.words.readings(of: one).map(\.verb))
    if grammar.words.readings(of: other).contains(where: { verbs.contains($0.verb) }) { return true }
    let inflection = grammar.verbs.inflection
    for (noun, word) in [(one, other), (other, one)] {
      for english in [English.american, .british] {
        guard let base = grammar.verb(ofNominal: noun, in: english) else { continue }
        if VerbForm.allCases.contains(where: { inflection.form($0, of: base, in: english) == word }) {
          return true
        }
      }
    }
    return false
  }

  /// The base forms that a word may be a form of.
  public func lemmas(of word: String) -> [String] {
    grammar.words.readings(of: word.lowercased()).map { grammar.words.verb($0.verb) }
  }

  /// Whether a verb, by any of its forms, stands in a class or is itself named.
  public func verb(_ word: String, isOneOf names: [String]) -> Bool {
    lemmas(of: word).contains { lemma in
      names.contains(lemma)
        || names.contains { isVerb(lemma, in: $0) }
    }
  }

  /// Whether a verb, by its base form, stands in a class.
  public func isVerb(_ base: String, in name: String) -> Bool {
    guard grammar.verbs.classes.contains(name), let part = grammar.parts.id(name) else { return false }
    return grammar.words.isVerb(base, of: part)
  }

  /// Whether a word is, whole, a term of a list.
  public func isListed(_ word: String, in list: String) -> Bool {
    guard let part = grammar.parts.id(list) else { return false }
    return grammar.words.isWord(word, of: part)
  }
}

/// Copies the case of one word to another.
enum Casing {
  static func like(_ model: String, _ word: String) -> String {
    guard let first = model.utf8.first, Bytes.isUpper(first), let letter = word.utf8.first else {
      return word
    }
    return String(
      decoding: [Bytes.isLower(letter) ? letter & ~0x20 : letter] + word.utf8.dropFirst(), as: UTF8.self)
  }
}
