import HoneConfiguration
import HoneCore
import HoneGrammar
import HoneTestSupport
import Testing

/// A configuration's text, read and checked.
@Suite struct ReadingTests {
  @Test func everyKeyIsRead() throws {
    let configuration = try Configuration(
      yaml: """
        grammar: [ml-engineer, house.yaml]
        rules: {filler: off, filler.swap: {level: info}, missing-metric: error}
        words: {allow: [robust], add: {tool: [Frobnicator]}, drop: {tool: [Excel]}}
        formats: {latex: {blocks: {-b: [deed]}}}
        slots: {text: '<<{name}>>', files: 'TODO({name})'}
        tense: present
        limit: 0
        level: info
        questions: none
        fail-on: question
        """, file: "f")
    #expect(configuration.packs.map(\.value) == ["ml-engineer", "house.yaml"])
    #expect(configuration.rules.map(\.name) == ["filler", "filler.swap", "missing-metric"])
    #expect(configuration.rules.map(\.level) == [nil, .info, .error])
    #expect(configuration.allowed.map(\.value) == ["robust"])
    #expect(configuration.added.map(\.list) == ["tool"] && configuration.dropped.map(\.list) == ["tool"])
    #expect(configuration.textSlots?.value.spell("x") == "<<x>>")
    #expect(configuration.fileSlots?.value.spell("x") == "TODO(x)")
    #expect(configuration.tense?.value == .present && configuration.limit?.value == 0)
    #expect(configuration.level?.value == .info && configuration.failOn?.value == .question)
    #expect(configuration.questions?.value == Configuration.Questions.none)
    #expect(configuration.limit?.place.description == "f:7:8")
  }

  @Test(arguments: ["", "# nothing\n", "rules:\n", "rules: {}\nwords: {}\nslots:\n"])
  func whatSaysNothingChangesNothing(_ yaml: String) throws {
    let configuration = try Configuration(yaml: yaml, file: "f")
    #expect(configuration.rules.isEmpty && configuration.textSlots == nil)
    let grammar = try Grammars.builtIn.configured(by: configuration)
    #expect(grammar.liveRules.count == Grammars.builtIn.rules.count)
  }

