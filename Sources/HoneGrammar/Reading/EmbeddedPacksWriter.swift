internal import HoneCore

/// Writes packs as Swift source, each in two forms: whole, and as the image of the grammar that it
/// makes. What PCRE2 makes of the ways is a source of its own, for it is another with
/// another PCRE2.
public struct EmbeddedPacksWriter {
  /// A way with all that it calls, as PCRE2 takes it, and what it makes of it.
  public typealias CompiledWay = (source: String, code: [UInt8])

  private let packs: [PackSource]
  private let folder: String
  private let library: String
  private let compile: (Grammar) throws -> [CompiledWay]

  /// A writer for packs.
  ///
  /// - Parameters:
  ///   - packs: all that are to be embedded, and what they extend.
  ///   - folder: the one that holds them, as the places of their nodes name it.
  ///   - library: which PCRE2 it is that compiles.
  ///   - compile: the ways of a grammar, compiled.
  public init(
    _ packs: [PackSource], folder: String, library: String,
    compile: @escaping (Grammar) throws -> [CompiledWay]
  ) {
    self.packs = packs
    self.folder = folder
    self.library = library
    self.compile = compile
  }

  /// The first line of the source of compiled ways, where they were made by a library.
  public static func firstLine(of library: String) -> String {
    "// Generated from Grammars/ by `make generate`, with PCRE2 \(library)."
  }

  /// The sources of `EmbeddedPacks` and `EmbeddedPatterns`.
  ///
  /// - Throws: all that is wrong with the packs; the program that is written takes them for checked.
  public func sources() throws -> (packs: String, patterns: String) {
    let loader = GrammarLoader(library: { name in packs.first { $0.name == name } }, dividesPatterns: true)
    // A pack that others extend may leave slots for them to fill: it need not stand alone.
    let bases = packs.compactMap { $0.header("extends")?.text }
    var literals: [String] = []
    var cases: [String] = []
    for pack in packs {
      var grammar = bases.contains(pack.name) ? try? loader.load(pack) : try loader.load(pack)
      if let made = grammar {
        let ways = try compile(made)
        grammar?.ways.mark = EmbeddedPacksWriter.mark(of: ways.map(\.source))
        let text = CompiledWays.text(ways.map(\.code), of: grammar?.ways ?? Ways())
        cases.append("    case \"\(pack.name)\":\n\(literal(text))")
      }
      literals.append(source(of: pack, grammar))
    }
    let patterns = """
      \(EmbeddedPacksWriter.firstLine(of: library))
      // swift-format-ignore-file

      enum EmbeddedPatterns {
        static func text(of pack: String) -> String? {
          switch pack {
      \(cases.joined(separator: "\n"))
          default: nil
          }
        }
      }

      """
    return (source(literals), patterns)
  }

  /// Sixteen digits that are others as soon as one of the texts is.
  private static func mark(of texts: [String]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in texts.joined(separator: "\n").utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private func source(_ literals: [String]) -> String {
    """
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
    let image = grammar.map { literal(GrammarImage.write($0)) } ?? "nil"
    let whole = literal(compact(pack) { $0 })
    return "    EmbeddedPack(name: \"\(pack.name)\", image: \(image), whole: \(whole))"
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
