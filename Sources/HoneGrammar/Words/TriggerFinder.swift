internal import HoneCore

/// Reads out of a pattern what it cannot match without, so that most rules are never tried on most bullets.
///
/// This is the technique that fast linters share. It errs on one side only: where a construct is not understood,
/// nothing is required, and the pattern is tried on every bullet.
struct TriggerFinder {
  private let grammar: Grammar

  init(_ grammar: Grammar) {
    self.grammar = grammar
  }

  /// Triggers of which one must be there, or `nil` where nothing is known to be required; none where the pattern
  /// matches nothing at all.
  ///
  /// - Parameter isWhole: whether the pattern is tried between the ends of words only.
  func triggers(of pattern: String, isWhole: Bool) -> Set<Trigger>? {
    var parser = Parser(text: Array(pattern), finder: self)
    let found = parser.alternatives(startsWord: isWhole)
    return parser.failed ? nil : found
  }

  /// The triggers of what a call stands for, and whether a word may begin right behind it.
  fileprivate func triggers(ofCall name: String, startsWord: Bool) -> (found: Set<Trigger>?, endsWord: Bool) {
    if let fragment = grammar.fragments[name] {
      var parser = Parser(text: Array(fragment.pattern), finder: self)
      let found = parser.alternatives(startsWord: startsWord)
      return parser.failed ? (nil, false) : (found, parser.endsWord)
    }
    return (grammar.parts.id(name).map { [.part($0)] }, false)
  }

  private struct Parser {
    let text: [Character]
    let finder: TriggerFinder
    var at = 0
    var failed = false
    /// Whether a word may begin behind whatever alternative was read last.
    var endsWord = false
    /// Whether spaces and comments mean nothing here: `(?x)`.
    var isExtended = false

    /// Alternatives up to a closing bracket or the end: one of them must match, so their triggers add up.
    mutating func alternatives(startsWord: Bool) -> Set<Trigger>? {
      var union: Set<Trigger>? = []
      var endsWord = true
      defer { self.endsWord = endsWord }
      while true {
        let branch = sequence(startsWord: startsWord)
        endsWord = endsWord && self.endsWord
        if let branch, union != nil { union!.formUnion(branch) } else { union = nil }
        guard at < text.count, text[at] == "|" else { return union }
        at += 1
      }
    }

    /// Atoms in a row: each must match, so the best of their triggers serves.
    private mutating func sequence(startsWord: Bool) -> Set<Trigger>? {
      var best: Set<Trigger>?
      var run = ""
      var runStarts = startsWord
      var boundary = startsWord
      var isPossible = true
      // What an optional group has, whose place at the start of a word what follows may take.
      var instead: Set<Trigger> = []
      func consider(_ found: Set<Trigger>?) {
        guard let found = found?.union(instead), !found.isEmpty else { return }
        if best == nil || Trigger.cost(found) < Trigger.cost(best!) { best = found }
      }
      func close() {
        if let word = Parser.bestWord(in: run, startsWord: runStarts) { consider([.prefix(word)]) }
        run = ""
      }
      skipSpace()
      while at < text.count, text[at] != "|", text[at] != ")" {
        let before = boundary
        let atom = self.atom(startsWord: before)
        skipSpace()
        let optional = quantifier()
        skipSpace()
        switch atom {
        case .literal(let character):
          if optional != .once {
            // The run ends before a repeated or optional character.
            close()
            if optional == .some, character == " " { boundary = true } else { boundary = false }
            runStarts = boundary
          } else {
            if run.isEmpty { runStarts = before }
            run.append(character)
            boundary = character == " " || character == "-"
            if let trigger = Parser.trigger(of: character) { consider([trigger]) }
          }
        case .space:
          if optional == .once || optional == .some { if !run.isEmpty { run.append(" ") } }
          close()
          boundary = optional == .once || optional == .some
          runStarts = boundary
        case .boundary:
          close()
          boundary = true
        case .nothing:
          // A look-around or an anchor: it takes no text, so what may start a word still may.
          close()
        case .group(let found, let endsWord):
          close()
          if optional == .once || optional == .some {
            consider(found)
            if found?.isEmpty == true { isPossible = false }
            boundary = endsWord
          } else if before, !endsWord, let found {
            instead.formUnion(found)
          } else {
            boundary = before && endsWord
          }
        case .never:
          isPossible = false
        case .unknown:
          close()
          boundary = false
        }
      }
      close()
      endsWord = boundary
      return isPossible ? best : []
    }

    private mutating func skipSpace() {
      while isExtended, at < text.count {
        if text[at] == "#" {
          while at < text.count, !text[at].isNewline { at += 1 }
        } else if text[at].isWhitespace {
          at += 1
        } else {
          return
        }
      }
    }

    private enum Atom {
      case literal(Character)
      case space
      case boundary
      case nothing
      case group(Set<Trigger>?, endsWord: Bool)
      case never
      case unknown
    }

    private mutating func atom(startsWord: Bool) -> Atom {
      let character = text[at]
      at += 1
      switch character {
      case "(": return group(startsWord: startsWord)
      case "[": return characterClass()
      case "\\": return escape()
      case "^", "$": return .nothing
      case ".": return .unknown
      case " ": return .space
      default: return .literal(Character(character.lowercased()))
      }
    }

