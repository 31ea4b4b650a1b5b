/// Cuts a range into its lines.
enum InlineLines {
  /// The lines of a range that hold anything, without white space around them.
  static func split(_ range: Range<Int>, in bytes: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var at = range.lowerBound
    while at < range.upperBound {
      var end = at
      while end < range.upperBound, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      let line = trim(at..<end, in: bytes)
      if !line.isEmpty { lines.append(line) }
      at = end + 1
    }
    return lines
  }

  /// A range without the spaces and tabs at its ends.
  static func trim(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, bytes[lower] == 0x20 || bytes[lower] == 0x09 { lower += 1 }
    while upper > lower, bytes[upper - 1] == 0x20 || bytes[upper - 1] == 0x09 { upper -= 1 }
    return lower..<upper
  }
}
