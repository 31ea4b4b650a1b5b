public import HoneCore

/// All that hone knows of one field's résumés: a pack and the packs it extends, read, checked and merged.
public struct Grammar: Sendable {
  /// The packs, from the ground up.
  public var packs: [Pack] = []
  /// The word lists, by name.
  public var lists: [TermList] = []
  /// The verbs and how they inflect.
  public var verbs = VerbTable()
  /// Nouns that hide an act, with the verb of the act: `deployment` → `deploy`.
  public var nominals: [String: String] = [:]
  /// Pattern fragments by name.
  public internal(set) var fragments = Fragments()
  /// Kinds of number, in the order in which they are tried at a place.
  public var quantities: [Quantity] = []
  /// The patterns that tile a bullet, in the order in which they are tried.
  public var frame: [FramePart] = []
  /// The rules, in the order of their files.
  public internal(set) var rules = Deferred<Rule>()
  /// All conditions of rules, fixes and templates, by their numbers.
  public internal(set) var conditions = Deferred<Condition>()
  /// Tables of words that may stand for others.
  public var swaps: [String: [Swap]] = [:]
  /// What a writer can be asked for, by name.
  public var slots: [String: Slot] = [:]
  /// Whole-sentence templates.
  public internal(set) var templates = Deferred<Template>()
  /// Clauses that may be added to a bullet that is otherwise kept.
  public internal(set) var clauses = Deferred<Template>()
  /// The word lists whose members are facts.
  public var factLists: [String] = []
  /// The word lists whose members are common words and no names: they may lose a capital letter.
  public var commonLists: [String] = []
  /// All literal terms and verb forms, with the parts that each marks.
  public var words = WordTable()
  /// The ways in which rules, kinds of number, parts of the frame and conditions match.
  public internal(set) var ways = Ways()
  /// The same as PCRE2 compiled them when hone was made, or `nil`: then they are compiled when they are needed.
  public internal(set) var compiled: CompiledWays?
  /// Which ways can match, by what stands in a bullet.
  public var calls = PatternCalls()
  /// Where they can match: with what each begins.
  public var starts = PatternCalls()
  /// The names of all parts that a condition may ask for; a part's number is its index here.
  public var parts = PartNames()

  // What a user wants otherwise; a pack says none of it.

  /// The rules that find nothing, by their index: somebody switched them off.
  public internal(set) var silentRules: Set<Int> = []
  /// Words in which no rule finds a fault.
  public internal(set) var allowedWords = AllowedWords()
  /// The tense of the deeds that hone tells in words of its own.
  public var tense = Tense.past
  /// How slots are written besides `[name]` and `TODO(hone:name)`.
  public var slotSpellings: [SlotSpelling] = []

  /// A grammar with nothing in it.
  public init() {}

  /// `name@version` of the outermost pack.
  public var label: String { packs.last.map { "\($0.name)@\($0.version)" } ?? "none" }

  /// The ways of a rule, by its index.
  public func ways(ofRule index: Int) -> Range<Int> { ways.of(index) }

  /// The ways of the kinds of number, one each.
  public var quantityWays: Range<Int> {
    ways.of(rules.count).lowerBound..<ways.of(rules.count + quantities.count).lowerBound
  }

  /// The way of a part of the frame, by its place there.
  public func way(ofPart index: Int) -> Int { ways.of(rules.count + quantities.count + index).lowerBound }

  /// The ways of a condition.
  public func ways(of condition: Condition) -> Range<Int> {
    ways.of(rules.count + quantities.count + frame.count + condition.number)
  }

  /// The rule with an id, or `nil`.
  public func rule(_ id: String) -> Rule? { rules.first { $0.id == id } }

  /// The verb that a noun hides, by its base form: `analysis` → `analyze`, and `analyse` where the English is British.
  public func verb(ofNominal noun: String, in english: English) -> String? {
    guard let verb = nominals[noun] else { return nil }
    return english == .british ? BritishSpelling.twin(of: verb) : verb
  }

  /// The rules that nobody switched off, in order.
  public var liveRules: [Rule] { rules.indices.filter { !silentRules.contains($0) }.map { rules[$0] } }
}

/// The tense of the deeds that hone tells in words of its own.
public enum Tense: String, Sendable, CaseIterable {
  /// Trained.
  case past
  /// Train.
  case present
}

/// A folder of grammar files with a name and a version.
public struct Pack: Sendable, Hashable {
  /// Its name, as `extends:` says it.
  public let name: String
  /// Its version.
  public let version: String
  /// What it is about, in a line.
  public let about: String
  /// Whether it was shipped with hone, and so tried on pumped inputs.
  public let isTrusted: Bool
}

/// A named piece of a pattern, called as `(?&name)`.
public struct Fragment: Sendable {
  /// Its name.
  public let name: String
  /// Its PCRE2 pattern.
  public let pattern: String
  /// Where it stands.
  public let place: Place
}

/// One kind of number.
public struct Quantity: Sendable {
  /// Its id.
  public let id: String
  /// The name of the part it marks: its id, unless it says another.
  public let part: String
  /// Whether such a number measures a result, a scale, a speed, a cost or an audience.
  public let isMetric: Bool
  /// Its PCRE2 pattern.
  public let pattern: String
  /// What must stand in a bullet for it to match: `digit`, `sign`, or the beginnings of words; empty where hone reads
  /// that out of the pattern.
  public let calls: [String]
  /// What stands where it begins, as `calls` says it; empty where hone reads that out of the pattern.
  public let begins: [String]
  /// Where it stands.
  public let place: Place
}

/// A pattern that takes the next piece of a bullet into a part of the frame.
public struct FramePart: Sendable {
  /// The name of the part.
  public let name: String
  /// The shape of its words: `label`, `act`, `noun`, `gerund`, `prepositional`, `clause`, `connector`.
  public let shape: String
  /// The parts that must stand right before it; empty: anything.
  public let after: [String]
  /// Its PCRE2 pattern, tried anchored where the last part ended.
  public let pattern: String
  /// Where it stands.
  public let place: Place
}

/// Words that may stand for others of equal or greater strength.
public struct Swap: Sendable {
  /// The words to replace, in lower case.
  public let from: String
  /// The words that replace them, in lower case.
  public let to: String
  /// A text that holds `from`, marked `[[…]]`.
  public let example: String
  /// Where it stands.
  public let place: Place
}

/// A fact that only the writer has.
public struct Slot: Sendable {
  /// Its name, as it stands between the brackets.
  public let name: String
  /// The choices it offers instead of a name; empty for a free answer.
  public let choices: [String]
  /// The unit an answer should carry, or `nil`.
  public let unit: String?
  /// The kinds of number that an answer may be; empty where any will do.
  public let takes: [String]
  /// What is said of it to whoever is asked, read when somebody is.
  let words: Deferred<SlotWords>
  /// The kinds of finding that a bullet with this slot, or with its answer, no longer has.
  public let satisfies: [String]
  /// Where it stands.
  public let place: Place

  /// What to ask.
  public var question: String { words[0].question }
  /// Examples of an answer, by domain; `default` for any other.
  public var hints: [(domain: String, text: String)] { words[0].hints }
  /// At least three answers that tests fill in.
  public var samples: [String] { words[0].samples }

  /// What stands between the brackets: the name, or the choices.
  public var label: String { choices.isEmpty ? name : choices.joined(separator: "|") }
}

/// What is said of a slot to whoever is asked for it.
struct SlotWords: Sendable {
  let question: String
  let hints: [(domain: String, text: String)]
  let samples: [String]
}
