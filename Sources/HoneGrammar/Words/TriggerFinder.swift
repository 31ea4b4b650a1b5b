internal import HoneCore

/// Reads out of a pattern what it cannot match without, so that most rules are never tried on most bullets.
///
/// This is the technique that fast linters share. It errs on one side only: where a construct is not understood,
/// nothing is required, and the pattern is tried on every bullet.
struct TriggerFinder {
  private let grammar: Grammar
  private let memory = Memory()

  init(_ grammar: Grammar) {
    self.grammar = grammar
  }

  /// What was read out of fragments: many patterns call the same.
  private final class Memory {
    var needs: [String: Need] = [:]
  }

  /// Sets of triggers, of each of which one must be there, the rarest first; no set where nothing is known to be required,
  /// and an empty one where the pattern matches nothing at all.
  ///
  /// - Parameter isWhole: whether the pattern is tried between the ends of words only.
  func needs(of pattern: String, isWhole: Bool) -> [Set<Trigger>] {
    look(at: PatternTree.tree(of: pattern), startsWord: isWhole).all.sets
  }

  /// The rarest of the sets that a pattern needs, or `nil` where none is known.
  func triggers(of pattern: String, isWhole: Bool) -> Set<Trigger>? {
    needs(of: pattern, isWhole: isWhole).first
  }

  /// What a piece of a pattern needs.
  fileprivate struct Need {
    /// Sets of triggers, as above.
    var all: Needs
    /// Whether a word may begin right behind the piece.
    var endsWord: Bool
  }

  fileprivate func look(at tree: PatternTree, startsWord: Bool) -> Need {
    switch tree {
    case .choice(let branches):
      let needs = branches.map { look(at: $0, startsWord: startsWord) }
      return Need(all: Needs(oneOf: needs.map(\.all)), endsWord: needs.allSatisfy(\.endsWord))
    case .call(let name):
      if let fragment = grammar.fragments[name] {
        let question = startsWord ? "^" + name : name
        if let known = memory.needs[question] { return known }
        let need = look(at: PatternTree.tree(of: fragment.pattern), startsWord: startsWord)
        memory.needs[question] = need
        return need
      }
      return Need(all: Needs(grammar.parts.id(name).map { [.part($0)] }), endsWord: false)
    default:
      var row = Row(finder: self, startsWord: startsWord)
      row.take(tree)
      return row.need()
    }
  }

  /// Atoms in a row: each must match, so the best of their triggers serves.
  private struct Row {
    let finder: TriggerFinder
    private var all = Needs(nil)
    private var run = ""
    private var runStarts: Bool
    /// Whether a word may begin here.
    private var boundary: Bool
    private var isPossible = true
    /// What an optional group has, whose place at the start of a word what follows may take.
    private var instead: Set<Trigger> = []

    init(finder: TriggerFinder, startsWord: Bool) {
      self.finder = finder
      runStarts = startsWord
      boundary = startsWord
    }

    mutating func need() -> Need {
      close()
      // Where an optional group may take the beginning of a word, what follows behind the border may not begin one.
      return Need(all: isPossible ? all : .impossible, endsWord: boundary && instead.isEmpty)
    }

    mutating func take(_ tree: PatternTree) {
      switch tree {
      case .sequence(let items): for item in items { take(item) }
      case .character(let byte): takeLiteral(byte)
      case .oneOf(let set): takeOne(of: set)
      case .repeated(let inner, let isOptional): takeRepeated(inner, isOptional)
      case .choice, .call: takeGroup(finder.look(at: tree, startsWord: boundary), isOptional: false)
      case .nothing: close()
      // What stands ahead must stand, and takes no text.
      case .ahead(let inner):
        close()
        for set in finder.look(at: inner, startsWord: boundary).all.sets { consider(set) }
        runStarts = boundary
      case .wordStart, .textStart:
        close()
        boundary = true
      case .never: isPossible = false
      case .unknown: skip(endsWord: false)
      }
    }

    private mutating func takeLiteral(_ byte: UInt8) {
      if byte == 0x20 {
        if !run.isEmpty { run.append(" ") }
        return skip(endsWord: true)
      }
      if run.isEmpty { runStarts = boundary }
      run.append(Character(UnicodeScalar(byte)))
      boundary = byte == 0x2D
      if let trigger = Row.trigger(of: byte) { consider([trigger]) }
    }

    private mutating func takeOne(of set: PatternTree.CharacterSet) {
      if set.isSeparators || set.isBetweenWords { return skip(endsWord: true) }
      takeGroup(Need(all: Needs(Row.triggers(of: set)), endsWord: false), isOptional: false)
    }

    private mutating func takeRepeated(_ inner: PatternTree, _ isOptional: Bool) {
      switch inner {
      case .character(let byte):
        // The run ends before a repeated or optional character.
        skip(endsWord: !isOptional && byte == 0x20)
        if !isOptional, let trigger = Row.trigger(of: byte) { consider([trigger]) }
      case .oneOf(let set) where set.isSeparators: skip(endsWord: !isOptional)
      // What follows signs, or nothing where a word may begin, begins a word.
      case .oneOf(let set) where set.isBetweenWords: skip(endsWord: !isOptional || boundary)
      default: takeGroup(finder.look(at: inner, startsWord: boundary), isOptional: isOptional)
      }
    }

    private mutating func takeGroup(_ need: Need, isOptional: Bool) {
      close()
      if !isOptional {
        for set in need.all.sets { consider(set) }
        if need.all.isImpossible { isPossible = false }
        boundary = need.endsWord
      } else if boundary, !need.endsWord, let triggers = need.all.sets.first {
        instead.formUnion(triggers)
      } else {
        boundary = boundary && need.endsWord
      }
      runStarts = boundary
    }

    private mutating func skip(endsWord: Bool) {
      close()
      boundary = endsWord
      runStarts = endsWord
    }

    private mutating func close() {
      if let word = Row.bestWord(in: run, startsWord: runStarts) { consider([.prefix(word)]) }
      run = ""
    }

    private mutating func consider(_ found: Set<Trigger>?) {
      guard let found = found?.union(instead), !found.isEmpty else { return }
      all.add(found)
    }

    /// What a single character calls by, or `nil` for letters and spaces.
    private static func trigger(of byte: UInt8) -> Trigger? {
      if Bytes.isDigit(byte) { return .digit }
      return byte > 0x20 && !Bytes.isWord(byte) ? .symbol(byte) : nil
    }

    /// What one of several characters calls by, or `nil` where letters or spaces are among them.
    private static func triggers(of set: PatternTree.CharacterSet) -> Set<Trigger>? {
      let members = set.members
      var found = Set(members.compactMap(trigger))
      guard members.allSatisfy({ trigger(of: $0) != nil }) else { return nil }
      // A digit of another script counts as one; any other character beyond ASCII is a sign.
      if set.isWide, set.maybeSign || !members.allSatisfy(Bytes.isDigit) || members.isEmpty {
        found.insert(.sign)
      }
      return found.isEmpty ? nil : found
    }

    /// The longest word of a literal run that is known to begin at a word's start.
    private static func bestWord(in run: String, startsWord: Bool) -> String? {
      var words = run.split(omittingEmptySubsequences: false, whereSeparator: { $0 == " " || $0 == "-" })
      if !startsWord, !words.isEmpty { words.removeFirst() }
      let usable = words.map { word in
        String(word.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) })
      }
      return usable.filter { $0.count >= 2 }.max { $0.count < $1.count }
    }
  }
}
