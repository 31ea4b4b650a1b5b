internal import HoneCore

/// A line taken apart: indentation, marker, text.
struct LineShape {
  /// The columns of white space before marker or text; a tab counts to the next multiple of four.
  let indent: Int
  /// The bytes of the marker, or `nil`.
  let marker: Range<Int>?
  /// The bytes of the text, without white space around it.
  let text: Range<Int>

  init(_ line: [UInt8]) {
    var at = 0
    var columns = 0
    if line.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    while at < line.count {
      let length = Bytes.spaceLength(at: at, in: line)
      guard length > 0, line[at] != 0x0A, line[at] != 0x0D else { break }
      columns += line[at] == 0x09 ? 4 - columns % 4 : 1
      at += length
    }
    indent = columns
    let length = Marker.length(at: at, in: line)
    marker = length > 0 ? at..<(at + length) : nil
    var lower = at + length
    while lower < line.count, case let space = Bytes.spaceLength(at: lower, in: line), space > 0 {
      lower += space
    }
    var upper = line.count
    while upper > lower, [0x20, 0x09, 0x0A, 0x0D].contains(line[upper - 1]) { upper -= 1 }
    text = min(lower, upper)..<upper
  }
}

/// The signs that people put before a bullet.
enum Marker {
  private static let signs = drawn.union(["·", "–", "—", "-", "*", "+", ">", "\u{FFFD}", "−"])

  /// Those that stand for nothing else: the others are dashes and the like, which stand between words too.
  static let drawn: Set<String> = [
    "•", "●", "▪", "■", "◦", "○", "‣", "⁃", "∙", "⋅", "⦁", "►", "▸", "▶", "➢", "➤", "✓", "✔", "□", "◆", "◇",
    "\u{F0B7}", "\u{F0A7}",
  ]

  /// The length of a marker at an offset, 0 where there is none. White space must follow it, or the end of the line.
  static func length(at offset: Int, in line: [UInt8]) -> Int {
    guard offset < line.count else { return 0 }
    let sign = signLength(line[offset])
    if offset + sign <= line.count, signs.contains(line.text(offset..<(offset + sign))) {
      // Signs beyond ASCII need no space behind them; a hyphen or star does, or it is part of a word.
      return line[offset] >= 0x80 || isSpaceOrEnd(offset + sign, line) ? sign : 0
    }
    return isSmallO(at: offset, in: line) ? 1 : numberLength(at: offset, in: line)
  }

  /// Word's second sign is a small o. A word of one letter is followed by a small one: only a capital or a digit tells a sign.
  private static func isSmallO(at offset: Int, in line: [UInt8]) -> Bool {
    guard line[offset] == 0x6F, offset + 1 < line.count, line[offset + 1] == 0x20 || line[offset + 1] == 0x09,
      let next = line[(offset + 1)...].first(where: { $0 != 0x20 && $0 != 0x09 })
    else { return false }
    return Bytes.isUpper(next) || Bytes.isDigit(next)
  }

  private static func signLength(_ byte: UInt8) -> Int {
    byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }

  /// `1.`, `12)`, `a)`, `(1)`.
  private static func numberLength(at offset: Int, in line: [UInt8]) -> Int {
    var at = offset
    let isBracketed = line[at] == 0x28
    if isBracketed { at += 1 }
    let start = at
    while at < line.count, Bytes.isDigit(line[at]), at - start < 2 { at += 1 }
    if at == start, at < line.count, Bytes.isLower(line[at]) || Bytes.isUpper(line[at]) {
      // A single letter counts before `)` alone: "A. Smith" is a name.
      guard at + 1 < line.count, line[at + 1] == 0x29 else { return 0 }
      at += 1
    }
    guard at > start, at < line.count, line[at] == 0x29 || (line[at] == 0x2E && !isBracketed),
      isSpaceOrEnd(at + 1, line)
    else { return 0 }
    return at + 1 - offset
  }

  private static func isSpaceOrEnd(_ offset: Int, _ line: [UInt8]) -> Bool {
    offset >= line.count || Bytes.spaceLength(at: offset, in: line) > 0
  }
}
