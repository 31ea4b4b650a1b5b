/// What a bullet is known by, wherever it stands: a number made of its words.
public enum BulletID {
  /// The id of a bullet's text, for a key of a facts file.
  public static func of(_ text: String) -> String {
    // The letter keeps other YAML readers from taking sixteen digits for a number.
    "b" + hash(text)
  }

  /// Sixteen hexadecimal digits for a text as its id sees it.
  public static func hash(_ text: String) -> String {
    let digits = String(hash(normalised(text)), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// A text as its id sees it: without the spaces, quotes, dashes, capitals and final signs that editors change.
  public static func normalised(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        if let last = result.last, last != 0x20 { result.append(0x20) }
      } else {
        result += Array(String(plain(scalar)).utf8)
      }
    }
    while let last = result.last, [0x20, 0x2E, 0x3B, 0x2C].contains(last) { result.removeLast() }
    return result
  }

  private static func plain(_ scalar: Unicode.Scalar) -> Character {
    switch scalar {
    case "‘", "’": "'"
    case "“", "”": "\""
    case "‐", "‑", "–", "—": "-"
    case "A"..."Z": Character(Unicode.Scalar(UInt8(scalar.value) | 0x20))
    default: Character(scalar)
    }
  }

  /// FNV-1a, 64 bits: the same on every machine and in every run.
  private static func hash(_ bytes: [UInt8]) -> UInt64 {
    bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
