internal import HoneCore

/// Reads out of a pattern with what a match begins, so that it is tried only where that stands.
///
/// PCRE2 would try every place of a bullet, once for each pattern. The walk over the bullet's words finds the places of
/// all patterns at once.
struct StartFinder {
  private let grammar: Grammar

  init(_ grammar: Grammar) {
    self.grammar = grammar
  }

  /// Triggers with one of which every match begins, or `nil` where a match may begin anyhow.
  ///
  /// A word is taken to begin where a word of the text begins, which holds for rules and numbers.
  func starts(of pattern: String) -> Set<Trigger>? {
    var search = Search(grammar: grammar)
    return search.follow([PatternTree.tree(of: pattern)], []) ? search.found : nil
  }

  /// One way through a pattern after the other, each as far as it tells with what it begins.
  private struct Search {
    let grammar: Grammar
    var found: Set<Trigger> = []
    private var steps = 0

    /// Letters that tell enough: more ways from there on are not worth following.
    private static let enough = 4
    private static let mostSteps = 20_000
    private static let mostLetters = 8

    init(grammar: Grammar) { self.grammar = grammar }

    /// Follows what is to come, the last of it first, behind the letters so far; false where it may begin anyhow.
    mutating func follow(_ rest: [PatternTree], _ letters: [UInt8]) -> Bool {
      var rest = rest
      var letters = letters
      while let item = rest.popLast() {
        steps += 1
        if steps > Search.mostSteps { return false }
        switch item {
        case .nothing, .ahead, .wordStart: continue
        case .never: return true
        case .textStart: return letters.isEmpty ? add(.textStart) : true
        case .unknown: return end(letters)
        case .sequence(let items): rest += items.reversed()
        case .call(let name):
          if let fragment = grammar.fragments[name] {
            rest.append(PatternTree.tree(of: fragment.pattern))
          } else {
            return letters.isEmpty ? add(part: name) : end(letters)
          }
        case .choice(let branches):
          if letters.count >= Search.enough { return end(letters) }
          for branch in branches where !follow(rest + [branch], letters) { return false }
          return true
        case .repeated(let inner, let isOptional):
          if letters.count >= Search.enough { return end(letters) }
          if isOptional, !follow(rest, letters) { return false }
          // What is repeated may come again: nothing is known behind it.
          return follow([.unknown, inner], letters)
        case .character(let byte):
          if !Bytes.isWord(byte) { return letters.isEmpty ? add(byte) : end(letters) }
          if letters.isEmpty, Bytes.isDigit(byte) { return add(.digit) }
          letters.append(byte)
        case .oneOf(let set):
          return letters.isEmpty ? begin(with: set, rest) : goOn(with: set, rest, letters)
        }
      }
      return end(letters)
    }

    private mutating func add(_ trigger: Trigger) -> Bool {
      found.insert(trigger)
      return true
    }

    private mutating func add(_ byte: UInt8) -> Bool { byte > 0x20 ? add(.symbol(byte)) : false }

    private mutating func add(part name: String) -> Bool {
      guard let part = grammar.parts.id(name) else { return false }
      return add(.part(part))
    }

    private mutating func end(_ letters: [UInt8]) -> Bool {
      switch letters.count {
      case 0: false
      case 1: add(.letter(letters[0]))
      default: add(.prefix(letters.text(0..<letters.count)))
      }
    }

    private mutating func begin(with set: PatternTree.CharacterSet, _ rest: [PatternTree]) -> Bool {
      let members = set.members
      let words = members.filter { Bytes.isWord($0) && !Bytes.isDigit($0) }
      if words.count > Search.mostLetters || set.contains(0x20) { return false }
      for byte in words where !follow(rest, [byte]) { return false }
      if members.contains(where: Bytes.isDigit) { found.insert(.digit) }
      for byte in members where !Bytes.isWord(byte) && byte > 0x20 { found.insert(.symbol(byte)) }
      if set.isWide { found.insert(.wide) }
      return true
    }

    private mutating func goOn(
      with set: PatternTree.CharacterSet, _ rest: [PatternTree], _ letters: [UInt8]
    ) -> Bool {
      let members = set.members
      if letters.count > 1 || set.isWide || members.count > 12 { return end(letters) }
      for byte in members where !(Bytes.isWord(byte) ? follow(rest, letters + [byte]) : end(letters)) {
        return false
      }
      return true
    }
  }
}
