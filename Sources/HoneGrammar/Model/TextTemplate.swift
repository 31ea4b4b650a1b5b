/// Words with holes: what a fix, a template or a clause puts into a bullet.
///
/// `{name}` takes a capture or a part; `{name:past}` inflects it; `{acts/gerund_head:past}` inflects each match of a
/// fragment inside it; `{ name}` stands with its space only where the part does; `{slot:metric}` opens a slot;
/// `{deed:improve}` tells a deed in words of the grammar; `{a}` is the article that fits; `[…]` is a clause that goes when its
/// slot stays empty.
public struct TextTemplate: Sendable {
  /// A part of a template.
  public indirect enum Item: Sendable {
    /// These words.
    case words(String)
    /// The article that fits what follows.
    case article
    /// A slot, by name.
    case slot(String)
    /// A verb of the grammar by its base form, in the tense of deeds.
    case deed(String)
    /// A capture or a part of the frame.
    case hole(Hole)
    /// A clause of its own.
    case clause([Item])
  }

  /// A hole that a capture or a part fills.
  public struct Hole: Sendable {
    /// The name of the capture or part; `part.capture` for a capture inside a part.
    public let name: String
    /// The fragment whose matches inside it the filters change, or `nil` for all of it.
    public let each: String?
    /// What is done to its words, in order.
    public let filters: [Filter]
    /// Words that stand before it and go with it; `nil` where the hole must be filled.
    public let lead: String?
  }

  /// A change of form.
  public enum Filter: String, Sendable, CaseIterable {
    /// Past tense of a verb in any form.
    case past
    /// Gerund of a verb in any form.
    case ing
    /// Base form of a verb in any form.
    case base
    /// Plural of a noun.
    case plural
    /// Singular of a noun.
    case singular
    /// A verb in any form, in the tense of deeds: the past, or the base form for the present.
    case deed
    /// The verb of a nominalisation, in the past: deployment → deployed.
    case act
    /// The right side of the grammar's swaps.
    case swap
    /// The first letter in lower case, where that is known to be right.
    case lower
  }

  /// The template as it is written.
  public let source: String
  /// The items, in order.
  public let items: [Item]

  /// The names of the holes, in clauses too.
  public var holes: [Hole] { TextTemplate.holes(in: items) }

  /// The names of the slots, in clauses too.
  public var slots: [String] { TextTemplate.slots(in: items) }

  private static func holes(in items: [Item]) -> [Hole] {
    items.flatMap { item -> [Hole] in
      switch item {
      case .hole(let hole): [hole]
      case .clause(let inner): holes(in: inner)
      default: []
      }
    }
  }

  /// The verbs of its deeds, by their base forms, in clauses too.
  public var deeds: [String] { TextTemplate.deeds(in: items) }

  private static func deeds(in items: [Item]) -> [String] {
    items.flatMap { item -> [String] in
      switch item {
      case .deed(let verb): [verb]
      case .clause(let inner): deeds(in: inner)
      default: []
      }
    }
  }

  /// The names of the slots of some items, in clauses too.
  public static func slots(in items: [Item]) -> [String] {
    items.flatMap { item -> [String] in
      switch item {
      case .slot(let name): [name]
      case .clause(let inner): slots(in: inner)
      default: []
      }
    }
  }
}

extension TextTemplate {
  /// Reads a template; what is wrong comes back as sentences.
  static func read(_ source: String) -> (template: TextTemplate, problems: [String]) {
    var reader = Reader(rest: Substring(source))
    let items = reader.items(inClause: false)
    return (TextTemplate(source: source, items: items), reader.problems)
  }

  private struct Reader {
    var rest: Substring
    var problems: [String] = []

    mutating func items(inClause: Bool) -> [Item] {
      var items: [Item] = []
      var words = ""
      func flushed() -> [Item] { words.isEmpty ? [] : [.words(words)] }
      while let next = rest.first {
        rest.removeFirst()
        switch next {
        case "{":
          items += flushed()
          words = ""
          items.append(hole())
        case "[":
          items += flushed()
          words = ""
          if inClause { problems.append("a clause inside a clause; close the first “[” before") }
          items.append(.clause(self.items(inClause: true)))
        case "]" where inClause:
          return items + flushed()
        case "}", "]":
          problems.append("a “\(next)” that closes nothing")
        default:
          words.append(next)
        }
      }
      if inClause { problems.append("a “[” that is not closed") }
      return items + flushed()
    }

    mutating func hole() -> Item {
      guard let end = rest.firstIndex(of: "}") else {
        problems.append("a “{” that is not closed")
        rest = ""
        return .words("")
      }
      let inside = String(rest[..<end])
      rest = rest[rest.index(after: end)...]
      if inside == "a" { return .article }
      if inside.hasPrefix("slot:") { return .slot(String(inside.dropFirst(5))) }
      if inside.hasPrefix("deed:") { return .deed(String(inside.dropFirst(5))) }
      let lead = String(inside.prefix { !$0.isLetter })
      var parts = inside.dropFirst(lead.count).split(separator: ":", omittingEmptySubsequences: false).map(
        String.init)
      let path = parts.removeFirst().split(separator: "/", maxSplits: 1).map(String.init)
      let filters = parts.compactMap { name -> Filter? in
        if let filter = Filter(rawValue: name) { return filter }
        let known = Filter.allCases.map(\.rawValue)
        let hint = Spelling.nearest(to: name, in: known).map { "; did you mean “\($0)”?" } ?? ""
        problems.append("unknown filter “\(name)”\(hint); there are \(known.joined(separator: ", "))")
        return nil
      }
      return .hole(
        Hole(
          name: path.first ?? "", each: path.count > 1 ? path[1] : nil, filters: filters,
          lead: lead.isEmpty ? nil : lead))
    }
  }
}
