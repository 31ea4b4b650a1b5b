/// Emoji that stand before words.
enum Pictures {
  /// The length of the emoji at an offset, with what belongs to them; 0 where there are none.
  static func length(at start: Int, in bytes: [UInt8], upTo end: Int) -> Int {
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

  private static func isPart(_ scalar: UnicodeScalar) -> Bool {
    scalar.properties.isEmoji && scalar.value > 0x2190 && !(0x2190...0x21FF).contains(scalar.value)
  }

  /// What makes one picture of several, or another variant of one.
  private static func joins(_ scalar: UnicodeScalar) -> Bool {
    scalar.value == 0xFE0F || scalar.value == 0x200D || scalar.properties.isEmojiModifier
  }
}
