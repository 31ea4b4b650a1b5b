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
  public let usesJIT: Bool
  /// Whether analyses keep what excused a rule.
  public var isTracing = false
  /// Whether bullets come from a file, where a left-over slot is a fault.
  public var readsFiles = false

  let composer: Composer
  let workspace = Workspace()
  var patterns: [String: Pattern] = [:]
  var rulePatterns: [Pattern?]
  var conditionPatterns: [Pattern?]
  var framePatterns: [Pattern?]
  private var numberPattern: (pattern: Pattern, kinds: [(group: Int, part: PartID, isMetric: Bool)])?
  private let splitter = SentenceSplitter()
  private let label: Int?
  private let abbreviation: PartID?
  private let factParts: PartSet
  private let tiledParts: Set<PartID>
  private let slotLabels: [String: String]
  private let slotKinds: [String: [String]]
  private let listPatterns: [(part: PartID, owner: String, pattern: String)]
  /// The rules, and behind them the kinds of number, that are tried on every bullet.
  let alwaysCalled: [Bool]
  /// The parts that call something.
  private let callingParts: [PartID]

  /// An engine for a grammar.
  public init(_ grammar: Grammar, usesJIT: Bool = false) {
    self.grammar = grammar
    self.usesJIT = usesJIT
    composer = Composer(grammar)
    rulePatterns = Array(repeating: nil, count: grammar.rules.count)
    conditionPatterns = Array(repeating: nil, count: grammar.conditionCount)
    framePatterns = Array(repeating: nil, count: grammar.frame.count)
    label = grammar.frame.firstIndex { $0.shape == "label" }
    abbreviation = grammar.parts.id("abbreviation")
    factParts = PartSet(grammar.factLists.compactMap { grammar.parts.id($0) })
    tiledParts = Set(grammar.frame.compactMap { grammar.parts.id($0.name) })
    slotLabels = Dictionary(grammar.slots.values.map { ($0.label.lowercased(), $0.name) }) { one, _ in one }
    slotKinds = grammar.slots.mapValues(\.satisfies)
    listPatterns = grammar.lists.compactMap { list in
      guard !list.patterns.isEmpty, let part = grammar.parts.id(list.name) else { return nil }
      return (part, "the list “\(list.name)”", list.patterns.map { "(?:\($0))" }.joined(separator: "|"))
    }
    let calls = grammar.calls.byPart
    callingParts = calls.indices.filter { !calls[$0].isEmpty }
    var always = [Bool](repeating: false, count: grammar.rules.count + grammar.quantities.count)
    for index in grammar.calls.always { always[index] = true }
    alwaysCalled = always
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
    callByParts(analysis)
    try findAll(analysis)
    return analysis
  }

  /// A text with its marks alone.
  func marked(_ subject: Subject) throws(EngineError) -> Analysis {
    let analysis = Analysis(subject, engine: self)
    try mark(analysis)
    return analysis
  }

  // MARK: - Marks

  private func mark(_ analysis: Analysis) throws(EngineError) {
    markWords(analysis)
    for (part, owner, pattern) in listPatterns {
      let compiled = try self.pattern(whole: pattern, owner: owner, place: Place(file: "terms"))
      for match in try matches(compiled, in: analysis, owner: owner) {
        analysis.mark(PartSet([part]), match.lower..<match.upper)
      }
    }
    callByParts(analysis)
    if analysis.called[grammar.rules.count...].contains(true) { try markNumbers(analysis) }
    markSlots(analysis)
    analysis.sortMarks()
  }

  /// Calls what the parts that were marked so far call.
  private func callByParts(_ analysis: Analysis) {
    for part in callingParts where analysis.has(part) {
      for index in grammar.calls.byPart[part] { analysis.called[index] = true }
    }
  }

  private func markWords(_ analysis: Analysis) {
    let bytes = analysis.bytes
    var called = alwaysCalled
    var symbols: (UInt64, UInt64) = (0, 0)
    var hasDigit = false
    var hasSign = false
    var ends: [(end: Int, parts: PartSet)] = []
    var open: [(end: Int, parts: PartSet)] = []
    var isInside = false
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      if Bytes.isDigit(byte) { hasDigit = true }
      let isWord: Bool
      var length = 1
      if byte < 0x80 {
        isWord = Bytes.isWord(byte)
        if !isWord {
          if byte < 0x40 { symbols.0 |= 1 << UInt64(byte) } else { symbols.1 |= 1 << UInt64(byte & 63) }
        }
        if byte == 0x2E || byte == 0x40, isInside, Bytes.isWord(at: at + 1, in: bytes) { hasSign = true }
      } else {
        hasSign = true
        let punctuation = Bytes.punctuationLength(at: at, in: bytes)
        isWord = punctuation == 0
        length = max(1, punctuation)
        if isWord { hasDigit = true }  // A digit beyond ASCII, perhaps: let the pattern decide.
      }
      if !isInside, byte != 0x20, isWord || byte == 0x2E {
        ends.removeAll(keepingCapacity: true)
        grammar.words.walk(bytes, from: at) { hit in
          if let last = ends.indices.last, ends[last].end == hit.end {
            ends[last].parts.formUnion(hit.parts)
          } else {
            ends.append((hit.end, hit.parts))
          }
        }
        grammar.calls.words(bytes, at: at) { called[$0] = true }
        if !ends.isEmpty {
          open.removeAll { $0.end <= at }
          // Of one kind only the longest counts here, and nothing inside a longer one of its kind that began before.
          var taken = PartSet()
          for earlier in open { taken.formUnion(earlier.parts) }
          for (end, parts) in ends.reversed() {
            let fresh = parts.subtracting(taken)
            taken.formUnion(parts)
            if fresh.isEmpty { continue }
            analysis.mark(fresh, at..<end)
            open.append((end, fresh))
          }
        }
      }
      if isInside, isWord, Bytes.isDigit(bytes[at - 1]), !Bytes.isDigit(byte) {
        // A unit that is written without a space: 50ms.
        grammar.calls.words(bytes, at: at) { called[$0] = true }
      }
      isInside = isWord
      at += length
    }
    if hasSign { for index in grammar.calls.bySign { called[index] = true } }
    if hasDigit { for index in grammar.calls.byDigit { called[index] = true } }
    for (symbol, rules) in grammar.calls.bySymbol {
      let seen = symbol < 0x40 ? symbols.0 : symbols.1
      if seen & (1 << UInt64(symbol & 63)) != 0 { for index in rules { called[index] = true } }
    }
    analysis.called = called
  }

  private func markNumbers(_ analysis: Analysis) throws(EngineError) {
    guard !grammar.quantities.isEmpty else { return }
    let (pattern, kinds) = try numbers()
    for match in try matches(pattern, in: analysis, owner: "the numbers") {
      guard let kind = kinds.first(where: { match.range(ofGroup: $0.group) != nil }) else { continue }
      let range = match.lower..<match.upper
      // The digits of a name count nothing: ResNet-50, Web 2.0, S3.
      let isNamed = analysis.marks.contains { mark in
        mark.range.lowerBound <= range.lowerBound && mark.range.upperBound >= range.upperBound
          && mark.parts.intersects(factParts)
      }
      var parts = PartSet()
      if kind.part != PartNames.link { parts.insert(PartNames.number) }
      if !isNamed {
        parts.insert(kind.part)
        if kind.isMetric { parts.insert(PartNames.metric) }
      }
      if !parts.isEmpty { analysis.mark(parts, range) }
    }
  }

  private func numbers() throws(EngineError) -> (Pattern, [(group: Int, part: PartID, isMetric: Bool)]) {
    if let numberPattern { return numberPattern }
    let source = grammar.quantities.enumerated().map { index, quantity in
      let number = grammar.rules.count + index
      // What nothing calls matches nothing: it is there to skip what the others need not look at.
      let isAsked = grammar.calls.called.contains(number)
      return
        "(?<\(quantity.id)>\(isAsked ? WordCall.pattern(quantity.pattern, calledAs: number) : quantity.pattern))"
    }.joined(separator: "|")
    let compiled = try compile(
      composer.compose(source), owner: "the numbers", place: grammar.quantities[0].place, isTrusted: true)
    let kinds = grammar.quantities.map { quantity in
      (compiled.number(of: quantity.id)!, grammar.parts.id(quantity.id)!, quantity.isMetric)
    }
    numberPattern = (compiled, kinds)
    return (compiled, kinds)
  }

  private func markSlots(_ analysis: Analysis) {
    let bytes = analysis.bytes
    var at = 0
    while let open = bytes[at...].firstIndex(of: 0x5B) {
      at = open + 1
      guard let close = bytes[at...].firstIndex(of: 0x5D) else { return }
      if let name = slotLabels[bytes.lowered(at..<close)] {
        analysis.mark(PartSet([PartNames.slot]), open..<(close + 1))
        analysis.slots.append(name)
        at = close + 1
      }
    }
  }

  private func splitBody(_ analysis: Analysis) throws(EngineError) {
    var start = 0
    if let label, analysis.bytes.contains(0x3A) || analysis.bytes.contains(0xE2) {
      let pattern = try self.pattern(ofPart: label)
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

  // MARK: - Findings

  private func findAll(_ analysis: Analysis) throws(EngineError) {
    let satisfied = Set(analysis.slots.flatMap { slotKinds[$0] ?? [] })
    var hits: [Hit] = []
    for index in grammar.rules.indices where analysis.called[index] {
      let rule = grammar.rules[index]
      if satisfied.contains(rule.kind) || (rule.isForFiles && !readsFiles) { continue }
      for hit in try candidates(index, rule, analysis) where try stands(hit, rule, analysis) {
        var isInfo = false
        for condition in rule.infoWhen where try holds(condition, for: hit, in: analysis) { isInfo = true }
        hits.append(hit.at(isInfo ? min(rule.level, .info) : rule.level))
      }
    }
    analysis.hits = withoutRepeats(hits)
  }

  private func candidates(_ index: Int, _ rule: Rule, _ analysis: Analysis) throws(EngineError) -> [Hit] {
    guard rule.pattern != nil else { return try absences(index, rule, analysis) }
    let pattern = try pattern(ofRule: index)
    var found: [Hit] = []
    if rule.anchor == .opener {
      for sentence in analysis.sentences {
        for start in try openings(of: sentence, in: analysis) {
          let match = try first(pattern, in: analysis, from: start, owner: "the rule “\(rule.id)”")
          guard let match else { continue }
          found.append(hit(index, match, pattern))
          break
        }
      }
    } else {
      let start = rule.anchor == .body ? analysis.bodyStart : 0
      for match in try matches(pattern, in: analysis, from: start, owner: "the rule “\(rule.id)”") {
        found.append(hit(index, match, pattern))
      }
    }
    return found.filter { !$0.range.isEmpty }
  }

  /// Where a sentence opens: at its first word, and behind what the grammar's fragment `opening` takes there, so that
  /// “Successfully” hides no opener.
  private func openings(of sentence: Range<Int>, in analysis: Analysis) throws(EngineError) -> [Int] {
    guard let opening = grammar.fragments["opening"] else { return [sentence.lowerBound] }
    let pattern = try self.pattern("\\G(?&opening)", owner: "the fragment “opening”", place: opening.place)
    let match = try first(pattern, in: analysis, from: sentence.lowerBound, owner: "the fragment “opening”")
    guard let match, match.upper < sentence.upperBound else { return [sentence.lowerBound] }
    return [sentence.lowerBound, match.upper]
  }

  private func hit(_ index: Int, _ match: Match, _ pattern: Pattern) -> Hit {
    let captures = pattern.groups.compactMap { group -> (name: String, range: Range<Int>)? in
      guard !group.name.hasPrefix("d_"), let range = match.range(ofGroup: group.number) else { return nil }
      return (group.name, range)
    }
    let whole = match.lower..<match.upper
    let span = captures.first { $0.name == grammar.rules[index].span }?.range ?? whole
    return Hit(rule: index, range: span, whole: whole, captures: captures, level: .info)
  }

  /// A rule of absence: its span is the first of its parts that stands.
  private func absences(_ index: Int, _ rule: Rule, _ analysis: Analysis) throws(EngineError) -> [Hit] {
    for part in rule.at {
      if let mark = analysis.marks.first(where: {
        $0.parts.contains(part) && $0.range.lowerBound >= analysis.bodyStart
      }) {
        return [Hit(rule: index, range: mark.range, whole: mark.range, captures: [], level: .info)]
      }
      if isTiled(part) {
        let name = grammar.parts.names[part]
        if let tile = try analysis.frame().first(where: { $0.part == name }) {
          return [Hit(rule: index, range: tile.range, whole: tile.range, captures: [], level: .info)]
        }
      }
    }
    return []
  }

  private func stands(_ hit: Hit, _ rule: Rule, _ analysis: Analysis) throws(EngineError) -> Bool {
    // What stands in quotation marks is a name or somebody else's words.
    if analysis.isQuoted(hit.range) { return false }
    for condition in rule.unless where try holds(condition, for: hit, in: analysis) {
      excuse(hit, rule, condition, isExcuse: true, analysis)
      return false
    }
    for condition in rule.needs where try !holds(condition, for: hit, in: analysis) {
      excuse(hit, rule, condition, isExcuse: false, analysis)
      return false
    }
    return true
  }

  private func excuse(
    _ hit: Hit, _ rule: Rule, _ condition: Condition, isExcuse: Bool, _ analysis: Analysis
  ) {
    guard isTracing else { return }
    analysis.excuses.append(
      Excuse(rule: rule.id, range: hit.range, condition: describe(condition), stood: isExcuse))
  }

  /// A condition in words, for reports.
  public func describe(_ condition: Condition) -> String {
    let what =
      condition.pattern.map { "‘\($0)’" }
      ?? condition.parts.map { grammar.parts.names[$0] }.joined(separator: " or ")
    return "\(what) in \(condition.scope.rawValue)"
  }

  /// Of findings of one kind that overlap, the longest stays, and of two as long the one whose rule comes first.
  private func withoutRepeats(_ hits: [Hit]) -> [Hit] {
    var kept: [Hit] = []
    let ordered = hits.enumerated().sorted {
      ($1.element.range.count, $0.offset) < ($0.element.range.count, $1.offset)
    }
    for (_, hit) in ordered {
      let kind = grammar.rules[hit.rule].kind
      let isRepeat = kept.contains { $0.range.overlaps(hit.range) && grammar.rules[$0.rule].kind == kind }
      if !isRepeat { kept.append(hit) }
    }
    return kept.sorted { ($0.range.lowerBound, $0.rule) < ($1.range.lowerBound, $1.rule) }
  }
}
