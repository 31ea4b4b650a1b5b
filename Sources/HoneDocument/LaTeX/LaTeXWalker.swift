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
  private let definitions: [Int: Int]
  private let structure: LaTeXStructure
  private(set) var bullets: [SourceBullet] = []
  private(set) var notes: [Note] = []
  var sections: SectionTracker
  private let sectionWords: SectionWords
  private var run: LaTeXRun?
  /// What groups further on hold, by the tokens that open them.
  private var roles: [Int: LaTeXSignature.Argument] = [:]
  /// The roles of the groups around, by the tokens that close them.
  private var around: [(close: Int, role: LaTeXSignature.Argument)] = []
  private var proseEnvironments = 0
  private var hasHeadings = false
  private var inputs: [String] = []
  /// Environments that do not end: nobody looks again.
  private var endless: Set<String> = []
  private var unclosed: [String: Int] = [:]

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

  private mutating func next(_ index: Int, _ upper: Int) -> Int {
    let token = tokens[index]
    switch token.kind {
    case .space, .comment, .newline: break
    case .paragraph, .verbatim: flush()
    case .open: return open(index)
    case .close: close(index)
    case .text: text(index)
    case .bracketOpen, .bracketClose, .tie, .dash, .quote, .code: take(index, index + 1)
    case .math: return math(index)
    case .ampersand: cell(index)
    case .symbol: return symbol(index)
    case .word: return word(index)
    }
    return index + 1
  }

  private mutating func take(_ from: Int, _ upTo: Int) {
    if run == nil { run = LaTeXRun(.prose) }
    run?.take(from, upTo)
  }

  /// Whether a run could begin here: none is under way that has text.
  private var isAtStart: Bool {
    guard let run else { return true }
    if case .prose = run.kind { return run.isEmpty }
    return false
  }

  private mutating func text(_ index: Int) {
    let range = tokens[index].range
    let isFirst = isAtStart || (isAtLineStart(index) && !isInList)
    if isFirst, let rest = LaTeXSign.rest(of: tokens.text(range), vocabulary) {
      flush()
      run = LaTeXRun(.signed)
      if rest { run?.take(index, index + 1) }
      return
    }
    take(index, index + 1)
  }

  private var isInList: Bool {
    switch run?.kind {
    case .item, .argument: true
    default: false
    }
  }

  private func isAtLineStart(_ index: Int) -> Bool {
    index == 0 || tokens[index - 1].kind == .newline || tokens[index - 1].kind == .comment
  }

  private mutating func cell(_ index: Int) {
    switch run?.kind {
    case .signed where run?.isEmpty ?? false: break
    case .item: run?.takeFill(index)
    case .argument: take(index, index + 1)
    default: flush()
    }
  }

  // MARK: - Groups

  private mutating func open(_ index: Int) -> Int {
    let close = tokens[index].match
    guard close > index else {
      flush()
      note(index, "nothing closes this brace; what hangs on it is left alone")
      run = LaTeXRun(.broken)
      return index + 1
    }
    if let role = roles.removeValue(forKey: index) { return enter(index, close, role) }
    if let run, !run.isEmpty || !isAtStart {
      if !structure.isBroken(index, close) {
        take(index, close + 1)
        return close + 1
      }
      // `\item {text \begin{itemize} …}`: the text begins inside.
      if !run.isEmpty { flush() }
      return index + 1
    }
    if structure.hasLines(index, close) { return index + 1 }
    take(index, close + 1)
    return close + 1
  }

  private mutating func enter(_ index: Int, _ close: Int, _ role: LaTeXSignature.Argument) -> Int {
    flush()
    if role == .nothing, !structure.isBroken(index, close) { return close + 1 }
    around.append((close, role))
    if role == .bullet { run = LaTeXRun(.argument) }
    return index + 1
  }

  private mutating func close(_ index: Int) {
    flush()
    while let last = around.last, last.close <= index { around.removeLast() }
  }

  private mutating func math(_ index: Int) -> Int {
    let sign = tokens.text(tokens[index].range)
    if let looked = unclosed[sign], index < looked {
      take(index, index + 1)
      return index + 1
    }
    switch LaTeXMath.end(index, tokens) {
    case .unclosed(let looked):
      unclosed[sign] = looked
      take(index, index + 1)
      return index + 1
    case .closed(let end):
      if isAtStart, isSign(index + 1, end - 1) {
        flush()
        run = LaTeXRun(.signed)
      } else {
        take(index, end)
      }
      return end
    }
  }

  private func isSign(_ lower: Int, _ upper: Int) -> Bool {
    lower + 1 == upper && tokens[lower].kind == .word
      && vocabulary.bulletMacros.contains(tokens.name(lower))
  }

  // MARK: - Macros

  private mutating func symbol(_ index: Int) -> Int {
    let name = tokens.text(tokens[index].range)
    if name == "\\\\" { return line(index) }
    if name == "\\(" || name == "\\[" { return math(index) }
    // A space before the first word, as behind `\textbullet\ `.
    if name == "\\ " || name == "\\," || name == "\\-" || name == "\\/", run?.isEmpty ?? true {
      return index + 1
    }
    take(index, index + 1)
    return index + 1
  }

  private mutating func line(_ index: Int) -> Int {
    let end = behindLine(index)
    if isInList { run?.takeLine(index) } else { flush() }
    return end
  }

  /// Behind `\\*[2pt]` or `\newline{}`.
  private func behindLine(_ index: Int) -> Int {
    var end = index + 1
    if end < tokens.count, tokens.text(tokens[end].range) == "*" { end += 1 }
    if end < tokens.count, tokens[end].kind == .bracketOpen, tokens[end].match > end {
      end = tokens[end].match + 1
    }
    if end < tokens.count, tokens[end].kind == .open, tokens[end].match == end + 1 { end += 2 }
    return end
  }

  private mutating func word(_ index: Int) -> Int {
    let name = tokens.name(index)
    if name == "begin" { return begin(index) }
    if name == "end" { return endOfEnvironment(index) }
    if isAtStart, vocabulary.bulletMacros.contains(name) {
      flush()
      run = LaTeXRun(.signed)
      return behindLine(index)
    }
    switch vocabulary[name] {
    case .item: return item(index)
    case .heading(let level, let signature): return heading(index, level, signature)
    case .block(let signature): return block(index, name, signature)
    case .paragraph:
      flush(beforeList: LaTeXWalker.opensList(name))
      return index + 1
    case .line: return line(index)
    case .fill:
      if isInList { run?.takeFill(index) } else { flush() }
      return LaTeXArguments(of: index, in: tokens, limit: 1, isTight: true).end
    case .silent: return index + 1
    case .symbol:
      if run == nil, LaTeXWalker.isBlank(vocabulary[name]) { return index + 1 }
      take(index, behindLine(index))
      return behindLine(index)
    case .inline(let signature): return inline(index, signature)
    case nil: return unknown(index, name)
    }
  }

  private static let inputs: Set<String> = ["input", "include", "subfile", "makerubric"]

  private static func opensList(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.contains("list") || name.contains("start") || name.contains("begin")
  }

  private static func isBlank(_ macro: LaTeXMacro?) -> Bool { macro == .symbol(" ") }

  private mutating func item(_ index: Int) -> Int {
    flush()
    var at = index + 1
    while tokens.skippingSpace(at) < tokens.count, tokens[tokens.skippingSpace(at)].kind == .word,
      tokens.name(tokens.skippingSpace(at)) == "relax"
    {
      at = tokens.skippingSpace(at) + 1
    }
    let isPlain = at == index + 1
    if let end = behindEntry(index) {
      run = LaTeXRun(.item(label: .empty))
      return end
    }
    let next = tokens.skippingSpace(at)
    guard isPlain, next < tokens.count, tokens[next].kind == .bracketOpen, tokens[next].match > next else {
      run = LaTeXRun(.item(label: .none))
      return at
    }
    let inside = tokens.skippingSpace(next + 1)
    run = LaTeXRun(.item(label: inside == tokens[next].match ? .empty : label(next)))
    return tokens[next].match + 1
  }

  /// `\item{dates}{place}{title} text`: an entry, and perhaps what was done there.
  private func behindEntry(_ index: Int) -> Int? {
    guard index + 1 < tokens.count, tokens[index + 1].kind == .open else { return nil }
    let tight = LaTeXArguments(of: index, in: tokens, limit: 8, isTight: true)
    if tight.groups.count > 1 { return tight.end }
    let loose = LaTeXArguments(of: index, in: tokens, limit: 8)
    return loose.groups.count > 2 ? loose.end : nil
  }

  /// A label that is a sign, or drawn, is no other than that of the list.
  private func label(_ bracket: Int) -> LaTeXRun.Label {
    let range = tokens.bytes(of: (bracket + 1)..<tokens[bracket].match)
    let text = LaTeXInline.plain(layer, range, vocabulary)
    return text.contains { $0.isLetter || $0.isNumber } ? .some : .none
  }

  private mutating func inline(_ index: Int, _ signature: LaTeXSignature) -> Int {
    let arguments = LaTeXArguments(of: index, in: tokens, limit: signature.limit)
    if arguments.groups.contains(where: { structure.isBroken($0, tokens[$0].match) }) {
      // What prints nothing is passed over; the rest is walked through.
      if run.map({ !$0.isEmpty }) ?? false { flush() }
      for (role, group) in zip(signature.arguments, arguments.groups) where role == .nothing {
        roles[group] = .nothing
      }
      return index + 1
    }
    let isSilent = !signature.arguments.contains { $0 == .text || $0 == .opaque }
    if !isSilent { take(index, arguments.end) }
    return arguments.end
  }

  private mutating func block(_ index: Int, _ name: String, _ signature: LaTeXSignature) -> Int {
    flush()
    if LaTeXWalker.inputs.contains(name) { addInput(index) }
    let arguments = LaTeXArguments(of: index, in: tokens, limit: signature.limit)
    let found = signature.roles(arguments.groups.count)
    if found == [.perhaps], let end = guessedHeading(arguments) { return end }
    for (role, group) in zip(found, arguments.groups) { roles[group] = role }
    return walkIn(index, arguments)
  }

  /// Where to go on before the arguments of a macro: behind its options.
  private func walkIn(_ index: Int, _ arguments: LaTeXArguments) -> Int {
    guard let option = arguments.options.first, arguments.groups.first.map({ option < $0 }) ?? true else {
      return index + 1
    }
    return tokens[option].match + 1
  }

  private mutating func unknown(_ index: Int, _ name: String) -> Int {
    let tight = LaTeXArguments(of: index, in: tokens, limit: .max, isTight: true)
    if tight.groups.isEmpty, tight.options.isEmpty, isAlone(index) {
      // A line of its own: the end of a list, a rule, a space.
      flush(beforeList: LaTeXWalker.opensList(name))
      return index + 1
    }
    let isBroken = tight.groups.contains { structure.isBroken($0, tokens[$0].match) }
    if !isBroken, !isAtStart || tight.groups.isEmpty && !isFollowedByGroup(index) {
      take(index, tight.end)
      return tight.end
    }
    let arguments = LaTeXArguments(of: index, in: tokens, limit: .max)
    if !isBroken, goesOn(arguments) {
      take(index, tight.end)
      return tight.end
    }
    flush()
    if arguments.groups.count == 1 || isNamedLikeHeading(name), let end = guessedHeading(arguments) {
      return end
    }
    for group in arguments.groups { roles[group] = .perhaps }
    return walkIn(index, arguments)
  }

  private func isAlone(_ index: Int) -> Bool {
    func isEdge(_ at: Int) -> Bool {
      guard at >= 0, at < tokens.count else { return true }
      return tokens[at].kind == .newline || tokens[at].kind == .paragraph || tokens[at].kind == .comment
    }
    return isEdge(index - 1) && isEdge(index + 1) && !isFollowedByGroup(index)
  }

  private func isFollowedByGroup(_ index: Int) -> Bool {
    let next = tokens.skippingSpace(index + 1)
    return next < tokens.count && tokens[next].kind == .open
  }

  /// Whether text goes on behind a macro in the same line: `\name{x} and y`.
  private func goesOn(_ arguments: LaTeXArguments) -> Bool {
    guard arguments.groups.count <= 1, arguments.end < tokens.count else { return false }
    switch tokens[arguments.end].kind {
    case .text, .tie, .dash: return true
    default: return false
    }
  }

  private func isNamedLikeHeading(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.contains("section") || name.contains("heading") || name.hasSuffix("sect")
      || name.hasSuffix("title")
  }

  // MARK: - Environments

  private mutating func begin(_ index: Int) -> Int {
    guard let group = LaTeXArguments(of: index, in: tokens, limit: 1).groups.first else {
      flush()
      return index + 1
    }
    let name = tokens.text(tokens.bytes(of: (group + 1)..<tokens[group].match))
    flush(beforeList: !LaTeXStructure.cells.contains(name))
    if vocabulary.deadEnvironments.contains(name), let end = structure.end(of: name, from: group) {
      return end
    }
    if vocabulary.proseEnvironments.contains(name) { proseEnvironments += 1 }
    let all = LaTeXArguments(of: tokens[group].match, in: tokens, limit: .max, isTight: true)
    if let first = all.groups.first, isHeading(name, first, all) { return enterHeading(first, level: 1) }
    let isBroken = all.groups.contains { structure.isBroken($0, tokens[$0].match) }
    return isBroken ? tokens[group].match + 1 : all.end
  }

  private func isHeading(_ environment: String, _ group: Int, _ arguments: LaTeXArguments) -> Bool {
    if vocabulary.headingEnvironments.contains(environment) { return true }
    return arguments.groups.count == 1 && !LaTeXStructure.cells.contains(environment)
      && isHeading(plain(group))
  }

  private mutating func endOfEnvironment(_ index: Int) -> Int {
    flush()
    let arguments = LaTeXArguments(of: index, in: tokens, limit: 1)
    if let group = arguments.groups.first {
      let name = tokens.text(tokens.bytes(of: (group + 1)..<tokens[group].match))
      if vocabulary.proseEnvironments.contains(name) { proseEnvironments = max(0, proseEnvironments - 1) }
    }
    return arguments.end
  }

  // MARK: - Headings

  private mutating func heading(_ index: Int, _ level: Int, _ signature: LaTeXSignature) -> Int {
    flush()
    let arguments = LaTeXArguments(of: index, in: tokens, limit: signature.arguments.count)
    let wanted = signature.arguments.firstIndex(of: .text) ?? 0
    guard wanted < arguments.groups.count else { return arguments.end }
    let group = arguments.groups[wanted]
    // Some classes take an icon first: `\cvsection{\faSuitcase}{Experience}`.
    let close = tokens[group].match
    if sectionWords.kind(of: plain(group)) == nil, close + 1 < tokens.count, tokens[close + 1].kind == .open,
      tokens[close + 1].match > close, sectionWords.kind(of: plain(close + 1)) != nil
    {
      return enterHeading(close + 1, level: level)
    }
    return max(enterHeading(group, level: level), arguments.end)
  }

  private mutating func enterHeading(_ group: Int, level: Int) -> Int {
    let text = plain(group)
    if !text.isEmpty {
      sections.enter(isInside(text, level) ? "" : text, level: level)
      hasHeadings = true
    }
    return tokens[group].match + 1
  }

  /// Whether a heading below the first level says nothing of its own: “Software” below “Experience” is a department.
  private func isInside(_ heading: String, _ level: Int) -> Bool {
    guard level > 1, sections.current?.kind.isLive ?? false else { return false }
    switch sectionWords.kind(of: heading) {
    case .skills, .other, .contact: return true
    default: return false
    }
  }

  /// Whether a line is a heading by its words: “Work Experience”, but not “Software Engineer”.
  private func isHeading(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter }.map(String.init)
    return words.count <= 5 && !words.contains { vocabulary.titles.contains($0) }
      && sectionWords.kind(of: text) != nil
  }

  /// A heading by its words, where a macro is unknown that has one argument.
  private mutating func guessedHeading(_ arguments: LaTeXArguments) -> Int? {
    for group in arguments.groups.prefix(2) where isHeading(plain(group)) {
      _ = enterHeading(group, level: 1)
      return arguments.end
    }
    return nil
  }

  /// What a group shows; nothing where it is too long to be a heading.
  private func plain(_ group: Int) -> String {
    let close = tokens[group].match
    guard close > group + 1, close - group < 64 else { return "" }
    let text = LaTeXInline.plain(layer, tokens.bytes(of: (group + 1)..<close), vocabulary)
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  // MARK: - Bullets

  /// Ends the run that is under way.
  private mutating func flush(beforeList: Bool = false) {
    guard let run else { return }
    self.run = nil
    guard !run.isEmpty else { return }
    if case .prose = run.kind, takeAsHeading(run) { return }
    let isExpected = proseEnvironments > 0 || around.last?.role == .body
    let judge = LaTeXJudge(self, isExpected: isExpected, isLive: isInKnownSection, isBeforeList: beforeList)
    if let bullet = judge.bullet(of: run) { bullets.append(bullet) }
  }

  /// Whether the section around is known to be one in which rules run.
  private var isInKnownSection: Bool {
    guard let section = sections.current, section.kind.isLive else { return false }
    return sectionWords.kind(of: section.heading) != nil
  }

  /// In a file without headings a line that says nothing but “Experience”, in bold or large, is one.
  private mutating func takeAsHeading(_ run: LaTeXRun) -> Bool {
    guard !hasHeadings || sections.current == nil, run.end - run.start < 24,
      (run.start..<run.end).contains(where: { tokens[$0].kind == .word || tokens[$0].kind == .open })
    else { return false }
    let text = LaTeXInline.plain(layer, tokens.bytes(of: run.start..<run.end), vocabulary)
    let heading = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard isHeading(heading) else { return false }
    sections.enter(heading, level: 1)
    return true
  }

  // MARK: - Notes

  private mutating func note(_ index: Int, _ text: String) {
    guard !notes.contains(where: { $0.text == text }) else { return }
    let end = tokens[index].range.lowerBound
    notes.append(Note(line: 1 + tokens.bytes[..<end].count { $0 == 0x0A }, text))
  }

  private mutating func addInput(_ index: Int) {
    guard inputs.count < 8, let group = LaTeXArguments(of: index, in: tokens, limit: 1).groups.first else {
      return
    }
    inputs.append(tokens.text(tokens.bytes(of: (group + 1)..<tokens[group].match)))
  }

  private mutating func noteInputs() {
    guard !inputs.isEmpty else { return }
    notes.append(Note("takes in \(inputs.joined(separator: ", ")): name these files too to have them read"))
  }
}
