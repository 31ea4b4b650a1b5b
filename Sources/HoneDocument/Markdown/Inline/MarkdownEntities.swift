internal import HoneCore

/// The entities that stand in Markdown and AsciiDoc: numbers, and the common names.
///
/// A name that is not here stays as it is spelled.
enum MarkdownEntities {
  private static let names: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "ensp": "\u{2002}",
    "emsp": "\u{2003}", "thinsp": "\u{2009}", "ndash": "–", "mdash": "—", "hellip": "…", "lsquo": "‘",
    "rsquo": "’", "ldquo": "“", "rdquo": "”", "laquo": "«", "raquo": "»", "bull": "•", "middot": "·",
    "times": "×", "divide": "÷", "minus": "−", "plusmn": "±", "deg": "°", "micro": "µ", "sup2": "²",
    "sup3": "³",
    "frac12": "½", "rarr": "→", "larr": "←", "uarr": "↑", "darr": "↓", "harr": "↔", "rArr": "⇒", "asymp": "≈",
    "le": "≤", "ge": "≥", "ne": "≠", "copy": "©", "reg": "®", "trade": "™", "euro": "€", "pound": "£",
    "yen": "¥",
    "cent": "¢", "sect": "§", "para": "¶", "dagger": "†", "percnt": "%", "dollar": "$", "plus": "+",
    "num": "#",
    "lowbar": "_", "ast": "*", "vert": "|", "verbar": "|", "lbrack": "[", "rbrack": "]", "lpar": "(",
    "rpar": ")",
    "agrave": "à", "aacute": "á", "acirc": "â", "atilde": "ã", "auml": "ä", "aring": "å", "aelig": "æ",
    "ccedil": "ç", "egrave": "è", "eacute": "é", "ecirc": "ê", "euml": "ë", "igrave": "ì", "iacute": "í",
    "icirc": "î", "iuml": "ï", "ntilde": "ñ", "ograve": "ò", "oacute": "ó", "ocirc": "ô", "otilde": "õ",
    "ouml": "ö", "oslash": "ø", "ugrave": "ù", "uacute": "ú", "ucirc": "û", "uuml": "ü", "yacute": "ý",
    "szlig": "ß", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü", "Eacute": "É", "Aring": "Å", "Oslash": "Ø",
  ]

  /// The character that an entity at an offset stands for, and the entity's end.
  static func entity(at start: Int, in bytes: [UInt8], upTo end: Int) -> (text: String, end: Int)? {
    let limit = min(end, start + 34)
    var at = start + 1
    while at < limit, bytes[at] != 0x3B {
      guard
        Bytes.isDigit(bytes[at]) || Bytes.isLower(bytes[at]) || Bytes.isUpper(bytes[at]) || bytes[at] == 0x23
      else { return nil }
      at += 1
    }
    guard at < limit, at > start + 1 else { return nil }
    let name = bytes.text((start + 1)..<at)
    if name.first == "#" {
      return number(name.dropFirst()).map { ($0, at + 1) }
    }
    return names[name].map { ($0, at + 1) }
  }

  private static func number(_ digits: Substring) -> String? {
    let isHex = digits.first == "x" || digits.first == "X"
    let value = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
    guard let value, let scalar = UnicodeScalar(value), value >= 0x20 else { return nil }
    return String(Character(scalar))
  }
}
