import Hone
import HoneConfiguration
import HoneCore
import HoneEngine
import HoneGrammar
import HoneTestSupport
import Testing

/// What a configuration does to a grammar.
@Suite struct ApplyingTests {
  private func hone(_ yaml: String) throws -> Hone {
    Hone(try Grammars.builtIn.configured(by: Configuration(yaml: yaml, file: "f")))
  }

  private func rules(_ yaml: String, _ bullet: String) throws -> [String] {
    try hone(yaml).engine.analyze(bullet).findings.map(\.rule)
  }

  // MARK: - Rules

  @Test func aRuleOrAKindIsSwitchedOff() throws {
    let bullet = "Successfully trained a ranker in order to serve 4M users"
    let all = try rules("", bullet)
    #expect(all.contains("filler.adverb") && all.contains("filler.swap"))
    #expect(try !rules("rules: {filler.adverb: off}", bullet).contains("filler.adverb"))
    #expect(try rules("rules: {filler.adverb: off}", bullet).contains("filler.swap"))
    #expect(try rules("rules: {filler: off}", bullet).filter { $0.hasPrefix("filler") } == [])
    #expect(try rules("rules: {filler: off, filler.swap: info}", bullet).contains("filler.swap"))
    #expect(try hone("rules: {filler: off}").safeRewrite(bullet) == nil)
  }

  @Test func aLevelIsChangedForReports() throws {
    let bullet = "Led the search team"
    let missing = { (finding: Finding) in finding.rule == "metric.missing" }
    let raised = try hone("rules: {missing-metric: error}").advise(bullet)
    #expect(raised.findings.first(where: missing)?.level == .error)
    let lowered = try hone("rules: {metric.missing: info}").advise(bullet)
    #expect(lowered.findings.first(where: missing)?.level == .info)
  }

  @Test(arguments: [
    "Built a churn classifier in Python", "Trained machine learning models.",
    "Responsible for training rankers",
    "Worked on the ranker and deployed it", "Deployed deep learning models for churn",
  ])
  func aLevelThatIsRaisedChangesNoRewrite(_ bullet: String) throws {
    let kinds = Set(Grammars.builtIn.rules.map(\.kind)).sorted()
    let raised = try hone("rules: {\(kinds.map { "\($0): error" }.joined(separator: ", "))}")
    let usual = Hone(Grammars.builtIn)
    #expect(try raised.advise(bullet).rewrites == usual.advise(bullet).rewrites)
    #expect(try raised.safeRewrite(bullet) == usual.safeRewrite(bullet))
  }

  @Test func whatIsARemarkOnlyIsNotWorkedOn() throws {
    let bullet = "Built a BERT classifier for support tickets"
    #expect(try !Hone(Grammars.builtIn).advise(bullet).rewrites.isEmpty)
    let kinds = "missing-metric: info, research-only: info"
    #expect(try hone("rules: {\(kinds)}").advise(bullet).rewrites.isEmpty)
  }

  @Test(arguments: [
    ("filler.adverb: info", "Successfully built a parser for 4 formats", "filler.adverb"),
    ("filler: info", "Built a parser in order to read 4 formats", "filler.swap"),
    ("weak-verb: info", "Responsible for training 4 rankers", "weak.duty"),
    ("passive: info", "The loader was rewritten in Rust", "passive.subject"),
    ("filler: {level: info}", "Successfully built a parser for 4 formats", "filler.adverb"),
  ])
  func aRuleThatIsARemarkOnlyMendsNothing(_ change: String, _ bullet: String, _ rule: String) throws {
    #expect(try Hone(Grammars.builtIn).safeRewrite(bullet) != nil)
    let hone = try hone("rules: {\(change)}")
    let advice = try hone.advise(bullet)
    #expect(advice.findings.contains { $0.rule == rule && $0.level == .info }, "\(advice.findings)")
    #expect(advice.safe == nil && !advice.rewrites.contains { $0.mends.contains(rule) })
    #expect(try hone.safeRewrite(bullet) == nil)
  }

  @Test func whatIsNoRemarkIsMendedBesideOne() throws {
    let bullet = "Successfully built a parser in order to read 4 formats"
    let safe = try hone("rules: {filler.adverb: info}").safeRewrite(bullet)
    #expect(safe?.text == "Successfully built a parser to read 4 formats")
  }

  // MARK: - Words

  @Test(arguments: [
    ("allow: [robust]", "Built a robust parser for 4 formats", "filler"),
    ("allow: [Robust]", "Built a robust parser for 4 formats", "filler"),
    ("allow: [deep learning model+]", "Deployed deep learning models for churn", "vague-model"),
  ])
  func noRuleFindsAFaultInAnAllowedWord(_ words: String, _ bullet: String, _ kind: String) throws {
    let finds = { (yaml: String) in
      try self.hone(yaml).engine.analyze(bullet).findings.contains { $0.kind == kind }
    }
    #expect(try finds(""))
    #expect(try !finds("words: {\(words)}"))
    let text = try hone("words: {\(words)}").safeRewrite(bullet)?.text ?? bullet
    #expect(text == bullet)
  }

  @Test(arguments: [
    // The word stands in the match, not in what is at fault.
    ("training", "Responsible for training rankers", "weak.duty"),
    ("rankers", "Responsible for training rankers", "weak.duty"),
    // More than the word is at fault.
    ("responsible", "Responsible for training rankers", "weak.duty"),
    ("learning", "Deployed deep learning models for churn", "ml.vague-model"),
    // The fault is what is missing.
    ("led", "Led the search team", "metric.missing"),
    ("search team", "Led the search team", "metric.missing"),
    // A word, and not a part of one.
    ("rob", "Built a robust parser for 4 formats", "filler.adjective"),
    // A short word with a capital is meant as it is spelled.
    ("LEAD", "Successfully built a parser", "filler.adverb"),
  ])
  func anAllowedWordExcusesNothingElse(_ word: String, _ bullet: String, _ rule: String) throws {
    #expect(try rules("words: {allow: ['\(word)']}", bullet).contains(rule))
  }

