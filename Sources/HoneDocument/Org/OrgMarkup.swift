internal import HoneCore

/// Small questions about Org's markup.
enum OrgMarkup {
  /// The sign that `\name` stands for.
  static func sign(_ name: String) -> String? {
    [
      "nbsp": "\u{A0}", "amp": "&", "dollar": "$", "num": "#", "plus": "+", "under": "_", "ast": "*",
      "slash": "/",
      "ndash": "–", "mdash": "—", "hellip": "…", "euro": "€", "EUR": "€", "pound": "£", "micro": "µ",
      "trade": "™",
      "copy": "©", "reg": "®", "deg": "°", "rarr": "→", "larr": "←", "bull": "•", "middot": "·", "laquo": "«",
      "raquo": "»", "lt": "<", "gt": ">", "vert": "|", "percnt": "%", "eacute": "é", "uuml": "ü", "ouml": "ö",
      "auml": "ä", "szlig": "ß",
    ][name] ?? MathSigns.sign(name)
  }

  /// Whether a line is all in bold, a colon behind it left aside.
  static func isBold(_ line: Range<Int>, _ bytes: [UInt8]) -> Bool {
    var text = bytes[line]
    if text.last == 0x3A { text = text.dropLast() }
    guard text.count > 2, text.first == 0x2A, text.last == 0x2A else { return false }
    return !text.dropFirst().dropLast().contains(0x2A)
  }
}

extension Spelling {
  /// How Org spells new words: it has no escapes, so what could be markup is borne by reading it again.
  static let org = Spelling(mayBeginLine: OrgLineStart.isHarmless) { Array($0.utf8) }
}

/// Tells the words that would begin something where they stood first in a line.
enum OrgLineStart {
  /// Whether a line may begin with a word.
  static func isHarmless(_ word: [UInt8]) -> Bool {
    guard let first = word.first else { return false }
    switch first {
    case 0x2D, 0x2B, 0x23, 0x7C, 0x3A, 0x5C: return false
    case 0x2A: return word.count > 2 && word.dropFirst().contains(where: Bytes.isWord)
    case 0x5B: return !word.starts(with: "[fn:".utf8)
    default:
      let digits = word.prefix(while: Bytes.isDigit).count
      return digits == 0 || digits == word.count || (word[digits] != 0x2E && word[digits] != 0x29)
        || word.count > digits + 1
    }
  }
}
