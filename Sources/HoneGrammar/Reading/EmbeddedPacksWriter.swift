/// Writes packs as Swift source, each in two forms: whole, and as the image of the grammar that it
/// makes, with its words, calls and starts.
public struct EmbeddedPacksWriter {
  private let packs: [PackSource]
  private let folder: String

  /// A writer for packs.
  ///
  /// - Parameters:
  ///   - packs: all that are to be embedded, and what they extend.
  ///   - folder: the one that holds them, as the places of their nodes name it.
  public init(_ packs: [PackSource], folder: String) {
    self.packs = packs
    self.folder = folder
  }

  /// The source of `EmbeddedPacks`.
  ///
  /// - Throws: all that is wrong with the packs; the program that is written takes them for checked.
  public func source() throws(GrammarErrors) -> String {
    let loader = GrammarLoader(library: { name in packs.first { $0.name == name } })
    // A pack that others extend may leave slots for them to fill: it need not stand alone.
    let bases = packs.compactMap { $0.header("extends")?.text }
    let literals = try packs.map { pack throws(GrammarErrors) in
      let grammar = bases.contains(pack.name) ? try? loader.load(pack) : try loader.load(pack)
      return source(of: pack, grammar)
    }
    return """
      // Generated from Grammars/ by `make generate`; edit the YAML there.
      // swift-format-ignore-file

      enum EmbeddedPacks {
        static let all: [EmbeddedPack] = [
      \(literals.joined(separator: ",\n"))
        ]
      }

      """
  }

  private func source(of pack: PackSource, _ grammar: Grammar?) -> String {
    let words = grammar.map { literal($0.words.image.whole) } ?? "nil"
    let calls = grammar.map { literal($0.calls.text) } ?? "nil"
    let starts = grammar.map { literal($0.starts.text) } ?? "nil"
    let image = grammar.map { literal(GrammarImage.write($0)) } ?? "nil"
    let whole = literal(compact(pack) { $0 })
    return "    EmbeddedPack(name: \"\(pack.name)\", words: \(words), calls: \(calls), starts: \(starts), "
      + "image: \(image), whole: \(whole))"
  }

  private func compact(_ pack: PackSource, _ form: (Node) -> Node) -> String {
    let files = pack.files.map { file -> (key: Node, value: Node) in
      let name = String(file.place.file.dropFirst(folder.count + pack.name.count + 2))
      return (scalar(name), scalar(CompactForm.write(form(file))))
    }
    return CompactForm.write(Node(.map(files), Place(file: pack.name)))
  }

  private func scalar(_ text: String) -> Node { Node(.scalar(text, plain: false), Place(file: "")) }

  private func literal(_ text: String) -> String {
    "###\"\"\"\n\(text)\n\"\"\"###"
  }
}
