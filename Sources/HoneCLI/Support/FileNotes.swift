import Hone
import HoneCore
import HoneDocument
import HoneEngine
import HoneGrammar

/// What is to be said of a file, once.
enum FileNotes {
  /// A line for each thing that a reader did not understand, and for each off-switch that names no rule, or one that finds
  /// nothing there.
  static func lines(_ document: Document, _ grammar: Grammar, _ input: Input) -> [String] {
    var lines = document.notes.map { note in
      "\(note.line > 0 ? input.place(ofLine: note.line) : input.name): \(note.text)"
    }
    let named = Set(document.bullets.flatMap(\.rulesOff))
    if named.isEmpty { return lines }
    let known = named.intersection(grammar.rules.flatMap { [$0.id, $0.kind] })
    for rule in named.subtracting(known).sorted() {
      lines.append(
        "\(input.name): a comment switches “\(rule)” off, but there is no such rule or kind; see `hone rules`"
      )
    }
    for rule in known.subtracting(found(in: document, grammar)).sorted() {
      lines.append(
        "\(input.name): a comment switches “\(rule)” off, but it finds nothing there; take it out")
    }
    return lines
  }

  /// The rules and kinds that find something where a comment switches them off.
  private static func found(in document: Document, _ grammar: Grammar) -> Set<String> {
    let engine = Hone(grammar).engine
    engine.readsFiles = true
    var found: Set<String> = []
    for bullet in document.bullets where bullet.isLive && !bullet.rulesOff.isEmpty {
      // What costs too much is said when the bullet itself is worked on.
      guard let analysis = try? engine.analyze(String(decoding: bullet.text, as: UTF8.self)) else { continue }
      found.formUnion(bullet.rulesOff.intersection(analysis.findings.flatMap { [$0.rule, $0.kind] }))
    }
    return found
  }
}
