internal import HoneCore

/// Says of a run of tokens whether it is a bullet, and makes it.
struct LaTeXJudge {
  private let layer: Layer
  private let tokens: LaTeXTokens
  private let vocabulary: LaTeXVocabulary
  private let section: Section?
  /// Whether prose is what should stand here.
  private let isExpected: Bool
  /// Whether rules are known to run here.
  private let isLive: Bool
  private let isBeforeList: Bool
  /// Whether something follows at the other margin: a date.
  private let isBeforeFill: Bool

  init(_ walker: LaTeXWalker, isExpected: Bool, isLive: Bool, isBeforeList: Bool, isBeforeFill: Bool) {
    layer = walker.layer
    tokens = walker.tokens
    vocabulary = walker.vocabulary
    section = walker.sections.current
    self.isExpected = isExpected
    self.isLive = isLive
    self.isBeforeList = isBeforeList
    self.isBeforeFill = isBeforeFill
  }

  /// The bullets of a run: one as a rule, and several where each of its lines is a sentence.
  func bullets(of run: LaTeXRun) -> [SourceBullet] {
    sentences(run) ?? bullet(of: run).map { [$0] } ?? []
  }

  private func bullet(of run: LaTeXRun) -> SourceBullet? {
    switch run.kind {
    case .item(let label): item(run, label)
    case .argument: made(run.start, run.end) { !vocabulary.words.isList($0) }
    case .signed: signed(run)
    case .prose: prose(run)
    case .broken: nil
    }
  }

  // MARK: - Kinds of run

  /// The lines of a run where each of them is a sentence of its own, and there are several.
  private func sentences(_ run: LaTeXRun) -> [SourceBullet]? {
    let lines = run.lines.filter { $0.end < run.end }
    guard !lines.isEmpty, run.fill == nil, !isBeforeList else { return nil }
    var bullets: [SourceBullet] = []
    for (start, end) in zip([run.start] + lines.map(\.end), lines.map(\.at) + [run.end]) {
      let first = tokens.skippingSpace(start)
      guard first < end else { continue }
      guard let bullet = made(first, end, { isSentence($0, isLast: end == run.end) }) else { return nil }
      bullets.append(bullet)
    }
    return bullets.count > 1 ? bullets : nil
  }

  private func isSentence(_ text: String, isLast: Bool) -> Bool {
    guard let last = text.last, isLast || ".;!".contains(last), let first = text.first else { return false }
    return !first.isLowercase && isProse(text)
  }

  private func prose(_ run: LaTeXRun) -> SourceBullet? {
    guard isExpected || isLive else { return nil }
    return made(run.start, run.end) {
      (!isBeforeFill || $0.hasSuffix(".")) && vocabulary.words.isProse($0, isExpected: isExpected)
    }
  }

  private func signed(_ run: LaTeXRun) -> SourceBullet? {
    let words = vocabulary.words
    return made(run.start, run.end, isSigned: true) {
      !words.hasSeparators($0) && !words.isList($0) && !words.isName($0)
    }
  }

  private func item(_ run: LaTeXRun, _ label: LaTeXRun.Label) -> SourceBullet? {
    if let fill = run.fill { return beforeDate(run, fill) }
    if isTitle(run.start, run.lines.first?.at ?? run.end), !run.lines.isEmpty,
      let below = behindLine(run, after: run.start)
    {
      return below
    }
    let words = vocabulary.words
    return made(run.start, run.end) { text in
      if words.isName(text) || words.isList(text) { return false }
      switch label {
      case .empty: return isProse(text)
      case .some where words.smallWords(text) < 2: return false
      default: return isBeforeList ? isParent(run, text) : !isEntry(run, text)
      }
    }
  }

  /// An item with something at the other margin is a heading with a date, or was done by then.
  private func beforeDate(_ run: LaTeXRun, _ fill: Int) -> SourceBullet? {
    if isBeforeList { return nil }
    // The heading of the next entry may stand in the last line of an item.
    let end = run.lines.last { $0.at < fill }?.at ?? fill
    if end > run.start, wrapperEnd(run.start) == nil, let before = made(run.start, min(end, run.end), isProse)
    {
      return before
    }
    // Below a heading with a date there may be a line of prose.
    return behindLine(run, after: fill)
  }

