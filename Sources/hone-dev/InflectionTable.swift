import HoneFiles
import HoneGrammar

/// Writes the forms of verbs as the pack `resume` makes them, to be held against a dictionary.
enum InflectionTable {
  private static let path = "Grammars/resume/terms/verbs.yaml"
  private static let columns: [VerbForm] = [.base, .third, .past, .participle, .ing]

  /// Reads base forms, one a line, and writes `base TAB third TAB past TAB participle TAB ing`.
  static func write() throws {
    let inflection = try GrammarLoader(library: { _ in nil }).load(PackFolder.read(path)).verbs.inflection
    while let line = readLine() {
      let base = line.lowercased()
      if base.isEmpty { continue }
      print(columns.map { inflection.form($0, of: base) }.joined(separator: "\t"))
    }
  }
}
