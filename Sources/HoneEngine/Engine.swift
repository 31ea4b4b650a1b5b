internal import HoneCore
public import HoneGrammar
public import PCRE2

/// Runs a grammar over bullets: marks, sentences, findings, and the frame when asked.
///
/// What a bullet shows is marked once: one walk through the tree of all words, one search for numbers. That walk also
/// says which rules can match at all; only those are run. A pattern is compiled when it is first needed, so that a
/// single bullet through a pipe pays for a handful of patterns and not for all.
///
/// An engine is not shared between threads, for it compiles as it goes; make one for each, the grammar is shared.
public final class Engine {
  /// The grammar it runs.
  public let grammar: Grammar
  /// Whether patterns become machine code: worth it for hundreds of bullets, not for one.
  public var usesJIT: Bool { code != nil }
  /// The machine code that it shares with others, where it uses any.
  let code: MachineCode?
  /// Whether analyses keep what excused a rule.
  public var isTracing = false
  /// Whether bullets come from a file, where a left-over slot is a fault.
  public var readsFiles = false
  /// Whether a link stands in the markup around a bullet's words: it answers what the slot `link` asks.
  public var isLinked = false
  /// Rules and kinds that find nothing for now, by their ids: somebody switched them off.
  public var rulesOff: Set<String> = []

  /// The rules that were asked for: a grammar's own are kept behind a lock, for other threads may ask too.
  private var rules: [Rule?]
  /// The patterns of the grammar's lists and of what may stand before an opener, once they were needed.
  var compiledLists: [Pattern]?
  var compiledOpening: Pattern?

  let composer: Composer
  let workspace = Workspace()
  var patterns: [String: Pattern] = [:]
  /// The patterns of ways, by their numbers, once they were tried.
  var wayPatterns: [Pattern?]
  /// Whether what was compiled when hone was made is of use here.
  var takesCompiledWays = true
  /// How often each way was tried; counted until it is worth machine code.
  var wayTries: [UInt8]
  private let splitter = SentenceSplitter()
  private let label: Int?
  private let abbreviation: PartID?
  let factParts: PartSet
  /// The lists of common words.
  let commonParts: PartSet
  private let tiledParts: Set<PartID>
  let slotSigns: [SlotSigns]
  /// The slots by their labels, and by their names as one word, once one may stand in a text.
  private(set) lazy var slotsByLabel = Engine.slots(of: grammar) { $0.label }
  private(set) lazy var slotsByWord = Engine.slots(of: grammar) { SlotSpelling.word($0.name) }
  /// The bytes with which a slot may begin.
  let slotOpens: [Bool]
  let slotKinds: [String: [String]]
  let listPatterns: [(part: PartID, owner: String, pattern: String)]
  /// The needs of ways that every bullet meets, in rows of ways.
  let alwaysMet: WaySet
  /// How many needs a way may have.
  let rows: Int
  /// The ways that may begin anywhere, by their numbers.
  let beginsAnywhere: [Bool]
  /// The parts that call something, and those with which something begins.
  let callingParts: [PartID]
  let startingParts: PartSet
  /// The ASCII signs that call something.
  let callingSymbols: [Bool]
  /// The ASCII signs, and letters, with which something begins.
  let startingSymbols: [Bool]
  /// What words call, for those who read many; `nil` for a bullet or two.
  let memo: WordMemo?
  /// The kinds of number that may be called from anywhere in a bullet, and not only by what is near.
  let isCalledFromAfar: [Bool]
  /// The ways of the kinds of number, one each.
  let quantityWays: Range<Int>
  /// What each kind of number marks.
  let numberParts: [PartSet]

  /// An engine for a grammar.
  public convenience init(_ grammar: Grammar, usesJIT: Bool = false) {
    if usesJIT { self.init(MachineCode(grammar)) } else { self.init(grammar, code: nil) }
  }

  /// An engine for many bullets, which shares its machine code with those of other threads.
  public convenience init(_ code: MachineCode) {
    self.init(code.grammar, code: code)
  }

