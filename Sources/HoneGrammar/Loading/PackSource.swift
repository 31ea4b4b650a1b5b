/// The files of a pack, read but not yet understood.
public struct PackSource: Sendable {
  /// Its name: what `extends:` says.
  public let name: String
  /// The top node of each file, in the order of their paths.
  public let files: [Node]
  /// Whether it was shipped with hone.
  public let isTrusted: Bool

  /// A pack's files.
  public init(name: String, files: [Node], isTrusted: Bool) {
    self.name = name
    self.files = files
    self.isTrusted = isTrusted
  }

  /// The files of a pack as YAML texts, each with the name that errors call it by.
  ///
  /// A pack is not trusted unless it was shipped with hone: its patterns run interpreted and under limits.
  ///
  /// - Parameters:
  ///   - name: what `extends:` of another pack says to mean this one.
  ///   - texts: the files, in the order in which they are to be read.
  ///   - isTrusted: whether the pack was shipped with hone.
  /// - Throws: every text that is no YAML, with its place.
  public init(name: String, yaml texts: [(file: String, text: String)], isTrusted: Bool = false)
    throws(GrammarErrors)
  {
    var nodes: [Node] = []
    var problems: [GrammarProblem] = []
    for (file, text) in texts {
      do throws(GrammarProblem) {
        nodes.append(try YAMLReader.read(text, file: file))
      } catch {
        problems.append(error)
      }
    }
    if !problems.isEmpty { throw GrammarErrors(problems) }
    self.init(name: name, files: nodes, isTrusted: isTrusted)
  }

  /// What the pack says that it is called, or `nil`.
  public var declaredName: String? { header("name")?.text }

  /// What the pack says of itself under `key`, in whichever of its files.
  func header(_ key: String) -> Node? {
    for file in files {
      guard case .map(let pairs) = file.value else { continue }
      if let pair = pairs.first(where: { $0.key.text == key }) { return pair.value }
    }
    return nil
  }
}
