import Hone
import HoneGrammar
import PCRE2

/// What `--version` prints.
enum Version {
  static let number = "0.1.0"

  static var text: String {
    let grammars = BuiltIn.packNames.map { name in
      "\(name)@\((try? BuiltIn.grammar(name))?.packs.last?.version ?? "?")"
    }
    return "hone \(number) (\(grammars.joined(separator: ", ")); PCRE2 \(Library.version))"
  }
}
