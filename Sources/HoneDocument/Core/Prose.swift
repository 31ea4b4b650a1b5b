internal import HoneCore

/// Tells text that says something from names, dates and lists of words.
enum Prose {
  /// Whether text reads like a sentence: long enough, and either closed like one or mostly words in lower case.
  static func isSentence(_ text: [UInt8]) -> Bool {
    let words = text.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }
    guard words.count >= 6, !text.contains(0x7C) else { return false }
    let lower = words.filter { beginsLower($0) }.count
    if let last = text.last, [0x2E, 0x21, 0x3F].contains(last) { return lower * 3 >= words.count }
    return words.count >= 9 && lower * 2 >= words.count
  }

  /// Whether there is a letter at all.
  static func hasLetters(_ text: [UInt8]) -> Bool {
    text.contains { Bytes.isUpper($0) || Bytes.isLower($0) || $0 >= 0x80 }
  }

  private static func beginsLower(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first(where: { Bytes.isWord($0) }) else { return false }
    return Bytes.isLower(first)
  }
}
