internal import HoneCore
public import HoneGrammar
internal import PCRE2

/// Runs the rules that a bullet calls, each where it may begin.
extension Engine {
  func findAll(_ analysis: Analysis) throws(EngineError) {
    let satisfied = Set(analysis.slots.flatMap { slotKinds[$0] ?? [] })
    var hits: [Hit] = []
    for index in grammar.rules.indices where analysis.called[index] {
      let rule = grammar.rules[index]
      if satisfied.contains(rule.kind) || (rule.isForFiles && !readsFiles) || !mayStand(rule, analysis) {
        continue
      }
      if !rulesOff.isEmpty, rulesOff.contains(rule.id) || rulesOff.contains(rule.kind) { continue }
      if grammar.silentRules.contains(index) { continue }
      for hit in try candidates(index, rule, analysis) where try stands(hit, rule, analysis) {
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
      if condition.pattern != nil { return analysis.called[grammar.number(of: condition)] }
      return condition.parts.contains { analysis.has($0) || isTiled($0) || $0 == PartNames.name }
    }
  }

  private func candidates(_ index: Int, _ rule: Rule, _ analysis: Analysis) throws(EngineError) -> [Hit] {
    guard rule.pattern != nil else { return try absences(index, rule, analysis) }
    let start = rule.anchor == .body ? analysis.bodyStart : 0
    let pattern: Pattern
    var matches: [Match] = []
    if rule.anchor == .opener {
      let places = beginsAnywhere[index] ? nil : analysis.places.offsets(of: index)
      let openings = try openings(in: analysis).map { $0.filter { places?.contains($0) ?? true } }
      guard openings.contains(where: { !$0.isEmpty }) else { return [] }
      pattern = try self.pattern(ofRule: index)
      for places in openings {
        if let match = try first(pattern, at: places, in: analysis, rule) { matches.append(match) }
      }
    } else if beginsAnywhere[index] {
      pattern = try self.pattern(ofRule: index)
      matches = try self.matches(pattern, in: analysis, from: start, owner: "the rule “\(rule.id)”")
    } else {
      let places = analysis.places.offsets(of: index).filter { $0 >= start }
      if places.isEmpty { return [] }
      pattern = try self.pattern(ofRule: index)
      var end = 0
      for place in places where place >= end {
        guard let match = try first(pattern, at: [place], in: analysis, rule) else { continue }
        matches.append(match)
        end = match.upper
      }
    }
    return matches.compactMap { $0.upper > $0.lower ? hit(index, $0, pattern) : nil }.filter {
      !$0.range.isEmpty
    }
  }

  /// The match of an anchored pattern at the first of these places that has one.
  private func first(_ pattern: Pattern, at places: [Int], in analysis: Analysis, _ rule: Rule)
    throws(EngineError) -> Match?
  {
    for place in places {
      if let match = try first(pattern, in: analysis, from: place, owner: "the rule “\(rule.id)”") {
        return match
      }
    }
    return nil
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
    if rule.blamesWords, analysis.isAllowed(hit.range) {
      if isTracing {
        analysis.excuses.append(
          Excuse(rule: rule.id, range: hit.range, condition: "its words, which are allowed", stood: true))
      }
      return false
    }
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