  private init(_ grammar: Grammar, code: MachineCode?) {
    self.grammar = grammar
    self.code = code
    composer = Composer(grammar)
    rules = Array(repeating: nil, count: grammar.rules.count)
    wayPatterns = Array(repeating: nil, count: grammar.ways.count)
    wayTries = Array(repeating: 0, count: grammar.ways.count)
    label = grammar.frame.firstIndex { $0.shape == "label" }
    abbreviation = grammar.parts.id("abbreviation")
    commonParts = PartSet(grammar.commonLists.compactMap { grammar.parts.id($0) })
    factParts = PartSet(grammar.factLists.compactMap { grammar.parts.id($0) })
    tiledParts = Set(grammar.frame.compactMap { grammar.parts.id($0.name) })
    slotSigns = Engine.slotSigns(of: grammar)
    var opens = [Bool](repeating: false, count: 256)
    for signs in slotSigns { opens[Int(signs.before[0])] = true }
    slotOpens = opens
    slotKinds = grammar.slots.mapValues(\.satisfies)
    listPatterns = grammar.lists.compactMap { list in
      guard !list.patterns.isEmpty, let part = grammar.parts.id(list.name) else { return nil }
      return (part, "the list “\(list.name)”", list.patterns.map { "(?:\($0))" }.joined(separator: "|"))
    }
    let calls = grammar.calls.byPart
    callingParts = calls.indices.filter { !calls[$0].isEmpty }
    let starts = grammar.starts.byPart
    startingParts = PartSet(starts.indices.filter { !starts[$0].isEmpty })
    alwaysMet = grammar.calls.free
    rows = PatternCalls.rows
    var anywhere = [Bool](repeating: false, count: grammar.ways.count)
    for index in grammar.starts.always { anywhere[index] = true }
    beginsAnywhere = anywhere
    callingSymbols = grammar.calls.bySymbol.map { !$0.isEmpty }
    startingSymbols = grammar.starts.bySymbol.map { !$0.isEmpty }
    memo = code == nil ? nil : WordMemo()
    quantityWays = grammar.quantityWays
    // A digit anywhere, a sign or a part calls a kind of number wherever it stands.
    var afar = [Bool](repeating: false, count: grammar.quantities.count)
    let calledFromAfar =
      [grammar.calls.always, grammar.calls.byDigit, grammar.calls.bySign] + grammar.calls.byPart
    for way in calledFromAfar.joined() where quantityWays.contains(way) {
      afar[way - quantityWays.lowerBound] = true
    }
    isCalledFromAfar = afar
    numberParts = grammar.quantities.map { quantity in
      var parts = PartSet()
      if let part = grammar.parts.id(quantity.part) { parts.insert(part) }
      if quantity.isMetric { parts.insert(PartNames.metric) }
      return parts
    }
  }

  /// A rule of the grammar, by its number.
  func rule(_ index: Int) -> Rule {
    if let known = rules[index] { return known }
    let rule = grammar.rules[index]
    rules[index] = rule
    return rule
  }

  /// Whether the frame, and not the lexicon, makes a part.
  func isTiled(_ part: PartID) -> Bool { tiledParts.contains(part) }

  /// What a bullet shows.
  ///
  /// - Throws: `EngineError` where a pattern does not compile or costs too much; nothing is skipped silently.
  public func analyze(_ text: String) throws(EngineError) -> Analysis {
    try analyze(Subject(text))
  }

  /// What a bullet shows.
  public func analyze(_ subject: Subject) throws(EngineError) -> Analysis {
    let analysis = try marked(subject)
    try splitBody(analysis)
    try findAll(analysis)
    return analysis
  }

  /// What stands in a text, without looking for what is wrong with it.
  ///
  /// - Throws: as `analyze` does.
  package func read(_ text: String) throws(EngineError) -> Analysis {
    let analysis = try marked(Subject(text))
    try splitBody(analysis)
    return analysis
  }

  /// A text with its marks alone.
  func marked(_ subject: Subject) throws(EngineError) -> Analysis {
    let analysis = Analysis(subject, engine: self)
    try mark(analysis)
    return analysis
  }

  private func splitBody(_ analysis: Analysis) throws(EngineError) {
    var start = 0
    if let label, analysis.bytes.contains(0x3A) || analysis.bytes.contains(0xE2) {
      let pattern = try self.pattern(ofWay: grammar.way(ofPart: label), of: .part(label))
      if let match = try first(
        pattern, in: analysis, from: 0, owner: "the part “\(grammar.frame[label].name)”"),
        match.upper > 0, match.upper < analysis.bytes.count
      {
        analysis.label = match.lower..<match.upper
        start = match.upper
      }
    }
    analysis.sentences = splitter.sentences(in: analysis.bytes, from: start, isAbbreviation: isAbbreviation)
  }

  private func isAbbreviation(_ word: String) -> Bool {
    abbreviation.map { grammar.words.isWord(word, of: $0, ignoresCase: true) } ?? false
  }
}
