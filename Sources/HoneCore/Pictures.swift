/// Emoji that stand before words or behind them.
public enum Pictures {
  /// The length of the emoji at an offset, with what belongs to them; 0 where there are none.
  public static func length(at start: Int, in bytes: [UInt8], upTo end: Int) -> Int {
    var at = start
    while at < end, bytes[at] >= 0xE2 {
      let length = bytes[at] < 0xF0 ? 3 : 4
      guard at + length <= end,
        let scalar = String(decoding: bytes[at..<(at + length)], as: UTF8.self).unicodeScalars.first,
        isPart(scalar) || (at > start && joins(scalar))
      else { break }
      at += length
    }
    return at - start
  }

  /// Where the emoji begin that end at an offset, in bytes; the offset itself where none do.
  public static func start(before end: Int, in bytes: [UInt8], from lower: Int) -> Int {
    var start = end
    while start > lower, bytes[start - 1] >= 0x80 {
      var at = start - 1
      while at > lower, bytes[at] & 0xC0 == 0x80 { at -= 1 }
      let scalar = String(decoding: bytes[at..<start], as: UTF8.self).unicodeScalars.first
      guard let scalar, isPart(scalar) || joins(scalar) else { break }
      start = at
    }
    return start
  }

  private static func isPart(_ scalar: UnicodeScalar) -> Bool {
    scalar.properties.isEmoji && scalar.value > 0x2190 && !(0x2190...0x21FF).contains(scalar.value)
  }

  /// What makes one picture of several, or another variant of one.
  private static func joins(_ scalar: UnicodeScalar) -> Bool {
    scalar.value == 0xFE0F || scalar.value == 0x200D || scalar.properties.isEmojiModifier
  }
}
