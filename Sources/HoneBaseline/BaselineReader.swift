internal import HoneGrammar

/// Reads the entries of a baseline out of its YAML.
enum BaselineReader {
  private typealias Pairs = [(key: Node, value: Node)]

  static func read(_ text: String, name: String) throws(GrammarErrors) -> [Baseline.Entry] {
    let root: Node
    do throws(GrammarProblem) {
      root = try YAMLReader.read(text, file: name)
    } catch {
      throw GrammarErrors([error])
    }
    var problems: [GrammarProblem] = []
    let fields = fields(root, ["version", "accepted"], "a baseline", &problems)
    if fields["version"]?.text != String(BaselineWriter.version) {
      let place = fields["version"]?.place ?? Place(file: name, line: 1, column: 1)
      problems.append(
        GrammarProblem(
          place, "a baseline says `version: \(BaselineWriter.version)`; this hone reads no other"))
    }
    var entries: [Baseline.Entry] = []
    switch fields["accepted"]?.value {
    case .list(let nodes)?: for node in nodes { entries += self.entries(node, &problems) }
    case nil: problems.append(GrammarProblem(root.place, "a baseline needs `accepted`, a list"))
    default: problems.append(GrammarProblem(fields["accepted"]?.place ?? root.place, "`accepted` is a list"))
    }
    guard problems.isEmpty else { throw GrammarErrors(problems) }
    return entries
  }

  private static func entries(_ node: Node, _ problems: inout [GrammarProblem]) -> [Baseline.Entry] {
    let fields = fields(node, ["file", "bullet", "rules"], "an entry", &problems)
    guard let file = fields["file"]?.text, let bullet = fields["bullet"]?.text, let rules = fields["rules"]
    else {
      problems.append(GrammarProblem(node.place, "an entry needs `file`, `bullet` and `rules`"))
      return []
    }
    guard case .map(let pairs) = rules.value else {
      problems.append(GrammarProblem(rules.place, "`rules` is a map of rules with their counts"))
      return []
    }
    return pairs.compactMap { pair in
      guard let rule = pair.key.text, let count = pair.value.text.flatMap({ Int($0) }), count > 0 else {
        problems.append(
          GrammarProblem(pair.value.place, "a rule has a count of findings behind it, 1 or more"))
        return nil
      }
      return Baseline.Entry(file: file, bullet: bullet, rule: rule, count: count)
    }
  }

  /// The values of a map by their keys; a key that is none of these is a problem.
  private static func fields(
    _ node: Node, _ keys: [String], _ what: String, _ problems: inout [GrammarProblem]
  ) -> [String: Node] {
    guard case .map(let pairs) = node.value else {
      problems.append(
        GrammarProblem(node.place, "\(what) is a map with \(keys.map { "`\($0)`" }.joined(separator: ", "))"))
      return [:]
    }
    var fields: [String: Node] = [:]
    for pair in pairs {
      let key = pair.key.text ?? ""
      if keys.contains(key) {
        fields[key] = pair.value
      } else {
        let hint = Spelling.nearest(to: key, in: keys).map { "; did you mean “\($0)”?" } ?? ""
        problems.append(
          GrammarProblem(
            pair.key.place,
            "unknown key “\(key)”\(hint); \(what) holds \(keys.joined(separator: ", "))"))
      }
    }
    return fields
  }
}
