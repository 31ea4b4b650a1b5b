public import HoneGrammar

/// The grammars that come with hone, inside the program itself.
public enum BuiltIn {
  /// The pack that is used where none is named.
  public static let defaultPack = "ml-engineer"

  /// The names of the packs.
  public static var packNames: [String] { EmbeddedPacks.all.map(\.name) }

  /// The files of a pack, without the examples, or `nil`.
  public static func source(_ name: String) -> PackSource? {
    sourceWithExamples(name).map { pack in
      PackSource(name: pack.name, files: pack.files.map(\.withoutExamples), isTrusted: pack.isTrusted)
    }
  }

  /// The files of a pack with the examples that prove its rules, or `nil`.
  public static func sourceWithExamples(_ name: String) -> PackSource? {
    pack(name).flatMap { source(name, $0.whole) { "\(name)/\($0)" } }
  }

  /// A built-in grammar, ready to run.
  public static func grammar(_ name: String = defaultPack) throws(GrammarErrors) -> Grammar {
    guard let pack = pack(name) else {
      throw GrammarErrors([GrammarProblem(Place(file: name), "there is no built-in grammar of this name")])
    }
    guard let image = pack.image else {
      return try GrammarLoader(library: Self.source).load(
        Self.source(name) ?? PackSource(name: name, files: [], isTrusted: true))
    }
    return GrammarImage.read(image, compiled: EmbeddedPatterns.text(of: name))
  }

  private static func pack(_ name: String) -> EmbeddedPack? { EmbeddedPacks.all.first { $0.name == name } }

  private static func source(_ name: String, _ text: String, place: (String) -> String) -> PackSource? {
    guard case .map(let files) = CompactForm.read(text, file: name).value else { return nil }
    return PackSource(
      name: name,
      files: files.map { CompactForm.read($0.value.text ?? "", file: place($0.key.text ?? "")) },
      isTrusted: true)
  }
}

extension Hone {
  /// A hone for a grammar that comes with it.
  ///
  /// - Parameters:
  ///   - pack: one of `BuiltIn.packNames`.
  ///   - usesJIT: whether patterns become machine code; worth it from some hundred bullets on.
  /// - Throws: where there is no pack of this name.
  public static func builtIn(_ pack: String = BuiltIn.defaultPack, usesJIT: Bool = false)
    throws(GrammarErrors) -> Hone
  {
    Hone(try BuiltIn.grammar(pack), usesJIT: usesJIT)
  }
}

/// A pack as the generator writes it into the program.
struct EmbeddedPack: Sendable {
  let name: String
  /// The grammar that the pack makes, as `GrammarImage` reads it; `nil` where it does not stand alone.
  let image: String?
  /// The files in compact form, whole.
  let whole: String
}
