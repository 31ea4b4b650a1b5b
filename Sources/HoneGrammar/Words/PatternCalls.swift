internal import HoneCore

/// Which patterns can match at all, by what stands in a bullet; or where, by what they begin with.
///
/// Most patterns are never tried on most bullets: what one cannot match without is read out of it once, when the
/// grammar is loaded, or when the built-in one is written into the program. The numbers are those of `Ways`.
///
/// A pattern may need several things, each of which is a set of triggers. What meets its second need calls the number of
/// the pattern in a second row of patterns, and so on: `WaySet.meetingAll` tells which patterns have all they need.
public struct PatternCalls: Sendable {
  /// The patterns that are always tried, or tried everywhere.
  public private(set) var always: [Int] = []
  /// The needs that are met by whatever stands in a bullet, for a pattern does not have so many, in rows of patterns.
  public private(set) var free = WaySet(count: 0)
  /// The patterns that a digit calls.
  public private(set) var byDigit: [Int] = []
  /// The patterns that a dot or `@` inside a word, or a character beyond ASCII, calls.
  public private(set) var bySign: [Int] = []
  /// The patterns that begin with a character beyond ASCII.
  public private(set) var byWide: [Int] = []
  /// The patterns that begin where the text does.
  public private(set) var byTextStart: [Int] = []
  /// The patterns that begin with a word near a digit.
  public private(set) var byNearDigit: [Int] = []
  /// The patterns that begin with a word that holds a digit.
  public private(set) var byDigitInside: [Int] = []
  /// The patterns that begin with a word that holds a digit, or stands before one that does.
  public private(set) var byDigitBehind: [Int] = []
  /// The patterns that ASCII signs call, and those that begin with a letter and any other, by that byte.
  public private(set) var bySymbol: [[Int]] = Array(repeating: [], count: 128)
  /// The patterns that a part calls, by its number.
  public private(set) var byPart: [[Int]] = []
  private var words = PrefixTable()
  /// The words with which something begins that goes on behind them; read out with the index.
  private var longWords: Set<[UInt8]> = []

  /// How many needs of a pattern count.
  public static let rows = Needs.most

  /// No pattern is called.
  public init() {}

  /// Calls each pattern whenever one of its triggers stands, or always where none is known.
  init(_ triggers: [(pattern: Int, triggers: Set<Trigger>?)]) {
    self.init(needs: triggers.map { ($0.pattern, $0.triggers.map { [$0] } ?? []) }, rows: 1)
  }

  /// Calls each pattern in each of its rows whenever one of the triggers of that need stands.
  ///
  /// - Parameters:
  ///   - needs: the patterns, each with the sets of triggers that it needs.
  ///   - rows: how many of them count.
  init(needs: [(pattern: Int, sets: [Set<Trigger>])], rows: Int) {
    var byWord: [Trigger: [Int]] = [:]
    let room = WaySet.room(for: needs.count)
    free = WaySet(count: rows * room)
    for (pattern, sets) in needs where sets.isEmpty { always.append(pattern) }
    for row in 0..<rows {
      for (pattern, sets) in needs where sets.count <= row { free.insert(row * room + pattern) }
    }
    let called = (0..<rows).flatMap { row in
      needs.filter { $0.sets.count > row }.map { (row * room + $0.pattern, $0.sets[row]) }
    }
    for (pattern, triggers) in called {
      for trigger in triggers {
        switch trigger {
        case .digit: byDigit.append(pattern)
        case .sign: bySign.append(pattern)
        case .wide: byWide.append(pattern)
        case .textStart: byTextStart.append(pattern)
        case .nearDigit: byNearDigit.append(pattern)
        case .digitInside: byDigitInside.append(pattern)
        case .digitBehind: byDigitBehind.append(pattern)
        case .symbol(let symbol), .letter(let symbol): bySymbol[Int(symbol)].append(pattern)
        case .part(let part): add(pattern, part: part)
        case .prefix, .word: byWord[trigger, default: []].append(pattern)
        }
      }
    }
    words = PrefixTable(
      byWord.compactMap { trigger, patterns in
        switch trigger {
        case .prefix(let text): (Array(text.utf8), false, patterns)
        case .word(let text): (Array(text.utf8), true, patterns)
        default: nil
        }
      })
  }

