public import HoneGrammar

/// What hone knows of file formats: the files of `Grammars/formats`, by their names.
///
/// Readers take the names of macros, environments, keys and symbols from here, so that a new one is a line of data.
public struct FormatGrammar: Sendable {
  private let names: [String]
  /// The files in the order of their names, read when somebody asks for them: a résumé is of one format.
  private let files: Deferred<Node>
  /// The words of headings: a bullet through a pipe stands under none.
  private let headings: Deferred<SectionWords>
  /// Whether readers take what is too short, or looks like a name, a date or a list of words, for a bullet as well.
  let isLenient: Bool
  /// How slots are written into files and into plain text, where somebody wants them otherwise.
  private(set) var slots = SlotStyle()

  private init(
    _ names: [String], _ files: Deferred<Node>, isLenient: Bool = false, slots: SlotStyle = SlotStyle()
  ) {
    self.names = names
    self.files = files
    self.isLenient = isLenient
    self.slots = slots
    headings = Deferred(count: 1) { _ in SectionWords(names.firstIndex(of: "sections").map { files[$0] }) }
  }

  /// The words of headings.
  public var sections: SectionWords { headings[0] }

  /// This grammar for readers that judge no bullet by its looks, and so find it whatever its words become.
  public var lenient: FormatGrammar {
    FormatGrammar(names, files, isLenient: true, slots: slots)
  }

  /// This grammar with slots that are written otherwise.
  public func spellingSlots(_ slots: SlotStyle) -> FormatGrammar {
    FormatGrammar(names, files, isLenient: isLenient, slots: slots)
  }

  /// This grammar for readers that write nothing.
  var withoutSlots: FormatGrammar { spellingSlots(SlotStyle()) }

  /// The file of this name, without its ending, or `nil`.
  public subscript(_ name: String) -> Node? { names.firstIndex(of: name).map { files[$0] } }

  /// What comes with hone.
  public static let builtIn = {
    let names = EmbeddedFormats.all.keys.sorted()
    return FormatGrammar(
      names,
      Deferred(count: names.count) { CompactForm.read(EmbeddedFormats.all[names[$0]] ?? "", file: "formats") }
    )
  }()
}

extension Node {
  /// The value of a key of a map, or `nil`.
  public subscript(_ key: String) -> Node? {
    guard case .map(let pairs) = value else { return nil }
    return pairs.first { $0.key.text == key }?.value
  }

  /// The keys and values of a map; nothing for anything else.
  public var pairs: [(key: String, value: Node)] {
    guard case .map(let pairs) = value else { return [] }
    return pairs.compactMap { pair in pair.key.text.map { ($0, pair.value) } }
  }

  /// The nodes of a list; nothing for anything else.
  public var items: [Node] {
    if case .list(let nodes) = value { return nodes }
    return []
  }

  /// The texts of a list, or of a single scalar.
  public var strings: [String] {
    if case .list(let nodes) = value { return nodes.compactMap(\.text) }
    return text.map { [$0] } ?? []
  }
}

extension FormatGrammar {
  /// This grammar with somebody's own words: lists grow, maps are joined, a single text is replaced.
  ///
  /// - Parameter own: a map of the files to what is added to each, as in `formats:` of a configuration.
  /// - Throws: every file or key that hone does not have.
  public func adding(_ own: Node) throws(GrammarErrors) -> FormatGrammar {
    var problems: [GrammarProblem] = []
    var added: [String: Node] = [:]
    if case .map = own.value {
    } else if !own.isNull {
      throw GrammarErrors([GrammarProblem(own.place, "formats is a map of files, such as `latex: {…}`")])
    }
    for (name, place, node) in own.entries {
      guard let file = self[name] else {
        problems.append(FormatGrammar.unknown(name, "formats", names, place))
        continue
      }
      let known = file.pairs.map(\.key)
      for (key, place, _) in node.entries where !known.contains(key) {
        problems.append(FormatGrammar.unknown(key, "formats.\(name)", known, place))
      }
      if name == "sections" {
        let kinds = Section.Kind.allCases.map(\.rawValue)
        for (kind, place, _) in node["kinds"]?.entries ?? [] where !kinds.contains(kind) {
          problems.append(FormatGrammar.unknown(kind, "formats.sections.kinds", kinds, place))
        }
      }
      added[name] = file.joined(with: node, &problems)
    }
    if !problems.isEmpty { throw GrammarErrors(problems) }
    let (names, files, more) = (names, files, added)
    return FormatGrammar(names, Deferred(count: names.count) { more[names[$0]] ?? files[$0] }, slots: slots)
  }

  private static func unknown(_ key: String, _ map: String, _ known: [String], _ place: Place)
    -> GrammarProblem
  {
    let hint = HoneGrammar.Spelling.nearest(to: key, in: known).map { "did you mean “\($0)”?" }
    return GrammarProblem(
      place, "unknown key “\(key)” in \(map); \(hint ?? "there are \(known.joined(separator: ", "))")")
  }
}

extension Node {
  /// The keys of a map with their places and values.
  fileprivate var entries: [(key: String, place: Place, value: Node)] {
    guard case .map(let pairs) = value else { return [] }
    return pairs.compactMap { pair in pair.key.text.map { ($0, pair.key.place, pair.value) } }
  }

  /// This node with another one's words.
  fileprivate func joined(with other: Node, _ problems: inout [GrammarProblem]) -> Node {
    if other.isNull { return self }
    switch (value, other.value) {
    case (.list(let own), .list(let more)): return Node(.list(own + more), place)
    case (.list(let own), .scalar): return Node(.list(own + [other]), place)
    case (.map(let own), .map(let more)):
      var pairs = own
      for pair in more {
        if let index = pairs.firstIndex(where: { $0.key.text == pair.key.text }) {
          pairs[index].value = pairs[index].value.joined(with: pair.value, &problems)
        } else {
          pairs.append(pair)
        }
      }
      return Node(.map(pairs), place)
    case (.scalar, .scalar): return other
    case (.list, .map), (.scalar, .list), (.scalar, .map):
      problems.append(
        GrammarProblem(
          other.place, "this must be \(isList ? "a list" : "a single text"), as it is in hone's own file"))
      return self
    case (.map, .list), (.map, .scalar):
      problems.append(GrammarProblem(other.place, "this must be a map of keys, as it is in hone's own file"))
      return self
    }
  }

  private var isList: Bool { if case .list = value { true } else { false } }
}
