internal import HoneCore

/// Where everything in Typst source ends: brackets, strings, raw text, formulas, comments, and what a `#` begins.
///
/// One pass over the source finds all of it, so that whoever reads the source afterwards skips a part in one step and
/// nothing is scanned twice. Markup and code hold each other to any depth; beyond a limit the rest is left unread.
struct TypstSyntax {
  let bytes: [UInt8]
  /// What was looked at.
  let range: Range<Int>
  /// The comments, with their signs, in order.
  var comments: [Range<Int>] = []
  /// Whether brackets stand within each other deeper than anybody writes.
  var isTooDeep = false
  var ends: [Int]
  var depth = 0

  static let deepest = 150

  /// The syntax of markup that fills a range.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    self.range = range
    ends = [Int](repeating: 0, count: range.count + 1)
    _ = markup(range.lowerBound, isNested: false)
    if isTooDeep { ends = [] }
  }

  /// Where what begins at an offset ends, or `nil` where nothing does.
  func end(_ offset: Int) -> Int? {
    let index = offset - range.lowerBound
    guard index >= 0, index < ends.count, ends[index] > offset else { return nil }
    return ends[index]
  }

  /// The byte at an offset, 0 beyond the end.
  func byte(_ offset: Int) -> UInt8 {
    offset >= range.lowerBound && offset < range.upperBound ? bytes[offset] : 0
  }

  /// Where a run of name characters that begins at an offset ends.
  func nameEnd(_ offset: Int) -> Int {
    var at = offset
    while at < range.upperBound, bytes[at] == 0x2D || Bytes.isWord(at: at, in: bytes) { at += 1 }
    // A hyphen belongs to a name inside of it only.
    while at > offset, bytes[at - 1] == 0x2D { at -= 1 }
    return at
  }

  static func isName(_ byte: UInt8) -> Bool { Bytes.isWord(byte) || byte == 0x2D }

  static func beginsName(_ byte: UInt8) -> Bool { Bytes.isWord(byte) && !Bytes.isDigit(byte) }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  /// The first offset from one on that is no space.
  func skipSpaces(_ offset: Int, upTo end: Int? = nil) -> Int {
    var at = offset
    while at < end ?? range.upperBound, TypstSyntax.isSpace(bytes[at]) { at += 1 }
    return at
  }

  /// The length of an escape at a backslash.
  func escapeLength(_ offset: Int) -> Int {
    if byte(offset + 1) == 0x75, byte(offset + 2) == 0x7B {
      var at = offset + 3
      while at < range.upperBound, at < offset + 12, byte(at) != 0x7D { at += 1 }
      if byte(at) == 0x7D { return at + 1 - offset }
    }
    // Before white space a backslash breaks the line.
    if TypstSyntax.isSpace(byte(offset + 1)) { return 1 }
    return 1 + characterLength(offset + 1)
  }

  /// The length of the character at an offset, 0 at the end.
  func characterLength(_ offset: Int) -> Int {
    guard offset < range.upperBound else { return 0 }
    var at = offset + 1
    while at < range.upperBound, bytes[at] & 0xC0 == 0x80 { at += 1 }
    return at - offset
  }
}
