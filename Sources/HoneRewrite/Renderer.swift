internal import HoneCore
internal import HoneEngine
internal import HoneGrammar
internal import PCRE2

/// Fills a template's holes from the ranges of a bullet: kept words, inflected words, slots.
struct Renderer {
  let engine: Engine
  let base: Analysis
  /// Slots that stay closed: a clause that needs one goes, and without its lead there is no template.
  let skipped: Set<String>
  /// The words that the template takes the place of, which tell the tense of its deeds.
  let replaced: Range<Int>
  /// The range of a hole's name, or `nil`.
  let range: (String) -> Range<Int>?

  /// The pieces of a template, referring to the base; `nil` where a hole cannot be filled.
  ///
  /// - Parameter clause: the number for the lead; clauses in brackets take the next ones.
  func render(_ template: TextTemplate, clause: Int) throws(EngineError) -> [Piece]? {
    var next = clause + 1
    return try render(template.items, clause: clause, &next)
  }

  private func render(_ items: [TextTemplate.Item], clause: Int, _ next: inout Int) throws(EngineError)
    -> [Piece]?
  {
    var pieces: [Piece] = []
    for item in items {
      switch item {
      case .words(let words): pieces.append(Piece(words, .grammar, clause: clause))
      case .article: pieces.append(Piece(Articles.placeholder, .grammar, clause: clause))
      case .slot(let name):
        guard !skipped.contains(name), let slot = engine.grammar.slots[name] else { return nil }
        pieces.append(Piece("[\(slot.label)]", .slot(name), clause: clause))
      case .deed(let verb):
        let tense = try engine.tense(inPlaceOf: replaced, of: base)
        pieces.append(Piece(engine.deed(verb, in: tense, base.english), .grammar, clause: clause))
      case .hole(let hole):
        guard let filled = try fill(hole, clause: clause) else { return nil }
        pieces += filled
      case .clause(let inner):
        let number = next
        next += 1
        if !skipped.isEmpty, !skipped.isDisjoint(with: TextTemplate.slots(in: inner)) { continue }
        guard let filled = try render(inner, clause: number, &next) else { return nil }
        pieces += filled
      }
    }
    return pieces
  }

  private func fill(_ hole: TextTemplate.Hole, clause: Int) throws(EngineError) -> [Piece]? {
    guard let range = range(hole.name) else { return hole.lead == nil ? nil : [] }
    // A capture that took part and took nothing fills its hole with nothing.
    guard !range.isEmpty else { return [] }
    let lead = hole.lead.map { [Piece($0, .grammar, clause: clause)] } ?? []
    if let each = hole.each {
      guard let pieces = try changeEach(each, in: range, hole.filters, clause: clause) else { return nil }
      return lead + pieces
    }
    guard let pieces = try change(range, hole.filters, clause: clause) else { return nil }
    return lead + pieces
  }

  /// Changes each match of a fragment inside a range and keeps the rest.
  private func changeEach(
    _ fragment: String, in range: Range<Int>, _ filters: [TextTemplate.Filter], clause: Int
  ) throws(EngineError) -> [Piece]? {
    let ranges = try engine.ranges(ofFragment: fragment, in: base, range)
    var pieces: [Piece] = []
    var at = range.lowerBound
    for found in ranges {
      pieces += kept(at..<found.lowerBound, clause)
      guard let changed = try change(found, filters, clause: clause) else { return nil }
      pieces += changed
      at = found.upperBound
    }
    return pieces + kept(at..<range.upperBound, clause)
  }

  /// A range with its first word inflected, or the whole of it swapped.
  private func change(_ range: Range<Int>, _ filters: [TextTemplate.Filter], clause: Int)
    throws(EngineError) -> [Piece]?
  {
    let bytes = base.bytes
    let word = bytes.lowered(range)
    // An article is chosen again, for another word may follow it here.
    if word == "a" || word == "an" { return [Piece(Articles.placeholder, .grammar, clause: clause)] }
    guard !filters.isEmpty else { return kept(range, clause) }
    if filters == [.swap] {
      guard let text = engine.inflect(bytes.text(range), .swap) else { return nil }
      return [Piece(text, .grammar, clause: clause)]
    }
    guard let word = headWord(of: range, filters) else { return nil }
    var text = bytes.text(word)
    let tense = filters.contains(.deed) ? try engine.tense(inPlaceOf: replaced, of: base) : .past
    for filter in filters {
      guard let changed = engine.inflect(text, filter, in: base.english, tense: tense) else { return nil }
      text = changed
    }
    let middle =
      text == bytes.text(word) ? kept(word, clause) : [Piece(text, .inflected(word), clause: clause)]
    return kept(range.lowerBound..<word.lowerBound, clause) + middle
      + kept(word.upperBound..<range.upperBound, clause)
  }

  /// A verb phrase inflects its first word, a noun phrase its last.
  private func headWord(of range: Range<Int>, _ filters: [TextTemplate.Filter]) -> Range<Int>? {
    let words = Bytes.words(in: base.bytes, range: range)
    return filters.contains(.plural) || filters.contains(.singular) ? words.last : words.first
  }

  private func kept(_ range: Range<Int>, _ clause: Int) -> [Piece] {
    range.isEmpty ? [] : [Piece(base.bytes.text(range), .kept(range), clause: clause)]
  }
}
