internal import HoneGrammar

/// Reads the entries of a facts file out of its YAML.
enum FactsReader {
  private static let keys = ["original", "template", "answers", "filled"]

  typealias Found = (entry: FactEntry, places: FactEntry.Places)

  static func read(_ text: String, name: String) throws(GrammarErrors) -> [Found] {
    let root: Node
    do throws(GrammarProblem) {
      root = try YAMLReader.read(text, file: name)
    } catch {
      throw GrammarErrors([error])
    }
    if root.isNull { return [] }
    var problems: [GrammarProblem] = []
    var found: [Found] = []
    guard case .map(let pairs) = root.value else {
      throw GrammarErrors([GrammarProblem(root.place, "a facts file is a map of bullets, by their ids")])
    }
    for pair in pairs {
      if let entry = entry(pair.key, pair.value, &problems) { found.append(entry) }
    }
    guard problems.isEmpty else { throw GrammarErrors(problems) }
    return found
  }

  private static func entry(_ id: Node, _ node: Node, _ problems: inout [GrammarProblem]) -> Found? {
    guard case .map(let pairs) = node.value else {
      problems.append(GrammarProblem(node.place, "an entry is a map with `original` and `answers`"))
      return nil
    }
    var values: [String: Node] = [:]
    for pair in pairs {
      let key = pair.key.text ?? ""
      guard keys.contains(key) else {
        let hint = Spelling.nearest(to: key, in: keys).map { "; did you mean “\($0)”?" } ?? ""
        let known = keys.joined(separator: ", ")
        problems.append(
          GrammarProblem(pair.key.place, "unknown key “\(key)”\(hint); an entry holds \(known)"))
        continue
      }
      values[key] = pair.value
    }
    guard let original = values["original"]?.text else {
      problems.append(GrammarProblem(node.place, "an entry needs `original`, the text of its bullet"))
      return nil
    }
    let answers = answers(values["answers"], &problems)
    let entry = FactEntry(
      id: id.text ?? "", original: original, template: values["template"]?.text,
      answers: answers.map(\.answer), filled: values["filled"]?.text)
    let places = FactEntry.Places(
      entry: id.place, template: values["template"]?.place, answers: answers.map(\.place))
    return (entry, places)
  }

  private static func answers(_ node: Node?, _ problems: inout [GrammarProblem])
    -> [(answer: FactEntry.Answer, place: FactEntry.AnswerPlace)]
  {
    guard let node, !node.isNull else { return [] }
    guard case .map(let pairs) = node.value else {
      problems.append(GrammarProblem(node.place, "`answers` is a map of slots, such as `metric: F1`"))
      return []
    }
    return pairs.compactMap { pair in
      if case .scalar = pair.value.value {
        let answer = FactEntry.Answer(slot: pair.key.text ?? "", text: pair.value.text)
        return (answer, FactEntry.AnswerPlace(key: pair.key.place, value: pair.value.place))
      }
      problems.append(GrammarProblem(pair.value.place, "an answer is a text, or null where there is none"))
      return nil
    }
  }
}
