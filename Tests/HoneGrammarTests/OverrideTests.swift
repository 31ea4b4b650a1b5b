import HoneCore
import HoneGrammar
import HoneTestSupport
import Testing

/// A user's file changes what a pack brought.
@Suite struct OverrideTests {
  private let base = """
    name: mine
    version: 2.1.0
    terms:
      animal: [cat+, dog]
      pet: ['@animal', hamster]
    define:
      noun: 'one'
    rules:
    \(Rules.whole("a.one"))\(Rules.whole("a.two"))
    """

  private func load(_ change: String) throws -> Grammar {
    let packs = [
      "base": PackSource(name: "base", files: [try YAMLReader.read(base, file: "base.yaml")], isTrusted: true)
    ]
    let own = try YAMLReader.read("extends: base\n" + change, file: "own.yaml")
    return try GrammarLoader(library: { packs[$0] }).load(
      PackSource(name: "own", files: [own], isTrusted: false))
  }

  private func terms(_ list: String, _ grammar: Grammar) -> [String] {
    guard let part = grammar.parts.id(list) else { return [] }
    let animals = ["cat", "cats", "dog", "dogs", "horse", "hamster"]
    return animals.filter { grammar.words.isWord($0, of: part) }
  }

  @Test func aPackBringsWhatItExtends() throws {
    let grammar = try load("")
    #expect(grammar.packs.map(\.name) == ["mine", "own"])
    #expect(grammar.rules.map(\.id) == ["a.one", "a.two"])
    #expect(terms("pet", grammar) == ["cat", "cats", "dog", "hamster"])
  }

  @Test func termsAreAddedAndDropped() throws {
    let grammar = try load("terms: {animal: {add: [horse], drop: [cat]}}")
    #expect(terms("animal", grammar) == ["dog", "horse"])
    #expect(terms("pet", grammar) == ["dog", "horse", "hamster"])
  }

  @Test(arguments: ["off", "false"])
  func aRuleIsSwitchedOff(_ word: String) throws {
    #expect(try load("rules: {a.one: \(word)}").rules.map(\.id) == ["a.two"])
  }

  @Test func aRuleGetsAnotherLevel() throws {
    let grammar = try load("rules: {a.two: {level: error}}")
    #expect(grammar.rule("a.two")?.level.name == "error")
    #expect(grammar.rule("a.one")?.level.name == "info")
  }

  @Test func aRuleIsReplaced() throws {
    let rule =
      "rules:\n  - {id: a.one, replace: true, kind: other, level: warning, match: 'xyz', message: m, why: w, source: s}"
    let grammar = try load(rule)
    #expect(grammar.rule("a.one")?.kind == "other")
    #expect(grammar.rules.count == 2)
    #expect(grammar.rule("a.one")?.isTrusted == false)
    #expect(grammar.rule("a.two")?.isTrusted == true)
  }

  @Test func aFragmentIsReplaced() throws {
    #expect(try load("define: {noun: {match: 'two', replace: true}}").fragments["noun"]?.pattern == "two")
  }

  @Test(arguments: [
    "define: {noun: 'two'}", "terms: {animal: [horse]}", "rules:\n  - {id: a.one, \(Rules.flow)}",
  ])
  func aNameThatIsTakenNeedsReplace(_ change: String) {
    let errors = #expect(throws: GrammarErrors.self) { try load(change) }
    #expect(
      errors?.description.contains("stands already at base.yaml") == true, "\(errors?.description ?? "")")
  }

  @Test func packsThatExtendEachOtherAreRefused() throws {
    let one = PackSource(
      name: "one", files: [try YAMLReader.read("extends: two", file: "one.yaml")], isTrusted: false)
    let two = PackSource(
      name: "two", files: [try YAMLReader.read("extends: one", file: "two.yaml")], isTrusted: false)
    let errors = #expect(throws: GrammarErrors.self) {
      try GrammarLoader(library: { ["one": one, "two": two][$0] }).load(one)
    }
    #expect(errors?.description.contains("extends itself") == true)
  }

  @Test func theLabelNamesTheOutermostPack() throws {
    #expect(try load("name: own\nversion: 3.0.0").label == "own@3.0.0")
  }
}
