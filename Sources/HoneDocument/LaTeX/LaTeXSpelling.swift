extension Spelling {
  /// How LaTeX spells new words.
  static let latex = Spelling(mayBeginLine: { LaTeXSpelling.mayBeginLine($0) }) {
    LaTeXSpelling.bytes(of: $0)
  }
}

/// Escapes for LaTeX.
enum LaTeXSpelling {
  static func bytes(of text: String) -> [UInt8]? {
    var result: [UInt8] = []
    for byte in text.utf8 {
      if byte < 0x20 || byte == 0x7F { return nil }
      // Two hyphens or apostrophes in a row would be another sign.
      if byte == 0x2D || byte == 0x27, result.last == byte { result += [0x7B, 0x7D] }
      result += escapes[byte] ?? [byte]
    }
    return result
  }

  private static let escapes: [UInt8: [UInt8]] = {
    var escapes: [UInt8: [UInt8]] = [:]
    for sign in "%&#$_{}".utf8 { escapes[sign] = [0x5C, sign] }
    let names = [
      "\\": "textbackslash", "~": "textasciitilde", "^": "textasciicircum", "`": "textasciigrave",
      "<": "textless", ">": "textgreater",
    ]
    for (sign, name) in names { escapes[Array(sign.utf8)[0]] = Array("\\\(name){}".utf8) }
    return escapes
  }()

  /// A bracket behind a line end could be an option, and a sign would begin a bullet.
  static func mayBeginLine(_ word: [UInt8]) -> Bool {
    guard let first = word.first else { return false }
    return first < 0x80 && !"[%-*+".utf8.contains(first)
  }
}
