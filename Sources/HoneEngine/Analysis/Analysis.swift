public import HoneCore
public import HoneGrammar
public import PCRE2

/// What one bullet shows: its words' parts, its sentences, what the rules found, and its frame when asked.
public final class Analysis: Words {
  /// The bullet's text.
  public let subject: Subject
  /// Everything that was marked, by place.
  public internal(set) var marks: [Mark] = []
  /// The sentences of the body, without the spaces between them.
  public internal(set) var sentences: [Range<Int>] = []
  /// The label in front of the body, with its colon, or `nil`.
  public internal(set) var label: Range<Int>?
  /// What the rules found, by place.
  public internal(set) var hits: [Hit] = []
  /// Rules that matched and were excused; filled only when the analysis is traced.
  public internal(set) var excuses: [Excuse] = []
  /// The slots that stand in the text, by name.
  public internal(set) var slots: [String] = []

  private let engine: Engine
  /// The needs of ways that what stands in the bullet meets, in rows of ways.
  var met: WaySet
  /// The ways that have all that they need here, by their numbers.
  var called: WaySet
  /// Where ways may begin.
  var places: Places
  /// Where what calls the kinds of number stands, by their place in the grammar.
  var calls = Places(patterns: 0)
  /// Where each sentence opens, once somebody has asked.
  var openings: [[Int]]?
  /// For each offset the first mark that begins there or behind it, once marks are sorted.
  private var firstMarks: [Int32] = []
  /// All parts that were seen anywhere.
  public private(set) var seen = PartSet()
  private var tiles: [Tile]?
  /// What conditions on the bullet or a sentence came to, by their number and the sentence's place: a handful.
  private var answers: [(question: Int, answer: Bool)] = []
  private var names: [Range<Int>]?
  private var quotes: [Range<Int>]?
  private var allowed: [Range<Int>]?

  init(_ subject: Subject, engine: Engine) {
    self.subject = subject
    self.engine = engine
    met = engine.alwaysMet
    called = WaySet(count: 0)
    places = Places(patterns: engine.beginsAnywhere.count)
  }

  /// The bytes of the text.
  public var bytes: [UInt8] { subject.bytes }

  /// The text.
  public var text: String { subject.bytes.text(0..<subject.bytes.count) }

  /// Where the body begins: behind the label.
  public var bodyStart: Int { sentences.first?.lowerBound ?? label?.upperBound ?? 0 }

  /// The findings, as a report shows them.
  public var findings: [Finding] {
    hits.map { hit in
      let rule = engine.rule(hit.rule)
      let message = Message.fill(rule.message) { name in hit.range(of: name).map { bytes.text($0) } ?? "" }
      // A remark stays one; else what somebody wants of the rule goes.
      let level = hit.level < rule.effectiveLevel ? hit.level : rule.reportedLevel
      return Finding(
        rule: rule.id, kind: rule.kind, level: level, range: hit.range, message: message,
        source: rule.source, isOfAbsence: rule.pattern == nil)
    }
  }

  /// Whose spelling the bullet keeps to; American where nothing tells.
  public var english: English { has(PartNames.british) ? .british : .american }

  /// The rule of a hit.
  public func rule(_ hit: Hit) -> Rule { engine.rule(hit.rule) }

  /// What a condition on the bullet, or on the sentence at a place, came to; it is asked for once.
  func answer(to number: Int, at place: Int, _ decide: () throws(EngineError) -> Bool) throws(EngineError)
    -> Bool
  {
    let question = number << 32 | place
    for known in answers where known.question == question { return known.answer }
    let answer = try decide()
    answers.append((question, answer))
    return answer
  }

  func mark(_ parts: PartSet, _ range: Range<Int>) {
    marks.append(Mark(parts: parts, range: range))
    seen.formUnion(parts)
  }

