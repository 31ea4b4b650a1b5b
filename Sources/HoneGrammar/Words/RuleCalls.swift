internal import HoneCore

/// Which patterns can match at all, by what stands in a bullet; or where, by what they begin with.
///
/// Most patterns are never tried on most bullets: what one cannot match without is read out of it once, when the
/// grammar is loaded, or when the built-in one is written into the program. Patterns have numbers: the rules first, then
/// the kinds of number, then the conditions.
public struct RuleCalls: Sendable {
  /// The patterns that are always tried, or tried everywhere.
  public private(set) var always: [Int] = []
  /// The patterns that a digit calls.
  public private(set) var byDigit: [Int] = []
  /// The patterns that a dot or `@` inside a word, or a character beyond ASCII, calls.
  public private(set) var bySign: [Int] = []
  /// The patterns that begin with a character beyond ASCII.
  public private(set) var byWide: [Int] = []
  /// The patterns that begin with a word near a digit.
  public private(set) var byNearDigit: [Int] = []
  /// The patterns that ASCII signs call, by sign, and those that begin with a letter and any other.
  public private(set) var bySymbol: [(symbol: UInt8, rules: [Int])] = []
  /// The patterns that a part calls, by its number.
  public private(set) var byPart: [[Int]] = []
  /// Words and the patterns that they call, by their first two letters.
  private var byWord: [[(word: [UInt8], rules: [Int])]] = Array(repeating: [], count: RuleCalls.pairs)

  /// The rules that something calls; not those that are always tried.
  public var called: Set<Int> {
    Set(byDigit + bySign + bySymbol.flatMap(\.rules) + byPart.joined() + byWord.joined().flatMap(\.rules))
  }

  /// No rule is called.
  public init() {}

  /// Calls a rule whenever one of its triggers stands, or always where none is known.
  mutating func add(_ rule: Int, _ triggers: Set<Trigger>?) {
    guard let triggers else {
      always.append(rule)
      return
    }
    for trigger in triggers {
      switch trigger {
      case .digit: byDigit.append(rule)
      case .sign: bySign.append(rule)
      case .wide: byWide.append(rule)
      case .nearDigit: byNearDigit.append(rule)
      case .symbol(let symbol), .letter(let symbol): add(rule, symbol: symbol)
      case .part(let part): add(rule, part: part)
      case .prefix(let word): add(rule, word: Array(word.utf8))
      case .word(let word): add(rule, word: Array(word.utf8) + [RuleCalls.end])
      }
    }
  }

  private mutating func add(_ rule: Int, part: PartID) {
    while byPart.count <= part { byPart.append([]) }
    byPart[part].append(rule)
  }

  private mutating func add(_ rule: Int, symbol: UInt8) {
    if let index = bySymbol.firstIndex(where: { $0.symbol == symbol }) {
      bySymbol[index].rules.append(rule)
    } else {
      bySymbol.append((symbol, [rule]))
    }
  }

  private mutating func add(_ rule: Int, word: [UInt8]) {
    let pair = RuleCalls.pair(word[0], word[1])
    if let index = byWord[pair].firstIndex(where: { $0.word == word }) {
      byWord[pair][index].rules.append(rule)
    } else {
      byWord[pair].append((word, [rule]))
    }
  }

  /// Reports the rules that the word at a place calls.
  public func words(_ bytes: [UInt8], at start: Int, _ call: (Int) -> Void) {
    if start + 1 < bytes.count { words(RuleCalls.pair(bytes[start], bytes[start + 1]), bytes, start, call) }
    // A word of one letter.
    if !Bytes.isWord(at: start + 1, in: bytes) {
      words(RuleCalls.pair(bytes[start], RuleCalls.end), bytes, start, call)
    }
  }

  private func words(_ pair: Int, _ bytes: [UInt8], _ start: Int, _ call: (Int) -> Void) {
    for (word, rules) in byWord[pair] where stands(word, bytes, start) {
      for rule in rules { call(rule) }
    }
  }

  private func stands(_ word: [UInt8], _ bytes: [UInt8], _ start: Int) -> Bool {
    for offset in word.indices {
      if word[offset] == RuleCalls.end { return !Bytes.isWord(at: start + offset, in: bytes) }
      guard start + offset < bytes.count, Bytes.lowered(bytes[start + offset]) == word[offset] else {
        return false
      }
    }
    return true
  }

  /// Stands at the end of a word that must be whole.
  private static let end: UInt8 = 0x24

  private static let pairs = 64 * 64

  /// Upper and lower case fall together; what else does, the comparison tells apart.
  private static func pair(_ one: UInt8, _ other: UInt8) -> Int {
    Int(one & 63 | 32) << 6 | Int(other & 63 | 32)
  }
}

extension RuleCalls {
  /// The calls as text: a line each for what is always tried, for digits, signs, parts and words.
  var text: String {
    var lines = [
      "* " + RuleCalls.list(always), "# " + RuleCalls.list(byDigit), "@ " + RuleCalls.list(bySign),
      "& " + RuleCalls.list(byWide), "~ " + RuleCalls.list(byNearDigit),
    ]
    for (symbol, rules) in bySymbol.sorted(by: { $0.symbol < $1.symbol }) {
      lines.append("!\(symbol) " + RuleCalls.list(rules))
    }
    for (part, rules) in byPart.enumerated() where !rules.isEmpty {
      lines.append(":\(part) " + RuleCalls.list(rules))
    }
    for (word, rules) in byWord.joined().sorted(by: { $0.word.lexicographicallyPrecedes($1.word) }) {
      lines.append(String(decoding: word, as: UTF8.self) + " " + RuleCalls.list(rules))
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func list(_ rules: [Int]) -> String { rules.map(String.init).joined(separator: " ") }

  /// The calls that a text holds.
  init(text: String) {
    let bytes = Array(text.utf8)
    var at = 0
    while at < bytes.count {
      let word = at..<(bytes[at...].firstIndex(of: 0x20) ?? bytes.count)
      let end = bytes[at...].firstIndex(of: 0x0A) ?? bytes.count
      let rules = RuleCalls.numbers(bytes, min(word.upperBound + 1, end)..<end)
      switch bytes[at] {
      case 0x2A: always = rules
      case 0x23: byDigit = rules
      case 0x40: bySign = rules
      case 0x26: byWide = rules
      case 0x7E: byNearDigit = rules
      case 0x21:
        bySymbol.append((UInt8(RuleCalls.numbers(bytes, (at + 1)..<word.upperBound)[0]), rules))
      case 0x3A:
        let part = RuleCalls.numbers(bytes, (at + 1)..<word.upperBound)[0]
        while byPart.count <= part { byPart.append([]) }
        byPart[part] = rules
      default: byWord[RuleCalls.pair(bytes[at], bytes[at + 1])].append((Array(bytes[word]), rules))
      }
      at = end + 1
    }
  }

  private static func numbers(_ bytes: [UInt8], _ range: Range<Int>) -> [Int] {
    var numbers: [Int] = []
    var number: Int?
    for byte in bytes[range] {
      if Bytes.isDigit(byte) {
        number = (number ?? 0) * 10 + Int(byte - 0x30)
      } else if let read = number {
        numbers.append(read)
        number = nil
      }
    }
    if let number { numbers.append(number) }
    return numbers
  }
}
