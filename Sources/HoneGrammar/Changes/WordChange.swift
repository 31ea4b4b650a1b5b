internal import HoneCore

/// Words that somebody adds to a list of a grammar, or takes out of it.
public struct WordChange: Sendable {
  /// The name of the list.
  public let list: String
  /// Where it is named.
  public let place: Place
  /// The words, as terms of a list are written.
  public let words: [(text: String, place: Place)]

  /// A change.
  public init(_ list: String, place: Place, words: [(text: String, place: Place)]) {
    self.list = list
    self.place = place
    self.words = words
  }

  /// What is wrong with an entry that must be a word, or `nil`.
  static func problem(_ text: String, _ place: Place) -> GrammarProblem? {
    if text.hasPrefix("re:") || text.hasPrefix("@") {
      return GrammarProblem(
        place, "“\(text)” is no word; a pattern or another list belongs into a pack of your own (`grammar:`)")
    }
    if text.utf8.allSatisfy({ $0 == 0x20 }) {
      return GrammarProblem(place, "this word is empty; take it out")
    }
    if text.first?.isWhitespace == true || text.last?.isWhitespace == true {
      return GrammarProblem(
        place, "“\(text)” begins or ends with a space, and no word does; take the space out")
    }
    return nil
  }
}

extension Grammar {
  /// This grammar with words added to its lists, and others taken out of them; a word goes with its plural.
  ///
  /// - Throws: every list that is not there, every word that is none, and every word to take out that its list has not.
  public func changing(adding added: [WordChange], dropping dropped: [WordChange]) throws(GrammarErrors)
    -> Grammar
  {
    if added.isEmpty, dropped.isEmpty { return self }
    var problems: [GrammarProblem] = []
    var new: [(Term, PartSet)] = []
    var gone: [(Term, PartSet)] = []
    for change in added {
      guard let parts = parts(of: change, &problems) else { continue }
      for (text, place) in change.words {
        if let problem = WordChange.problem(text, place) { problems.append(problem) }
        new += Term.read(text).map { ($0, parts.marked) }
      }
    }
    for change in dropped {
      guard let parts = parts(of: change, &problems) else { continue }
      for (text, place) in change.words {
        if let problem = WordChange.problem(text, place) {
          problems.append(problem)
        } else if !words.isWord(Term.read(text)[0].text, of: parts.own, ignoresCase: true) {
          problems.append(GrammarProblem(place, "the list “\(change.list)” has no “\(text)” to drop"))
        }
        let word = Term.read(text)[0].text
        gone += ([word] + Inflection.plurals(of: word)).map { (Term(text: $0, isCased: false), parts.marked) }
      }
    }
    if !problems.isEmpty { throw GrammarErrors(problems) }
    var grammar = self
    grammar.words.changes = WordChanges(added: new, dropped: gone)
    return grammar
  }

  /// This grammar with words in which no rule finds a fault, as terms of a list are written.
  ///
  /// - Throws: every entry that is no word.
  public func allowing(_ words: [(text: String, place: Place)]) throws(GrammarErrors) -> Grammar {
    if words.isEmpty { return self }
    let problems = words.compactMap { WordChange.problem($0.text, $0.place) }
    if !problems.isEmpty { throw GrammarErrors(problems) }
    var grammar = self
    grammar.allowedWords = AllowedWords(words.map(\.text))
    return grammar
  }

  /// The part of a change's list, and with it those of the lists that take its words in.
  private func parts(of change: WordChange, _ problems: inout [GrammarProblem]) -> (
    own: PartID, marked: PartSet
  )? {
    let names = lists.map(\.name).filter { $0 != "nominal" }
    guard names.contains(change.list), let own = parts.id(change.list) else {
      let isVerb = verbs.classes.contains(change.list)
      let hint =
        isVerb
        ? "it is a class of verbs, which a pack of your own can add to (`grammar:`)"
        : Spelling.nearest(to: change.list, in: names).map { "did you mean “\($0)”?" }
          ?? "the lists are the `terms` of the grammar's packs"
      problems.append(GrammarProblem(change.place, "there is no list “\(change.list)”; \(hint)"))
      return nil
    }
    var taken = [change.list]
    var at = 0
    while at < taken.count {
      taken += lists.filter { $0.includes.contains(taken[at]) && !taken.contains($0.name) }.map(\.name)
      at += 1
    }
    return (own, PartSet(taken.compactMap { parts.id($0) }))
  }
}
