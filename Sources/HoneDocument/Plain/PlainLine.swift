internal import HoneCore

/// A line of a plain file, taken apart.
struct PlainLine {
  /// Its bytes without the line end.
  let range: Range<Int>
  /// The columns of white space before marker or text; a tab counts to the next multiple of four.
  let indent: Int
  /// The bytes of the marker, or `nil`.
  let marker: Range<Int>?
  /// Whether the marker is a number.
  let isNumbered: Bool
  /// The bytes of the text, without white space around it.
  let text: Range<Int>
  /// The text.
  let string: String
  /// Its words.
  let words: [Substring]
  /// The columns from the head of the line to the end of the text.
  let width: Int
  /// The column where text goes on behind a gap of three spaces or a tab, and what stands there.
  let gap: (column: Int, right: String)?
  /// Whether a new page begins with it.
  let beginsPage: Bool
  /// Whether it begins with a number in small letters that is no marker.
  let isLettered: Bool

  var isBlank: Bool { text.isEmpty }

  /// Whether it consists of signs alone: a line that is drawn.
  var isRule: Bool { !isBlank && !string.contains { $0.isLetter || $0.isNumber } }

  init(_ bytes: [UInt8], _ range: Range<Int>, _ words: PlainWords, _ signs: Signs) {
    self.range = range
    var at = range.lowerBound
    if at == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    var columns = 0
    beginsPage = bytes[range].first == 0x0C
    while case let space = PlainLine.space(bytes, at, range.upperBound), space > 0 {
      columns += bytes[at] == 0x09 ? 4 - columns % 4 : 1
      at += space
    }
    indent = columns
    var sign = PlainLine.markerLength(bytes, at, range.upperBound, words, oddSigns: signs.areOdd)
    let number = sign > 0 ? nil : LetterNumber(bytes, at..<range.upperBound)
    if let number, signs.numbered, !number.isUpperCase || columns > 0 { sign = number.length }
    marker = sign > 0 ? at..<(at + sign) : nil
    isLettered = sign == 0 && number?.isClear == true
    isNumbered = sign > 1 && Bytes.isDigit(bytes[at])
    var lower = at + sign
    while case let space = PlainLine.space(bytes, lower, range.upperBound), space > 0 { lower += space }
    var upper = range.upperBound
    while upper > lower, [0x20, 0x09, 0x0C, 0x0D].contains(bytes[upper - 1]) { upper -= 1 }
    text = lower..<upper
    string = bytes.text(text)
    self.words = string.split { $0 == " " || $0 == "\t" }
    width = columns + String(decoding: bytes[at..<max(at, upper)], as: UTF8.self).unicodeScalars.count
    let head = bytes[at..<lower].count { $0 & 0xC0 != 0x80 }
    gap = PlainLine.gap(bytes, text, from: columns + head)
  }

  /// Where its white space ends.
  static func textStart(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    var at = range.lowerBound
    while case let space = space(bytes, at, range.upperBound), space > 0 { at += space }
    return at
  }

  /// The length of white space at an offset: what plain text has, a page break, or a space of no width.
  static func space(_ bytes: [UInt8], _ at: Int, _ end: Int) -> Int {
    guard at < end else { return 0 }
    if bytes[at] == 0x0C { return 1 }
    if at + 2 < end, bytes[at] == 0xE2, bytes[at + 1] == 0x80, bytes[at + 2] == 0x8B { return 3 }
    return Bytes.spaceLength(at: at, in: bytes)
  }

  /// Whether a text has a gap in it, as lines of several columns have.
  static func hasGap(_ bytes: [UInt8], _ text: Range<Int>) -> Bool { gap(bytes, text, from: 0) != nil }

  private static func gap(_ bytes: [UInt8], _ text: Range<Int>, from start: Int) -> (Int, String)? {
    var column = start
    var at = text.lowerBound
    while at < text.upperBound {
      guard bytes[at] == 0x20 || bytes[at] == 0x09 else {
        if bytes[at] & 0xC0 != 0x80 { column += 1 }
        at += 1
        continue
      }
      let from = at
      var hasTab = false
      while at < text.upperBound, bytes[at] == 0x20 || bytes[at] == 0x09 {
        hasTab = hasTab || bytes[at] == 0x09
        column += bytes[at] == 0x09 ? 4 - column % 4 : 1
        at += 1
      }
      // Some people put three spaces behind a full stop.
      let isStop = at - from == 3 && ".!?".utf8.contains(bytes[from - 1])
      if hasTab || (at - from >= 3 && !isStop) { return (column, bytes.text(at..<text.upperBound)) }
    }
    return nil
  }
}

// MARK: - Markers

extension PlainLine {
  /// What other lines tell of the signs before a line.
  struct Signs {
    /// Whether several lines begin with a sign that sticks to the first word.
    let areOdd: Bool
    /// Whether the line's number in letters is one of a series.
    let numbered: Bool
  }

  /// The length of a marker at an offset, 0 where there is none.
  private static func markerLength(
    _ bytes: [UInt8], _ at: Int, _ end: Int, _ words: PlainWords, oddSigns: Bool
  ) -> Int {
    guard at < end else { return 0 }
    let head = Array(bytes[at..<min(end, at + 12)])
    let known = Marker.length(at: 0, in: head)
    if known > 0 { return known }
    // Signs of a font of symbols have places of their own in Unicode.
    if head.count > 2, head[0] == 0xEF, (0x80...0x83).contains(head[1]) { return 3 }
    if !Bytes.isWord(head[0]) || head[0] >= 0x80,
      let sign = words.markers.first(where: { head.starts(with: $0.utf8) && isAlone(head, $0) })
    {
      return sign.utf8.count
    }
    guard head.count > 1 else { return 0 }
    // Some people leave the space out.
    return oddSigns && beginsOddly(bytes, at..<end) ? 1 : 0
  }

  /// Letters that stand for a sign need a space behind them.
  private static func isAlone(_ head: [UInt8], _ sign: String) -> Bool {
    let next = sign.utf8.count
    return next >= head.count || sign == "ï‚·" || sign == "â€¢" || Bytes.spaceLength(at: next, in: head) > 0
  }

  /// `-Built a parser`, and `. Built a parser` as a scanner reads a dot: signs where several lines begin so.
  static func beginsOddly(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    guard line.count > 2, case let head = bytes[line].prefix(3).map(\.self) else { return false }
    if head[0] == 0x2E { return head[1] == 0x20 && Bytes.isUpper(head[2]) }
    guard head[0] == 0x2D || head[0] == 0x2A, Bytes.isUpper(head[1]), Bytes.isLower(head[2]) else {
      return false
    }
    // A second star makes words stand out.
    return head[0] == 0x2D || !bytes[line].dropFirst().contains(0x2A)
  }
}
