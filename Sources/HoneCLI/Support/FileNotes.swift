import Hone
import HoneDocument
import HoneGrammar

/// What is to be said of a file, once.
enum FileNotes {
  /// A line for each thing that a reader did not understand, and for each off-switch that is of no use.
  static func lines(_ document: Document, _ grammar: Grammar, _ input: Input) -> [String] {
    document.notes(under: grammar).map { note in
      "\(note.line > 0 ? input.place(ofLine: note.line) : input.name): \(note.text)"
    }
  }
}
