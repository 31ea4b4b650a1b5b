internal import Hone
internal import HoneCore
internal import HoneEngine
public import HoneGrammar
internal import PCRE2

/// Proves a grammar: every pattern compiles, every rule is shown by its examples, none is slow.
///
/// The loader has already checked names and shapes; this runs the patterns.
public struct GrammarCheck {
  /// What the check looks at.
  public enum Depth: Sendable {
    /// The examples of one pack's own rules: enough to load a user's pack.
    case examples
    /// Everything, lints and pumped inputs too.
    case everything
  }

  /// What was looked at.
  public struct Summary: Sendable {
    /// How many rules.
    public var rules = 0
    /// How many examples came out as they should.
    public var examples = 0
  }

  private let grammar: Grammar
  private let hone: Hone
  /// The same grammar where deeds are told in the present.
  private lazy var presentHone: Hone = {
    var grammar = grammar
    grammar.tense = .present
    return Hone(grammar)
  }()
  private let depth: Depth
  private var problems: [GrammarProblem] = []
  private var summary = Summary()

  private init(_ grammar: Grammar, depth: Depth) {
    self.grammar = grammar
    hone = Hone(grammar)
    hone.engine.isTracing = true
    hone.engine.readsFiles = true
    self.depth = depth
  }

  /// Checks a grammar.
  ///
  /// - Parameters:
  ///   - grammar: a loaded grammar, with its examples.
  ///   - depth: how much to look at.
  /// - Returns: how much was tried.
  /// - Throws: all that is wrong.
  @discardableResult
  public static func run(_ grammar: Grammar, depth: Depth = .everything) throws(GrammarErrors) -> Summary {
    var check = GrammarCheck(grammar, depth: depth)
    check.compileAll()
    // A pattern that does not compile would be reported again by every example.
    if !check.problems.isEmpty { throw GrammarErrors(check.problems) }
    // What was shipped is proved already; a user's pack answers for its own rules, be they none.
    let isShipped = grammar.packs.allSatisfy(\.isTrusted)
    for rule in grammar.rules where isShipped || !rule.isTrusted { check.check(rule) }
    if depth == .everything { check.checkSwaps() }
    if !check.problems.isEmpty { throw GrammarErrors(check.problems) }
    return check.summary
  }

  private mutating func report(_ place: Place, _ text: String) {
    problems.append(GrammarProblem(place, text))
  }

  // MARK: - Patterns

  private mutating func compileAll() {
    for source in PatternSources.all(in: grammar) {
      do throws(EngineError) {
        let matchesNothing = try hone.engine.matchesEmpty(
          source.pattern, owner: source.owner, place: source.place, isWhole: source.isWhole)
        if matchesNothing, source.mustTakeText {
          report(
            source.place, "the pattern of \(source.owner) matches the empty string; make some of it required")
        }
      } catch {
        switch error {
        case .badPattern(let owner, let place, let problem):
          report(
            place,
            "the pattern of \(owner) does not compile: \(problem.message)\(excerpt(source.pattern, problem.offset)); mend it there"
          )
        case .tooCostly: report(source.place, error.description)
        }
      }
    }
  }

  /// PCRE2 counts offsets in the expanded pattern, which the author never sees: show the words there instead.
  private func excerpt(_ pattern: String, _ offset: Int) -> String {
    let bytes = Array(pattern.utf8)
    guard offset <= bytes.count + 12, !pattern.contains("(?&") else { return " in ‘\(pattern.prefix(60))’" }
    let at = max(0, min(bytes.count, offset - "(?<!\\w)(?:".utf8.count))
    return " near ‘\(String(decoding: bytes[max(0, at - 12)..<at], as: UTF8.self))’"
  }

  // MARK: - Rules

