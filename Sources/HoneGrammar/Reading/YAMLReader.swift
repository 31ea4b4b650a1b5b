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
      return node(root, file: file)
    } catch let error as YamlError {
      throw problem(error, file: file)
    } catch {
      throw GrammarProblem(Place(file: file), "this is no YAML: \(error)")
    }
  }

  private static func node(_ yaml: Yams.Node, file: String) -> Node {
    let mark = yaml.mark
    let place = Place(file: file, line: mark?.line ?? 0, column: mark?.column ?? 0)
    switch yaml {
    case .scalar(let scalar):
      return Node(.scalar(scalar.string, plain: scalar.style == .plain || scalar.style == .any), place)
    case .sequence(let sequence):
      return Node(.list(sequence.map { node($0, file: file) }), place)
    case .mapping(let mapping):
      return Node(.map(mapping.map { (node($0.key, file: file), node($0.value, file: file)) }), place)
    case .alias:
      return Node(.scalar("", plain: true), place)
    }
  }

  private static func problem(_ error: YamlError, file: String) -> GrammarProblem {
    switch error {
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
