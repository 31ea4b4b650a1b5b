internal import HoneCore

/// One walk over the tokens of a bullet.
struct LaTeXInlineScanner {
  let tokens: LaTeXTokens
  let vocabulary: LaTeXVocabulary
  /// Where the markup that closes a wrapper ends, by the token that it begins with.
  var closing: [Int: Int] = [:]
  /// Up to here the bytes of the next token are handed over already.
  var done = 0
  /// Whether a macro without an argument that nobody knows shows nothing.
  var hidesUnknown = false
  /// Where the space stands that was held back for the line end behind it.
  var spaceBefore: Int?

  init(_ tokens: LaTeXTokens, _ vocabulary: LaTeXVocabulary) {
    self.tokens = tokens
    self.vocabulary = vocabulary
  }

  /// Formulas that were found not to close, by their signs: how far that was looked for.
  var unclosed: [String: Int] = [:]

  /// Wrappers within wrappers that a line of text may have.
  private static let deepest = 32

  mutating func scan(into builder: inout BulletBuilder) {
    var index = 0
    // What is deeper than any writer goes is left open, and so makes no bullet.
    while index < tokens.count, builder.depth < LaTeXInlineScanner.deepest {
      index = next(index, into: &builder)
    }
  }

  /// Hands over what begins with a token; the index of the next one.
  mutating func next(_ index: Int, into builder: inout BulletBuilder) -> Int {
    let token = tokens[index]
    switch token.kind {
    case .text: text(index, into: &builder)
    case .space: builder.atom(" ", token.range)
    case .newline: builder.softBreak(token.range)
    case .comment, .verbatim: builder.hidden(token.range)
    case .paragraph: builder.opaque(" ", token.range)
    case .open: return open(index, into: &builder)
    case .close: return close(index, into: &builder)
    case .bracketOpen, .bracketClose: builder.verbatim(token.range)
    case .math: return math(index, into: &builder)
    case .tie: builder.atom(" ", token.range)
    case .ampersand: builder.opaque("&", token.range)
    case .dash: builder.atom(token.range.count == 2 ? "–" : "—", token.range)
    case .quote: builder.atom(quote(token), token.range)
    case .code: builder.opaque(code(token), token.range)
    case .symbol: return symbol(index, into: &builder)
    case .word: return word(index, into: &builder)
    }
    return index + 1
  }

  mutating func text(_ index: Int, into builder: inout BulletBuilder) {
    let range = tokens[index].range
    let lower = max(range.lowerBound, done)
    var upper = range.upperBound
    // The space before a line end is one with it.
    if upper > lower, tokens.bytes[upper - 1] == 0x20, isLineEnd(index + 1) {
      upper -= 1
      spaceBefore = upper
    }
    if lower < upper { builder.verbatim(lower..<upper) }
  }

  private func isLineEnd(_ index: Int) -> Bool {
    guard index < tokens.count else { return false }
    switch tokens[index].kind {
    case .symbol: return tokens.text(tokens[index].range) == "\\\\"
    case .word:
      switch vocabulary[tokens.name(index)] {
      case .line, .fill, .paragraph: return true
      default: return false
      }
    default: return false
    }
  }

  func quote(_ token: LaTeXToken) -> String {
    tokens.bytes[token.range.lowerBound] == 0x27 ? "”" : token.range.count == 2 ? "“" : "‘"
  }

  /// What stands between the signs of `\verb|…|`.
  func code(_ token: LaTeXToken) -> String {
    let sign = tokens.bytes[token.range.upperBound - 1]
    let start = tokens.bytes[token.range].firstIndex(of: sign) ?? token.range.lowerBound
    return tokens.text(min(start + 1, token.range.upperBound - 1)..<(token.range.upperBound - 1))
  }

  // MARK: - Groups

  mutating func open(_ index: Int, into builder: inout BulletBuilder) -> Int {
    let close = tokens[index].match
    // What is not closed makes no bullet.
    guard close > index else {
      builder.open(tokens[index].range)
      return index + 1
    }
    let inside = behindDeclarations(index + 1)
    if inside >= close {
      builder.hidden(tokens.bytes(of: index..<(close + 1)))
      return close + 1
    }
    return wrap(from: index, inside, close, close + 1, isVital: false, into: &builder)
  }

  /// Opens a wrapper whose words begin with a token, and which closes with another one.
  mutating func wrap(
    from start: Int, _ inside: Int, _ close: Int, _ end: Int, isVital: Bool, into builder: inout BulletBuilder
  ) -> Int {
    let lower = tokens[start].range.lowerBound
    builder.open(lower..<max(done, tokens[inside - 1].range.upperBound), isVital: isVital)
    closing[close] = end
    return inside
  }

  mutating func close(_ index: Int, into builder: inout BulletBuilder) -> Int {
    guard let end = closing[index] else {
      // A brace that closes nothing makes no bullet either.
      builder.open(tokens[index].range)
      return index + 1
    }
    builder.close(tokens.bytes(of: index..<end))
    return end
  }

  /// The first token behind macros that only change how a group looks: `{\bf x}`.
  mutating func behindDeclarations(_ start: Int) -> Int {
    var inside = start
    while true {
      let next = tokens.skippingSpace(inside)
      guard next < tokens.count, tokens[next].kind == .word else { return inside }
      switch vocabulary[tokens.name(next)] {
      case .silent:
        inside = next + 1
        swallowSpace(inside)
      case .inline(let signature) where signature.arguments.allSatisfy({ $0 == .nothing }):
        let arguments = LaTeXArguments(of: next, in: tokens, limit: signature.limit)
        guard arguments.groups.count == signature.arguments.count else { return inside }
        inside = arguments.end
      case nil where inside == start && isDeclaration(next):
        inside = next + 1
        swallowSpace(inside)
      default: return inside
      }
    }
  }

  /// Whether an unknown macro at the head of a group sets how it looks: a space and words follow.
  private func isDeclaration(_ index: Int) -> Bool {
    guard index + 1 < tokens.count, tokens[index + 1].kind == .text else { return false }
    return tokens.bytes[tokens[index + 1].range.lowerBound] == 0x20
  }

  /// TeX swallows the space behind a control word.
  @discardableResult
  mutating func swallowSpace(_ index: Int) -> Int {
    guard index < tokens.count else { return tokens[tokens.count - 1].range.upperBound }
    let range = tokens[index].range
    if tokens[index].kind == .text, tokens.bytes[range.lowerBound] == 0x20 {
      done = range.lowerBound + 1
      return done
    }
    return range.lowerBound
  }
}
