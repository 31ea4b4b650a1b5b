internal import HoneCore
internal import HoneEngine
public import HoneFacts
public import HoneGrammar

/// What makes an answer none at all: it is not to be written into a résumé.
public enum AnswerFault: Sendable, Hashable {
  /// It holds a line break, a tab, or another sign that is no text.
  case noText
  /// A pattern costs too much on it.
  case unreadable
  /// It is a slot, another sign of something that is still to be filled in, or words that say that there is no answer.
  case placeholder
}

extension Hone {
  /// What makes an answer none at all, or `nil`.
  ///
  /// - Parameter answer: in the writer's own words.
  public func fault(inAnswer answer: String) -> AnswerFault? {
    if answer.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F || $0.value == 0xFFFD }) {
      return .noText
    }
    if saysNothing(answer) { return .placeholder }
    let spellings = grammar.slotSpellings + [.toDo]
    if spellings.contains(where: { $0 != .brackets && $0.stands(in: answer) }) { return .placeholder }
    let before = (engine.rulesOff, engine.readsFiles)
    defer { (engine.rulesOff, engine.readsFiles) = before }
    // What is a fault in a file that is about to go out is no fact.
    (engine.rulesOff, engine.readsFiles) = ([], true)
    guard let analysis = try? engine.analyze(answer) else { return .unreadable }
    let isLeftOver = analysis.hits.contains { analysis.rule($0).isForFiles }
    return isLeftOver || !analysis.slots.isEmpty ? .placeholder : nil
  }

  /// Whether an answer is, whole, what people type where they have none: the grammar's list `no_answer`, or no letter and no digit.
  private func saysNothing(_ answer: String) -> Bool {
    let words = answer.replacing("’", with: "'").split(separator: " ").joined(separator: " ")
    let bare = words.drop { $0.isPunctuation }.reversed().drop { $0.isPunctuation }.reversed()
    return !answer.contains { $0.isLetter || $0.isNumber } || engine.isListed(String(bare), in: "no_answer")
  }

  /// An answer as it stands in the middle of a bullet: without a final stop, an “I” before its verb, or the backslash of an
  /// escape, which a format that needs one gets anyway.
  func tidied(_ answer: String) -> String {
    var words = answer.replacing(#/\\([%$&#_{}])/#) { $0.1 }.split(separator: " ").map(String.init)
    while let last = words.last, let sign = last.last, ";,.".contains(sign) {
      // “e.g.” keeps its stop, “0.93.” does not.
      let holdsStops = last.dropLast().contains(".") && !last.contains(where: \.isNumber)
      if sign == ".", holdsStops || engine.isListed(last, in: "abbreviation") { break }
      words[words.count - 1].removeLast()
      if words[words.count - 1].isEmpty { words.removeLast() }
    }
    if words.count > 1, words[0] == "I", !engine.lemmas(of: words[1]).isEmpty { words.removeFirst() }
    return words.joined(separator: " ")
  }

  /// Holds answers against a slot that asks for them.
  public func answerCheck(for slot: Slot) -> AnswerCheck {
    AnswerCheck(slot) { [engine] word in
      engine.isListed(word, in: "function")
    } isHedge: { [engine] word in
      engine.isListed(word, in: "hedge")
    } holdsFigure: { [engine] text in
      text.contains(where: \.isNumber) || (try? engine.analyze(text))?.has(PartNames.number) == true
    } areForms: { [engine] one, other in
      engine.areForms(one, other)
    } holds: { [engine] text, kind in
      (try? engine.analyze(text))?.holdsFigure(ofKind: kind) ?? true
    }
  }

  /// What of a facts file cannot be used: names that no grammar knows, and answers that are none.
  ///
  /// - Parameters:
  ///   - facts: the file.
  ///   - grammars: all that are in use in this run, one at least: of files that share their facts each may have its own.
  /// - Returns: the problems with their places, in the order of the file.
  public static func problems(in facts: FactsFile, for grammars: [Grammar]) -> [GrammarProblem] {
    FactsCheck(grammars).problems(in: facts)
  }
}

/// Holds a facts file against the grammars that are to use it.
private struct FactsCheck {
  let hones: [Hone]
  let templates: Set<String>
  let slots: Set<String>

  init(_ grammars: [Grammar]) {
    hones = grammars.map { Hone($0) }
    slots = Set(grammars.flatMap(\.slots.keys))
    templates = Set(grammars.flatMap { $0.templates.map(\.id) + $0.clauses.map(\.id) })
      .union([Rewrite.inPlace, Rewrite.openSlots])
  }

  func problems(in facts: FactsFile) -> [GrammarProblem] {
    zip(facts.entries, facts.places).flatMap { entry, places in
      let known = entry.template.map { templates.contains($0) } ?? true
      let unknown = known ? [] : [template(entry.template ?? "", places.template ?? places.entry)]
      return unknown + zip(entry.answers, places.answers).compactMap { problem($0, $1) }
    }
  }

  private func template(_ name: String, _ place: Place) -> GrammarProblem {
    GrammarProblem(
      place,
      "no template is called “\(name)”; \(hint(name, templates) ?? "leave the line out, and hone takes the one that the answers fit")"
    )
  }

  private func problem(_ answer: FactEntry.Answer, _ place: FactEntry.AnswerPlace) -> GrammarProblem? {
    if !hones.contains(where: { $0.grammar.slots[$0.slotName(answer.slot)] != nil }) {
      return GrammarProblem(
        place.key,
        "no question is called “\(answer.slot)”; \(hint(answer.slot, slots) ?? "make a comment of the line if the answer is to be kept")"
      )
    }
    guard let text = answer.text, let fault = hones.lazy.compactMap({ $0.fault(inAnswer: text) }).first else {
      return nil
    }
    return GrammarProblem(place.value, "the answer to “\(answer.slot)” \(FactsCheck.words(fault, text))")
  }

  private func hint(_ name: String, _ names: Set<String>) -> String? {
    Spelling.nearest(to: name, in: names).map { "did you mean “\($0)”?" }
  }

  private static func words(_ fault: AnswerFault, _ text: String) -> String {
    switch fault {
    case .noText: "holds a line break or another sign that is no text; write it in one line"
    case .unreadable: "cannot be read; put it in other words"
    case .placeholder: "is still to be filled in: “\(text)”; give the fact, or null to pass the question over"
    }
  }
}
