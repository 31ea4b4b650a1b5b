internal import HoneCore

extension LaTeXInlineScanner {
  mutating func symbol(_ index: Int, into builder: inout BulletBuilder) -> Int {
    let range = tokens[index].range
    let name = tokens.text((range.lowerBound + 1)..<range.upperBound)
    if vocabulary.isAccent(name), let end = accent(index, name, into: &builder) { return end }
    switch name {
    case "%", "&", "#", "$", "_", "{", "}": builder.atom(name, range)
    case ",", ";", ":", " ", "\t": builder.atom(" ", range)
    case "!", "-", "/", "@": builder.unseen(range)
    case "\\": return lineEnd(index, into: &builder)
    case "(", "[": return math(index, into: &builder)
    default: builder.opaque(name, range)
    }
    return index + 1
  }

  /// `\'e`, `\"{o}`, `\v s`, `\'{\i}`; `nil` where no letter follows.
  mutating func accent(_ index: Int, _ name: String, into builder: inout BulletBuilder) -> Int? {
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
      guard lower < range.upperBound, Bytes.isLetter(tokens.bytes[lower]) else { return nil }
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
  func letter(_ lower: Int, _ upper: Int) -> String? {
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

  func put(_ name: String, _ letter: String, _ range: Range<Int>, into builder: inout BulletBuilder) {
    if let character = letter.first.flatMap({ vocabulary.accented(name, $0) }) {
      builder.atom(String(character), range)
    } else {
      builder.opaque(letter, range)
    }
  }

  mutating func math(_ index: Int, into builder: inout BulletBuilder) -> Int {
    guard let end = endOfFormula(index) else {
      builder.verbatim(tokens[index].range)
      return index + 1
    }
    let range = tokens.bytes(of: index..<end)
    let text = LaTeXMath.text(index + 1, end - 1, tokens, vocabulary)
    let isName = text.utf8.contains { Bytes.isLetter($0) || (0x30...0x39).contains($0) }
    // A sign is as good as a character; a formula is nobody's to edit.
    if isName || text.isEmpty { builder.opaque(text, range) } else { builder.atom(text, range) }
    return end
  }

  mutating func endOfFormula(_ index: Int) -> Int? {
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
