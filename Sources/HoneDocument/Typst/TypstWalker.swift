internal import HoneCore

/// Walks through Typst source, markup and code, and collects its bullets.
struct TypstWalker {
  /// What is known about a place from what stands around it.
  struct Scope {
    /// What text at a place is, where it is no list item.
    enum Role {
      /// Text of the page.
      case none
      /// Prose of an entry, a bullet where it is a sentence.
      case prose
      /// A bullet as a whole, or a list of such.
      case bullet
      /// A list that holds bullets where it holds sentences.
      case list
    }

    var role = Role.none
    /// A section that a function or an argument makes of what it holds.
    var section: Section?
  }

  let syntax: TypstSyntax
  let grammar: TypstGrammar
  let words: SectionWords
  var sections: SectionTracker
  /// Functions of the file itself one call of which is a bullet, and which of their arguments holds it.
  var learned: [String: Int] = [:]
  /// The bullets found.
  private(set) var bullets: [SourceBullet] = []
  let layer: Layer
  private let lineStarts: [Int]

  init(_ syntax: TypstSyntax, _ grammar: TypstGrammar, _ sections: SectionTracker, _ words: SectionWords) {
    self.syntax = syntax
    self.grammar = grammar
    self.sections = sections
    self.words = words
    layer = Layer(syntax.bytes)
    var starts = [syntax.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
    for (index, byte) in syntax.bytes.enumerated() where byte == 0x0A { starts.append(index + 1) }
    lineStarts = starts
  }

  // MARK: - Lines

  /// Reads markup: a whole file, or what stands between brackets.
  mutating func markup(_ range: Range<Int>, _ scope: Scope) {
    var at = range.lowerBound
    if at == 0, syntax.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    var isFirst = true
    while at < range.upperBound {
      at = syntax.skipSpaces(at, upTo: range.upperBound)
      guard at < range.upperBound else { return }
      if isComment(at), let end = syntax.end(at) {
        at = end
        continue
      }
      if let marker = TypstMarker(syntax, at, range.upperBound) {
        at = block(marker, at, range, scope)
      } else {
        at = paragraph(at, range, scope, isFirst: isFirst)
      }
      isFirst = false
    }
  }

  private mutating func block(_ marker: TypstMarker, _ at: Int, _ range: Range<Int>, _ scope: Scope) -> Int {
    guard case .heading(let level) = marker.kind else {
      let own = ownText(marker.text, column: column(of: at), range)
      item(own.text, marker.kind, scope)
      return max(own.end, marker.text)
    }
    var end = marker.text
    var hashes: [Int] = []
    while end < range.upperBound, syntax.byte(end) != 0x0A {
      if syntax.byte(end) == 0x23 { hashes.append(end) }
      end = step(end)
    }
    end = min(end, range.upperBound)
    let heading = headingText(marker.text..<end)
    if !heading.isEmpty { sections.enter(heading, level: level) }
    return end
  }

  private mutating func item(_ text: Range<Int>, _ kind: TypstMarker.Kind, _ scope: Scope) {
    var text = text
    if kind == .term {
      // The term stays what it is: rules see what is said of it.
      guard let colon = colon(in: text) else { return }
      let term = plainText(text.lowerBound..<colon)
      text = (colon + 1)..<text.upperBound
      return add(text, scope, label: term)
    }
    add(text, scope)
  }

  private func colon(in range: Range<Int>) -> Int? {
    var at = range.lowerBound
    while at < range.upperBound {
      if syntax.byte(at) == 0x3A { return at }
      at = step(at)
    }
    return nil
  }

  /// A paragraph: text of the page, in which functions are called.
  private mutating func paragraph(_ start: Int, _ range: Range<Int>, _ scope: Scope, isFirst: Bool) -> Int {
    let own = ownText(start, column: -1, range)
    if isHeading(own.text) || signed(own.text, scope) { return max(own.end, start + 1) }
    let isBullet = scope.role == .bullet && isFirst
    let isProse = scope.role == .prose || (scope.section ?? sections.current)?.kind == .summary
    let words = own.text.lowerBound..<blockStart(in: own.text)
    let isTaken =
      (isBullet && !isTitle(words, before: range.upperBound) || isProse)
      && prose(words, scope, isBullet: isBullet)
    calls(in: isTaken ? words.upperBound..<own.text.upperBound : own.text, scope)
    return max(own.end, start + 1)
  }

  /// Where a list of code begins within text: `Led the team. #list([…], […])`.
  private func blockStart(in range: Range<Int>) -> Int {
    var at = range.lowerBound
    while at < range.upperBound {
      if syntax.byte(at) == 0x23, TypstSyntax.beginsName(syntax.byte(at + 1)) {
        let method = TypstName(TypstCall(syntax, at: at + 1).name).words.last
        if method == "list" || method == "enum" { return at }
      }
      at = step(at)
    }
    return range.upperBound
  }

  /// Whether text is bold as a whole and stands above more: the title of what follows.
  private func isTitle(_ range: Range<Int>, before end: Int) -> Bool {
    let text = syntax.bytes[range].trimmingSpaces
    return text.count > 2 && text.first == 0x2A && text.last == 0x2A
      && syntax.skipSpaces(range.upperBound, upTo: end) < end
  }

  /// Reads what is called in text.
  private mutating func calls(in range: Range<Int>, _ scope: Scope) {
    var at = range.lowerBound
    while at < range.upperBound {
      if syntax.byte(at) == 0x23, let end = syntax.end(at) {
        hash(at..<end, scope)
        at = end
      } else {
        at = step(at)
      }
    }
  }

  /// The text of a heading; where code chooses it, the first choice that is known: `= #if english [Experience] else […]`.
  private func headingText(_ range: Range<Int>) -> String {
    let text = plainText(range)
    if words.kind(of: text) != nil { return text }
    for at in range where syntax.byte(at) == 0x5B {
      guard let end = syntax.end(at), end - at < 200 else { continue }
      let choice = plainText((at + 1)..<max(at + 1, end - 1))
      if words.kind(of: choice) != nil { return choice }
    }
    return text
  }

  /// Whether a paragraph is the name of a section in a look of its own: `#text(14pt)[*Experience*]`.
  private mutating func isHeading(_ range: Range<Int>) -> Bool {
    guard range.count < 300, let first = range.first, "#*_".utf8.contains(syntax.byte(first)) else {
      return false
    }
    if syntax.byte(first) == 0x23, !hasLook(first) { return false }
    let text = plainText(range)
    guard words.kind(of: text) != nil else { return false }
    // Below the headings that are called so, whatever their level.
    sections.enter(text, level: 100)
    return true
  }

  /// Whether a call only gives its content a look.
  private func hasLook(_ hash: Int) -> Bool {
    guard TypstSyntax.beginsName(syntax.byte(hash + 1)) else { return false }
    return grammar.looks.contains(TypstName(TypstCall(syntax, at: hash + 1).name).plain)
  }

  /// Reads lines that begin with the sign of a bullet and are broken by hand: `• Led the team \`.
  private mutating func signed(_ range: Range<Int>, _ scope: Scope) -> Bool {
    guard sign(at: range.lowerBound) > 0 else { return false }
    var start = range.lowerBound
    var at = start
    while at < range.upperBound {
      let isBreak = syntax.byte(at) == 0x5C && TypstSyntax.isSpace(syntax.byte(at + 1))
      let next = isBreak ? syntax.skipSpaces(at + 1, upTo: range.upperBound) : min(step(at), range.upperBound)
      if isBreak || next == range.upperBound {
        let length = sign(at: start)
        if length > 0 { add((start + length)..<(isBreak ? at : next), scope) }
        start = next
      }
      at = next
    }
    return true
  }

  /// The length of a bullet's sign at an offset, 0 where there is none.
  private func sign(at offset: Int) -> Int {
    for sign in ["•", "●", "▪", "◦", "‣", "#sym.bullet"] where syntax.bytes[offset...].starts(with: sign.utf8)
    {
      return sign.utf8.count
    }
    return 0
  }

  // MARK: - Bullets

  /// Adds a bullet, where there are words that somebody wrote.
  private mutating func add(_ range: Range<Int>, _ scope: Scope, label: String = "") {
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
  private func holdsBlocks(_ range: Range<Int>) -> Bool {
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
  private mutating func prose(_ range: Range<Int>, _ scope: Scope, isBullet: Bool) -> Bool {
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
  private func breaksLines(_ range: Range<Int>) -> Bool {
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

  private func section(_ scope: Scope, of label: String) -> Section? {
    let section = scope.section ?? sections.current
    guard section?.kind.isLive ?? true, !label.isEmpty else { return section }
    let kind = grammar.labels.contains(label.lowercased()) ? .skills : words.kind(of: label)
    guard kind == .skills || kind == .education else { return section }
    return Section(heading: section?.heading ?? "", kind: kind ?? .skills)
  }

  /// What stands before the colon of `Languages: Python, Rust`.
  private func label(of text: [UInt8]) -> String {
    guard let colon = text.prefix(40).firstIndex(of: 0x3A) else { return "" }
    return String(decoding: text[..<colon], as: UTF8.self).trimmed
  }
}

// MARK: - The extent of things

extension TypstWalker {
  func isComment(_ at: Int) -> Bool {
    syntax.byte(at) == 0x2F && syntax.end(at) != nil
  }

  /// The offset behind what begins at an offset.
  func step(_ at: Int) -> Int {
    if let end = syntax.end(at) { return end }
    return at + (syntax.byte(at) == 0x5C ? syntax.escapeLength(at) : 1)
  }

  /// The column of an offset: bytes from the head of its line.
  private func column(of offset: Int) -> Int {
    var lower = 0
    var upper = lineStarts.count
    while lower + 1 < upper {
      let middle = (lower + upper) / 2
      if lineStarts[middle] <= offset { lower = middle } else { upper = middle }
    }
    return offset - lineStarts[lower]
  }

  /// The text from an offset on that belongs together: up to a blank line, a list item, a heading, or a line that does
  /// not stand deeper than a column.
  ///
  /// Comments on lines of their own do not end it; those behind its last line are none of it.
  private func ownText(_ start: Int, column: Int, _ range: Range<Int>) -> (text: Range<Int>, end: Int) {
    var at = start
    var last = start
    while at < range.upperBound {
      if syntax.byte(at) == 0x0A {
        guard let next = continuation(at, column: column, range) else { break }
        at = next
      } else {
        at = min(step(at), range.upperBound)
        last = at
      }
    }
    return (start..<max(start, last), max(at, start))
  }

  /// Where the text goes on behind a line end, or `nil` where it does not.
  private func continuation(_ newline: Int, column: Int, _ range: Range<Int>) -> Int? {
    var at = newline + 1
    var lineStart = at
    while at < range.upperBound {
      let byte = syntax.byte(at)
      if byte == 0x0A { return nil }
      if byte == 0x20 || byte == 0x09 || byte == 0x0D {
        at += 1
      } else if isComment(at), let end = syntax.end(at) {
        at = end
        // A line that holds nothing but a comment is no blank line.
        var rest = end
        while rest < range.upperBound, [0x20, 0x09, 0x0D].contains(syntax.byte(rest)) { rest += 1 }
        if rest < range.upperBound, syntax.byte(rest) == 0x0A {
          at = rest + 1
          lineStart = at
        }
      } else {
        return at - lineStart > column && TypstMarker(syntax, at, range.upperBound) == nil ? at : nil
      }
    }
    return nil
  }

  /// The text of markup as a reader of the page sees it.
  func plainText(_ range: Range<Int>) -> String {
    var builder = BulletBuilder(source: layer)
    TypstInline.scan(range, into: &builder)
    return String(decoding: builder.textSoFar, as: UTF8.self).trimmed
  }
}

extension ArraySlice<UInt8> {
  /// The bytes without white space at their ends.
  fileprivate var trimmingSpaces: ArraySlice<UInt8> {
    var bytes = self
    while let first = bytes.first, TypstSyntax.isSpace(first) { bytes.removeFirst() }
    while let last = bytes.last, TypstSyntax.isSpace(last) { bytes.removeLast() }
    return bytes
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
