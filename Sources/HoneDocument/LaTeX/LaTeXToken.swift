internal import HoneCore

/// A piece of LaTeX: all bytes of a range are in tokens, in order.
struct LaTeXToken: Sendable {
  enum Kind: Sendable {
    /// Characters that stand for themselves, with single spaces between them.
    case text
    /// Several spaces or tabs, which print as one.
    case space
    /// The end of a line and the white space around it.
    case newline
    /// One or more empty lines: the end of a paragraph.
    case paragraph
    /// A comment with the line end that it swallows, or a stretch that TeX never reads (`\iffalse … \fi`).
    case comment
    /// The inside of an environment that prints its source.
    case verbatim
    /// `\name`, perhaps with a star.
    case word
    /// A backslash and another character.
    case symbol
    /// `\verb|…|`.
    case code
    case open, close
    case bracketOpen, bracketClose
    /// `$` or `$$`.
    case math
    case tie
    case ampersand
    /// `--` or `---`.
    case dash
    /// Two backquotes, two apostrophes, or one backquote.
    case quote
  }

  let kind: Kind
  let range: Range<Int>
  /// The token that closes this group or bracket, or opens it; -1 where there is none.
  var match = -1

  init(_ kind: Kind, _ range: Range<Int>) {
    self.kind = kind
    self.range = range
  }

  /// Whether it prints nothing and ends nothing.
  var isSpace: Bool { kind == .space || kind == .newline || kind == .comment }
}

/// The tokens of a stretch of LaTeX.
struct LaTeXTokens: Sendable {
  let bytes: [UInt8]
  private(set) var tokens: [LaTeXToken]

  /// The tokens of a range, groups and brackets matched.
  ///
  /// - Parameter addresses: macros whose first argument is an address.
  init(_ bytes: [UInt8], _ range: Range<Int>, addresses: Set<String>) {
    self.bytes = bytes
    var lexer = LaTeXLexer(bytes, range, addresses)
    tokens = lexer.tokens()
    match()
  }

  var count: Int { tokens.count }

  subscript(_ index: Int) -> LaTeXToken { tokens[index] }

  /// The name of a control word, without backslash and star.
  func name(_ index: Int) -> String {
    let range = tokens[index].range
    let end = bytes[range.upperBound - 1] == 0x2A ? range.upperBound - 1 : range.upperBound
    return bytes.text((range.lowerBound + 1)..<max(range.lowerBound + 1, end))
  }

  func text(_ range: Range<Int>) -> String { bytes.text(range) }

  /// The first token from an index on that is no white space and no comment.
  func skippingSpace(_ index: Int) -> Int {
    var at = index
    while at < tokens.count, tokens[at].isSpace { at += 1 }
    return at
  }

  /// The bytes from a token up to another.
  func bytes(of range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else { return 0..<0 }
    return tokens[range.lowerBound].range.lowerBound..<tokens[range.upperBound - 1].range.upperBound
  }

  /// Brackets are matched inside their group only, and a group that nobody closed does not swallow those around it.
  private mutating func match() {
    var open: [Int] = []
    for index in tokens.indices {
      switch tokens[index].kind {
      case .open, .bracketOpen: open.append(index)
      case .bracketClose:
        if let last = open.last, tokens[last].kind == .bracketOpen {
          open.removeLast()
          pair(last, index)
        }
      case .close:
        while let last = open.popLast() {
          guard tokens[last].kind == .open else { continue }
          pair(last, index)
          break
        }
      // A bracket seldom holds a paragraph; without this rule a stray one would pair with another far below.
      case .paragraph: while let last = open.last, tokens[last].kind == .bracketOpen { open.removeLast() }
      default: break
      }
    }
  }

  private mutating func pair(_ open: Int, _ close: Int) {
    tokens[open].match = close
    tokens[close].match = open
  }
}
