internal import HoneCore
public import HoneGrammar
internal import PCRE2

/// Runs the rules that a bullet calls, each where it may begin.
extension Engine {
  func findAll(_ analysis: Analysis) throws(EngineError) {
    let answered = analysis.slots + (isLinked ? [grammar.parts.names[PartNames.link]] : [])
    let satisfied = Set(answered.flatMap { slotKinds[$0] ?? [] })
    var hits: [Hit] = []
    var next = 0
    while let index = grammar.ways.firstPattern(from: next, in: analysis.called), index < grammar.rules.count
    {
      next = index + 1
      let ways = grammar.ways(ofRule: index)
      let rule = self.rule(index)
      if satisfied.contains(rule.kind) || (rule.isForFiles && !readsFiles) || !mayStand(rule, analysis) {
        continue
      }
      if !rulesOff.isEmpty, rulesOff.contains(rule.id) || rulesOff.contains(rule.kind) { continue }
      if grammar.silentRules.contains(index) { continue }
      for hit in try candidates(index, rule, ways, analysis) where try stands(hit, rule, analysis) {
        var isInfo = false
        for condition in rule.infoWhen where try holds(condition, for: hit, in: analysis) { isInfo = true }
        hits.append(hit.at(isInfo ? .info : rule.effectiveLevel))
      }
    }
    analysis.hits = withoutRepeats(hits)
  }

  /// Whether a rule's conditions leave it a chance, wherever its pattern may match: what is asked of the whole bullet, and
  /// whether it holds at all what is asked for somewhere.
  private func mayStand(_ rule: Rule, _ analysis: Analysis) -> Bool {
    // Who traces wants to know which condition decided.
    if isTracing { return true }
    for condition in rule.unless where condition.scope == .bullet && condition.pattern == nil {
      if condition.parts.contains(where: analysis.has) { return false }
    }
    return rule.needs.allSatisfy { condition in
      if condition.pattern != nil { return analysis.calls(oneOf: grammar.ways(of: condition)) }
      return condition.parts.contains { analysis.has($0) || isTiled($0) || $0 == PartNames.name }
    }
  }

  private func candidates(_ index: Int, _ rule: Rule, _ ways: Range<Int>, _ analysis: Analysis)
    throws(EngineError) -> [Hit]
  {
    guard rule.pattern != nil else { return try absences(index, rule, analysis) }
    let search = WaySearch(ways, of: .rule(index), in: analysis, self)
    var found: [WaySearch.Found] = []
    if rule.anchor == .opener {
      for places in try openings(in: analysis) {
        if let match = try search.match(atFirstOf: places) { found.append(match) }
      }
    } else {
      found = try search.matches(from: rule.anchor == .body ? analysis.bodyStart : 0)
    }
    return found.map { hit(index, $0.match, $0.pattern) }.filter { !$0.range.isEmpty }
  }

  /// Where each sentence opens: at its first word, and behind what the grammar's fragment `opening` takes there, so that
  /// “Successfully” hides no opener.
  private func openings(in analysis: Analysis) throws(EngineError) -> [[Int]] {
    if let known = analysis.openings { return known }
    var openings: [[Int]] = []
    for sentence in analysis.sentences { openings.append(try self.openings(of: sentence, in: analysis)) }
    analysis.openings = openings
    return openings
  }

  private func openingCompiled() throws(EngineError) -> Pattern? {
    if let compiledOpening { return compiledOpening }
    guard let opening = grammar.fragments["opening"] else { return nil }
    let compiled = try pattern("\\G(?&opening)", owner: "the fragment “opening”", place: opening.place)
    compiledOpening = compiled
    return compiled
  }

  private func openings(of sentence: Range<Int>, in analysis: Analysis) throws(EngineError) -> [Int] {
    guard let pattern = try openingCompiled() else { return [sentence.lowerBound] }
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
    let span = captures.first { $0.name == rule(index).span }?.range ?? whole
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
    if rule.blamesWords, analysis.isAllowed(hit.range) {
      if isTracing {
        analysis.excuses.append(
          Excuse(
            rule: rule.id, range: hit.range, condition: "its words, which are allowed", stood: true, words: ""
          ))
      }
      return false
    }
    for condition in rule.unless where try holds(condition, for: hit, in: analysis) {
      try excuse(hit, rule, condition, isExcuse: true, analysis)
      return false
    }
    for condition in rule.needs where try !holds(condition, for: hit, in: analysis) {
      try excuse(hit, rule, condition, isExcuse: false, analysis)
      return false
    }
    return true
  }

  private func excuse(
    _ hit: Hit, _ rule: Rule, _ condition: Condition, isExcuse: Bool, _ analysis: Analysis
  ) throws(EngineError) {
    guard isTracing else { return }
    let words = isExcuse ? try words(of: condition, for: hit, in: analysis) : nil
    analysis.excuses.append(
      Excuse(
        rule: rule.id, range: hit.range, condition: describe(condition), stood: isExcuse,
        words: words.map { analysis.bytes.text($0).split(separator: " ").joined(separator: " ") } ?? ""))
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
    if hits.count < 2 { return hits }
    var kept: [Hit] = []
    let ordered = hits.enumerated().sorted {
      ($1.element.range.count, $0.offset) < ($0.element.range.count, $1.offset)
    }
    for (_, hit) in ordered {
      let kind = rule(hit.rule).kind
      let isRepeat = kept.contains { $0.range.overlaps(hit.range) && rule($0.rule).kind == kind }
      if !isRepeat { kept.append(hit) }
    }
    return kept.sorted { ($0.range.lowerBound, $0.rule) < ($1.range.lowerBound, $1.rule) }
  }
}
