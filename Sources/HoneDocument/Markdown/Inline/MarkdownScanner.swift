internal import HoneCore

/// Takes a paragraph of Markdown apart.
///
/// One pass from left to right. Runs of `*`, `_` and `~` and opening brackets wait on stacks until what closes them comes,
/// as CommonMark lays down; whatever finds no partner is text.
struct MarkdownScanner {
  let bytes: [UInt8]
  let lines: [Range<Int>]
  let references: Set<String>
  /// The end of the last line.
  let end: Int
  var pieces: [InlinePiece] = []
  var emphasis = EmphasisRuns()
  var brackets: [Bracket] = []
  var tags = TagPairs()
  var line = 0
  var at = 0
  /// Where the text that waits to be handed over begins.
  var textStart = 0
  /// Marks that were looked for in vain: from here on there is none.
  var missing: [UInt8: Int] = [:]
  private var lastTicks: [Int: Int]?

  /// An opening bracket that waits for its closing one.
  struct Bracket {
    let range: Range<Int>
    let isImage: Bool
    var isActive = true
    let pieces: Int
    let runs: Int
    let tags: Int
  }

  init(_ bytes: [UInt8], _ lines: [Range<Int>], _ references: Set<String>) {
    self.bytes = bytes
    self.lines = lines
    self.references = references
    end = lines.last?.upperBound ?? 0
  }

  /// The pieces, in no order.
  mutating func scan() -> [InlinePiece] {
    guard let first = lines.first else { return [] }
    at = first.lowerBound
    textStart = at
    while line < lines.count {
      while at < lines[line].upperBound { step() }
      endLine()
    }
    emphasis.pair(from: 0, in: bytes, into: &pieces)
    emphasis.flush(from: 0, into: &pieces)
    for bracket in brackets { pieces.append(InlinePiece(.text, bracket.range)) }
    tags.resolve(into: &pieces)
    return pieces
  }

  /// The byte at an offset, 0 beyond the end.
  func byte(_ offset: Int) -> UInt8 { offset >= 0 && offset < end ? bytes[offset] : 0 }

  // MARK: - Text

  /// Hands over the text so far and what stands behind it, and goes on after that.
  mutating func take(_ kind: InlinePiece.Kind, _ range: Range<Int>) {
    flushText(upTo: range.lowerBound)
    pieces.append(InlinePiece(kind, range))
    resume(at: range.upperBound)
  }

  /// Hands over the text up to a place.
  mutating func flushText(upTo offset: Int) {
    if textStart < offset { pieces.append(InlinePiece(.text, textStart..<offset)) }
    textStart = offset
  }

  /// Goes on at a place, perhaps in a later line.
  mutating func resume(at offset: Int) {
    at = offset
    while line + 1 < lines.count, at > lines[line].upperBound { line += 1 }
    at = max(at, lines[line].lowerBound)
    textStart = at
  }

  private mutating func endLine() {
    let upper = lines[line].upperBound
    flushText(upTo: min(at, upper))
    line += 1
    guard line < lines.count else { return }
    // A gap begins where the text ends: the markup that took bytes of it is behind us.
    let gap = max(upper, at)..<max(lines[line].lowerBound, at)
    let isHard = gap.count > 2 && bytes[gap.lowerBound] == 0x20 && bytes[gap.lowerBound + 1] == 0x20
    pieces.append(InlinePiece(isHard ? .opaque(" ") : .lineEnd, gap))
    at = gap.upperBound
    textStart = at
  }

  // MARK: - Steps

  private mutating func step() {
    switch bytes[at] {
    case 0x5C: escape()
    case 0x60: code()
    case 0x3C: angle()
    case 0x26: entity()
    case 0x2A, 0x5F, 0x7E: run()
    case 0x5B: openBracket()
    case 0x21 where byte(at + 1) == 0x5B: openImage()
    case 0x5D: closeBracket()
    case 0x3A: if !shortcode() { at += 1 }
    case 0x7B: if !braces() { at += 1 }
    case 0x24: if !formula() { at += 1 }
    case 0x5E: if !superscript() { at += 1 }
    case 0x68, 0x77: if !address() { at += 1 }
    default: at += 1
    }
  }

