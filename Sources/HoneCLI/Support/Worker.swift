import Hone
import HoneEngine
import HoneFiles
import HoneGrammar

/// Runs the grammar over bullets: interpreted for the first few, as machine code when there are many.
final class Worker {
  /// From how many bullets on machine code repays its making.
  private static let jitThreshold = 120

  let grammar: Grammar
  private(set) var hone: Hone
  private var count = 0

  init(_ grammar: Grammar) {
    self.grammar = grammar
    hone = Hone(grammar)
  }

  /// Counts a bullet; every answer is the same either way.
  func next() -> Hone {
    count += 1
    if count == Worker.jitThreshold { hone = Hone(grammar, usesJIT: true) }
    return hone
  }
}