  private mutating func check(_ rule: Rule) {
    summary.rules += 1
    let flagged = rule.examples.filter { !$0.spans.isEmpty }
    if flagged.isEmpty {
      report(rule.place, "the rule “\(rule.id)” has no “flag” example; show what it finds")
    }
    if flagged.count == rule.examples.count {
      report(rule.place, "the rule “\(rule.id)” has no “pass” example; show what it must leave alone")
    }
    var excuses: Set<String> = []
    for example in rule.examples { check(example, of: rule, &excuses) }
    guard depth == .everything else { return }
    for condition in rule.unless where !excuses.contains(hone.engine.describe(condition)) {
      report(
        condition.place,
        "no example of “\(rule.id)” is excused by \(hone.engine.describe(condition)); add one, or take the excuse out"
      )
    }
    if let slow = PumpedInput.tooSlow(rule, hone.engine) {
      report(
        rule.place,
        "the pattern of “\(rule.id)” is slow on a long line of ‘\(slow)’; avoid repeats inside repeats")
    }
  }

  private mutating func check(_ example: Example, of rule: Rule, _ excuses: inout Set<String>) {
    let proof: Proof
    do throws(EngineError) {
      proof = try hone.prove(rule.id, on: example.text)
    } catch {
      report(example.place, error.description)
      return
    }
    excuses.formUnion(proof.excuses)
    var isRight = true
    if proof.spans != example.spans {
      isRight = false
      let found = proof.spans.isEmpty ? "nothing" : MarkedText.write(example.text, proof.spans)
      let others = proof.rivals.map { "“\($0)” finds more of the same kind here" }
      let why = proof.reasons + others
      let reasons = why.isEmpty ? "" : " (\(why.joined(separator: "; ")))"
      report(example.place, "“\(rule.id)” finds \(found) here\(reasons); mend the pattern or the marks")
    }
    if !example.spans.isEmpty {
      var dropped = proof.dropped.isEmpty ? "" : "; dropped: " + proof.dropped.joined(separator: "; ")
      if proof.safe != example.safe {
        isRight = false
        report(example.place, "safe is \(shown(proof.safe)), not \(shown(example.safe))\(dropped)")
        dropped = ""
      }
      if proof.full != example.full {
        isRight = false
        report(example.place, "full is \(shown(proof.full)), not \(shown(example.full))\(dropped)")
      }
      if let present = example.present, let made = safeInPresent(example, rule), made != present {
        isRight = false
        report(example.place, "present is \(shown(made)), not \(shown(present))")
      }
    }
    if isRight { summary.examples += 1 }
  }

  /// The safe rewrite of an example where deeds are told in the present; empty where there is none, `nil` where that costs too
  /// much, which is reported.
  private mutating func safeInPresent(_ example: Example, _ rule: Rule) -> String? {
    do throws(EngineError) {
      return try presentHone.prove(rule.id, on: example.text).safe ?? ""
    } catch {
      report(example.place, error.description)
      return nil
    }
  }

  private func shown(_ text: String?) -> String { text.map { "“\($0)”" } ?? "nothing" }

  private mutating func checkSwaps() {
    for (table, swaps) in grammar.swaps.sorted(by: { $0.key < $1.key }) {
      for swap in swaps {
        let (text, spans) = MarkedText.read(swap.example)
        let isShown = spans.contains { Array(text.utf8).lowered($0) == swap.from }
        if !isShown {
          report(swap.place, "the swap of “\(swap.from)” in “\(table)” needs an example that marks it [[…]]")
        }
        if strength(swap.to) > strength(swap.from) {
          report(
            swap.place, "“\(swap.to)” claims more than “\(swap.from)”; a swap never makes a claim stronger")
        }
      }
    }
  }

  /// Verbs of helping claim least; every other verb claims the same.
  private func strength(_ words: String) -> Int {
    let verbs = hone.engine.lemmas(of: words)
    if verbs.isEmpty { return 1 }
    return verbs.contains { hone.engine.isVerb($0, in: "help_verb") } ? 0 : 1
  }
}