  private mutating func add(_ pattern: Int, part: PartID) {
    while byPart.count <= part { byPart.append([]) }
    byPart[part].append(pattern)
  }

  /// Reports the patterns that the word at a place calls.
  public func words(_ bytes: [UInt8], at start: Int, _ call: (Int) -> Void) {
    words.find(bytes, at: start, call)
  }

  /// Whether what calls a pattern may begin with a word and go on behind it; known of an index alone.
  public func goesOn(behind word: [UInt8]) -> Bool { longWords.contains(word.map(Bytes.lowered)) }

  /// Adds a word's place to the lists of the patterns that it calls.
  public func words(_ bytes: [UInt8], at start: Int, to places: inout Places) {
    words.find(bytes, at: start) { places.add(start, to: $0) }
  }
}

extension PatternCalls {
  /// The calls as text, but for words: a line each for what is always tried, for digits, signs and parts.
  var text: String {
    var lines = [
      "= " + free.text,
      "* " + PatternCalls.list(always), "# " + PatternCalls.list(byDigit), "@ " + PatternCalls.list(bySign),
      "& " + PatternCalls.list(byWide), "~ " + PatternCalls.list(byNearDigit),
      "^ " + PatternCalls.list(byDigitInside),
      "> " + PatternCalls.list(byDigitBehind), "$ " + PatternCalls.list(byTextStart),
    ]
    for (symbol, patterns) in bySymbol.enumerated() where !patterns.isEmpty {
      lines.append("!\(symbol) " + PatternCalls.list(patterns))
    }
    for (part, patterns) in byPart.enumerated() where !patterns.isEmpty {
      lines.append(":\(part) " + PatternCalls.list(patterns))
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func list(_ patterns: [Int]) -> String { patterns.map(String.init).joined(separator: " ") }

  /// The words that call, as they are written into the program.
  var wordImage: [UInt8] { words.image }

  /// The same with its words read out, for those who look up many.
  public func indexed() -> PatternCalls {
    var calls = self
    calls.words = words.indexed()
    calls.longWords = calls.words.longWords
    return calls
  }

  /// The calls that a text holds, and the words of an image.
  init(text: String, words: WordImage) {
    self.words = PrefixTable(lying: words)
    let bytes = Array(text.utf8)
    var at = 0
    while at < bytes.count {
      let kind = bytes[at]
      let start = at + 1
      at = start
      while bytes[at] != 0x20 { at += 1 }
      let name = bytes[start..<at]
      func read(_ numbers: inout [Int]) { PatternCalls.readNumbers(bytes, &at, &numbers) }
      switch kind {
      case 0x3D:
        guard let end = bytes[at...].firstIndex(of: 0x0A) else { break }
        free = WaySet(text: bytes[(at + 1)..<end])
        at = end + 1
      case 0x2A: read(&always)
      case 0x23: read(&byDigit)
      case 0x40: read(&bySign)
      case 0x26: read(&byWide)
      case 0x7E: read(&byNearDigit)
      case 0x5E: read(&byDigitInside)
      case 0x3E: read(&byDigitBehind)
      case 0x24: read(&byTextStart)
      case 0x21: read(&bySymbol[PatternCalls.number(name)])
      case 0x3A:
        let part = PatternCalls.number(name)
        while byPart.count <= part { byPart.append([]) }
        read(&byPart[part])
      default: preconditionFailure("the calls of a grammar are not as they were written")
      }
    }
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int {
    digits.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
  }

  /// Reads the numbers up to the end of the line, and goes behind it.
  private static func readNumbers(_ bytes: [UInt8], _ at: inout Int, _ numbers: inout [Int]) {
    while bytes[at] == 0x20, bytes[at + 1] != 0x0A {
      at += 1
      var number = 0
      while bytes[at] >= 0x30 {
        number = number &* 10 &+ Int(bytes[at] &- 0x30)
        at += 1
      }
      numbers.append(number)
    }
    at += bytes[at] == 0x20 ? 2 : 1
  }
}
