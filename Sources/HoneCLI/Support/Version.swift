import Hone
import HoneGrammar
import PCRE2

/// What `--version` prints.
enum Version {
  static let number = "0.1.0"
  /// The day of this version as man pages have it: they never ask the clock.
  static let date = "November 26, 2026"

  static var text: String {
    let grammars = BuiltIn.packNames.map { name in
      "\(name)@\((try? BuiltIn.grammar(name))?.packs.last?.version ?? "?")"
    }
    return "hone \(number) (\(grammars.joined(separator: ", ")); PCRE2 \(Library.version))"
  }
}
