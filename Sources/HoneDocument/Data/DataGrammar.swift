internal import HoneGrammar

/// What `data.yaml` says of keys.
struct DataGrammar: Sendable {
  /// What the strings of a file are written in.
  enum Markup: String, Sendable {
    case markdown, html, typst, latex
  }

  /// A kind of file that is known by its keys.
  struct Schema: Sendable {
    let markup: Markup
    /// Keys that hold no bullet where another key beside them does.
    let blurbs: Set<String>
  }

  let carriers: Set<String>
  let entries: Set<String>
  let skip: Set<String>
  let holders: Set<String>
  let headings: [String]
  let tags: Set<String>
  let macros: Set<String>
  let words: SectionWords
  private let signs: [(key: String, kind: Section.Kind)]
  private let sections: [String: Section.Kind]
  private let schemas: [(paths: [[String]], schema: Schema)]

  init(_ grammar: FormatGrammar) {
    let node = grammar["data"]
    func set(_ key: String) -> Set<String> { Set(node?[key]?.strings ?? []) }
    carriers = set("carriers")
    entries = set("entries")
    skip = set("skip")
    holders = set("holders")
    headings = node?["headings"]?.strings ?? []
    tags = set("tags")
    macros = set("macros")
    words = grammar.sections
    signs = DataGrammar.kinds(node?["signs"])
    sections = Dictionary(DataGrammar.kinds(node?["sections"]), uniquingKeysWith: { one, _ in one })
    schemas = (node?["schemas"]?.items ?? []).map { schema in
      let paths = schema["paths"]?.strings ?? []
      return (
        paths.map { $0.split(separator: ".").map(String.init) },
        Schema(
          markup: Markup(rawValue: schema["text"]?.text ?? "") ?? .markdown,
          blurbs: Set(schema["blurbs"]?.strings ?? []))
      )
    }
  }

  private static func kinds(_ node: Node?) -> [(key: String, kind: Section.Kind)] {
    (node?.pairs ?? []).flatMap { name, words in
      Section.Kind(rawValue: name).map { kind in words.strings.map { ($0, kind) } } ?? []
    }
  }

  /// What a key or a heading says that it holds, or `nil` where it says nothing.
  func kind(of heading: String) -> Section.Kind? {
    sections[DataKey.name(heading)] ?? words.kind(of: DataKey.heading(heading))
  }

  /// What a map holds by its own keys, or `nil`.
  func kind(by pairs: [DataNode.Pair]) -> Section.Kind? {
    signs.first { sign in pairs.contains { $0.name == sign.key } }?.kind
  }

  /// The kind of file that a tree is.
  func schema(of root: DataNode) -> Schema {
    let known = schemas.first { entry in entry.paths.allSatisfy { DataGrammar.has($0[...], root) } }
    return known?.schema ?? Schema(markup: .markdown, blurbs: [])
  }

  private static func has(_ path: ArraySlice<String>, _ node: DataNode) -> Bool {
    guard let key = path.first else { return true }
    switch node {
    case .map(let pairs): return pairs.contains { $0.name == key && has(path.dropFirst(), $0.value) }
    case .list(let nodes): return nodes.prefix(50).contains { has(path, $0) }
    default: return false
    }
  }
}
