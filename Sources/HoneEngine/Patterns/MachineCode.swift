public import HoneGrammar
internal import PCRE2
internal import Synchronization

/// What the engines of several threads share for a long run: the words of a grammar read out, and the machine code of its ways.
///
/// A way is compiled by the engine that first tries it often enough; the others take what is there. Patterns never change, so
/// nothing that one engine does can be seen by another.
public final class MachineCode: Sendable {
  /// The grammar, with its words read out.
  let grammar: Grammar
  private let patterns: Mutex<[Pattern?]>

  /// Nothing compiled yet for a grammar.
  public init(_ grammar: Grammar) {
    var grammar = grammar
    // What is worth machine code is worth an index of the words.
    grammar.words = grammar.words.indexed()
    grammar.calls = grammar.calls.indexed()
    grammar.starts = grammar.starts.indexed()
    self.grammar = grammar
    patterns = Mutex(Array(repeating: nil, count: grammar.ways.count))
  }

  /// The pattern of a way, or `nil` where nobody has compiled it.
  func pattern(of way: Int) -> Pattern? { patterns.withLock { $0[way] } }

  /// Keeps the pattern of a way for the others.
  func keep(_ pattern: Pattern, of way: Int) { patterns.withLock { $0[way] = pattern } }
}
