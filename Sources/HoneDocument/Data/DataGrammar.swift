internal import HoneCore
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

  private let carriers: Set<String>
  private let lastWords: Set<String>
  private let endings: Set<String>
  private let fillers: Set<String>
  private let oneLine: Set<String>
  /// What a key says where its map is switched off.
  private let off: [String: Bool]
  let dated: Set<String>
  let entries: Set<String>
  let skip: Set<String>
  let holders: Set<String>
  let headings: [String]
  let tags: Set<String>
  let macros: Set<String>
  let words: SectionWords
  let lines: LineWords
  private let signs: [(key: String, kind: Section.Kind)]
  private let sections: [String: Section.Kind]
  private let schemas: [(paths: [[String]], schema: Schema)]

  init(_ grammar: FormatGrammar) {
    let node = grammar["data"]
    func set(_ key: String) -> Set<String> { Set(node?[key]?.strings ?? []) }
    carriers = set("carriers")
    lastWords = set("lastwords")
    endings = set("endings")
    fillers = set("fillers")
    oneLine = set("oneline")
    off = Dictionary((node?["off"]?.pairs ?? []).map { ($0.key, $0.value.text == "true") }) { _, last in last
    }
    dated = set("dated")
    entries = set("entries")
    skip = set("skip")
    holders = set("holders")
    headings = node?["headings"]?.strings ?? []
    tags = set("tags")
    macros = set("macros")
    words = grammar.sections
    lines = grammar.lines
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

  /// Whether a key holds bullets.
  func isCarrier(_ pair: DataNode.Pair) -> Bool {
    if carriers.contains(pair.name) { return true }
    var words = DataKey.words(pair.key)
    // `responsibility_1` is one of several.
    while words.count > 1, let last = words.last,
      endings.contains(last) || last.utf8.allSatisfy(Bytes.isDigit)
    {
      words.removeLast()
    }
    let name = words.joined()
    if carriers.contains(name) { return true }
    guard words.count > 1, let last = words.last else { return false }
    return lastWords.contains(last) && !skip.contains(name) && !skip.contains(pair.name)
  }

  /// Whether a map is a line of skills.
  func isOneLine(_ pairs: [DataNode.Pair]) -> Bool {
    !oneLine.isEmpty && oneLine.allSatisfy { key in pairs.contains { $0.name == key } }
  }

  /// Whether a map is not shown.
  func isOff(_ pairs: [DataNode.Pair]) -> Bool {
    pairs.contains { pair in off[pair.name].map { $0 == pair.value.truth } ?? false }
  }

  /// What a key or a heading says that it holds, or `nil` where it says nothing.
  func kind(of heading: String) -> Section.Kind? {
    if let kind = sections[DataKey.name(heading)] { return kind }
    let words = DataKey.words(heading)
    let rest = words.filter { !fillers.contains($0) && !endings.contains($0) }
    if rest.count < words.count, !rest.isEmpty,
      let kind = sections[rest.joined()] ?? self.words.kind(of: rest.joined(separator: " "))
    {
      return kind
    }
    return self.words.kind(of: words.joined(separator: " "))
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
