public import HoneCore
public import HoneEngine
internal import HoneGrammar

extension Generator {
  /// A rewrite with answers in the place of its slots; a slot without one stays open.
  ///
  /// - Parameters:
  ///   - pieces: the rewrite's own pieces.
  ///   - base: the text that they make, slots in brackets.
  ///   - answers: by the keys of the slots.
  ///   - bullet: the text that the rewrite is made of; where it has a capital, an answer that opens a sentence has one.
  /// - Returns: pieces that refer to `base`.
  public func filling(
    _ pieces: [Piece], in base: Analysis, with answers: [String: String], of bullet: [UInt8]
  ) -> Candidate? {
    var edits: [DraftEdit] = []
    var places = Rewrite.slotPlaces(in: pieces)[...]
    var at = 0
    for (index, piece) in pieces.enumerated() {
      let range = at..<(at + piece.text.utf8.count)
      at = range.upperBound
      switch piece.origin {
      case .kept, .inflected, .grammar: continue
      case .fact: places.removeFirst()
      case .slot(let name):
        guard let answer = answers[places.removeFirst().key], !answer.isEmpty else { continue }
        let place = pieces[..<index].last { $0.source != nil }?.source?.upperBound ?? 0
        let hasCapital = Generator.hasCapital(at: place, in: bullet) && opensSentence(range.lowerBound, base)
        let text = hasCapital ? Generator.opening(answer) : answer
        let start = Generator.opensWithArticle(answer) ? articleStart(before: range, base) : range.lowerBound
        edits.append(
          DraftEdit(
            range: start..<range.upperBound, pieces: [Piece(text, .fact(name), clause: piece.clause)]))
      }
    }
    guard let draft = seams.apply(edits, to: base) else { return nil }
    return Candidate(
      base: base, pieces: draft.pieces, mends: [], standsFor: [], tier: .full, template: Rewrite.inPlace,
      shape: Rewrite.inPlace)
  }

  /// Answers without a word that stands right before or behind their slot: of “XGBoost models” before “models” the last one goes.
  ///
  /// - Parameters:
  ///   - answers: by the keys of the slots.
  ///   - pieces: the rewrite's own pieces.
  ///   - base: the text that they make, slots in brackets.
  public func fitted(_ answers: [String: String], to pieces: [Piece], in base: Analysis) -> [String: String] {
    var fitted = answers
    var places = Rewrite.slotPlaces(in: pieces)[...]
    var at = 0
    for piece in pieces {
      let range = at..<(at + piece.text.utf8.count)
      at = range.upperBound
      switch piece.origin {
      case .kept, .inflected, .grammar: continue
      case .fact: places.removeFirst()
      case .slot:
        let key = places.removeFirst().key
        guard let answer = answers[key] else { continue }
        var words = answer.split(separator: " ").map(String.init)
        let behind = Bytes.words(in: base.bytes, range: range.upperBound..<base.bytes.count).first
        if words.count > 1, let behind, behind.lowerBound == range.upperBound + 1,
          Generator.isSameNoun(words[words.count - 1], base.bytes.text(behind))
        {
          let isOne = words.removeLast().lowercased() != base.bytes.lowered(behind)
          if isOne, words.count > 1, ["a", "an"].contains(words[0].lowercased()) { words.removeFirst() }
        }
        // An article alone is no answer.
        if words.count == 1, Generator.articles.contains(words[0].lowercased()) { continue }
        let before = Bytes.words(in: base.bytes, range: 0..<range.lowerBound).last
        if words.count > 1, let before, before.upperBound + 1 == range.lowerBound,
          Generator.isSameNoun(words[0], base.bytes.text(before))
        {
          words.removeFirst()
        }
        fitted[key] = words.joined(separator: " ")
      }
    }
    return fitted
  }

  /// Whether two words are one, be it in the singular or the plural.
  private static func isSameNoun(_ one: String, _ other: String) -> Bool {
    Inflection.singular(one).lowercased() == Inflection.singular(other).lowercased()
  }

  /// A rewrite without the edits that opened some slots: the bullet's own words stand there again.
  ///
  /// - Parameters:
  ///   - keys: the keys of the slots.
  ///   - pieces: the rewrite's own pieces.
  ///   - bytes: the bullet.
  /// - Returns: `nil` where such a slot stands in the lead, or words were moved around it.
  public func undoing(_ keys: Set<String>, in pieces: [Piece], of bytes: [UInt8]) -> [Piece]? {
    var result: [Piece] = []
    var places = Rewrite.slotPlaces(in: pieces)[...]
    var at = 0
    while at < pieces.count {
      let end =
        pieces[at...].firstIndex { $0.clause != pieces[at].clause || $0.source != nil } ?? pieces.count
      // A piece that stands for words of the bullet is no part of an addition.
      let run = pieces[at..<max(end, at + 1)]
      let slots = Rewrite.slotPlaces(in: Array(run)).map { _ in places.removeFirst() }
      at = run.endIndex
      guard slots.contains(where: { keys.contains($0.key) }) else {
        result += run
        continue
      }
      let lower = pieces[..<run.startIndex].last { $0.source != nil }?.source?.upperBound ?? 0
      let upper = pieces[at...].first { $0.source != nil }?.source?.lowerBound ?? bytes.count
      guard slots[0].clause != 0, lower <= upper else { return nil }
      if lower < upper { result.append(Piece(bytes.text(lower..<upper), .kept(lower..<upper))) }
    }
    return Draft.joined(result)
  }

  private func opensSentence(_ offset: Int, _ base: Analysis) -> Bool {
    guard let sentence = base.sentences.last(where: { $0.lowerBound <= offset }) else { return true }
    return Bytes.words(in: base.bytes, range: sentence.lowerBound..<offset).isEmpty
  }

  /// Whether the next word has a capital; true where none stands there.
  private static func hasCapital(at offset: Int, in bytes: [UInt8]) -> Bool {
    let word = Bytes.words(in: bytes, range: offset..<bytes.count).first
    return word.map { !Bytes.isLower(bytes[$0.lowerBound]) } ?? true
  }

  /// An answer as it opens a sentence: with a capital, unless its first word has one or a digit further on.
  private static func opening(_ answer: String) -> String {
    let word = answer.prefix { $0 != " " }
    return word.contains { $0.isUppercase || $0.isNumber } ? answer : Seams.capitalized(answer)
  }

  private static let articles = ["a", "an", "the"]

  private static func opensWithArticle(_ answer: String) -> Bool {
    articles.contains { answer.lowercased().hasPrefix($0 + " ") }
  }

  /// Where the article before a slot begins, for an answer that brings its own; else where the slot does.
  private func articleStart(before slot: Range<Int>, _ base: Analysis) -> Int {
    let bytes = base.bytes
    guard let word = Bytes.words(in: bytes, range: 0..<slot.lowerBound).last,
      bytes[word.upperBound..<slot.lowerBound].allSatisfy({ $0 == 0x20 }), word.upperBound < slot.lowerBound,
      Generator.articles.contains(bytes.lowered(word))
    else { return slot.lowerBound }
    return word.lowerBound
  }
}
