import Hone
import HoneEngine
import HoneFiles
import HoneGrammar
import Synchronization

/// The machine code that the workers of a crew share, made when one of them has met enough bullets.
final class SharedCode: Sendable {
  let grammar: Grammar
  private let code = Mutex<MachineCode?>(nil)

  init(_ grammar: Grammar) {
    self.grammar = grammar
  }

  /// The code, or `nil` where nobody has asked for it yet.
  var known: MachineCode? { code.withLock { $0 } }

  /// The code, made where nobody has asked for it yet.
  func made() -> MachineCode {
    code.withLock { code in
      if let code { return code }
      let made = MachineCode(grammar)
      code = made
      return made
    }
  }
}

/// Runs the grammar over bullets: interpreted for the first few, as machine code when there are many.
final class Worker {
  /// From how many bullets on machine code repays its making.
  private static let jitThreshold = 120

  private(set) var hone: Hone
  private let code: SharedCode
  private var count = 0

  convenience init(_ grammar: Grammar) { self.init(SharedCode(grammar)) }

  init(_ code: SharedCode) {
    self.code = code
    // Who comes later finds what the first has made.
    if let known = code.known {
      hone = Hone(known)
      count = Worker.jitThreshold
    } else {
      hone = Hone(code.grammar)
    }
  }

  var grammar: Grammar { code.grammar }

  /// Counts a bullet; every answer is the same either way.
  func next() -> Hone {
    count += 1
    if count == Worker.jitThreshold { hone = Hone(code.made()) }
    return hone
  }
}
