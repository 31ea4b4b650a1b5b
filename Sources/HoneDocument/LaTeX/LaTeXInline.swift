internal import HoneCore

/// Scans the inline markup of LaTeX.
enum LaTeXInline {
  /// Hands what stands in a range of the builder's layer over to it.
  static func scan(_ range: Range<Int>, into builder: inout BulletBuilder) {
    scan(range, .builtIn, into: &builder)
  }

  /// Hands what stands in a range over, with what a file says of its macros.
  static func scan(_ range: Range<Int>, _ vocabulary: LaTeXVocabulary, into builder: inout BulletBuilder) {
    var scanner = LaTeXInlineScanner(LaTeXTokens(builder.source.bytes, range), vocabulary)
    scanner.scan(into: &builder)
  }

  /// What a range of bytes shows.
  static func plain(_ layer: Layer, _ range: Range<Int>, _ vocabulary: LaTeXVocabulary) -> String {
    var builder = BulletBuilder(source: layer)
    scan(range, vocabulary, into: &builder)
    let text = builder.textSoFar
    return text.text(0..<text.count)
  }
}

/// One walk over the tokens of a bullet.
struct LaTeXInlineScanner {
  let tokens: LaTeXTokens
  let vocabulary: LaTeXVocabulary
  /// Where the markup that closes a wrapper ends, by the token that it begins with.
  private var closing: [Int: Int] = [:]
  /// Up to here the bytes of the next token are handed over already.
  private var done = 0

  init(_ tokens: LaTeXTokens, _ vocabulary: LaTeXVocabulary) {
    self.tokens = tokens
    self.vocabulary = vocabulary
  }

