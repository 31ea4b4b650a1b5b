internal import HoneCore
internal import HoneDocument
public import HoneGrammar

extension Configuration {
  /// What a text says as far as it can be understood, and all that is wrong with it.
  ///
  /// For those who go on to look at what the grammar has against it, so that a user is told everything at once.
  public static func reading(_ yaml: String, file: String) -> (Configuration, problems: [GrammarProblem]) {
    do throws(GrammarProblem) {
      let node = try YAMLReader.read(yaml, file: file)
      var reader = ConfigurationReader(file: file)
      reader.read(node)
      return (reader.configuration, reader.diagnostics.problems)
    } catch {
      return (Configuration(), [error])
    }
  }
}

/// Reads the keys of a configuration, one by one.
private struct ConfigurationReader {
  let diagnostics = Diagnostics()
  var configuration = Configuration()

  init(file: String) {
    configuration.file = file
  }

  mutating func read(_ node: Node) {
    if node.isNull { return }
    guard case .map = node.value else {
      diagnostics.report(node.place, "a configuration is a map of keys, such as `rules: {…}`")
      return
    }
    var fields = Fields(node, what: "a configuration", diagnostics)
    configuration.packs = entries(fields.node("grammar"), "grammar")
    readRules(fields.node("rules"))
    readWords(fields.node("words"))
    readFormats(fields.node("formats"))
    readSlots(fields.node("slots"))
    configuration.tense = choice(fields.node("tense"), "tense", Tense.allCases.map { ($0.rawValue, $0) })
    readLimit(fields.node("limit"))
    configuration.level = choice(fields.node("level"), "level", ConfigurationReader.levels)
    configuration.questions = choice(
      fields.node("questions"), "questions", Configuration.Questions.allCases.map { ($0.rawValue, $0) })
    configuration.failOn = choice(fields.node("fail-on"), "fail-on", ConfigurationReader.levels)
    fields.finish(listsKeys: true)
  }

  private static let levels = Level.allCases.map { ($0.name, $0) }

  // MARK: - Values

  /// One text or a list of texts.
  private func entries(_ node: Node?, _ what: String) -> [Configuration.Entry<String>] {
    guard let node, !node.isNull else { return [] }
    return node.texts(what: "“\(what)”", diagnostics).map { Configuration.Entry($0.text, $0.place) }
  }

  /// One of several words.
  private func choice<Value>(_ node: Node?, _ what: String, _ choices: [(String, Value)])
    -> Configuration.Entry<Value>?
  {
    guard let node, !node.isNull else { return nil }
    if let text = node.text, let found = choices.first(where: { $0.0 == text }) {
      return Configuration.Entry(found.1, node.place)
    }
    let names = choices.map(\.0)
    let hint = node.text.flatMap { Spelling.nearest(to: $0, in: names) }.map { "; did you mean “\($0)”?" }
    let said = node.text.map { ", not “\($0)”" } ?? ""
    diagnostics.report(
      node.place,
      "“\(what)” is \(names.dropLast().joined(separator: ", ")) or \(names.last ?? "")\(said)\(hint ?? "")")
    return nil
  }

  private mutating func readLimit(_ node: Node?) {
    guard let node, !node.isNull else { return }
    guard let text = node.text, let limit = Int(text), limit >= 0 else {
      return diagnostics.report(node.place, "“limit” is a number of rewrites, 0 or more")
    }
    configuration.limit = Configuration.Entry(limit, node.place)
  }

  // MARK: - Rules

  private mutating func readRules(_ node: Node?) {
    guard let node, !node.isNull else { return }
    guard case .map = node.value else {
      return diagnostics.report(
        node.place,
        "rules is a map of rules and kinds, such as `filler: off`; rules of your own belong into a pack")
    }
    var fields = Fields(node, what: "rules", diagnostics)
    for entry in fields.rest() {
      var value: Node? = entry.value
      if case .map = entry.value.value {
        var inner = Fields(entry.value, what: "“\(entry.key)”", diagnostics)
        value = inner.node("level")
        inner.finish(listsKeys: true)
        if value == nil, inner.isEmpty {
          diagnostics.report(entry.value.place, "say what is to be: `\(entry.key): off`, or a level")
        }
      }
      guard let value else { continue }
      if value.text == "off" || value.text == "false" {
        configuration.rules.append(RuleChange(entry.key, level: nil, place: entry.place))
      } else if let level = level(value, of: entry.key) {
        configuration.rules.append(RuleChange(entry.key, level: level, place: entry.place))
      }
    }
  }

  private func level(_ node: Node, of rule: String) -> Level? {
    if let level = node.text.flatMap(Level.init(name:)) { return level }
    let names = ["off"] + Level.allCases.map(\.name)
    let hint = node.text.flatMap { Spelling.nearest(to: $0, in: names) }.map { "; did you mean “\($0)”?" }
    diagnostics.report(
      node.place,
      "“\(rule)” is off, info, question, warning or error"
        + (node.text.map { ", not “\($0)”" } ?? "") + (hint ?? ""))
    return nil
  }

  // MARK: - Words

  private mutating func readWords(_ node: Node?) {
    guard let node, !node.isNull else { return }
    var fields = Fields(node, what: "words", diagnostics)
    configuration.allowed = entries(fields.node("allow"), "allow")
    configuration.added = changes(fields.node("add"), "add")
    configuration.dropped = changes(fields.node("drop"), "drop")
    fields.finish(listsKeys: true)
  }

  private func changes(_ node: Node?, _ key: String) -> [WordChange] {
    guard let node, !node.isNull else { return [] }
    guard case .map = node.value else {
      diagnostics.report(node.place, "“\(key)” is a map of lists, such as `tool: [Frobnicator]`")
      return []
    }
    var fields = Fields(node, what: "“\(key)”", diagnostics)
    return fields.rest().map { entry in
      WordChange(
        entry.key, place: entry.place, words: entry.value.texts(what: "“\(entry.key)”", diagnostics))
    }
  }

  // MARK: - Formats and slots

  private mutating func readFormats(_ node: Node?) {
    guard let node, !node.isNull else { return }
    do throws(GrammarErrors) {
      _ = try FormatGrammar.builtIn.adding(node)
      configuration.formats = node
    } catch {
      for problem in error.problems { diagnostics.report(problem.place, problem.text) }
    }
  }

  private mutating func readSlots(_ node: Node?) {
    guard let node, !node.isNull else { return }
    if node.text != nil {
      configuration.textSlots = spelling(node)
      configuration.fileSlots = configuration.textSlots
      return
    }
    guard case .map = node.value else {
      return diagnostics.report(
        node.place, "slots is a text with `{name}` in it, or `{text: …, files: …}` where they differ")
    }
    var fields = Fields(node, what: "slots", diagnostics)
    configuration.textSlots = fields.node("text").flatMap(spelling)
    configuration.fileSlots = fields.node("files").flatMap(spelling)
    fields.finish(listsKeys: true)
  }

  private func spelling(_ node: Node) -> Configuration.Entry<SlotSpelling>? {
    guard let text = node.text else {
      diagnostics.report(
        node.place, "a spelling of slots is a text with `{name}` in it, such as '<<{name}>>'")
      return nil
    }
    do throws(SlotSpelling.Problem) {
      return Configuration.Entry(try SlotSpelling(text), node.place)
    } catch {
      diagnostics.report(node.place, "“\(text)” cannot spell slots: \(error.text)")
      return nil
    }
  }
}
