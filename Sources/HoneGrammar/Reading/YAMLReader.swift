internal import Yams

/// Reads a YAML file into nodes that know their places.
public enum YAMLReader {
  /// The single document of a file.
  ///
  /// - Throws: one problem with the place that Yams gives.
  public static func read(_ yaml: String, file: String) throws(GrammarProblem) -> Node {
    do {
      guard let root = try Yams.compose(yaml: yaml) else {
        return Node(.map([]), Place(file: file, line: 1, column: 1))
      }
      return try node(root, file: file)
    } catch let problem as GrammarProblem {
      throw problem
    } catch let error as YamlError {
      throw problem(error, file: file)
    } catch {
      throw GrammarProblem(Place(file: file), "this is no YAML: \(error)")
    }
  }

  private static func node(_ yaml: Yams.Node, file: String) throws(GrammarProblem) -> Node {
    let mark = yaml.mark
    let place = Place(file: file, line: mark?.line ?? 0, column: mark?.column ?? 0)
    switch yaml {
    case .scalar(let scalar):
      return Node(.scalar(scalar.string, plain: scalar.style == .plain || scalar.style == .any), place)
    case .sequence(let sequence):
      var nodes: [Node] = []
      for item in sequence { nodes.append(try node(item, file: file)) }
      return Node(.list(nodes), place)
    case .mapping(let mapping):
      var pairs: [(key: Node, value: Node)] = []
      for pair in mapping { pairs.append((try node(pair.key, file: file), try node(pair.value, file: file))) }
      return Node(.map(pairs), place)
    case .alias:
      throw GrammarProblem(place, "a grammar file takes no aliases (`*name`); write the text out here")
    }
  }

  private static func problem(_ error: YamlError, file: String) -> GrammarProblem {
    switch error {
    case .composer(_, let what, let mark, _) where what.contains("another document"):
      GrammarProblem(
        Place(file: file, line: mark.line, column: mark.column),
        "a second document begins here, and a file holds one; take this “---” and what follows out")
    case .scanner(_, let what, let mark, _), .parser(_, let what, let mark, _),
      .composer(_, let what, let mark, _):
      GrammarProblem(
        Place(file: file, line: mark.line, column: mark.column),
        "this is no YAML: \(what); mend the syntax here")
    case .duplicatedKeysInMapping(let duplicates, let context):
      GrammarProblem(
        Place(file: file, line: context.mark.line, column: context.mark.column),
        "the key \(duplicates.map { "“\($0)”" }.joined(separator: ", ")) stands twice in this map; keep one")
    default:
      GrammarProblem(Place(file: file), "this is no YAML: \(error)")
    }
  }
}
