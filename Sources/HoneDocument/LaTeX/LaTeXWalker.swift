internal import HoneCore

/// Walks through a file once and collects its bullets.
///
/// What makes a bullet is a run of tokens: behind `\item`, in the argument of a macro, behind a sign, or prose. A run
/// ends where a paragraph, an item, a list, a heading or the group around it ends. Groups in the middle of a line are
/// stepped over; those that hold items or lists are walked through.
struct LaTeXWalker {
  let layer: Layer
  let tokens: LaTeXTokens
  let vocabulary: LaTeXVocabulary
  let definitions: [Int: Int]
  let structure: LaTeXStructure
  private(set) var bullets: [SourceBullet] = []
  var notes: [Note] = []
  var sections: SectionTracker
  let sectionWords: SectionWords
  var run: LaTeXRun?
  /// What groups further on hold, by the tokens that open them.
  var roles: [Int: LaTeXSignature.Argument] = [:]
  /// The roles of the groups around, by the tokens that close them.
  var around: [(close: Int, role: LaTeXSignature.Argument)] = []
  var proseEnvironments = 0
  var hasHeadings = false
  /// Whether a letter stands here, whose prose is none of a résumé's.
  var isInLetter = false
  var inputs: [String] = []
  var unclosed: [String: Int] = [:]

  init(
    _ layer: Layer, _ tokens: LaTeXTokens, _ definitions: [Int: Int], _ vocabulary: LaTeXVocabulary,
    _ words: SectionWords
  ) {
    self.layer = layer
    self.tokens = tokens
    self.definitions = definitions
    self.vocabulary = vocabulary
    sectionWords = words
    sections = SectionTracker(words)
    structure = LaTeXStructure(tokens, vocabulary)
  }

  mutating func walk() {
    let (lower, upper) = structure.body
    var index = lower
    while index < upper {
      if let end = definitions[index] {
        flush()
        index = end
      } else {
        index = max(next(index, upper), index + 1)
      }
    }
    flush()
    noteInputs()
  }

  // MARK: - Tokens

  mutating func next(_ index: Int, _ upper: Int) -> Int {
    let token = tokens[index]
    switch token.kind {
    case .space, .comment, .newline: break
    case .paragraph, .verbatim: flush()
    case .open: return open(index)
    case .close: close(index)
    case .text: text(index)
    case .dash where isAtStart && isBeforeSpace(index):
      flush()
      run = LaTeXRun(.signed)
    case .bracketOpen, .bracketClose, .tie, .dash, .quote, .code: take(index, index + 1)
    case .math: return math(index)
    case .ampersand: cell(index)
    case .symbol: return symbol(index)
    case .word: return word(index)
    }
    return index + 1
  }

  mutating func take(_ from: Int, _ upTo: Int) {
    if run == nil { run = LaTeXRun(.prose) }
    run?.take(from, upTo)
  }

  /// Whether a run could begin here: none is under way that has text.
  var isAtStart: Bool {
    guard let run else { return true }
    if case .prose = run.kind { return run.isEmpty }
    return false
  }

  mutating func text(_ index: Int) {
    let range = tokens[index].range
    // A space before the first word.
    if range.count == 1, tokens.bytes[range.lowerBound] == 0x20, run?.isEmpty ?? true { return }
    let isFirst = isAtStart || (isAtLineStart(index) && !isInList)
    if isFirst, let rest = LaTeXSign.rest(of: tokens.text(range), vocabulary) {
      flush()
      run = LaTeXRun(.signed)
      if rest { run?.take(index, index + 1) }
      return
    }
    take(index, index + 1)
  }

  func isBeforeSpace(_ index: Int) -> Bool {
    guard index + 1 < tokens.count, tokens[index + 1].kind == .text else { return false }
    return tokens.bytes[tokens[index + 1].range.lowerBound] == 0x20
  }

  var isInList: Bool {
    switch run?.kind {
    case .item, .argument: true
    default: false
    }
  }

  func isAtLineStart(_ index: Int) -> Bool {
    index == 0 || tokens[index - 1].kind == .newline || tokens[index - 1].kind == .comment
  }

  mutating func cell(_ index: Int) {
    switch run?.kind {
    case .signed where run?.isEmpty ?? false: break
    case .item: run?.takeFill(index)
    case .argument: take(index, index + 1)
    default: flush()
    }
  }

  // MARK: - Bullets

  /// Ends the run that is under way.
  mutating func flush(beforeList: Bool = false, beforeFill: Bool = false) {
    guard let run else { return }
    self.run = nil
    guard !run.isEmpty else { return }
    switch run.kind {
    case .prose: if isInLetter || takeAsHeading(run) { return }
    case .item:
      if tokens[run.start].kind == .word || tokens[run.start].kind == .open, takeAsHeading(run) { return }
    default: break
    }
    let isExpected = proseEnvironments > 0 || around.last?.role == .body
    let judge = LaTeXJudge(
      self, isExpected: isExpected, isLive: isInKnownSection, isBeforeList: beforeList,
      isBeforeFill: beforeFill)
    bullets += judge.bullets(of: run)
  }

  /// Whether the section around is known to be one in which rules run.
  var isInKnownSection: Bool {
    guard let section = sections.current, section.kind.isLive else { return false }
    return sectionWords.kind(of: section.heading) != nil
  }

  /// In a file without headings a line that says nothing but “Experience”, in bold or large, is one.
  mutating func takeAsHeading(_ run: LaTeXRun) -> Bool {
    guard !hasHeadings || sections.current == nil, run.end - run.start < 24,
      (run.start..<run.end).contains(where: { tokens[$0].kind == .word || tokens[$0].kind == .open })
    else { return false }
    let text = LaTeXInline.plain(layer, tokens.bytes(of: run.start..<run.end), vocabulary)
    let heading = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard isHeading(heading) else { return false }
    sections.enter(heading, level: 1)
    return true
  }

}
