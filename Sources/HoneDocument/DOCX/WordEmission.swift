internal import HoneCore

/// Puts the pieces of a paragraph into a bullet.
///
/// Most of a bullet's words look alike. Wherever Word cut them into runs, the markup between belongs to the letter behind
/// it, and comes and goes with that; new words go into the run that they stand in. Words that look otherwise are a wrapper: its opening markup ends the run before it
/// and begins theirs, its closing markup ends theirs and begins the next. So wrappers can be moved and dropped, and
/// the file stays whole.
struct WordEmission {
  private let xml: WordXML
  private let pieces: ArraySlice<WordPiece>
  /// The look of most of the text.
  private let base: WordLook?
  private var builder: BulletBuilder
  /// Up to where the bytes are handed over.
  private var at: Int
  private var isOpen = false
  /// Whether the wrapper that is open holds the tags that begin its run.
  private var holdsRun = false
  /// From where on all looks unlike the rest, to the end: new words behind it look like it.
  private let tail: Int
  /// Where what belongs to the bullet may begin: behind the sign of a list.
  private let start: Int

  private init(_ line: WordLine, _ pieces: ArraySlice<WordPiece>, _ xml: WordXML, _ layer: Layer) {
    self.pieces = pieces
    self.xml = xml
    start = line.start
    base = WordEmission.mainLook(pieces)
    builder = BulletBuilder(source: layer)
    at = pieces.first?.range.lowerBound ?? 0
    let base = base
    tail = pieces.lastIndex { $0.look == base || $0.look.isVital }.map { $0 + 1 } ?? pieces.startIndex
  }

  private static func mainLook(_ pieces: ArraySlice<WordPiece>) -> WordLook? {
    var lengths: [WordLook: Int] = [:]
    for piece in pieces where piece.kind == .text { lengths[piece.look, default: 0] += piece.range.count }
    // Of two that are as long, the one that comes first.
    var best: WordLook?
    for piece in pieces {
      guard let length = lengths[piece.look] else { continue }
      if best.map({ length > lengths[$0, default: 0] }) ?? true { best = piece.look }
    }
    return best
  }

  /// The bullet, or `nil` where there is no text.
  static func bullet(_ line: WordLine, _ xml: WordXML, _ layer: Layer, _ section: Section?) -> SourceBullet? {
    let pieces = line.pieces
    guard let last = pieces.lastIndex(where: { $0.kind != .tab && $0.kind != .lineBreak }) else { return nil }
    var emission = WordEmission(line, pieces[...last], xml, layer)
    for index in emission.pieces.indices { emission.take(index) }
    emission.end()
    return emission.builder.bullet(section: section, spelling: .word)
  }

  private mutating func take(_ index: Int) {
    let piece = pieces[index]
    let isBase = piece.look == base
    let isFirst = index == pieces.startIndex
    let gap = at..<max(at, piece.range.lowerBound)
    let isPlain = isFirst || isPlainMarkup(from: pieces[index - 1].token, to: piece.token)
    if isBase, isOpen {
      isOpen = false
      // Where nothing stands before the wrapper, the run behind it must begin even if the wrapper goes.
      let split = holdsRun && gap.contains(piece.start) ? piece.start : gap.upperBound
      holdsRun = false
      builder.close(gap.lowerBound..<split, beginning: split..<gap.upperBound)
      at = gap.upperBound
    } else if !isBase, !isOpen, index < tail || index == pieces.startIndex {
      isOpen = true
      let isVital = !isPlain || pieces[index...].prefix { $0.look != base }.contains { $0.look.isVital }
      let lower = min(max(start, piece.start), piece.range.lowerBound)
      holdsRun = isFirst && lower == piece.start && lower < piece.range.lowerBound
      builder.open(isFirst ? lower..<piece.range.lowerBound : gap, isVital: isVital)
      at = gap.upperBound
    }
    add(piece, isPlain, isSame: !isFirst && pieces[index - 1].look == piece.look)
  }

