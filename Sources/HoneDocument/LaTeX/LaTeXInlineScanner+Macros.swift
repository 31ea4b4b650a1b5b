internal import HoneCore

extension LaTeXInlineScanner {
  mutating func word(_ index: Int, into builder: inout BulletBuilder) -> Int {
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

  mutating func named(_ index: Int, _ text: String, into builder: inout BulletBuilder) -> Int {
    let start = tokens[index].range.lowerBound
    if let end = emptyGroup(index + 1) {
      builder.atom(text, start..<tokens[end - 1].range.upperBound)
      return end
    }
    // Who writes `\LaTeX users` wants the space that TeX swallows.
    let isWord = text.count > 1 || text == "…"
    builder.atom(text, start..<(isWord ? tokens[index].range.upperBound : swallowSpace(index + 1)))
    return index + 1
  }

  func emptyGroup(_ index: Int) -> Int? {
    guard index < tokens.count, tokens[index].kind == .open, tokens[index].match == index + 1 else {
      return nil
    }
    return index + 2
  }

  mutating func lineEnd(_ index: Int, into builder: inout BulletBuilder) -> Int {
    let arguments = LaTeXArguments(of: index, in: tokens, limit: 0, isTight: true)
    var end = arguments.end
    if end < tokens.count, tokens.text(tokens[end].range) == "*" { end += 1 }
    end = emptyGroup(end) ?? end
    // The white space around it is one with it.
    while end < tokens.count, tokens[end].isSpace { end += 1 }
    let upper = end < tokens.count ? swallowSpace(end) : tokens[end - 1].range.upperBound
    builder.opaque(" ", (spaceBefore ?? tokens[index].range.lowerBound)..<upper)
    spaceBefore = nil
    return end
  }

  mutating func inline(
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
  func inner(_ group: Int) -> String {
    let close = tokens[group].match
    var text = ""
    for index in (group + 1)..<max(close, group + 1) {
      let range = tokens[index].range
      text += tokens.text(tokens[index].kind == .symbol ? (range.lowerBound + 1)..<range.upperBound : range)
    }
    return text
  }

  /// A macro that nobody knows: its argument is seen, and edited only where it is more than a name.
  mutating func unknown(_ index: Int, _ name: String, into builder: inout BulletBuilder) -> Int {
    let arguments = LaTeXArguments(of: index, in: tokens, limit: .max, isTight: true)
    let whole = tokens.bytes(of: index..<arguments.end)
    let filled = arguments.groups.filter { tokens[$0].match > $0 + 1 }
    guard let last = filled.last else {
      if hidesUnknown { builder.hidden(whole) } else { builder.opaque(name, whole) }
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
  func holdsWords(_ group: Int) -> Bool {
    let close = tokens[group].match
    return close - group > 64
      || ((group + 1)..<close).contains { index in
        tokens[index].kind == .newline || tokens[index].kind == .tie
          || (tokens[index].kind == .text && tokens.bytes[tokens[index].range].contains(0x20))
      }
  }
}
