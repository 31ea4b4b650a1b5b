/// Spells texts so that every YAML reader takes them for what they are.
public enum YAMLText {
  /// A name as it is, where YAML takes it for one.
  public static func plain(_ name: String) -> String {
    let isPlain =
      name.first?.isLetter == true && name.last != " " && !isValue(name)
      && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || " .-_".contains($0)) }
    return isPlain ? name : quoted(name)
  }

  /// Whether a word is a truth value or nothing at all to some reader of YAML, old ones among them.
  public static func isValue(_ word: String) -> Bool {
    ["null", "true", "false", "yes", "no", "on", "off", "y", "n"].contains(word.lowercased())
  }

  /// A text between quotes, on one line, as every YAML reader takes it.
  public static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: result += "\\\""
      case 0x5C: result += "\\\\"
      case 0x00..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