  /// Puts the marks in order of place, once all of a kind are made.
  func sortMarks() {
    marks.sort { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
    indexMarks()
  }

  /// Whether what stands in the bullet calls one of these ways.
  func calls(oneOf ways: Range<Int>) -> Bool { called.intersects(ways) }

  /// Whether a part was marked anywhere.
  public func has(_ part: PartID) -> Bool { seen.contains(part) }

  /// The marks of a part that touch a range, by place.
  public func marks(of part: PartID, in range: Range<Int>) -> [Mark] {
    guard has(part) else { return [] }
    return marks.filter { $0.parts.contains(part) && $0.range.overlaps(range) }
  }

  /// Whether a part stands in a range, be it marked or tiled.
  func stands(_ part: PartID, in range: Range<Int>) throws(EngineError) -> Bool {
    if has(part) {
      for mark in marks where mark.parts.contains(part) && mark.range.overlaps(range) { return true }
    }
    if part == PartNames.name {
      return properNames.contains { $0.overlaps(range) }
    }
    guard engine.isTiled(part) else { return false }
    let name = engine.grammar.parts.names[part]
    return try frame().contains { $0.part == name && $0.range.overlaps(range) }
  }

  /// The bullet tiled into parts, in order; every byte but the spaces between is in one of them.
  public func frame() throws(EngineError) -> [Tile] {
    if let tiles { return tiles }
    let made = try engine.tile(self)
    tiles = made
    return made
  }

  /// Whether a range stands between quotation marks or back-ticks.
  func isQuoted(_ range: Range<Int>) -> Bool {
    if quotes == nil { quotes = Quotes.ranges(in: bytes) }
    return quotes!.contains { $0.lowerBound <= range.lowerBound && range.upperBound <= $0.upperBound }
  }

  /// Whether all words of a range are ones that somebody allows; little words may stand between them.
  public func isAllowed(_ range: Range<Int>) -> Bool {
    if engine.grammar.allowedWords.isEmpty { return false }
    let ranges = allowed ?? engine.grammar.allowedWords.ranges(in: bytes)
    allowed = ranges
    func isNamed(_ word: Range<Int>) -> Bool {
      ranges.contains { $0.lowerBound <= word.lowerBound && word.upperBound <= $0.upperBound }
    }
    let words = Bytes.words(in: bytes, range: range)
    guard let first = words.first, let last = words.last, isNamed(first), isNamed(last) else { return false }
    return words.allSatisfy { isNamed($0) || engine.isListed(bytes.lowered($0), in: "function") }
  }

  /// The sentence that holds an offset; the whole body where none does.
  public func sentence(at offset: Int) -> Range<Int> {
    sentences.first { $0.contains(offset) || $0.upperBound == offset } ?? 0..<bytes.count
  }

  /// The stretch between commas, semicolons, colons, dashes and brackets around a range.
  public func clause(around range: Range<Int>) -> Range<Int> {
    let sentence = sentence(at: range.lowerBound)
    var lower = range.lowerBound
    while lower > sentence.lowerBound, !endsClause(at: lower - 1) { lower -= 1 }
    // A dash is more than one byte: the clause begins behind the last of them.
    while lower < range.lowerBound, bytes[lower] & 0xC0 == 0x80 { lower += 1 }
    var upper = range.upperBound
    while upper < sentence.upperBound, !endsClause(at: upper) { upper += 1 }
    return min(lower, range.lowerBound)..<max(upper, range.upperBound)
  }

  private func endsClause(at offset: Int) -> Bool {
    switch bytes[offset] {
    case 0x2C:  // A comma inside a number ends nothing.
      return !(offset + 1 < bytes.count && Bytes.isDigit(bytes[offset + 1]))
    case 0x3B, 0x28, 0x29: return true
    case 0x3A: return !(offset + 1 < bytes.count && bytes[offset + 1] != 0x20)
    case 0xE2:  // en and em dash with a space before
      return offset + 2 < bytes.count && bytes[offset + 1] == 0x80
        && (bytes[offset + 2] == 0x93 || bytes[offset + 2] == 0x94) && offset > 0 && bytes[offset - 1] == 0x20
    default: return false
    }
  }

  /// Words that their capitals show to be names: not the first of a sentence unless a capital stands inside too.
  public var properNames: [Range<Int>] {
    if let names { return names }
    let made = findNames()
    names = made
    return made
  }

  private func findNames() -> [Range<Int>] {
    let starts = Set(sentences.map(\.lowerBound) + [0])
    return Bytes.words(in: bytes).filter { word in
      let capitals = word.filter { Bytes.isUpper(bytes[$0]) }
      guard let first = capitals.first else { return false }
      let isStart = starts.contains(word.lowerBound)
      if isStart { return capitals.count > 1 || first > word.lowerBound }
      // "I" is no name.
      return !(word.count == 1 && bytes[word.lowerBound] == 0x49)
    }
  }

  /// What a rewrite must not lose: numbers with their units, names, links, and the members of the grammar's fact lists.
  public var facts: [Fact] {
    var facts: [Fact] = []
    let grammar = engine.grammar
    for mark in marks where mark.parts.contains(PartNames.number) || mark.parts.contains(PartNames.link) {
      let kind = mark.parts.contains(PartNames.link) ? "link" : "number"
      facts.append(Fact(kind: kind, range: mark.range, text: bytes.text(mark.range)))
    }
    // What several lists know is one fact, as the field's own pack calls it, which comes last.
    var listed: [Range<Int>] = []
    for name in grammar.factLists.reversed() {
      guard let part = grammar.parts.id(name) else { continue }
      for mark in marks where mark.parts.contains(part) && !listed.contains(mark.range) {
        listed.append(mark.range)
        facts.append(Fact(kind: name, range: mark.range, text: bytes.text(mark.range)))
      }
    }
    for name in properNames where !facts.contains(where: { $0.range.overlaps(name) }) {
      facts.append(Fact(kind: "name", range: name, text: bytes.text(name)))
    }
    return facts.sorted {
      ($0.range.lowerBound, $0.range.upperBound, $0.kind) < (
        $1.range.lowerBound, $1.range.upperBound, $1.kind
      )
    }
  }

  /// Whether a figure of a kind stands here, as `quantities` name them; true where the grammar knows no such kind.
  ///
  /// A plain number is one that is of no other kind.
  public func holdsFigure(ofKind kind: String) -> Bool {
    guard let part = engine.grammar.parts.id(kind) else { return true }
    guard part == PartNames.number else { return has(part) }
    let others = PartSet(
      engine.grammar.quantities.compactMap { engine.grammar.parts.id($0.part) }.filter { $0 != part })
    return marks.contains { $0.parts.contains(part) && !$0.parts.intersects(others) }
  }

  // MARK: - What patterns ask

  /// Where the mark of a part that begins at an offset ends, or `nil` where none begins there.
  public func end(of kind: PartID, from offset: Int) -> Int? {
    guard offset < firstMarks.count else { return nil }
    var index = Int(firstMarks[offset])
    while index < marks.count, marks[index].range.lowerBound == offset {
      if marks[index].parts.contains(kind) { return marks[index].range.upperBound }
      index += 1
    }
    return nil
  }

  /// For each offset the first mark that begins there or behind it.
  private func indexMarks() {
    firstMarks = Array(repeating: Int32(marks.count), count: bytes.count + 1)
    var from = 0
    for (index, mark) in marks.enumerated() where mark.range.lowerBound >= from {
      for offset in from...mark.range.lowerBound { firstMarks[offset] = Int32(index) }
      from = mark.range.lowerBound + 1
    }
  }
}
