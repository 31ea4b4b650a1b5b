internal import HoneCore

/// Formulas: what rules see of them.
enum LaTeXMath {
  enum End {
    /// Behind the token that closes it.
    case closed(Int)
    /// Nowhere before this token.
    case unclosed(Int)
  }

  /// Where the formula ends that a token opens.
  static func end(_ index: Int, _ tokens: LaTeXTokens) -> End {
    let isMath = tokens[index].kind == .math
    let sign = isMath ? "" : tokens.text(tokens[index].range) == "\\(" ? "\\)" : "\\]"
    var at = index + 1
    while at < tokens.count {
      let token = tokens[at]
      if token.kind == .paragraph { break }
      if isMath ? token.kind == .math : token.kind == .symbol && tokens.text(token.range) == sign {
        return .closed(at + 1)
      }
      at += 1
    }
    return .unclosed(at)
  }

  /// The text of a formula: its signs as characters where all of them are known, its source where not.
  static func text(_ lower: Int, _ upper: Int, _ tokens: LaTeXTokens, _ vocabulary: LaTeXVocabulary) -> String
  {
    guard lower < upper else { return "" }
    let source = tokens.text(tokens.bytes(of: lower..<upper))
    var text = ""
    for index in lower..<upper {
      let token = tokens[index]
      switch token.kind {
      case .text:
        let part = tokens.text(token.range)
        if part.contains("^") || part.contains("_") { return source }
        text += part
      case .space, .newline, .comment, .tie: text += " "
      case .word:
        switch vocabulary[tokens.name(index)] {
        case .symbol(let sign): text += sign
        case .silent: break
        default: return source
        }
      case .symbol:
        let name = tokens.text((token.range.lowerBound + 1)..<token.range.upperBound)
        switch name {
        case "%", "&", "#", "$", "_": text += name
        case ",", ";", ":", " ", "!": text += name == "!" ? "" : " "
        default: return source
        }
      case .bracketOpen, .bracketClose: text += tokens.text(token.range)
      default: return source
      }
    }
    return collapsed(text)
  }

  private static func collapsed(_ text: String) -> String {
    text.split(separator: " ").joined(separator: " ")
  }
}
