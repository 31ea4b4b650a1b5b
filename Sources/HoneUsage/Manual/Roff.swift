/// Text as the language of man pages takes it.
enum Roff {
  /// Running text: a line a sentence, broken where it gets long; `code` and --options in bold.
  static func prose(_ text: String) -> String {
    sentences(text).flatMap(broken).map(guarded).joined(separator: "\n")
  }

  /// A line that stands as it is.
  static func literal(_ line: String) -> String { guarded(escaped(line, isLiteral: true)) }

  /// Words for a macro's line.
  static func words(_ text: String) -> String { escaped(text, isLiteral: false) }

  /// What may stand in a line of running text, fonts and all.
  private static func inline(_ word: String) -> String {
    if let name = word.wholeMatch(of: /(\(?)(--?[a-z][a-z-]*)([=,.;:)]*)/) {
      return "\(name.1)\\fB\(escaped(String(name.2), isLiteral: true))\\fR\(name.3)"
    }
    return escaped(word, isLiteral: false)
  }

  /// A sentence in lines that are short enough to be read in a file, with a font that never spans a line.
  private static func broken(_ sentence: String) -> [String] {
    var lines: [String] = []
    var line = ""
    var isCode = false
    for word in sentence.split(separator: " ").map(String.init) {
      var written = ""
      for (index, part) in word.split(separator: "`", omittingEmptySubsequences: false).enumerated() {
        if index > 0 { isCode.toggle() }
        guard !part.isEmpty else { continue }
        written += isCode ? "\\fB\(escaped(String(part), isLiteral: true))\\fR" : inline(String(part))
      }
      if !line.isEmpty, line.utf8.count + written.utf8.count > 70 {
        lines.append(line)
        line = written
      } else {
        line += line.isEmpty ? written : " " + written
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// Words whose point ends no sentence.
  private static let abbreviations: Set<Substring> = ["e.g.", "i.e.", "etc."]

  private static func sentences(_ text: String) -> [String] {
    var sentences: [String] = []
    var sentence: [Substring] = []
    let words = text.split(separator: " ")
    for word in words {
      sentence.append(word)
      let ends = word.last.map { ".!?".contains($0) } ?? false
      if ends, !abbreviations.contains(word) {
        sentences.append(sentence.joined(separator: " "))
        sentence = []
      }
    }
    return sentence.isEmpty ? sentences : sentences + [sentence.joined(separator: " ")]
  }

  /// A line that begins with a sign of the language is none of its commands.
  private static func guarded(_ line: String) -> String {
    line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
  }

  private static func escaped(_ text: String, isLiteral: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\e"
      case "-" where isLiteral: result += "\\-"
      case "'" where isLiteral: result += "\\(aq"
      case "`": result += "\\(ga"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      case "\"": result += "\\(dq"
      case _ where scalar.isASCII: result.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "\\[u\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)]"
      }
    }
    return result
  }
}
