internal import HoneCore

/// Takes a PCRE2 pattern apart.
///
/// It errs on one side only: what it does not understand becomes `unknown`, with which a match may begin anyhow.
struct PatternParser {
  private let text: [UInt8]
  private var at = 0
  /// Whether spaces and comments mean nothing here: `(?x)`.
  private var isExtended = false

  /// The tree of a pattern.
  static func parse(_ pattern: String) -> PatternTree {
    var parser = PatternParser(text: Array(pattern.utf8))
    let tree = parser.choice()
    return parser.at == parser.text.count ? tree : .unknown
  }

  private init(text: [UInt8]) { self.text = text }

  private func stands(_ wanted: String) -> Bool {
    let wanted = wanted.utf8
    return at + wanted.count <= text.count && text[at..<(at + wanted.count)].elementsEqual(wanted)
  }

  /// Takes these characters, if they stand here.
  private mutating func take(_ wanted: String) -> Bool {
    guard stands(wanted) else { return false }
    at += wanted.utf8.count
    return true
  }

  // MARK: - Sequences

  private mutating func choice() -> PatternTree {
    let wasExtended = isExtended
    defer { isExtended = wasExtended }
    var branches = [sequence()]
    while take("|") { branches.append(sequence()) }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence() -> PatternTree {
    var items: [PatternTree] = []
    skipSpace()
    while at < text.count, text[at] != 0x7C, text[at] != 0x29 {
      let atom = self.atom()
      skipSpace()
      items.append(quantified(atom))
      skipSpace()
    }
    return .sequence(items)
  }

  private mutating func skipSpace() {
    while isExtended, at < text.count {
      if text[at] == 0x23 {
        while at < text.count, text[at] != 0x0A { at += 1 }
      } else if text[at] == 0x20 || (0x09...0x0D).contains(text[at]) {
        at += 1
      } else {
        return
      }
    }
  }

  /// An atom with the `?`, `*`, `+` or `{…}` behind it.
  private mutating func quantified(_ atom: PatternTree) -> PatternTree {
    guard at < text.count else { return atom }
    var result = atom
    switch text[at] {
    case 0x3F, 0x2A:
      at += 1
      result = .repeated(atom, isOptional: true)
    case 0x2B:
      at += 1
      result = .repeated(atom, isOptional: false)
    case 0x7B where at + 1 < text.count && Bytes.isDigit(text[at + 1]):
      result = .repeated(atom, isOptional: text[at + 1] == 0x30)
      while at < text.count, text[at] != 0x7D { at += 1 }
      at = min(text.count, at + 1)
    case 0x7B where at + 2 < text.count && text[at + 1] == 0x2C && Bytes.isDigit(text[at + 2]):
      // Newer libraries read `{,3}` as up to three, older ones as it stands.
      result = .repeated(.unknown, isOptional: true)
      while at < text.count, text[at] != 0x7D { at += 1 }
      at = min(text.count, at + 1)
    default: return atom
    }
    if at < text.count, text[at] == 0x3F || text[at] == 0x2B { at += 1 }
    return result
  }

  // MARK: - Atoms

  private mutating func atom() -> PatternTree {
    let byte = text[at]
    switch byte {
    case 0x28: return group()
    case 0x5B: return characterClass()
    case 0x5C: return escape()
    case 0x5E, 0x24:
      at += 1
      return .nothing
    case 0x2E:
      at += 1
      return .oneOf(PatternTree.CharacterSet().inverted)
    case 0x80...:
      at += 1
      while at < text.count, text[at] & 0xC0 == 0x80 { at += 1 }
      var wide = PatternTree.CharacterSet()
      wide.addWide()
      return .oneOf(wide)
    default:
      at += 1
      return .character(Bytes.lowered(byte))
    }
  }

  private mutating func group() -> PatternTree {
    at += 1
    if take("?") {
      if take("&") { return .call(name(until: 0x29)) }
      if take("<!\\w)") { return .wordStart }
      if take("=") { return .ahead(closed(choice())) }
      if stands("<=") || stands("<!") || stands("!") {
        while at < text.count, text[at] == 0x3C || text[at] == 0x3D || text[at] == 0x21 { at += 1 }
        let isEmpty = stands(")")
        _ = choice()
        close()
        // `(?!)` is a look-ahead that always fails.
        return isEmpty ? .never : .nothing
      }
      if take("<") || take("P<") {
        _ = name(until: 0x3E)
        return closed(choice())
      }
      if take(":") || take(">") || take("|") { return closed(choice()) }
      if stands("(") || stands("C") || stands("#") || stands("R") { return unknownGroup() }
      return flags()
    }
    if take("*") {
      let verb = name(until: 0x29)
      return verb == "FAIL" || verb == "F" ? .never : .nothing
    }
    return closed(choice())
  }

  private mutating func closed(_ tree: PatternTree) -> PatternTree {
    close()
    return tree
  }

  private mutating func close() { at = min(text.count, at + 1) }

  private mutating func name(until end: UInt8) -> String {
    let start = at
    while at < text.count, text[at] != end { at += 1 }
    defer { close() }
    return text.text(start..<at)
  }

  private mutating func unknownGroup() -> PatternTree {
    at = text.count + 1
    return .unknown
  }

  /// Reads flags: `(?-i:` opens a group; `(?x)` is none, and holds to the end of the group around it.
  private mutating func flags() -> PatternTree {
    let wasExtended = isExtended
    var isSet = true
    while at < text.count, text[at] != 0x3A, text[at] != 0x29 {
      if text[at] == 0x2D { isSet = false }
      if text[at] == 0x78 { isExtended = isSet }
      at += 1
    }
    guard at < text.count, text[at] == 0x3A else {
      close()
      return .nothing
    }
    at += 1
    let tree = choice()
    isExtended = wasExtended
    return closed(tree)
  }

  private mutating func escape() -> PatternTree {
    at += 1
    guard at < text.count else { return .unknown }
    let byte = text[at]
    at += 1
    switch byte {
    case UInt8(ascii: "A"): return .textStart
    case UInt8(ascii: "z"), UInt8(ascii: "Z"), UInt8(ascii: "b"), UInt8(ascii: "B"),
      UInt8(ascii: "G"):
      return .nothing
    default:
      if let set = escapedSet(byte) { return .oneOf(set) }
      guard Bytes.isWord(byte) else { return .character(byte) }
      skipArgument()
      return .unknown
    }
  }

  /// Goes past what belongs to an escape that is not understood: a name, a number, hexadecimal digits.
  private mutating func skipArgument() {
    let closings: [UInt8: UInt8] = [0x7B: 0x7D, 0x3C: 0x3E, 0x27: 0x27]
    if at < text.count, let closing = closings[text[at]] {
      at += 1
      _ = name(until: closing)
    } else {
      while at < text.count, Bytes.isDigit(text[at]) || (0x61...0x66).contains(Bytes.lowered(text[at])) {
        at += 1
      }
    }
  }

  /// What `\d` and its like stand for, inside a class and outside.
  private mutating func escapedSet(_ byte: UInt8) -> PatternTree.CharacterSet? {
    switch byte {
    // Digits of other scripts are `\d` too.
    case UInt8(ascii: "d"):
      var set = PatternTree.CharacterSet.digits
      set.isWide = true
      return set
    case UInt8(ascii: "w"): return .wordCharacters
    case UInt8(ascii: "s"), UInt8(ascii: "h"): return .spaces
    case UInt8(ascii: "W"): return .betweenWords
    case UInt8(ascii: "D"), UInt8(ascii: "S"), UInt8(ascii: "H"):
      return PatternTree.CharacterSet().inverted
    case UInt8(ascii: "p"):
      guard take("{") else { return .letters }
      return name(until: 0x7D).hasPrefix("L") ? .letters : PatternTree.CharacterSet().inverted
    case UInt8(ascii: "x"):
      guard take("{") else { return nil }
      guard let value = UInt32(name(until: 0x7D), radix: 16) else { return nil }
      var set = PatternTree.CharacterSet()
      if value < 0x80 { set.insert(UInt8(value)) } else { set.addWide() }
      return set
    default: return nil
    }
  }

  private mutating func characterClass() -> PatternTree {
    at += 1
    let isInverted = take("^")
    var set = PatternTree.CharacterSet()
    var isFirst = true
    while at < text.count, text[at] != 0x5D || isFirst {
      isFirst = false
      if stands("[:") { return unknownGroup() }
      guard let lower = member(&set) else { return unknownGroup() }
      guard let lower = lower, stands("-"), at + 1 < text.count, text[at + 1] != 0x5D else { continue }
      at += 1
      var upperSet = PatternTree.CharacterSet()
      guard let upper = member(&upperSet) else { return unknownGroup() }
      if let upper, lower <= upper {
        for byte in lower...upper { set.insert(byte) }
      } else {
        set = set.union(upperSet)
        set.addWide()
      }
    }
    close()
    return .oneOf(isInverted ? set.inverted : set)
  }

  /// Adds the next member of a class; its byte where a range may begin with it, and no answer for what is not understood.
  private mutating func member(_ set: inout PatternTree.CharacterSet) -> UInt8?? {
    let byte = text[at]
    at += 1
    if byte >= 0x80 {
      while at < text.count, text[at] & 0xC0 == 0x80 { at += 1 }
      set.addWide()
      return .some(nil)
    }
    guard byte == 0x5C else {
      set.insert(byte)
      return byte
    }
    guard at < text.count else { return nil }
    let escaped = text[at]
    at += 1
    if let inner = escapedSet(escaped) {
      set = set.union(inner)
      return .some(nil)
    }
    if Bytes.isWord(escaped) { return nil }
    set.insert(escaped)
    return escaped
  }
}