  /// Text that goes on from a run to one that looks the same.
  private mutating func addJoined(_ piece: WordPiece, _ gap: Range<Int>) {
    let bytes = xml.bytes
    let at = piece.range.lowerBound
    let entity =
      bytes[at] == 0x26 ? Entity(at: at, before: piece.range.upperBound, in: bytes, isXML: true) : nil
    var end = entity?.range.upperBound ?? at + 1
    while entity == nil, end < piece.range.upperBound, bytes[end] & 0xC0 == 0x80 { end += 1 }
    switch entity?.meaning {
    case .text(let text): builder.atom(text, gap.lowerBound..<end)
    case nil where bytes[at] >= 0x20: builder.atom(bytes.text(at..<end), gap.lowerBound..<end)
    default:
      builder.hidden(gap)
      end = at
    }
    WordEmission.scan(end..<piece.range.upperBound, into: &builder)
  }

  private mutating func add(_ piece: WordPiece, _ isPlain: Bool, isSame: Bool) {
    let gap = at..<max(at, piece.range.lowerBound)
    let whole = gap.lowerBound..<piece.range.upperBound
    switch piece.kind {
    case .text where isPlain && isSame && !gap.isEmpty:
      addJoined(piece, gap)
    case .text:
      builder.hidden(gap)
      WordEmission.scan(piece.range, into: &builder)
    case .letter(let letter) where isPlain:
      builder.atom(letter, whole)
    case .letter(let text), .opaque(let text):
      builder.opaque(text, whole)
    case .tab, .lineBreak:
      if HTMLText.endsInSpace(builder) { builder.hidden(whole) } else { builder.opaque(" ", whole) }
    }
    at = piece.range.upperBound
  }

  /// Ends the last wrapper with the tags that end its run, and the link around that.
  private mutating func end() {
    guard isOpen, let last = pieces.last else { return }
    var upper = at
    var index = last.kind == .text ? last.token + 1 : last.token
    while index < xml.tokens.count, xml.tokens[index].range.upperBound <= at { index += 1 }
    while index < xml.tokens.count, xml.tokens[index].kind == .end, xml.word(index) != "p" {
      upper = xml.tokens[index].range.upperBound
      index += 1
    }
    builder.close(at..<max(at, upper))
  }

  /// Whether between two tokens stands nothing but ends and beginnings of runs.
  private func isPlainMarkup(from first: Int, to last: Int) -> Bool {
    var index = first
    while index < last {
      if let name = xml.word(index) {
        if name == "rPr" {
          index = max(index, xml.partners[index])
        } else if !["t", "r", "proofErr", "lastRenderedPageBreak", "noBreakHyphen", "softHyphen"].contains(
          name)
        {
          return false
        }
      } else if [.start, .empty, .end].contains(xml.tokens[index].kind) {
        return false
      }
      index += 1
    }
    return true
  }

  /// Text as Word shows it: white space stays, but for the ends of lines.
  private static func scan(_ range: Range<Int>, into builder: inout BulletBuilder) {
    let bytes = builder.source.bytes
    var start = range.lowerBound
    var at = start
    while at < range.upperBound {
      let entity =
        bytes[at] == 0x26 ? Entity(at: at, before: range.upperBound, in: bytes, isXML: true) : nil
      guard entity != nil || HTMLText.isSpace(bytes[at]) && bytes[at] != 0x20 else {
        at += 1
        continue
      }
      if at > start { builder.verbatim(start..<at) }
      let end = entity?.range.upperBound ?? at + 1
      switch entity?.meaning {
      case .text(let text): builder.atom(text, at..<end)
      case .blank: builder.unseen(at..<end)
      case .unknown: builder.opaque(bytes.text(at..<end), at..<end)
      case nil: builder.atom(" ", at..<end)
      }
      at = end
      start = end
    }
    if at > start { builder.verbatim(start..<at) }
  }
}

extension Spelling {
  /// The text of a run: the signs of markup are escaped, and lines are the program's own business.
  static let word = Spelling { MarkupText.escaped($0) }
}