    private mutating func escape() -> Atom {
      guard at < text.count else {
        failed = true
        return .unknown
      }
      let character = text[at]
      at += 1
      switch character {
      case "b": return .boundary
      case "s": return .space
      case "d": return .group([.digit], endsWord: false)
      case "A", "z", "Z", "G", "B": return .nothing
      case "x" where at < text.count && text[at] == "{", "p" where at < text.count && text[at] == "{",
        "P" where at < text.count && text[at] == "{":
        while at < text.count, text[at] != "}" { at += 1 }
        at += 1
        return .unknown
      case _ where character.isLetter || character.isNumber: return .unknown
      default: return .literal(character)
      }
    }

    private mutating func characterClass() -> Atom {
      let start = at
      var first = true
      while at < text.count, text[at] != "]" || first {
        first = false
        if text[at] == "\\" {
          at += 1
        } else if text[at] == "[", at + 1 < text.count, text[at + 1] == ":" {
          while at < text.count, text[at] != "]" { at += 1 }
        }
        at += 1
      }
      let inside = String(text[start..<min(at, text.count)])
      at += 1
      if inside == "\\d" || inside.allSatisfy({ $0 == "-" || ($0.isASCII && $0.isNumber) }) {
        return .group([.digit], endsWord: false)
      }
      // A class of separators begins a word as a space does.
      if inside.allSatisfy({ " -–—\u{a0}\\s/".contains($0) }) { return .space }
      var found: Set<Trigger> = []
      for character in inside {
        guard character != "\\", let trigger = Parser.trigger(of: character) else { return .unknown }
        // A hyphen may be a range, a caret turns the class around.
        if character == "-" || character == "^" { return .unknown }
        found.insert(trigger)
      }
      return .group(found, endsWord: false)
    }

    /// What a single character calls by, or `nil` for letters and spaces.
    private static func trigger(of character: Character) -> Trigger? {
      guard let byte = character.asciiValue else { return .sign }
      if Bytes.isDigit(byte) { return .digit }
      return byte > 0x20 && !Bytes.isWord(byte) ? .symbol(byte) : nil
    }

    private mutating func group(startsWord: Bool) -> Atom {
      let wasExtended = isExtended
      var isLook = false
      if at < text.count, text[at] == "?" {
        at += 1
        let head = String(text[at...].prefix(6))
        if head.hasPrefix("&") {
          let end = text[at...].firstIndex(of: ")") ?? text.count
          let name = String(text[(at + 1)..<end])
          at = end + 1
          let call = finder.triggers(ofCall: name, startsWord: startsWord)
          return .group(call.found, endsWord: call.endsWord)
        } else if head.hasPrefix("<!\\w)") {
          at += 5
          return .boundary
        } else if head.hasPrefix("<!") || head.hasPrefix("<=") {
          isLook = true
          at += 2
        } else if head.hasPrefix("=") || head.hasPrefix("!") {
          isLook = true
          at += 1
        } else if head.hasPrefix("<") || head.hasPrefix("P<") {
          while at < text.count, text[at] != ">" { at += 1 }
          at += 1
        } else if head.hasPrefix(":") || head.hasPrefix(">") || head.hasPrefix("|") {
          at += 1
        } else if head.hasPrefix("(") {
          failed = true
        } else if !opensGroup() {
          return .nothing
        }
      } else if at < text.count, text[at] == "*" {
        let end = text[at...].firstIndex(of: ")") ?? text.count
        let verb = String(text[(at + 1)..<end])
        at = end + 1
        return verb == "FAIL" || verb == "F" ? .never : .nothing
      }
      let found = alternatives(startsWord: startsWord && !isLook)
      at += 1
      isExtended = wasExtended
      return isLook ? .nothing : .group(found, endsWord: endsWord)
    }

    /// Reads flags: `(?-i:` opens a group; `(?x)` is none, and holds to the end of the group around it.
    private mutating func opensGroup() -> Bool {
      var isSet = true
      while at < text.count, text[at] != ":", text[at] != ")" {
        if text[at] == "-" { isSet = false }
        if text[at] == "x" { isExtended = isSet }
        at += 1
      }
      let isGroup = at < text.count && text[at] == ":"
      at += 1
      return isGroup
    }

    private enum Repeat { case once, some, maybe }

    /// What stands behind an atom: `?`, `*`, `{0,…}` make it optional.
    private mutating func quantifier() -> Repeat {
      guard at < text.count else { return .once }
      var result = Repeat.once
      switch text[at] {
      case "?", "*":
        result = .maybe
        at += 1
      case "+":
        result = .some
        at += 1
      case "{" where at + 1 < text.count && (text[at + 1].isNumber || text[at + 1] == ","):
        result = text[at + 1] == "0" || text[at + 1] == "," ? .maybe : .some
        while at < text.count, text[at] != "}" { at += 1 }
        at += 1
      default: return .once
      }
      if at < text.count, text[at] == "?" || text[at] == "+" { at += 1 }
      return result
    }

    /// The longest word of a literal run that is known to begin at a word's start.
    private static func bestWord(in run: String, startsWord: Bool) -> String? {
      var words = run.split(omittingEmptySubsequences: false, whereSeparator: { $0 == " " || $0 == "-" })
      if !startsWord, !words.isEmpty { words.removeFirst() }
      let usable = words.map { word in String(word.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }) }
      return usable.filter { $0.count >= 2 }.max { $0.count < $1.count }
    }
  }
}
