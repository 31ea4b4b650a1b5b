/// Looks at the text of a PCRE2 pattern without running it.
public enum PatternText {
  /// The names that a pattern calls as `(?&name)`, in order, each once.
  public static func calls(in pattern: String) -> [String] { names(after: "(?&", until: ")", in: pattern) }

  /// The names of its captures, in order, each once.
  public static func captures(in pattern: String) -> [String] {
    names(after: "(?<", until: ">", in: pattern) + names(after: "(?P<", until: ">", in: pattern)
  }

  /// Whether it has the escape of a letter, outside of `\\`.
  static func hasEscape(_ letter: Character, in pattern: String) -> Bool {
    var escaped = false
    for character in pattern {
      if escaped {
        if character == letter { return true }
        escaped = false
      } else if character == "\\" {
        escaped = true
      }
    }
    return false
  }

  private static func names(after opening: String, until closing: Character, in pattern: String) -> [String] {
    var found: [String] = []
    let text = Array(pattern.utf8)
    let opening = Array(opening.utf8)
    var at = 0
    while at + opening.count < text.count {
      if text[at] == 0x5C {
        at += 2
        continue
      }
      if text[at..<(at + opening.count)].elementsEqual(opening) {
        let start = at + opening.count
        // `(?<=` and `(?<!` look behind: they name nothing.
        guard text[start] != 0x3D, text[start] != 0x21 else {
          at = start
          continue
        }
        let end = text[start...].firstIndex(of: closing.asciiValue!) ?? text.count
        let name = String(decoding: text[start..<end], as: UTF8.self)
        if name.first?.isLetter == true, !found.contains(name) { found.append(name) }
        at = end
      } else {
        at += 1
      }
    }
    return found
  }
}
