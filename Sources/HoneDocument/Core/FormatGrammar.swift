public import HoneGrammar

/// What hone knows of file formats: the files of `Grammars/formats`, by their names.
///
/// Readers take the names of macros, environments, keys and symbols from here, so that a new one is a line of data.
public struct FormatGrammar: Sendable {
  private let files: [String: Node]
  /// The words of headings.
  public let sections: SectionWords

  /// A grammar of these files.
  public init(_ files: [String: Node]) {
    self.files = files
    sections = SectionWords(files["sections"])
  }

  /// The file of this name, without its ending, or `nil`.
  public subscript(_ name: String) -> Node? { files[name] }

  /// What comes with hone.
  public static let builtIn = FormatGrammar(
    EmbeddedFormats.all.mapValues { CompactForm.read($0, file: "formats") })
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