  /// Formulas that were found not to close, by their signs: how far that was looked for.
  private var unclosed: [String: Int] = [:]

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
  private mutating func next(_ index: Int, into builder: inout BulletBuilder) -> Int {
    let token = tokens[index]
    switch token.kind {
    case .text: text(token, into: &builder)
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

  private func text(_ token: LaTeXToken, into builder: inout BulletBuilder) {
    let lower = max(token.range.lowerBound, done)
    if lower < token.range.upperBound { builder.verbatim(lower..<token.range.upperBound) }
  }

  private func quote(_ token: LaTeXToken) -> String {
    tokens.bytes[token.range.lowerBound] == 0x27 ? "”" : token.range.count == 2 ? "“" : "‘"
  }

  /// What stands between the signs of `\verb|…|`.
  private func code(_ token: LaTeXToken) -> String {
    let sign = tokens.bytes[token.range.upperBound - 1]
    let start = tokens.bytes[token.range].firstIndex(of: sign) ?? token.range.lowerBound
    return tokens.text(min(start + 1, token.range.upperBound - 1)..<(token.range.upperBound - 1))
  }

  // MARK: - Groups

  private mutating func open(_ index: Int, into builder: inout BulletBuilder) -> Int {
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
  private mutating func wrap(
    from start: Int, _ inside: Int, _ close: Int, _ end: Int, isVital: Bool, into builder: inout BulletBuilder
  ) -> Int {
    let lower = tokens[start].range.lowerBound
    builder.open(lower..<max(done, tokens[inside - 1].range.upperBound), isVital: isVital)
    closing[close] = end
    return inside
  }

  private mutating func close(_ index: Int, into builder: inout BulletBuilder) -> Int {
    guard let end = closing[index] else {
      // A brace that closes nothing makes no bullet either.
      builder.open(tokens[index].range)
      return index + 1
    }
    builder.close(tokens.bytes(of: index..<end))
    return end
  }

  /// The first token behind macros that only change how a group looks: `{\bf x}`.
  private mutating func behindDeclarations(_ start: Int) -> Int {
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
      default: return inside
      }
    }
  }

  /// TeX swallows the space behind a control word.
  @discardableResult
  private mutating func swallowSpace(_ index: Int) -> Int {
    guard index < tokens.count else { return tokens[tokens.count - 1].range.upperBound }
    let range = tokens[index].range
    if tokens[index].kind == .text, tokens.bytes[range.lowerBound] == 0x20 {
      done = range.lowerBound + 1
      return done
    }
    return range.lowerBound
  }

  // MARK: - Macros

  private mutating func word(_ index: Int, into builder: inout BulletBuilder) -> Int {
    let name = tokens.name(index)
    if vocabulary.isAccent(name), let end = accent(index, name, into: &builder) { return end }
    switch vocabulary[name] {
    case .symbol(let text): return named(index, text, into: &builder)
    case .silent:
      builder.hidden(tokens[index].range.lowerBound..<swallowSpace(index + 1))
      return index + 1
    case .line, .fill, .paragraph: return lineEnd(index, into: &builder)
    case .inline(let signature): return inline(index, name, signature, into: &builder)
    case .item, .block, .heading:
      // Something that is no part of a line of text makes no bullet.
      builder.open(tokens[index].range)
      return index + 1
    case nil: return unknown(index, name, into: &builder)
    }
  }

  private mutating func named(_ index: Int, _ text: String, into builder: inout BulletBuilder) -> Int {
    let start = tokens[index].range.lowerBound
    if let end = emptyGroup(index + 1) {
      builder.atom(text, start..<tokens[end - 1].range.upperBound)
      return end
    }
    // Who writes `\LaTeX users` wants the space that TeX swallows.
    let endsInLetter = text.last.map { $0.isLetter || $0.isNumber || $0 == "…" } ?? false
    builder.atom(text, start..<(endsInLetter ? tokens[index].range.upperBound : swallowSpace(index + 1)))
    return index + 1
  }

  private func emptyGroup(_ index: Int) -> Int? {
    guard index < tokens.count, tokens[index].kind == .open, tokens[index].match == index + 1 else {
      return nil
    }
    return index + 2
  }

  private mutating func lineEnd(_ index: Int, into builder: inout BulletBuilder) -> Int {
    let arguments = LaTeXArguments(of: index, in: tokens, limit: 0, isTight: true)
    var end = arguments.end
    if end < tokens.count, tokens.text(tokens[end].range) == "*" { end += 1 }
    end = emptyGroup(end) ?? end
    // The white space around it is one with it.
    while end < tokens.count, tokens[end].isSpace { end += 1 }
    let upper = end < tokens.count ? swallowSpace(end) : tokens[end - 1].range.upperBound
    builder.opaque(" ", tokens[index].range.lowerBound..<upper)
    return end
  }

  private mutating func inline(
    _ index: Int, _ name: String, _ signature: LaTeXSignature, into builder: inout BulletBuilder
  ) -> Int {
    let arguments = LaTeXArguments(of: index, in: tokens, limit: signature.limit)
    let whole = tokens.bytes(of: index..<arguments.end)
    guard arguments.groups.count == signature.arguments.count else {
      builder.hidden(tokens[index].range)
      return index + 1
    }
    if let text = signature.arguments.firstIndex(of: .text) {
      let group = arguments.groups[text]
      let inside = behindDeclarations(group + 1)
      let close = tokens[group].match
      guard inside < close else {
        builder.hidden(whole)
        return arguments.end
      }
      let isVital = name.contains("link") || name.contains("href")
      return wrap(from: index, inside, close, arguments.end, isVital: isVital, into: &builder)
    }
    let shown = zip(signature.arguments, arguments.groups).filter { $0.0 == .opaque }.map { inner($0.1) }
    if shown.isEmpty { builder.hidden(whole) } else { builder.opaque(shown.joined(separator: " "), whole) }
    return arguments.end
  }

  /// The bytes inside a group, without the backslash of escapes.
  private func inner(_ group: Int) -> String {
    let close = tokens[group].match
    var text = ""
    for index in (group + 1)..<max(close, group + 1) {
      let range = tokens[index].range
      text += tokens.text(tokens[index].kind == .symbol ? (range.lowerBound + 1)..<range.upperBound : range)
    }
    return text
  }

  /// A macro that nobody knows: its argument is seen, and edited only where it is more than a name.
  private mutating func unknown(_ index: Int, _ name: String, into builder: inout BulletBuilder) -> Int {
    let arguments = LaTeXArguments(of: index, in: tokens, limit: .max, isTight: true)
    let whole = tokens.bytes(of: index..<arguments.end)
    let filled = arguments.groups.filter { tokens[$0].match > $0 + 1 }
    guard let last = filled.last else {
      builder.opaque(name, whole)
      return arguments.end
    }
    if filled.count == 1, holdsWords(last) {
      return wrap(
        from: index, last + 1, tokens[last].match, arguments.end, isVital: true, into: &builder)
    }
    builder.opaque(inner(last), whole)
    return arguments.end
  }

  /// Whether several words stand in a group; what is longer than a name surely has some.
  private func holdsWords(_ group: Int) -> Bool {
    let close = tokens[group].match
    return close - group > 64
      || ((group + 1)..<close).contains { index in
        tokens[index].kind == .newline || tokens[index].kind == .tie
          || (tokens[index].kind == .text && tokens.bytes[tokens[index].range].contains(0x20))
      }
  }

  // MARK: - Control symbols

  private mutating func symbol(_ index: Int, into builder: inout BulletBuilder) -> Int {
    let range = tokens[index].range
    let name = tokens.text((range.lowerBound + 1)..<range.upperBound)
    if vocabulary.isAccent(name), let end = accent(index, name, into: &builder) { return end }
    switch name {
    case "%", "&", "#", "$", "_", "{", "}": builder.atom(name, range)
    case ",", ";", ":", " ", "\t": builder.atom(" ", range)
    case "!", "-", "/", "@": builder.hidden(range)
    case "\\": return lineEnd(index, into: &builder)
    case "(", "[": return math(index, into: &builder)
    default: builder.opaque(name, range)
    }
    return index + 1
  }

  /// `\'e`, `\"{o}`, `\v s`, `\'{\i}`; `nil` where no letter follows.
  private mutating func accent(_ index: Int, _ name: String, into builder: inout BulletBuilder) -> Int? {
    var at = index + 1
    if tokens[index].kind == .word { at = tokens.skippingSpace(at) }
    guard at < tokens.count else { return nil }
    let start = tokens[index].range.lowerBound
    switch tokens[at].kind {
    case .open:
      let close = tokens[at].match
      guard close > at, let letter = letter(at + 1, close) else { return nil }
      put(name, letter, start..<tokens[close].range.upperBound, into: &builder)
      return close + 1
    case .text:
      let range = tokens[at].range
      var lower = range.lowerBound
      if tokens[index].kind == .word, tokens.bytes[lower] == 0x20 { lower += 1 }
      guard lower < range.upperBound, LaTeXLexer.isLetter(tokens.bytes[lower]) else { return nil }
      put(name, tokens.text(lower..<(lower + 1)), start..<(lower + 1), into: &builder)
      done = lower + 1
      return at
    case .word:
      guard let letter = letter(at, at + 1) else { return nil }
      put(name, letter, start..<tokens[at].range.upperBound, into: &builder)
      return at + 1
    default: return nil
    }
  }

  /// The letter that tokens stand for, if they are one.
  private func letter(_ lower: Int, _ upper: Int) -> String? {
    guard upper == lower + 1 else { return nil }
    if tokens[lower].kind == .text {
      let text = tokens.text(tokens[lower].range)
      return text.count == 1 && text.first?.isLetter == true ? text : nil
    }
    guard tokens[lower].kind == .word, case .symbol(let text) = vocabulary[tokens.name(lower)] else {
      return nil
    }
    return text.count == 1 && text.first?.isLetter == true ? text : nil
  }

  private func put(_ name: String, _ letter: String, _ range: Range<Int>, into builder: inout BulletBuilder) {
    if let character = letter.first.flatMap({ vocabulary.accented(name, $0) }) {
      builder.atom(String(character), range)
    } else {
      builder.opaque(letter, range)
    }
  }

  // MARK: - Formulas

  private mutating func math(_ index: Int, into builder: inout BulletBuilder) -> Int {
    guard let end = endOfFormula(index) else {
      builder.verbatim(tokens[index].range)
      return index + 1
    }
    let range = tokens.bytes(of: index..<end)
    let text = LaTeXMath.text(index + 1, end - 1, tokens, vocabulary)
    let isName = text.utf8.contains { LaTeXLexer.isLetter($0) || (0x30...0x39).contains($0) }
    // A sign is as good as a character; a formula is nobody's to edit.
    if isName || text.isEmpty { builder.opaque(text, range) } else { builder.atom(text, range) }
    return end
  }

  private mutating func endOfFormula(_ index: Int) -> Int? {
    let sign = tokens.text(tokens[index].range)
    if let looked = unclosed[sign], index < looked { return nil }
    switch LaTeXMath.end(index, tokens) {
    case .closed(let end): return end
    case .unclosed(let looked):
      unclosed[sign] = looked
      return nil
    }
  }
}
