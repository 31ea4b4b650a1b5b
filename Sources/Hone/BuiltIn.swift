public import HoneGrammar

/// The grammars that come with hone, inside the program itself.
public enum BuiltIn {
  /// The pack that is used where none is named.
  public static let defaultPack = "ml-engineer"

  /// The names of the packs.
  public static var packNames: [String] { EmbeddedPacks.all.map(\.name) }

  /// The files of a pack, without the examples, or `nil`.
  public static func source(_ name: String) -> PackSource? {
    source(name, \.whole).map { pack in
      PackSource(name: pack.name, files: pack.files.map(\.withoutExamples), isTrusted: pack.isTrusted)
    }
  }

  /// The files of a pack with the examples that prove its rules, or `nil`.
  public static func sourceWithExamples(_ name: String) -> PackSource? { source(name, \.whole) }

  /// A built-in grammar, ready to run.
  public static func grammar(_ name: String = defaultPack) throws(GrammarErrors) -> Grammar {
    guard let pack = EmbeddedPacks.all.first(where: { $0.name == name }) else {
      throw GrammarErrors([GrammarProblem(Place(file: name), "there is no built-in grammar of this name")])
    }
    guard let words = pack.words, let calls = pack.calls, let starts = pack.starts,
      let live = source(name, \.live)
    else {
      return try GrammarLoader(library: source).load(
        source(name) ?? PackSource(name: name, files: [], isTrusted: true))
    }
    let loader = GrammarLoader(library: { source($0, \.live) })
    return try loader.load(live, resolved: ResolvedWords(words: words, calls: calls, starts: starts))
  }

  private static func source(_ name: String, _ form: KeyPath<EmbeddedPack, String>) -> PackSource? {
    guard let pack = EmbeddedPacks.all.first(where: { $0.name == name }) else { return nil }
    guard case .map(let files) = CompactForm.read(pack[keyPath: form], file: name).value else { return nil }
    return PackSource(
      name: name,
      files: files.map { file in
        CompactForm.read(file.value.text ?? "", file: "\(name)/\(file.key.text ?? "")")
      },
      isTrusted: true)
  }
}

/// A pack as the generator writes it into the program.
struct EmbeddedPack: Sendable {
  let name: String
  /// All words of the pack and of those it extends, as `WordTable` reads them; `nil` where it does not stand alone.
  let words: String?
  /// What calls each pattern, as `RuleCalls` reads it.
  let calls: String?
  /// What each pattern begins with, as `RuleCalls` reads it.
  let starts: String?
  /// The files in compact form, without examples and without the words of lists and verbs.
  let live: String
  /// The files in compact form, whole.
  let whole: String
}
