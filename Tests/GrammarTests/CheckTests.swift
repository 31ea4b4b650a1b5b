import Hone
import HoneCheck
import HoneGrammar
import HoneTestSupport
import Testing

/// What the check says of a grammar that loads and is wrong all the same.
@Suite struct CheckTests {
  /// A rule with one fault, and words that the report must hold.
  struct Fault: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let says: [String]
    let rule: String
  }

  private static func rule(_ match: String, more: String = "", examples: String) -> String {
    "- {id: my.rule, kind: k, level: warning, match: '\(match)', message: m, why: w, source: s, \(more)\n     examples: [\(examples)]}"
  }

  private static let plain = "{flag: 'a [[zebra]] b'}, {pass: 'a lion b'}"

  static let faults = [
    Fault(
      testDescription: "no flag", says: ["no “flag” example"],
      rule: rule("zebra", examples: "{pass: 'a lion b'}")),
    Fault(
      testDescription: "no pass", says: ["no “pass” example"],
      rule: rule("zebra", examples: "{flag: 'a [[zebra]] b'}")),
    Fault(
      testDescription: "wrong span", says: ["finds a [[zebra]] b here", "test.yaml:3:"],
      rule: rule("zebra", examples: "{flag: 'a [[zebra b]]'}, {pass: 'a lion b'}")),
    Fault(
      testDescription: "nothing found", says: ["finds nothing here"],
      rule: rule("zebra", examples: "{flag: 'a [[lion]] b'}, {pass: 'a cow b'}")),
    Fault(
      testDescription: "found where it must pass", says: ["[[zebra]]"],
      rule: rule("zebra", examples: "{flag: 'a [[zebra]] b'}, {pass: 'the zebra b'}")),
    Fault(
      testDescription: "another safe rewrite", says: ["safe is nothing, not “a b”"],
      rule: rule("zebra", examples: "{flag: 'a [[zebra]] b', safe: 'a b'}, {pass: 'a lion b'}")),
    Fault(
      testDescription: "a rewrite nobody wrote down", says: ["safe is “a b”, not nothing"],
      rule: rule("zebra", more: "fix: [{tier: safe, delete: match}],", examples: plain)),
    Fault(
      testDescription: "excuse that never fires",
      says: ["no example of “my.rule” is excused by ‘lion’ in bullet"],
      rule: rule("zebra", more: "unless: [{match: 'lion'}],", examples: plain)),
    Fault(
      testDescription: "does not compile", says: ["does not compile", "‘zebra(’", "test.yaml:2:"],
      rule: rule("zebra(", examples: plain)),
    Fault(
      testDescription: "can match nothing", says: ["matches the empty string"],
      rule: rule("(?:zebra)?", examples: plain)),
    Fault(
      testDescription: "slow", says: ["slow on a long line"],
      rule: rule("(?:\\w+\\s?)+zebra", examples: "{flag: '[[a zebra]] b'}, {pass: 'a lion b'}")),
    Fault(
      testDescription: "rewrite that invents", says: ["safe is nothing", "stands nowhere in the bullet"],
      rule: rule(
        "zebra", more: "fix: [{tier: safe, with: 'winning horse'}],",
        examples: "{flag: 'a [[zebra]] b', safe: 'a winning horse b'}, {pass: 'a lion b'}")),
  ]

  @Test(arguments: faults)
  func aWrongRuleIsReported(_ fault: Fault) throws {
    let grammar = try Grammars.load("rules:\n  " + fault.rule)
    let errors = #expect(throws: GrammarErrors.self) { try GrammarCheck.run(grammar) }
    let said = errors?.description ?? ""
    for words in fault.says { #expect(said.contains(words), "\(said)") }
  }

  @Test func aRightRuleIsCounted() throws {
    let summary = try GrammarCheck.run(
      try Grammars.load("rules:\n  " + CheckTests.rule("zebra", examples: CheckTests.plain)))
    #expect(summary.rules == 1)
    #expect(summary.examples == 2)
  }

  @Test func aPackAnswersForItsOwnRulesAlone() throws {
    let own = CheckTests.rule("zebra", examples: CheckTests.plain)
    let grammar = try Grammars.load("extends: ml-engineer\nrules:\n  " + own)
    #expect(try GrammarCheck.run(grammar, depth: .examples).rules == 1)
  }

  @Test func aSwapThatClaimsMoreIsReported() throws {
    let yaml = """
      extends: ml-engineer
      swaps:
        my_swaps:
          - {from: helped, to: built, example: 'We [[helped]] it'}
          - {from: assisted, to: helped, example: 'no marks'}
      rules:
        \(CheckTests.rule("zebra", examples: CheckTests.plain))
      """
    let grammar = try Grammars.load([("test.yaml", yaml)], library: BuiltIn.sourceWithExamples)
    let errors = #expect(throws: GrammarErrors.self) { try GrammarCheck.run(grammar) }
    #expect(
      errors?.description.contains("needs an example that marks it") == true, "\(errors?.description ?? "")")
    #expect(errors?.description.contains("claims more than “helped”") == true, "\(errors?.description ?? "")")
  }
}