  @Test(arguments: [
    ("rule: {}", "f:1:1: unknown key “rule” in a configuration; did you mean “rules”?"),
    ("colours: red", "f:1:1: unknown key “colours” in a configuration; there are grammar, rules, words"),
    ("tense: presence", "f:1:8: “tense” is past or present, not “presence”; did you mean “present”?"),
    ("tense: [past]", "f:1:8: “tense” is past or present"),
    ("limit: -1", "f:1:8: “limit” is a number of rewrites"),
    ("limit: three", "f:1:8: “limit” is a number"),
    ("level: warn", "f:1:8: “level” is info, question, warning or error, not “warn”"),
    ("questions: some", "f:1:12: “questions” is one, all or none, not “some”"),
    (
      "fail-on: eror",
      "f:1:10: “fail-on” is info, question, warning or error, not “eror”; did you mean “error”?"
    ),
    ("fail_on: error", "f:1:1: unknown key “fail_on” in a configuration; did you mean “fail-on”?"),
    ("rules: [filler]", "f:1:8: rules is a map of rules and kinds"),
    (
      "rules: {filler: of}",
      "f:1:17: “filler” is off, info, question, warning or error, not “of”; did you mean “off”?"
    ),
    ("rules: {filler: {lvl: info}}", "f:1:18: unknown key “lvl” in “filler”"),
    ("rules: {filler: {}}", "f:1:17: say what is to be: `filler: off`, or a level"),
    ("words: [robust]", "f:1:8: words must be a map"),
    ("words: {alow: [x]}", "f:1:9: unknown key “alow” in words; did you mean “allow”?"),
    ("words: {add: [x]}", "f:1:14: “add” is a map of lists"),
    ("words: {allow: {x: y}}", "f:1:16: “allow” must be a text or a list of texts"),
    ("grammar: {a: b}", "f:1:10: “grammar” must be a text or a list of texts"),
    ("slots: TODO", "f:1:8: “TODO” cannot spell slots: it must hold `{name}` once"),
    ("slots: '{name}{name}'", "it must hold `{name}` once"),
    ("slots: '{name}'", "signs must stand before `{name}` and behind it"),
    ("slots: '<{name}'", "signs must stand before"),
    ("slots: 'x{name}x'", "a sign must touch `{name}` on both sides"),
    ("slots: '< {name} >'", "a sign must touch"), ("slots: '({name})'", "prose may hold `(users)` too"),
    ("slots: '\"{name}\"'", "prose may hold `\"users\"` too"), ("slots: '<1{name}>'", "a sign must touch"),
    ("slots: '1<{name}>'", "a digit in it"), ("slots: \"<\\n<{name}>\"", "one short line"),
    ("slots: '**{name}**'", "prose may hold `**users**` too"),
    ("slots: \"<\\u200B{name}\\u200B>\"", "a sign that nobody sees"),
    ("slots: \"\\u2060{name}\\u2060\"", "a sign that nobody sees"),
    ("slots: \"\\u00A0{name}\\u00A0\"", "a sign that nobody sees"),
    ("slots: ' <{name}>'", "must not begin or end with a space"),
    ("slots: {file: '<{name}>'}", "f:1:9: unknown key “file” in slots; did you mean “files”?"),
    ("slots: ['<{name}>']", "f:1:8: slots is a text with `{name}` in it"),
    ("formats: {latx: {}}", "f:1:11: unknown key “latx” in formats; did you mean “latex”?"),
    ("- a", "f:1:1: a configuration is a map of keys"), ("rules: {", "this is no YAML"),
    ("limit: 1\nlimit: 2", "stands twice"),
  ])
  func whatIsWrongIsSaidWithItsPlace(_ yaml: String, _ words: String) {
    let error = #expect(throws: GrammarErrors.self) { try Configuration(yaml: yaml, file: "f") }
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
  }

  @Test func anEmojiMaySpellSlots() throws {
    let configuration = try Configuration(yaml: "slots: '⚠️{name}⚠️'", file: "f")
    #expect(configuration.textSlots?.value.spell("gain") == "⚠️gain⚠️")
  }

  @Test func allThatIsWrongIsSaidAtOnce() {
    let yaml = "tense: now\nlimit: x\nrules: {filler: loud}\nnothing: 1\n"
    let error = #expect(throws: GrammarErrors.self) { try Configuration(yaml: yaml, file: "f") }
    #expect(error?.problems.map(\.place.line) == [1, 2, 3, 4])
  }

  @Test func everyKeyOfTheStarterLoadsOnceItsSignIsGone() throws {
    let lines = Configuration.starter.split(separator: "\n", omittingEmptySubsequences: false)
    func isKey(_ line: Substring) -> Bool {
      line.first == "#" && line.dropFirst().first != " " && line.count > 1
    }
    let keys = lines.filter(isKey).map { String($0.dropFirst()) }
    #expect(keys.count == 10)
    for key in keys {
      #expect(throws: Never.self, "\(key)") {
        _ = try Grammars.builtIn.configured(by: Configuration(yaml: key, file: "f"))
      }
    }
    let all = lines.map { isKey($0) ? String($0.dropFirst()) : String($0) }.joined(separator: "\n")
    let configuration = try Configuration(yaml: all, file: "f")
    #expect(configuration.tense?.value == .present && configuration.formats != nil)
    // Before that it says nothing.
    #expect(try Configuration(yaml: Configuration.starter, file: "f").rules.isEmpty)
    // Every key is shown.
    for key in [
      "grammar", "rules", "words", "slots", "tense", "limit", "level", "questions", "fail-on", "formats",
    ] {
      #expect(keys.contains { $0.hasPrefix("\(key):") }, "\(key)")
    }
  }
}
