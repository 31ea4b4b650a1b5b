import Hone
import HoneCore
import HoneEngine
import HoneGrammar
import HoneTestSupport

/// Where the bullets of a property come from.
enum Source: String, CaseIterable, Sendable {
  /// The labelled bullets.
  case corpus
  /// The examples of the rules.
  case examples
  /// Made-up bullets.
  case generated
  /// Any text at all.
  case random

  /// Its bullets.
  var texts: [String] {
    switch self {
    case .corpus: Corpus.texts
    case .examples: Grammars.withExamples.rules.flatMap(\.examples).map(\.text)
    case .generated: BulletGenerator.bullets(3_000, for: "properties")
    case .random: RandomText.texts(1_500, for: "properties")
    }
  }
}

/// What hone says of a bullet, as values that threads may share.
struct Outcome: Sendable, Hashable {
  let text: String
  let findings: [Finding]
  let facts: [Fact]
  let safe: Rewrite?
  let rewrites: [Rewrite]

  init(_ text: String, _ advice: Advice) {
    self.text = text
    findings = advice.findings
    facts = advice.analysis.facts
    safe = advice.safe
    rewrites = advice.rewrites
  }

  /// All rewrites, the safe one first.
  var all: [Rewrite] { (safe.map { [$0] } ?? []) + rewrites }

  /// What the pipe writes.
  var best: Rewrite? { rewrites.first ?? safe }
}

/// The outcomes of all bullets of a source, made once for all properties.
enum Outcomes {
  private static let corpus = make(.corpus)
  private static let examples = make(.examples)
  private static let generated = make(.generated)
  private static let random = make(.random)

  /// The outcomes of a source.
  static func of(_ source: Source) -> [Outcome] {
    switch source {
    case .corpus: corpus
    case .examples: examples
    case .generated: generated
    case .random: random
    }
  }

  /// What a fresh hone says of texts.
  static func make(_ texts: [String], usesJIT: Bool = false) -> [Outcome] {
    let hone = Hone(Grammars.builtIn, usesJIT: usesJIT)
    return texts.map { text in
      do {
        return Outcome(text, try hone.advise(text))
      } catch {
        fatalError("\(error) on \(text.debugDescription)")
      }
    }
  }

  private static func make(_ source: Source) -> [Outcome] { make(source.texts) }
}