  @Test(arguments: [
    "words: {allow: [' robust ']}", "words: {allow: ['robust ']}", "words: {add: {tool: [' Frobnicator']}}",
  ])
  func aWordWithASpaceAtItsEndIsRefused(_ yaml: String) {
    let error = #expect(throws: GrammarErrors.self) { try hone(yaml) }
    #expect(error?.description.contains("begins or ends with a space") == true)
  }

  @Test func anExplanationNamesTheAllowedWord() throws {
    let engine = try hone("words: {allow: [robust]}").engine
    engine.isTracing = true
    let reasons = try engine.analyze("Built a robust parser").excuses.map(\.reason)
    #expect(reasons.contains("excused by its words, which are allowed"), "\(reasons)")
  }

  @Test func wordsAreAddedToListsAndTakenOut() throws {
    func facts(_ yaml: String, _ text: String) throws -> [String] {
      try hone(yaml).engine.analyze(text).facts.filter { $0.kind == "tool" }.map(\.text)
    }
    let text = "Moved 14 jobs from Airflow to frobnicator platform"
    #expect(try facts("", text) == ["Airflow"])
    #expect(
      try facts("words: {add: {tool: [Frobnicator Platform]}}", text) == ["Airflow", "frobnicator platform"])
    #expect(try facts("words: {drop: {tool: [airflow]}}", text) == [])
    #expect(
      try facts("words: {add: {tool: [Frobnicator Platform]}, drop: {tool: [Airflow]}}", text) == [
        "frobnicator platform"
      ])
  }

  @Test func anAddedFillerIsFoundAndMended() throws {
    let hone = try hone("words: {add: {filler_adverb: [wonderfully]}}")
    #expect(try hone.safeRewrite("Wonderfully trained 4 rankers")?.text == "Trained 4 rankers")
    #expect(try Hone(Grammars.builtIn).safeRewrite("Wonderfully trained 4 rankers") == nil)
  }

  /// Where a finding holds more than the word, the word stays when the rest is mended.
  @Test func anAllowedWordIsNotTakenOut() throws {
    let bullet = "Significantly reduced the error rate"
    #expect(try Hone(Grammars.builtIn).safeRewrite(bullet)?.text == "Reduced the error rate")
    #expect(try hone("words: {allow: [significantly]}").safeRewrite(bullet) == nil)
  }

  /// Several allowed words in a row excuse a finding that holds them all.
  @Test func wordsThatAreAllAllowedExcuseTheirFinding() throws {
    let bullet = "Wrote a parser that is robust and scalable"
    let flagged = { (yaml: String) in try self.rules(yaml, bullet).filter { $0.hasPrefix("filler") } }
    #expect(try !flagged("").isEmpty && !flagged("words: {allow: [robust]}").isEmpty)
    #expect(try flagged("words: {allow: [robust, scalable]}").isEmpty)
  }

  /// What is added to the built-in grammar must be what a pack that says the same makes of it.
  @Test(arguments: ["tool", "architecture", "filler_adverb", "common", "function"])
  func anAddedWordMarksWhatItMarksInAPack(_ list: String) throws {
    let pack = try Grammars.load("name: p\nextends: ml-engineer\nterms: {\(list): {add: [Zorbl quux+]}}\n")
    let added = try Grammars.builtIn.configured(
      by: Configuration(yaml: "words: {add: {\(list): [Zorbl quux+]}}", file: "f"))
    for text in ["Zorbl quux", "the zorbl-quuxes", "zorbl"] {
      let marks = { (grammar: Grammar) in
        try Engine(grammar).analyze(text).marks.map { mark in
          var names: [String] = []
          mark.parts.forEach { names.append(grammar.parts.names[$0]) }
          return "\(mark.range) \(names.sorted())"
        }
      }
      #expect(try marks(added) == marks(pack), "\(text)")
    }
  }

  // MARK: - What a grammar has not

  @Test(arguments: [
    (
      "rules: {filler.adverbs: off}",
      "f:1:9: there is no rule or kind “filler.adverbs”; did you mean “filler.adverb”?"
    ),
    ("rules: {fillers: off}", "did you mean “filler”?"),
    ("rules: {xyzzy: off}", "there is no rule or kind “xyzzy”; see `hone rules`"),
    ("words: {add: {tools: [x]}}", "f:1:15: there is no list “tools”; did you mean “tool”?"),
    ("words: {add: {train_verb: [x]}}", "it is a class of verbs"),
    ("words: {drop: {tool: [zorbl]}}", "f:1:23: the list “tool” has no “zorbl” to drop"),
    ("words: {add: {tool: ['re:x+']}}", "“re:x+” is no word"),
    ("words: {allow: ['@tool']}", "“@tool” is no word"),
    ("words: {allow: [' ']}", "this word is empty"),
  ])
  func aNameThatTheGrammarHasNotIsSaidWithItsPlace(_ yaml: String, _ words: String) {
    let error = #expect(throws: GrammarErrors.self) { try hone(yaml) }
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
  }

  @Test func allNamesThatTheGrammarHasNotAreSaidAtOnce() {
    let yaml = "rules: {a.b: off, c.d: off}\nwords: {add: {e: [x]}, allow: ['re:x']}\n"
    let error = #expect(throws: GrammarErrors.self) { try hone(yaml) }
    #expect(error?.problems.count == 4)
  }
}
