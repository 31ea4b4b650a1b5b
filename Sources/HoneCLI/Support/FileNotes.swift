import HoneDocument
import HoneGrammar

/// What is to be said of a file, once.
enum FileNotes {
  /// A line for each thing that a reader did not understand, and for each off-switch that names no rule.
  static func lines(_ document: Document, _ grammar: Grammar, _ input: Input) -> [String] {
    var lines = document.notes.map { note in
      "\(note.line > 0 ? input.place(ofLine: note.line) : input.name): \(note.text)"
    }
    let known = Set(grammar.rules.flatMap { [$0.id, $0.kind] })
    for rule in Set(document.bullets.flatMap(\.rulesOff)).subtracting(known).sorted() {
      lines.append(
        "\(input.name): a comment switches “\(rule)” off, but there is no such rule or kind; see `hone rules`"
      )
    }
    return lines
  }
}
