internal import HoneCore

extension Spelling {
  /// How Markdown spells new words.
  static let markdown = Spelling(mayBeginLine: MarkdownLineStart.isHarmless) { text in
    var result: [UInt8] = []
    for byte in text.utf8 {
      // Signs that could begin markup; a backslash makes each plain in every dialect.
      if [0x5C, 0x60, 0x2A, 0x5F, 0x5B, 0x5D, 0x3C, 0x7E, 0x7B, 0x7D, 0x24].contains(byte) {
        result.append(0x5C)
      }
      result.append(byte)
    }
    return result
  }
}

/// Tells the words that would begin a block where they stood first in a line.
enum MarkdownLineStart {
  /// Whether a line may begin with a word.
  static func isHarmless(_ word: [UInt8]) -> Bool {
    guard let first = word.first else { return false }
    switch first {
    case 0x23, 0x2B, 0x2D, 0x2A, 0x5F, 0x3D, 0x3E, 0x3C, 0x7C, 0x3A, 0x7E, 0x60, 0x7B, 0x5B, 0x28, 0x20, 0x09,
      0x25:
      // `**bold` begins nothing.
      return (first == 0x2A || first == 0x5F) && word.count > 2 && word.contains(where: Bytes.isWord)
        || (first == 0x60 && word.count > 1 && word[1] != 0x60)
        || (first == 0x28 && word.count > 3 && word[1] != 0x40)
    default:
      let digits = word.prefix(while: Bytes.isDigit).count
      if digits > 0, digits < word.count, word[digits] == 0x2E || word[digits] == 0x29 {
        return word.count > digits + 1
      }
      return first < 0x80 || Bytes.punctuationLength(at: 0, in: word) == 0
    }
  }
}
