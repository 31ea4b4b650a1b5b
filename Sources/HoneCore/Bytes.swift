/// Small questions about UTF-8 bytes that readers, engine and ledger all ask.
///
/// Hone looks at text as bytes: every offset is a byte offset, and résumé markup is ASCII.
public enum Bytes {
  /// Whether a byte belongs to a word: a letter, a digit, an underscore, or part of a character beyond ASCII.
  @inlinable public static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x5F
  }

  /// Whether a word character stands at an offset. Dashes, quotes and special spaces beyond ASCII are none.
  @inlinable public static func isWord(at offset: Int, in bytes: [UInt8]) -> Bool {
    guard offset < bytes.count else { return false }
    let byte = bytes[offset]
    guard byte >= 0x80 else { return isWord(byte) }
    return punctuationLength(at: offset, in: bytes) == 0
  }

  /// Whether the character that ends at an offset is a word character.
  public static func isWord(before offset: Int, in bytes: [UInt8]) -> Bool {
    guard offset > 0 else { return false }
    var start = offset - 1
    guard bytes[start] >= 0x80 else { return isWord(bytes[start]) }
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return isWord(at: start, in: bytes)
  }

  /// The length of a dash, quote, bullet or special space beyond ASCII at an offset, 0 where there is none.
  public static func punctuationLength(at offset: Int, in bytes: [UInt8]) -> Int {
    switch bytes[offset] {
    case 0xC2 where offset + 1 < bytes.count:
      // NBSP and the Latin-1 signs; superscripts and letters (ª º µ) stay word characters.
      let next = bytes[offset + 1]
      return next == 0xAA || next == 0xBA || next == 0xB5 ? 0 : 2
    case 0xC3 where offset + 1 < bytes.count:
      return bytes[offset + 1] == 0x97 || bytes[offset + 1] == 0xB7 ? 2 : 0
    case 0xE2 where offset + 2 < bytes.count:
      // General punctuation up to dingbats; subscripts and letter-like signs are as good as punctuation here.
      return 3
    case 0xE3 where offset + 2 < bytes.count && bytes[offset + 1] == 0x80:
      // Punctuation of Chinese and Japanese, but for the marks that stand for a letter (々 〆 〇 and the numerals).
      let last = bytes[offset + 2]
      return (0x85...0x87).contains(last) || (0xA1...0xA9).contains(last) ? 0 : 3
    case 0xEF where offset + 2 < bytes.count:
      return isWideSign(bytes[offset + 1], bytes[offset + 2]) ? 3 : 0
    case 0xF0 where offset + 3 < bytes.count && bytes[offset + 1] == 0x9F:
      // Emoji and their like.
      return 4
    default:
      return 0
    }
  }

  /// Whether U+FEFF or a sign as wide as a Chinese one (，％（ and their like), by its second and third byte.
  private static func isWideSign(_ second: UInt8, _ third: UInt8) -> Bool {
    switch second {
    case 0xBB: third == 0xBF
    case 0xBC: (0x81...0x8F).contains(third) || (0x9A...0xA0).contains(third) || (0xBB...0xBE).contains(third)
    case 0xBD: third == 0x80 || (0x9B...0xA5).contains(third)
    default: false
    }
  }

  /// The length of a space at an offset (ASCII, no-break, thin), 0 where there is none.
  public static func spaceLength(at offset: Int, in bytes: [UInt8]) -> Int {
    guard offset < bytes.count else { return 0 }
    switch bytes[offset] {
    case 0x20, 0x09, 0x0A, 0x0D: return 1
    case 0xC2 where offset + 1 < bytes.count && bytes[offset + 1] == 0xA0: return 2
    case 0xE2 where offset + 2 < bytes.count && bytes[offset + 1] == 0x80:
      let last = bytes[offset + 2]
      return (0x80...0x8A).contains(last) || last == 0xAF ? 3 : 0
    default: return 0
    }
  }

  /// Whether a byte is an ASCII letter.
  @inlinable public static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// An ASCII letter in lower case; any other byte as it is.
  @inlinable public static func lowered(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
  }

  /// Whether a byte is an upper-case ASCII letter.
  @inlinable public static func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }

  /// Whether a byte is a lower-case ASCII letter.
  @inlinable public static func isLower(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }

  /// Whether a byte is an ASCII digit.
  @inlinable public static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// The words of a text: maximal runs of word characters, with hyphens, apostrophes, dots, slashes, `+` and `#`
  /// that stand inside them or belong to a name such as `C++`.
  public static func words(in bytes: [UInt8], range: Range<Int>? = nil) -> [Range<Int>] {
    let range = range ?? 0..<bytes.count
    var words: [Range<Int>] = []
    var at = range.lowerBound
    while at < range.upperBound {
      guard isWord(at: at, in: bytes) else {
        at += max(1, bytes[at] >= 0x80 ? punctuationLength(at: at, in: bytes) : 1)
        continue
      }
      let start = at
      while at < range.upperBound {
        if isWord(at: at, in: bytes) {
          at += 1
        } else if joins(bytes[at]), at + 1 < range.upperBound, isWord(at: at + 1, in: bytes) {
          at += 1
        } else if bytes[at] == 0x2B || bytes[at] == 0x23, at == start + 1 || bytes[at - 1] == 0x2B {
          at += 1
        } else {
          break
        }
      }
      words.append(start..<at)
    }
    return words
  }

  private static func joins(_ byte: UInt8) -> Bool {
    byte == 0x2D || byte == 0x27 || byte == 0x2E || byte == 0x2F || byte == 0x40 || byte == 0x26
  }
}

extension Array where Element == UInt8 {
  /// The bytes of a range as a string; the range must begin and end at characters.
  public func text(_ range: Range<Int>) -> String {
    String(decoding: self[range], as: UTF8.self)
  }

  /// The bytes of a range with ASCII letters in lower case.
  public func lowered(_ range: Range<Int>) -> String {
    var bytes = [UInt8]()
    bytes.reserveCapacity(range.count)
    for offset in range { bytes.append(Bytes.lowered(self[offset])) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
