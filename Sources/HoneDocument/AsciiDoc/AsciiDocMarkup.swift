internal import HoneCore

/// Small questions about AsciiDoc's markup.
enum AsciiDocMarkup {
  /// Whether a line of a paragraph is a comment: it begins with `//` in the first column.
  static func isComment(_ line: Range<Int>, _ bytes: [UInt8]) -> Bool {
    line.count >= 2 && bytes[line.lowerBound] == 0x2F && bytes[line.lowerBound + 1] == 0x2F
      && (line.lowerBound == 0 || bytes[line.lowerBound - 1] == 0x0A || bytes[line.lowerBound - 1] == 0x0D)
      && (line.count == 2 || bytes[line.lowerBound + 2] != 0x2F)
  }

  /// Whether a line is all in bold, a colon or a break behind it left aside.
  static func isBold(_ line: Range<Int>, _ bytes: [UInt8]) -> Bool {
    var text = bytes.text(line)
    if text.hasSuffix(" +") { text = String(text.dropLast(2)) }
    if text.hasSuffix(":") { text = String(text.dropLast()) }
    let sign = text.hasPrefix("**") ? "**" : "*"
    guard text.hasPrefix(sign), text.hasSuffix(sign), text.utf8.count > 2 * sign.utf8.count + 1 else {
      return false
    }
    let inside = text.dropFirst(sign.count).dropLast(sign.count)
    return !inside.contains("*") && inside.first != " "
  }
}

extension Spelling {
  /// How AsciiDoc spells new words: what could be markup is borne by reading it again.
  static let asciidoc = Spelling(mayBeginLine: AsciiDocLineStart.isHarmless) { text in
    text.utf8.contains(0x7B) ? Array(text.replacing("{", with: "\\{").utf8) : Array(text.utf8)
  }
}

/// Tells the words that would begin something where they stood first in a line.
enum AsciiDocLineStart {
  /// Whether a line may begin with a word.
  static func isHarmless(_ word: [UInt8]) -> Bool {
    guard let first = word.first else { return false }
    switch first {
    case 0x2D, 0x2E, 0x2B, 0x3D, 0x23, 0x2F, 0x5B, 0x3A, 0x7C, 0x3C, 0x27, 0x20, 0x09: return false
    case 0x2A, 0x5F, 0x60: return word.count > 2 && word.dropFirst().contains(where: Bytes.isWord)
    default:
      let digits = word.prefix(while: Bytes.isDigit).count
      if word.suffix(2) == [0x3A, 0x3A] || word.suffix(2) == [0x3B, 0x3B] { return false }
      return digits == 0 || digits == word.count || word[digits] != 0x2E || word.count > digits + 1
    }
  }
}
