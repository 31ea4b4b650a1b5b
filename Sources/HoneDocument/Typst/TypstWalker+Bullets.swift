internal import HoneCore

extension TypstWalker {
  /// Adds a bullet, where there are words that somebody wrote.
  mutating func add(_ range: Range<Int>, _ scope: Scope, label: String = "") {
    // What holds lists of its own shows them: `- #entry(…)[ - … ]`.
    if holdsBlocks(range) { return calls(in: range, scope) }
    let whole = range
    let range = range.lowerBound..<blockStart(in: range)
    defer { calls(in: range.upperBound..<whole.upperBound, scope) }
    var builder = BulletBuilder(source: layer)
    guard TypstInline.scan(range, into: &builder, grammar) else { return }
    let section = section(scope, of: label.isEmpty ? self.label(of: builder.textSoFar) : label)
    if let bullet = builder.bullet(section: section, spelling: .typst) { bullets.append(bullet) }
  }

  /// Whether list items or headings stand in the content of calls within a range.
  func holdsBlocks(_ range: Range<Int>) -> Bool {
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = syntax.byte(at)
      at += 1
      guard byte == 0x5B || byte == 0x0A else { continue }
      let next = syntax.skipSpaces(at, upTo: range.upperBound)
      if next < range.upperBound, TypstMarker(syntax, next, range.upperBound) != nil { return true }
      at = max(at, next)
    }
    return false
  }

  /// Adds prose, where it is a bullet or reads like one.
  mutating func prose(_ range: Range<Int>, _ scope: Scope, isBullet: Bool) -> Bool {
    if holdsBlocks(range) { return false }
    var builder = BulletBuilder(source: layer)
    guard TypstInline.scan(range, into: &builder, grammar) else { return false }
    let section = section(scope, of: label(of: builder.textSoFar))
    guard let bullet = builder.bullet(section: section, spelling: .typst) else { return false }
    guard isBullet || (!breaksLines(range) && Prose.isSentence(bullet.text)) else { return false }
    bullets.append(bullet)
    return true
  }

  /// Whether lines are broken by hand before the end: an address, a name and a date.
  func breaksLines(_ range: Range<Int>) -> Bool {
    var at = range.lowerBound
    while at < range.upperBound {
      if syntax.byte(at) == 0x5C, TypstSyntax.isSpace(syntax.byte(at + 1)) { return true }
      at = step(at)
    }
    return false
  }

  /// Adds a string of code.
  mutating func string(_ range: Range<Int>, _ scope: Scope) {
    var builder = BulletBuilder(source: layer)
    TypstString.scan(range, into: &builder)
    let section = section(scope, of: label(of: builder.textSoFar))
    guard let bullet = builder.bullet(section: section, spelling: .typstString) else { return }
    guard scope.role == .bullet || Prose.isSentence(bullet.text), Prose.hasLetters(bullet.text) else {
      return
    }
    bullets.append(bullet)
  }

  func section(_ scope: Scope, of label: String) -> Section? {
    let section = scope.section ?? sections.current
    guard section?.kind.isLive ?? true, !label.isEmpty else { return section }
    let kind = grammar.labels.contains(label.lowercased()) ? .skills : words.kind(of: label)
    guard kind == .skills || kind == .education else { return section }
    return Section(heading: section?.heading ?? "", kind: kind ?? .skills)
  }

  /// What stands before the colon of `Languages: Python, Rust`.
  func label(of text: [UInt8]) -> String {
    guard let colon = text.prefix(40).firstIndex(of: 0x3A) else { return "" }
    return String(decoding: text[..<colon], as: UTF8.self).trimmed
  }
}