  private mutating func escape() {
    if at + 1 < lines[line].upperBound {
      if MarkdownText.isPunctuation(bytes[at + 1]) {
        take(.atom(String(UnicodeScalar(bytes[at + 1]))), at..<(at + 2))
      } else {
        at += 1
      }
    } else if line + 1 < lines.count {
      take(.opaque(" "), at..<lines[line + 1].lowerBound)
    } else {
      at += 1
    }
  }

  private mutating func run() {
    let sign = bytes[at]
    var upper = at
    while upper < lines[line].upperBound, bytes[upper] == sign { upper += 1 }
    guard sign != 0x7E || upper - at == 2 else {
      at = upper
      return
    }
    let isAtLineEnd = upper == lines[line].upperBound
    let isAtLineStart = at == lines[line].lowerBound
    flushText(upTo: at)
    emphasis.add(
      at..<upper, in: bytes, before: isAtLineStart ? nil : at, behind: isAtLineEnd ? nil : upper)
    resume(at: upper)
  }

  /// `` `code` ``: up to the next run of ticks of the same length.
  private mutating func code() {
    var upper = at
    while upper < lines[line].upperBound, bytes[upper] == 0x60 { upper += 1 }
    let length = upper - at
    guard ticks()[length, default: -1] >= upper, let closing = closingTicks(length, from: upper) else {
      at = upper
      return
    }
    var text: [UInt8] = []
    for index in lines.indices[line...] {
      let inside = lines[index].clamped(to: upper..<closing)
      if lines[index].lowerBound >= closing { break }
      if index > line { text.append(0x20) }
      text += bytes[inside]
    }
    if text.count > 2, text.first == 0x20, text.last == 0x20, text.contains(where: { $0 != 0x20 }) {
      text = Array(text[1..<(text.count - 1)])
    }
    take(.opaque(String(decoding: text, as: UTF8.self)), at..<(closing + length))
  }

  private func closingTicks(_ length: Int, from start: Int) -> Int? {
    var at = start
    while at < end {
      guard bytes[at] == 0x60 else {
        at += 1
        continue
      }
      let from = at
      while at < end, bytes[at] == 0x60 { at += 1 }
      if at - from == length { return from }
    }
    return nil
  }

  /// For each length of a run of ticks, where the last one stands.
  private mutating func ticks() -> [Int: Int] {
    if let lastTicks { return lastTicks }
    var found: [Int: Int] = [:]
    var at = lines[0].lowerBound
    while at < end {
      guard bytes[at] == 0x60 else {
        at += 1
        continue
      }
      let from = at
      while at < end, bytes[at] == 0x60 { at += 1 }
      found[at - from] = from
    }
    lastTicks = found
    return found
  }

  private mutating func entity() {
    guard let (text, upper) = MarkdownEntities.entity(at: at, in: bytes, upTo: lines[line].upperBound) else {
      at += 1
      return
    }
    take(.atom(text), at..<upper)
  }

  private mutating func openBracket() {
    if let upper = note() { return take(.hidden, at..<upper) }
    push(at..<(at + 1), isImage: false)
  }

  private mutating func openImage() {
    push(at..<(at + 2), isImage: true)
  }

  private mutating func push(_ range: Range<Int>, isImage: Bool) {
    flushText(upTo: range.lowerBound)
    brackets.append(
      Bracket(
        range: range, isImage: isImage, pieces: pieces.count, runs: emphasis.count, tags: tags.count))
    resume(at: range.upperBound)
  }

  /// The end of a footnote or a citation: `[^1]`, `[@key]`.
  private func note() -> Int? {
    guard byte(at + 1) == 0x5E || byte(at + 1) == 0x40 else { return nil }
    var upper = at + 2
    let limit = min(lines[line].upperBound, at + 200)
    while upper < limit, bytes[upper] != 0x5D, bytes[upper] != 0x5B { upper += 1 }
    guard upper < limit, bytes[upper] == 0x5D, upper > at + 2, byte(upper + 1) != 0x28 else { return nil }
    return upper + 1
  }
}
