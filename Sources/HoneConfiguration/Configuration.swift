public import HoneCore
public import HoneDocument
public import HoneGrammar

/// What somebody wants otherwise than hone does it by itself: a `.hone.yaml`, read and checked.
///
/// ```swift
/// let configuration = try Configuration(yaml: "rules: {filler: off}", file: ".hone.yaml")
/// let hone = Hone(try BuiltIn.grammar().configured(by: configuration))
/// ```
///
/// Nothing here touches a disk: whoever has a file reads it, and finds the packs that `packs` names.
public struct Configuration: Sendable {
  /// A value, and where it is said.
  public struct Entry<Value: Sendable>: Sendable {
    /// What is said.
    public let value: Value
    /// Where.
    public let place: Place

    /// An entry.
    public init(_ value: Value, _ place: Place) {
      self.value = value
      self.place = place
    }
  }

  /// How many of a bullet's questions a report shows.
  public enum Questions: String, Sendable, CaseIterable {
    case one, all, none
  }

  /// The file that says all this, as messages name it; empty where there is none.
  public var file = ""
  /// `grammar:` the packs, by name or path, each read on top of those before it; empty for the built-in one.
  public var packs: [Entry<String>] = []
  /// `rules:` the rules and kinds that are switched off or reported at another level.
  public var rules: [RuleChange] = []
  /// `words: allow:` the words in which no fault is found.
  public var allowed: [Entry<String>] = []
  /// `words: add:` the words that lists get.
  public var added: [WordChange] = []
  /// `words: drop:` the words that lists lose.
  public var dropped: [WordChange] = []
  /// `formats:` what is added to what hone knows of formats, as it was written.
  public var formats: Node?
  /// `slots:` how slots are written in plain text.
  public var textSlots: Entry<SlotSpelling>?
  /// `slots:` how slots are written in files of other formats.
  public var fileSlots: Entry<SlotSpelling>?
  /// `tense:` the tense of the deeds that hone tells.
  public var tense: Entry<Tense>?
  /// `limit:` how many rewrites with slots a bullet is shown.
  public var limit: Entry<Int>?
  /// `level:` the level from which findings are shown.
  public var level: Entry<Level>?
  /// `questions:` how many questions of a bullet are shown.
  public var questions: Entry<Questions>?
  /// `fail-on:` the level from which a finding makes a check fail.
  public var failOn: Entry<Level>?

  /// A configuration that changes nothing.
  public init() {}

  /// Reads a configuration.
  ///
  /// - Parameters:
  ///   - yaml: the text of the file.
  ///   - file: the name of the file, for messages.
  /// - Throws: all that is wrong with the text, by place. Names of rules, lists and packs are checked by `configured(by:)`.
  public init(yaml: String, file: String) throws(GrammarErrors) {
    let (configuration, problems) = Configuration.reading(yaml, file: file)
    if !problems.isEmpty { throw GrammarErrors(problems) }
    self = configuration
  }

  /// What hone knows of formats, with the words and the slots of this configuration.
  ///
  /// - Throws: every key that formats have not.
  public func formatGrammar() throws(GrammarErrors) -> FormatGrammar {
    let grammar = try formats.map { node throws(GrammarErrors) in try FormatGrammar.builtIn.adding(node) }
    let style = SlotStyle(text: textSlots?.value, files: fileSlots?.value)
    return (grammar ?? .builtIn).spellingSlots(style)
  }
}

extension Configuration {
  /// What of this configuration is about something that a grammar has: rules, kinds and lists that it lacks are left out.
  ///
  /// For a grammar that is named in place of the configuration's own.
  public func fitting(_ grammar: Grammar) -> Configuration {
    let rules = Set(grammar.rules.flatMap { [$0.id, $0.kind] })
    let lists = Set(grammar.lists.map(\.name) + grammar.verbs.classes)
    var fitting = self
    fitting.rules.removeAll { !rules.contains($0.name) }
    fitting.added.removeAll { !lists.contains($0.list) }
    fitting.dropped.removeAll { !lists.contains($0.list) }
    return fitting
  }
}

extension Grammar {
  /// This grammar as a configuration wants it: rules, words, slots, tense. Its packs are for whoever loads the grammar.
  ///
  /// - Throws: every rule, kind, list and word that the grammar has not, all at once.
  public func configured(by configuration: Configuration) throws(GrammarErrors) -> Grammar {
    var problems: [GrammarProblem] = []
    var grammar = self
    func take(_ change: (Grammar) throws(GrammarErrors) -> Grammar) {
      do throws(GrammarErrors) {
        grammar = try change(grammar)
      } catch {
        problems += error.problems
      }
    }
    take { (grammar) throws(GrammarErrors) in try grammar.changing(configuration.rules) }
    take { (grammar) throws(GrammarErrors) in
      try grammar.changing(adding: configuration.added, dropping: configuration.dropped)
    }
    take { (grammar) throws(GrammarErrors) in
      try grammar.allowing(configuration.allowed.map { ($0.value, $0.place) })
    }
    if !problems.isEmpty { throw GrammarErrors(problems) }
    if let tense = configuration.tense { grammar.tense = tense.value }
    grammar.slotSpellings += [configuration.textSlots, configuration.fileSlots].compactMap { $0?.value }
    return grammar
  }
}
