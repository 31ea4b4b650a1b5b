internal import HoneCore

/// Merges packs, section by section, and then resolves what their names mean.
///
/// Word lists, verbs and fragments are taken as they are read; rules and templates wait as nodes until every name
/// that they may use is known.
final class GrammarBuilder {
  let diagnostics: Diagnostics
  let dividesPatterns: Bool
  var grammar = Grammar()
  var pack = Pack(name: "", version: "", about: "", isTrusted: false)

  var lists: [String: RawList] = [:]
  var listOrder: [String] = []
  /// The literal terms of each list, once it is known what it includes.
  var listTerms: [(name: String, terms: [Term])] = []
  /// The base forms of each class of verbs.
  var verbs: [[String]] = []
  var declared: [String: Place] = [:]
  /// The lists that `facts` and `common` name, to be looked up when all are known.
  var namedLists: [(text: String, place: Place)] = []
  var rules: [WaitingRule] = []
  var templates: [(node: Node, id: String)] = []
  var clauses: [(node: Node, id: String)] = []

  /// A word list while packs may still add to it.
  struct RawList {
    var items: [(text: String, place: Place)]
    let place: Place
  }

  /// A rule while packs may still change it.
  struct WaitingRule {
    var id: String
    var node: Node
    var pack: Pack
    var level: Level?
  }

  /// What conditions ask, to find those that ask the same.
  struct Question: Hashable {
    let parts: [PartID]
    let pattern: String?
    let scope: Scope
  }

  var questions: [Question: Condition] = [:]
  /// The conditions, by their numbers.
  var conditions: [Condition] = []

  init(_ diagnostics: Diagnostics, dividesPatterns: Bool) {
    self.diagnostics = diagnostics
    self.dividesPatterns = dividesPatterns
  }

  func add(_ source: PackSource) {
    pack = Pack(
      name: source.header("name")?.text ?? source.name, version: source.header("version")?.text ?? "0",
      about: source.header("about")?.text ?? "", isTrusted: source.isTrusted)
    grammar.packs.append(pack)
    for file in source.files {
      var fields = Fields(file, what: "a grammar file", diagnostics)
      for key in ["name", "version", "about", "extends"] { _ = fields.text(key) }
      grammar.factLists += listNames("facts", &fields)
      grammar.commonLists += listNames("common", &fields)
      addLists(fields.node("terms"))
      addVerbs(fields.node("verbs"))
      addInflection(&fields)
      addNominals(fields.node("nominals"))
      addFragments(fields.node("define"))
      addQuantities(fields.nodes("quantities"))
      addFrame(fields.nodes("parts"))
      addSwaps(fields.node("swaps"))
      addSlots(fields.node("slots"))
      addRules(fields.node("rules"))
      addTemplates(fields.node("templates"), to: \.templates)
      addTemplates(fields.node("clauses"), to: \.clauses)
      fields.finish()
    }
  }

  func finish() -> Grammar {
    resolveLists()
    addNominalList()
    nameParts()
    checkFragments()
    grammar.rules = Deferred(rules.map(resolve))
    grammar.templates = Deferred(templates.map { template($0.node, what: "template") })
    grammar.clauses = Deferred(clauses.map { template($0.node, what: "clause") })
    grammar.conditions = Deferred(conditions)
    checkReferences()
    // What follows relies on names that lead somewhere, and not in circles.
    if !diagnostics.problems.isEmpty { return grammar }
    grammar.words = words()
    grammar.ways = ways()
    grammar.calls = calls()
    grammar.starts = starts()
    return grammar
  }

  /// Reports a name that stands twice; true where it is new.
  func declare(_ name: String, _ what: String, at place: Place) -> Bool {
    if let first = declared["\(what) \(name)"] {
      diagnostics.report(
        place,
        "the \(what) “\(name)” stands already at \(first); give it another name, or "
          + (what == "list" ? "change it with {add: […], drop: […]}" : "`replace: true`"))
      return false
    }
    declared["\(what) \(name)"] = place
    return true
  }

  /// Whether a name is one that PCRE2 takes for a group once it is prefixed.
  func checkName(_ name: String, _ what: String, at place: Place) {
    let fits =
      name.utf8.count <= 30 && name.utf8.first.map(Bytes.isLower) == true
      && name.utf8.allSatisfy { Bytes.isLower($0) || Bytes.isDigit($0) || $0 == 0x5F }
    if !fits {
      diagnostics.report(
        place, "the \(what) name “\(name)” must be a-z, 0-9 and _, begin with a letter and be at most 30 long"
      )
    }
  }
}
