import Hone
import HoneConfiguration
import HoneCore
import HoneGrammar

/// What is in force, as YAML that could be a configuration itself; where each value comes from stands in a comment.
struct ConfigurationText {
  private var lines: [(text: String, origin: String)] = []

  /// The text for a configuration.
  static func write(_ configuration: Configuration) -> String {
    var text = ConfigurationText()
    text.add(configuration)
    let width = min(40, text.lines.map(\.text.count).max() ?? 0)
    return text.lines.map { line, origin in
      origin.isEmpty ? line + "\n" : Columns.pad(line, width) + "  # \(origin)\n"
    }.joined()
  }

  private mutating func add(_ configuration: Configuration) {
    addGrammar(configuration)
    addRules(configuration.rules)
    addWords(configuration)
    add("slots:", "")
    add(
      "  text", configuration.textSlots.map { ($0.value.description, $0.place) },
      SlotSpelling.brackets.description)
    add(
      "  files", configuration.fileSlots.map { ($0.value.description, $0.place) },
      SlotSpelling.toDo.description)
    add("tense", configuration.tense.map { ($0.value.rawValue, $0.place) }, Tense.past.rawValue)
    let limit = configuration.limit
    add("limit: \(limit?.value ?? Showing.usualLimit)", limit.map { "\($0.place)" } ?? "default")
    add("level", configuration.level.map { ($0.value.name, $0.place) }, Level.question.name)
    if let questions = configuration.questions {
      add("questions", (questions.value.rawValue, questions.place), "")
    } else {
      add("# questions: one for text and github, all for the others", "default")
    }
    add("fail-on", configuration.failOn.map { ($0.value.name, $0.place) }, Level.warning.name)
    if let formats = configuration.formats {
      add("formats: \(FlowText.write(formats))", "\(formats.place)")
    } else {
      add("formats: {}", "default")
    }
  }

  private mutating func addGrammar(_ configuration: Configuration) {
    // Paths count from the current folder, as those of the comments do: there what is printed can be saved.
    let packs = zip(PackName.all(of: configuration), configuration.packs).map { name, entry in
      (value: name.isBuiltIn ? name.text : name.path, place: entry.place)
    }
    if packs.count < 2 { return add("grammar", packs.first, BuiltIn.defaultPack) }
    add("grammar:", "")
    for pack in packs { add("  - \(FlowText.scalar(pack.value))", "\(pack.place)") }
  }

  private mutating func addRules(_ rules: [RuleChange]) {
    if rules.isEmpty { return add("rules: {}", "default") }
    add("rules:", "")
    for rule in rules {
      add("  \(FlowText.scalar(rule.name)): \(rule.level?.name ?? "off")", "\(rule.place)")
    }
  }

  private mutating func addWords(_ configuration: Configuration) {
    let allowed = configuration.allowed
    if allowed.isEmpty, configuration.added.isEmpty, configuration.dropped.isEmpty {
      return add("words: {}", "default")
    }
    add("words:", "")
    if let first = allowed.first {
      add("  allow: \(FlowText.list(allowed.map(\.value)))", "\(first.place)")
    }
    for (key, changes) in [("add", configuration.added), ("drop", configuration.dropped)]
    where !changes.isEmpty {
      add("  \(key):", "")
      for change in changes {
        add(
          "    \(FlowText.scalar(change.list)): \(FlowText.list(change.words.map(\.text)))", "\(change.place)"
        )
      }
    }
  }

  private mutating func add(_ key: String, _ said: (value: String, place: Place)?, _ usual: String) {
    add("\(key): \(FlowText.scalar(said?.value ?? usual))", said.map { "\($0.place)" } ?? "default")
  }

  private mutating func add(_ text: String, _ origin: String) { lines.append((text, origin)) }
}

/// YAML in one line.
private enum FlowText {
  static func write(_ node: Node) -> String {
    switch node.value {
    case .scalar(let text, plain: true) where text.isEmpty: "null"
    case .scalar(let text, let plain): scalar(text, isValue: plain)
    case .list(let nodes): "[\(nodes.map(write).joined(separator: ", "))]"
    case .map(let pairs):
      "{\(pairs.map { "\(write($0.key)): \(write($0.value))" }.joined(separator: ", "))}"
    }
  }

  static func list(_ texts: [String]) -> String { "[\(texts.map { scalar($0) }.joined(separator: ", "))]" }

  /// A text as it stands where that is safe, else in quotes.
  ///
  /// - Parameter isValue: whether it was written without quotes, so that a number or a truth value is one.
  static func scalar(_ text: String, isValue: Bool = false) -> String {
    guard let first = text.utf8.first else { return "''" }
    let isLetter = Bytes.isLower(first) || Bytes.isUpper(first)
    let isPlain =
      (isValue ? isLetter || Bytes.isDigit(first) : isLetter && !YAMLText.isValue(text))
      && text.last != " "
      && text.utf8.allSatisfy {
        Bytes.isLower($0) || Bytes.isUpper($0) || Bytes.isDigit($0) || " ._-/+".utf8.contains($0)
      }
    if isPlain { return text }
    let needsEscapes = text.unicodeScalars.contains {
      [.control, .lineSeparator, .paragraphSeparator].contains($0.properties.generalCategory)
    }
    return needsEscapes ? YAMLText.quoted(text) : "'\(text.replacing("'", with: "''"))'"
  }
}
