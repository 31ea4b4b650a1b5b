internal import HoneCore

/// What a line can begin with, as CommonMark lays down. All offsets stand behind the indentation.
enum MarkdownStarts {
  /// Three or more of `*`, `-` or `_`, and white space.
  static func isThematicBreak(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    guard let sign = bytes[line].first, sign == 0x2A || sign == 0x2D || sign == 0x5F else { return false }
    var count = 0
    for byte in bytes[line] {
      if byte == sign { count += 1 } else if byte != 0x20, byte != 0x09 { return false }
    }
    return count >= 3
  }

  /// The level of a heading of `#` and its text.
  static func heading(_ bytes: [UInt8], _ line: Range<Int>) -> (level: Int, text: Range<Int>)? {
    var at = line.lowerBound
    while at < line.upperBound, bytes[at] == 0x23 { at += 1 }
    let level = at - line.lowerBound
    guard (1...6).contains(level), at == line.upperBound || bytes[at] == 0x20 || bytes[at] == 0x09 else {
      return nil
    }
    var text = InlineLines.trim(at..<line.upperBound, in: bytes)
    var upper = text.upperBound
    while upper > text.lowerBound, bytes[upper - 1] == 0x23 { upper -= 1 }
    if upper == text.lowerBound || bytes[upper - 1] == 0x20 || bytes[upper - 1] == 0x09 {
      text = InlineLines.trim(text.lowerBound..<upper, in: bytes)
    }
    return (level, text)
  }

  /// The level of the heading that a line of `=` or `-` makes of the paragraph above it.
  static func underline(_ bytes: [UInt8], _ line: Range<Int>) -> Int? {
    let line = InlineLines.trim(line, in: bytes)
    guard let sign = bytes[line].first, sign == 0x3D || sign == 0x2D,
      bytes[line].allSatisfy({ $0 == sign })
    else { return nil }
    return sign == 0x3D ? 1 : 2
  }

  /// The sign and the length of a fence that opens code.
  static func fence(_ bytes: [UInt8], _ line: Range<Int>) -> (sign: UInt8, length: Int)? {
    guard let sign = bytes[line].first, sign == 0x60 || sign == 0x7E else { return nil }
    let length = bytes[line].prefix { $0 == sign }.count
    guard length >= 3 else { return nil }
    if sign == 0x60, bytes[(line.lowerBound + length)..<line.upperBound].contains(0x60) { return nil }
    return (sign, length)
  }

  /// Whether a line closes a fence.
  static func closes(_ fence: (sign: UInt8, length: Int), _ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    let line = InlineLines.trim(line, in: bytes)
    return line.count >= fence.length && bytes[line].allSatisfy { $0 == fence.sign }
  }

  /// A marker of a list: its length, and the number where it counts.
  ///
  /// Beside CommonMark's there are Pandoc's `#.` and `(@)`.
  static func marker(_ bytes: [UInt8], _ line: Range<Int>) -> (length: Int, number: Int?)? {
    guard let first = bytes[line].first else { return nil }
    var at = line.lowerBound + 1
    var number: Int?
    if Bytes.isDigit(first) {
      number = Int(first & 0x0F)
      while at < line.upperBound, Bytes.isDigit(bytes[at]) {
        guard at - line.lowerBound < 9 else { return nil }
        number = (number ?? 0) * 10 + Int(bytes[at] & 0x0F)
        at += 1
      }
      guard at < line.upperBound, bytes[at] == 0x2E || bytes[at] == 0x29 else { return nil }
      at += 1
    } else if first == 0x23 {
      guard at < line.upperBound, bytes[at] == 0x2E else { return nil }
      at += 1
    } else if first == 0x28 {
      guard at < line.upperBound, bytes[at] == 0x40 else { return nil }
      while at < line.upperBound, bytes[at] != 0x29, bytes[at] > 0x20 { at += 1 }
      guard at < line.upperBound, bytes[at] == 0x29 else { return nil }
      at += 1
    } else if first != 0x2A, first != 0x2B, first != 0x2D {
      return nil
    }
    guard at == line.upperBound || bytes[at] == 0x20 || bytes[at] == 0x09 else { return nil }
    return (at - line.lowerBound, number)
  }

  /// The end of `[^note]:`.
  static func footnote(_ bytes: [UInt8], _ line: Range<Int>) -> Int? {
    guard line.count > 4, bytes[line.lowerBound] == 0x5B, bytes[line.lowerBound + 1] == 0x5E else {
      return nil
    }
    let limit = min(line.upperBound, line.lowerBound + 200)
    guard let closing = bytes[line.lowerBound..<limit].firstIndex(of: 0x5D), closing > line.lowerBound + 2,
      closing + 1 < line.upperBound, bytes[closing + 1] == 0x3A
    else { return nil }
    return closing + 2
  }
}
