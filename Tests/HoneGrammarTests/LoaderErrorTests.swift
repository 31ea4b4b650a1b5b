import HoneGrammar
import HoneTestSupport
import Testing

/// What is wrong with a grammar is said with its place and what to do about it.
@Suite struct LoaderErrorTests {
  /// A grammar with one fault, where it stands, and words that the report must hold.
  struct Fault: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let yaml: String
    let place: String
    let words: [String]

    init(_ name: String, at place: String, says words: String..., yaml: String) {
      testDescription = name
      self.yaml = yaml
      self.place = place
      self.words = words
    }
  }

  static let faults = [
    Fault(
      "unknown key of a file", at: "test.yaml:1:1", says: "rulez", "did you mean “rules”?", yaml: "rulez: []"),
    Fault("unknown key far from any", at: "test.yaml:1:1", says: "zebra", "take it out", yaml: "zebra: []"),
    Fault(
      "unknown key of a rule", at: "test.yaml:3:5", says: "mesage", "did you mean “message”?",
      yaml: """
        rules:
          - id: a.b
            mesage: hello
            \(Rules.rest)
            message: hello
        """),
    Fault(
      "duplicate id", at: "test.yaml:9:5", says: "“a.b” stands already at test.yaml:2:5", "replace: true",
      yaml: "rules:\n" + Rules.whole("a.b") + Rules.whole("a.b")),
    Fault(
      "duplicate fragment", at: "test.yaml:2:3", says: "“noun” stands twice", "keep one",
      yaml: "define:\n  noun: 'a'\n  noun: 'b'\n"),
    Fault(
      "unknown part in a condition", at: "test.yaml:3:22", says: "no part “architectur”",
      "did you mean “architecture”?",
      yaml: """
        extends: ml-engineer
        rules:
          - {unless: [{part: architectur}], id: a.b, \(Rules.flow)}
        """),
    Fault(
      "unknown part of absence", at: "test.yaml:2:10", says: "no part “nobody”",
      yaml: "rules:\n  - {at: nobody, id: a.b, kind: k, level: info, message: m, why: w, source: s}"),
    Fault(
      "unknown slot in a fix", at: "test.yaml:3:12", says: "slot “metrik”", "did you mean “metric”?",
      yaml: """
        extends: ml-engineer
        rules:
          - {fix: [{tier: full, with: '{slot:metrik}'}], id: a.b, \(Rules.flow)}
        """),
    Fault(
      "slot in a safe fix", at: "test.yaml:3:12", says: "opens a slot", "tier full",
      yaml: """
        extends: ml-engineer
        rules:
          - {fix: [{tier: safe, with: '{slot:metric}'}], id: a.b, \(Rules.flow)}
        """),
    Fault(
      "unknown fragment", at: "test.yaml:2:9", says: "“nown”", "did you mean “noun”?",
      yaml: "define:\n  verb: '(?&nown)'\n  noun: 'a'\n"),
    Fault(
      "unknown fragment in a rule", at: "test.yaml:2:5", says: "“nobody_at_all”", "define it",
      yaml: "rules:\n" + Rules.whole("a.b", match: "(?&nobody_at_all)")),
    Fault(
      "unknown list to change", at: "test.yaml:2:24", says: "no list “architectures”",
      "did you mean “architecture”?",
      yaml: "extends: ml-engineer\nterms: {architectures: {add: [Mamba]}}"),
    Fault(
      "excuse of fixes without a fix", at: "test.yaml:3:19", says: "“fix_unless” excuses fixes",
      yaml: """
        extends: ml-engineer
        rules:
          - {fix_unless: [{match: of, in: after}], id: a.b, \(Rules.flow)}
        """),
    Fault(
      "unknown list of facts", at: "test.yaml:2:9", says: "no list “tools”", "did you mean “tool”?",
      yaml: "extends: ml-engineer\nfacts: [tools]"),
    Fault(
      "unknown list of common words", at: "test.yaml:2:10", says: "no list “nouns”",
      yaml: "extends: ml-engineer\ncommon: [nouns]"),
    Fault(
      "unknown term to drop", at: "test.yaml:2:31", says: "has no “Prophecy” to drop",
      yaml: "extends: ml-engineer\nterms: {architecture: {drop: [Prophecy]}}"),
    Fault(
      "unknown list to include", at: "test.yaml:1:16", says: "no list “tools” to include",
      yaml: "terms: {mine: ['@tools']}"),
    Fault(
      "list that includes itself", at: "test.yaml:1:15", says: "includes itself",
      yaml: "terms: {one: ['@two'], two: ['@one']}"),
    Fault(
      "unknown filter", at: "test.yaml:3:12", says: "unknown filter “passt”", "did you mean “past”?",
      yaml: """
        extends: ml-engineer
        rules:
          - {fix: [{tier: safe, with: '{match:passt}'}], id: a.b, \(Rules.flow)}
        """),
    Fault(
      "unknown scope", at: "test.yaml:2:15", says: "no scope “bulet”", "bullet",
      yaml: "rules:\n  - {unless: [{match: 'a', in: bulet}], id: a.b, \(Rules.flow)}"),
    Fault(
      "unknown level", at: "test.yaml:2:5", says: "no level “warn”", "info, question, warning and error",
      yaml: "rules:\n  - {id: a.b, kind: k, level: warn, match: 'a', message: m, why: w, source: s}"),
    Fault(
      "unknown tier", at: "test.yaml:2:12", says: "“safe” or “full”, not “save”",
      yaml: "rules:\n  - {fix: [{tier: save, with: 'a'}], id: a.b, \(Rules.flow)}"),
    Fault(
      "unknown anchor", at: "test.yaml:2:5", says: "“opener”", "not “begin”",
      yaml: "rules:\n  - {anchor: begin, id: a.b, \(Rules.flow)}"),
    Fault(
      "fragments in a circle", at: "test.yaml:2:8", says: "“one” calls itself", "two",
      yaml: "define:\n  one: '(?&two)'\n  two: 'a(?&three)'\n  three: 'b|(?&one)'\n"),
    Fault(
      "capture that nothing uses", at: "test.yaml:2:5", says: "nothing uses the capture “word”", "(?:…)",
      yaml: "rules:\n" + Rules.whole("a.b", match: "(?<word>a)")),
    Fault(
      "capture that the pattern has not", at: "test.yaml:2:5", says: "the capture “wordd”",
      "did you mean “word”?",
      yaml: "rules:\n" + Rules.whole("a.b", match: "(?<word>a)", message: "a {wordd} {word}")),
    Fault(
      "capture inside a fragment", at: "test.yaml:1:16", says: "“x” is lost", "capture at the call",
      yaml: "define: {noun: '(?<x>a)'}"),
    Fault(
      "\\K in a rule", at: "test.yaml:2:5", says: "“\\K” is not allowed", "take it out",
      yaml: "rules:\n" + Rules.whole("a.b", match: "a\\Kb")),
    Fault(
      "\\C in a fragment", at: "test.yaml:1:16", says: "“\\C” is not allowed", yaml: "define: {noun: '\\C'}"),
    Fault(
      "missing message", at: "test.yaml:2:5", says: "has no “message”; add it",
      yaml: "rules:\n  - {id: a.b, kind: k, level: info, match: 'a', why: w, source: s}"),
    Fault(
      "missing id", at: "test.yaml:2:5", says: "a rule has no “id”; add one",
      yaml: "rules:\n  - {kind: k, level: info, match: 'a', message: m, why: w, source: s}"),
    Fault(
      "neither match nor at", at: "test.yaml:2:5", says: "either “match” or “at”",
      yaml: "rules:\n  - {id: a.b, kind: k, level: info, message: m, why: w, source: s}"),
    Fault(
      "condition without anything", at: "test.yaml:2:15", says: "“part: NAME” or “match: PATTERN”",
      yaml: "rules:\n  - {unless: [{in: bullet}], id: a.b, \(Rules.flow)}"),
    Fault(
      "example that marks nothing", at: "test.yaml:2:17", says: "mark what is found",
      yaml: "rules:\n  - {examples: [{flag: 'a b c'}], id: a.b, \(Rules.flow)}"),
    Fault(
      "example of no kind", at: "test.yaml:2:17", says: "“flag: TEXT” or “pass: TEXT”",
      yaml: "rules:\n  - {examples: [{safe: 'a b c'}], id: a.b, \(Rules.flow)}"),
    Fault(
      "template without a slot", at: "test.yaml:3:5", says: "opens no slot", "made up",
      yaml: "extends: ml-engineer\ntemplates:\n  - {id: t, text: 'Improved everything', mends: [vague-model]}"
    ),
    Fault(
      "template naming no part", at: "test.yaml:3:5", says: "names the part “modell”",
      "did you mean “model”?",
      yaml: "extends: ml-engineer\ntemplates:\n  - {id: t, text: '{modell} by {slot:gain}'}"),
    Fault(
      "template with an unknown slot", at: "test.yaml:3:5", says: "slot “gains”", "did you mean “gain”?",
      yaml: "extends: ml-engineer\nclauses:\n  - {id: t, text: ', by {slot:gains}'}"),
    Fault(
      "template that is not closed", at: "test.yaml:3:5", says: "a “[” that is not closed",
      yaml: "extends: ml-engineer\nclauses:\n  - {id: t, text: '[, by {slot:gain}'}"),
    Fault(
      "slot with too few samples", at: "test.yaml:1:9", says: "at least three “samples”",
      yaml: "slots: {cost: {question: 'How much?', samples: ['$1']}}"),
    Fault(
      "name that is none", at: "test.yaml:1:10", says: "Noun", "a-z, 0-9 and _", yaml: "define: {Noun: 'a'}"),
    Fault(
      "irregular verb with too many forms", at: "test.yaml:1:20", says: "`write: wrote written`",
      yaml: "irregular: {write: wrote written writing writes}"),
    Fault(
      "map where a text must stand", at: "test.yaml:2:15", says: "“message”", "single text",
      yaml: "rules:\n  - {message: {a: b}, id: a.b, kind: k, level: info, match: 'a', why: w, source: s}"),
    Fault(
      "unknown rule to change", at: "test.yaml:2:9", says: "no rule “weak.dutty” to change", "did you mean",
      yaml: "extends: ml-engineer\nrules: {weak.dutty: off}"),
    Fault(
      "unknown rule to replace", at: "test.yaml:2:5", says: "no rule “a.b” to replace", "leave `replace` out",
      yaml: "rules:\n  - {replace: true, id: a.b, \(Rules.flow)}"),
    Fault("unknown pack", at: "test.yaml:1:10", says: "no pack “ml-enginer”", yaml: "extends: ml-enginer"),
  ]

  @Test(arguments: faults)
  func aFaultHasItsPlaceAndSaysWhatToDo(_ fault: Fault) throws {
    let problems = try problems(of: fault.yaml)
    let found = problems.contains { problem in
      problem.place.description == fault.place && fault.words.allSatisfy(problem.text.contains)
    }
    #expect(found, "\(problems.map(\.description).joined(separator: "\n"))")
  }

  @Test func aHoleAtTheStartOfAMessageIsSeen() {
    let yaml = "rules:\n" + Rules.whole("a.b", match: "(?<word>a)", message: "{word} says nothing")
    #expect(throws: Never.self) { try Grammars.load(yaml) }
  }

  @Test func allFaultsAreReportedAtOnceAndInOrder() throws {
    let problems = try problems(
      of: """
        zebra: 1
        define:
          noun: '(?&nobody)'
          verb: 'a\\K'
        rules:
          - {id: a.b, level: loud, kind: k, match: 'a', message: m, why: w, source: s}
          - {id: a.c, level: info}
        """)
    #expect(problems.map(\.place.line) == problems.map(\.place.line).sorted())
    #expect(Set(problems.map(\.place.line)) == [1, 3, 4, 6, 7])
    #expect(problems.filter { $0.place.line == 7 }.count >= 4)
  }

  @Test func faultsOfSeveralFilesNameTheirFiles() throws {
    let errors = #expect(throws: GrammarErrors.self) {
      try Grammars.load([("b.yaml", "zebra: 1"), ("a.yaml", "\n\nlion: 1")])
    }
    #expect(errors?.problems.map(\.place.description) == ["a.yaml:3:1", "b.yaml:1:1"])
  }

  private func problems(of yaml: String) throws -> [GrammarProblem] {
    let errors = #expect(throws: GrammarErrors.self) { try LoaderErrorTests.load(yaml) }
    return try #require(errors).problems
  }

  /// What the reader refuses counts as the loader's one problem.
  private static func load(_ yaml: String) throws {
    do {
      _ = try Grammars.load(yaml)
    } catch let problem as GrammarProblem {
      throw GrammarErrors([problem])
    }
  }
}
