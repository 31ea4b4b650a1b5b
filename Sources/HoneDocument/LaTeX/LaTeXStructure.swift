internal import HoneCore

/// Where in a file there is more than running text, to be asked of any group in no time.
struct LaTeXStructure: Sendable {
  /// Environments that lay out cells, not lines.
  static let cells: Set<String> = [
    "tabular", "tabular*", "tabularx", "tabulary", "tabu", "longtable", "longtable*", "array", "minipage",
    "multicols", "paracol", "tblr", "supertabular", "adjustwidth",
  ]

  /// The tokens of the document: all of them where there is no `\begin{document}`.
  private(set) var body: (lower: Int, upper: Int)
  /// How many items, lists, headings and paragraph ends stand before each token, and how many line ends or cells.
  private var breaks: [Int32]
  private var lines: [Int32]
  /// The tokens behind each `\end{name}`, by name.
  private var ends: [String: [Int]] = [:]

  init(_ tokens: LaTeXTokens, _ vocabulary: LaTeXVocabulary) {
    body = (0, tokens.count)
    breaks = [0]
    lines = [0]
    breaks.reserveCapacity(tokens.count + 1)
    lines.reserveCapacity(tokens.count + 1)
    var isOver = false
    for index in 0..<tokens.count {
      let (isBreak, isLine) = LaTeXStructure.shape(index, tokens, vocabulary)
      breaks.append(breaks[index] &+ (isBreak ? 1 : 0))
      lines.append(lines[index] &+ (isLine || isBreak ? 1 : 0))
      guard tokens[index].kind == .word, let (name, end) = LaTeXStructure.environment(index, tokens) else {
        continue
      }
      let isEnd = tokens.name(index) == "end"
      if isEnd { ends[name, default: []].append(end) }
      guard name == "document", !isOver else { continue }
      if isEnd {
        body.upper = index
        isOver = true
      } else {
        body.lower = end
      }
    }
    if body.upper < body.lower { body.upper = tokens.count }
  }

  /// Whether items, lists, headings or paragraph ends stand between two tokens.
  func isBroken(_ lower: Int, _ upper: Int) -> Bool { breaks[max(lower, upper)] > breaks[lower] }

  /// Whether lines end or cells begin between two tokens, or more than that.
  func hasLines(_ lower: Int, _ upper: Int) -> Bool { lines[max(lower, upper)] > lines[lower] }

  /// The first token behind the next end of an environment.
  func end(of name: String, from index: Int) -> Int? {
    guard let ends = ends[name] else { return nil }
    var lower = 0
    var upper = ends.count
    while lower < upper {
      let middle = (lower + upper) / 2
      if ends[middle] <= index { lower = middle + 1 } else { upper = middle }
    }
    return lower < ends.count ? ends[lower] : nil
  }

  private static func environment(_ index: Int, _ tokens: LaTeXTokens) -> (name: String, end: Int)? {
    let word = tokens.name(index)
    guard word == "begin" || word == "end" else { return nil }
    let open = tokens.skippingSpace(index + 1)
    guard open < tokens.count, tokens[open].kind == .open, tokens[open].match > open + 1 else { return nil }
    let close = tokens[open].match
    return (tokens.text(tokens.bytes(of: (open + 1)..<close)), close + 1)
  }

  private static func shape(
    _ index: Int, _ tokens: LaTeXTokens, _ vocabulary: LaTeXVocabulary
  ) -> (isBreak: Bool, isLine: Bool) {
    switch tokens[index].kind {
    case .paragraph, .verbatim: return (true, false)
    case .ampersand: return (false, true)
    case .symbol: return (false, tokens.text(tokens[index].range) == "\\\\")
    case .word:
      let name = tokens.name(index)
      if name == "begin" || name == "end" { return (true, false) }
      switch vocabulary[name] {
      case .item, .block, .heading, .paragraph: return (true, false)
      case .line, .fill: return (false, true)
      default: return (false, vocabulary.bulletMacros.contains(name))
      }
    default: return (false, false)
    }
  }
}
