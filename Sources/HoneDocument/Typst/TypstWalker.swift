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
  /// The files whose text belongs into this one.
  var includes: [String] = []
  /// The bullets found.
  var bullets: [SourceBullet] = []
  let layer: Layer
  let lineStarts: [Int]

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

  mutating func block(_ marker: TypstMarker, _ at: Int, _ range: Range<Int>, _ scope: Scope) -> Int {
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

  mutating func item(_ text: Range<Int>, _ kind: TypstMarker.Kind, _ scope: Scope) {
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

  func colon(in range: Range<Int>) -> Int? {
    var at = range.lowerBound
    while at < range.upperBound {
      if syntax.byte(at) == 0x3A { return at }
      at = step(at)
    }
    return nil
  }

  /// A paragraph: text of the page, in which functions are called.
  mutating func paragraph(_ start: Int, _ range: Range<Int>, _ scope: Scope, isFirst: Bool) -> Int {
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
  func blockStart(in range: Range<Int>) -> Int {
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
  func isTitle(_ range: Range<Int>, before end: Int) -> Bool {
    let text = syntax.bytes[range].trimmingSpaces
    return text.count > 2 && text.first == 0x2A && text.last == 0x2A
      && syntax.skipSpaces(range.upperBound, upTo: end) < end
  }

  /// Reads what is called in text.
  mutating func calls(in range: Range<Int>, _ scope: Scope) {
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
