internal import HoneCore

/// A number in letters before a line, `ii.` or `(b)`, which counts as a sign where another of its kind stands near it.
struct LetterNumber: Equatable {
  /// The bytes that it takes.
  let length: Int
  let isUpperCase: Bool
  /// The signs around it: a `.`, or one bracket or two.
  private let frame: [UInt8]
  /// What it says where letters count, and where they are Roman.
  private let readings: [Int]

  /// Whether it can be nothing but a number in small letters: `p.` and `v.` stand in sentences.
  var isClear: Bool {
    !isUpperCase && (readings[0] == 0 || readings.contains { (1...3).contains($0) })
  }

  private static let roman = [
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii",
  ]

  /// The number that stands at an offset, with white space behind it.
  init?(_ bytes: [UInt8], _ range: Range<Int>) {
    var at = range.lowerBound
    let isBracketed = at < range.upperBound && bytes[at] == 0x28
    if isBracketed { at += 1 }
    let start = at
    while at < range.upperBound, at - start < 5, Bytes.isLower(bytes[at]) || Bytes.isUpper(bytes[at]) {
      at += 1
    }
    guard at > start, at + 1 < range.upperBound, Bytes.spaceLength(at: at + 1, in: bytes) > 0,
      bytes[at] == 0x29 || (bytes[at] == 0x2E && !isBracketed)
    else { return nil }
    let letters = bytes[start..<at]
    isUpperCase = letters.allSatisfy(Bytes.isUpper)
    guard isUpperCase || letters.allSatisfy(Bytes.isLower) else { return nil }
    let lowered = bytes.text(start..<at).lowercased()
    let letter = letters.count == 1 ? Int((bytes[start] | 0x20) - 0x60) : 0
    readings = [letter, (LetterNumber.roman.firstIndex(of: lowered) ?? -1) + 1]
    guard readings.contains(where: { $0 > 0 }) else { return nil }
    frame = [isBracketed ? 0x28 : 0x20, bytes[at]]
    length = at + 1 - range.lowerBound
  }

  /// Those of some numbers that count on from one: a single `A.` begins a name.
  static func series(_ numbers: [(line: Int, number: LetterNumber)]) -> Set<Int> {
    var found: Set<Int> = []
    for reading in 0...1 {
      // The last number of each kind, and the line that it stands in.
      var open: [[UInt8]: (value: Int, line: Int)] = [:]
      for (line, number) in numbers {
        let value = number.readings[reading]
        let kind = number.frame + [number.isUpperCase ? 1 : 0]
        if value == 1 {
          open[kind] = (1, line)
        } else if let last = open[kind], value == last.value + 1 {
          found.formUnion([last.line, line])
          open[kind] = (value, line)
        }
      }
    }
    return found
  }
}
