internal import HoneCore

/// Tells whether a text reads like a bullet, where only its key says that it is one.
struct DataShape {
  private let text: String
  private let grammar: DataGrammar

  init(_ bytes: [UInt8], _ grammar: DataGrammar) {
    text = String(decoding: bytes, as: UTF8.self)
    self.grammar = grammar
  }

  /// Whether it has so many words and is no heading, address or list of keywords.
  func isBullet(least: Int) -> Bool {
    if grammar.lines.isLenient { return !text.isEmpty }
    guard wordCount >= least, text.last != ":", text.last != "：", !isAddress, !isShouted else { return false }
    return !isKeywords
  }

  /// Words; of scripts that write none apart, every two signs.
  private var wordCount: Int {
    let wide = text.unicodeScalars.count { $0.value >= 0x2E80 }
    return text.split(whereSeparator: \.isWhitespace).count { $0.contains { $0.isLetter || $0.isNumber } }
      + wide / 2
  }

  private var isAddress: Bool {
    text.contains("://") && text.split(whereSeparator: \.isWhitespace).count <= 2
  }

  private var isShouted: Bool {
    text.split(whereSeparator: \.isWhitespace).count <= 5
      && !text.unicodeScalars.contains { $0.properties.isLowercase || $0.value >= 0x2E80 }
  }

  /// `Python, Go, PyTorch`, `Tools used: Docker, Git`.
  private var isKeywords: Bool {
    var body = text[...]
    if let colon = text.prefix(40).firstIndex(of: ":"), text[text.index(after: colon)...].first == " " {
      let label = text[..<colon]
      switch grammar.kind(of: String(label)) {
      case .skills, .education, .contact: return true
      default: break
      }
      body = text[text.index(after: colon)...]
      let isOfSkills = label.split(whereSeparator: \.isWhitespace).contains {
        grammar.kind(of: String($0)) == .skills
      }
      if isOfSkills, longest(pieces(body)) <= 3 { return true }
    }
    let pieces = pieces(body)
    guard pieces.count >= 3, longest(pieces) <= 3 else { return false }
    let areNames = pieces.dropFirst().allSatisfy { $0.first?.isLowercase != true }
    return areNames || pieces[0].first?.isLowercase == true
  }

  private func pieces(_ text: Substring) -> [Substring] {
    text.split { ",;|·•".contains($0) }.map { piece in
      let bare = piece.drop { $0 == " " }
      return ["and ", "or ", "& "].first { bare.hasPrefix($0) }.map { bare.dropFirst($0.count) } ?? bare
    }
  }

  private func longest(_ pieces: [Substring]) -> Int {
    pieces.map { $0.split(whereSeparator: \.isWhitespace).count }.max() ?? 0
  }
}