  private func isProse(_ text: String) -> Bool { vocabulary.words.isProse(text, isExpected: true) }

  private func behindLine(_ run: LaTeXRun, after index: Int) -> SourceBullet? {
    guard let line = run.lines.first(where: { $0.at > index }), line.end < run.end else { return nil }
    return made(tokens.skippingSpace(line.end), run.end, isProse)
  }

  /// Whether an item before a list is a bullet of its own, and no heading of those.
  private func isParent(_ run: LaTeXRun, _ text: String) -> Bool {
    let words = vocabulary.words
    if words.hasYear(text), words.smallWords(text) < 5 { return false }
    guard let rest = behindWrapper(run) else { return words.smallWords(text) >= 1 }
    return words.smallWords(rest) >= 2
  }

  /// Whether an item is a title in bold, perhaps with a place and a date.
  private func isEntry(_ run: LaTeXRun, _ text: String) -> Bool {
    let words = vocabulary.words
    guard let rest = behindWrapper(run), words.smallWords(text) < 3 else { return false }
    return rest.isEmpty || (words.hasYear(rest) && words.smallWords(rest) < 2)
  }

  /// Whether tokens are one wrapper and nothing else.
  private func isTitle(_ start: Int, _ end: Int) -> Bool {
    guard let behind = wrapperEnd(start) else { return false }
    return tokens.skippingSpace(behind) >= end
  }

  /// What stands behind the wrapper that an item begins with, or `nil` where it begins with none.
  private func behindWrapper(_ run: LaTeXRun) -> String? {
    guard !isBraced(run), let end = wrapperEnd(run.start) else { return nil }
    guard end < run.end else { return "" }
    return LaTeXInline.plain(layer, tokens.bytes(of: end..<run.end), vocabulary)
  }

  /// Whether plain braces stand around the whole of an item, as Awesome-CV has them: they set no title apart.
  private func isBraced(_ run: LaTeXRun) -> Bool {
    let first = tokens[run.start]
    guard first.kind == .open, tokens.skippingSpace(first.match + 1) >= run.end else { return false }
    let inner = tokens.skippingSpace(run.start + 1)
    return inner < first.match && tokens[inner].kind == .text
  }

  private func wrapperEnd(_ start: Int) -> Int? {
    if tokens[start].kind == .open { return tokens[start].match + 1 }
    guard tokens[start].kind == .word, case .inline(let signature) = vocabulary[tokens.name(start)],
      signature.arguments.contains(.text)
    else { return nil }
    let arguments = LaTeXArguments(of: start, in: tokens, limit: signature.limit)
    return arguments.groups.isEmpty ? nil : arguments.end
  }

  // MARK: - Making

  private func made(
    _ start: Int, _ end: Int, isSigned: Bool = false, _ accepts: (String) -> Bool
  ) -> SourceBullet? {
    guard let range = bytes(start, end, isSigned) else { return nil }
    var builder = BulletBuilder(source: layer)
    LaTeXInline.scan(range, vocabulary, into: &builder)
    guard let bullet = builder.bullet(section: section, spelling: .latex),
      accepts(bullet.text.text(0..<bullet.text.count))
    else { return nil }
    return bullet
  }

  /// The bytes of a run without a group that holds all of it, and without its sign.
  private func bytes(_ start: Int, _ end: Int, _ isSigned: Bool) -> Range<Int>? {
    var lower = start
    var upper = end
    while lower < upper, tokens[lower].kind == .open, tokens[lower].match == upper - 1 {
      lower += 1
      upper -= 1
    }
    guard lower < upper else { return nil }
    var range = tokens.bytes(of: lower..<upper)
    if isSigned, tokens[lower].kind == .text {
      let text = tokens.text(tokens[lower].range)
      if let sign = LaTeXSign.length(of: text, vocabulary) {
        range = (range.lowerBound + text.prefix(sign).utf8.count)..<range.upperBound
      }
    }
    return range.isEmpty ? nil : range
  }
}
