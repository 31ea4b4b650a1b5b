import Foundation
import Hone
import HoneCheck
import HoneEngine
import HoneFiles
import HoneGrammar
import HoneTestSupport
import Testing

/// The packs that come with hone prove themselves.
@Suite struct BuiltInPackTests {
  @Test(arguments: BuiltIn.packNames)
  func everyRuleIsProvedByItsExamples(_ name: String) throws {
    let source = try #require(BuiltIn.sourceWithExamples(name))
    do {
      let summary = try GrammarCheck.run(try GrammarLoader(library: BuiltIn.sourceWithExamples).load(source))
      #expect(summary.rules > 10)
      #expect(summary.examples > summary.rules * 2)
    } catch {
      Issue.record("\(error)")
    }
  }

  @Test(arguments: BuiltIn.packNames)
  func everyPackLoadsByItself(_ name: String) {
    #expect(throws: Never.self) { try BuiltIn.grammar(name) }
  }

  @Test func theExamplesAreLeftOutOfWhatRuns() {
    #expect(Grammars.builtIn.rules.allSatisfy { $0.examples.isEmpty })
    #expect(Grammars.builtIn.rules.map(\.id) == Grammars.withExamples.rules.map(\.id))
  }

  @Test func everyRuleHasAFindingToShowAndOneToLeaveAlone() {
    for rule in Grammars.withExamples.rules {
      #expect(rule.examples.contains { !$0.spans.isEmpty }, "\(rule.id)")
      #expect(rule.examples.contains { $0.spans.isEmpty }, "\(rule.id)")
    }
  }

  @Test func whatIsWrittenIntoTheProgramIsFresh() throws {
    let folder = "\(Repository.root)/Grammars"
    let packs = try PackFolder.packs(in: folder, isTrusted: true)
    let written = try EmbeddedPacksWriter(
      packs, folder: folder, library: Engine.patternLibrary, compile: Engine.compiledWays
    ).sources()
    let isFresh = written.packs == (try Repository.text("Sources/Hone/EmbeddedPacks.generated.swift"))
    #expect(isFresh, "run `make generate`")
    let patterns = try Repository.text("Sources/Hone/EmbeddedPatterns.generated.swift")
    // Another PCRE2 makes other code, which cannot be compared.
    guard patterns.hasPrefix(EmbeddedPacksWriter.firstLine(of: Engine.patternLibrary)) else { return }
    let isCompiled = written.patterns == patterns
    #expect(isCompiled, "run `make generate`")
  }

  /// Else a writer who answers as the hint has it would be asked again.
  @Test func whatASlotOffersAsAnAnswerIsOfTheKindThatItTakes() throws {
    let engine = Engine(Grammars.builtIn)
    for slot in Grammars.builtIn.slots.values where !slot.takes.isEmpty {
      for answer in slot.samples + slot.hints.flatMap({ $0.text.components(separatedBy: ", ") }) {
        let shown = try engine.analyze(answer)
        let parts = slot.takes.compactMap { Grammars.builtIn.parts.id($0) }
        #expect(parts.contains { shown.has($0) }, "\(slot.name): \(answer)")
      }
    }
  }

  @Test func everyKindThatASlotAnswersIsAKindOfARule() {
    let kinds = Set(Grammars.builtIn.rules.map(\.kind))
    for slot in Grammars.builtIn.slots.values {
      #expect(Set(slot.satisfies).subtracting(kinds).isEmpty, "\(slot.name)")
      #expect(Set(slot.samples).count >= (slot.choices.isEmpty ? 3 : 2), "\(slot.name)")
      #expect(!slot.question.isEmpty, "\(slot.name)")
    }
  }

  @Test func noTwoSlotsHaveOneLabel() {
    let labels = Grammars.builtIn.slots.values.map(\.label)
    #expect(Set(labels).count == labels.count)
  }

  @Test func noKindHasLessThanThreeFrames() {
    for (kind, templates) in [
      "vague-model": Grammars.builtIn.templates, "missing-metric": Grammars.builtIn.clauses,
    ] {
      let shapes = Set(templates.filter { $0.mends.contains(kind) }.map(\.shape))
      #expect(shapes.count >= 3, "\(kind): \(shapes)")
    }
  }

  /// Praise and posture: no list of advice agrees on these, so hone writes none of them.
  @Test func theGrammarWritesNoWordThatAnyListCondemns() {
    let condemned = [
      "spearhead", "orchestrat", "architected", "facilitat", "pioneer", "leverag", "utiliz", "utilis",
      "synerg",
    ]
    let grammar = Grammars.builtIn
    let templates =
      (Array(grammar.templates) + grammar.clauses).map(\.text) + grammar.rules.flatMap(\.fixes).map(\.with)
    let words =
      templates.flatMap { written(in: $0.items) } + grammar.swaps.values.flatMap(\.self).map(\.to)
      + grammar.slots.values.flatMap(\.samples)
    #expect(words.count > 50)
    for word in words { #expect(!condemned.contains { word.lowercased().contains($0) }, "\(word)") }
  }

  private func written(in items: [TextTemplate.Item]) -> [String] {
    items.flatMap { item -> [String] in
      switch item {
      case .words(let words): [words]
      case .clause(let inner): written(in: inner)
      default: []
      }
    }
  }
}
