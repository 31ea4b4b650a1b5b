internal import HoneCore

/// Something of a rewrite on its way into the file: bytes that stand there already, or new ones.
struct Unit: Sendable {
  enum Content: Sendable {
    /// Bytes of the file.
    case source(Range<Int>)
    /// New bytes.
    case new([UInt8])
  }

  let content: Content
  let kind: Segment.Kind
  /// The wrappers around it, the outermost first.
  var wrappers: [Int]
  /// The bytes of the bullet's text that it stands for: all that is kept has some, new words only where they are a form of others.
  let text: Range<Int>?

  var source: Range<Int>? {
    if case .source(let range) = content { return range }
    return nil
  }
}

/// Lays the pieces of a rewrite out as what the file must hold.
///
/// Kept words are copied with their own bytes, and wrappers go where their words go. What cannot be done so is refused
/// as a whole: a wrapper torn apart, something lost or moved that must stay where it is, half of an escape.
struct Emission {
  let bullet: SourceBullet

  init(_ bullet: SourceBullet) {
    self.bullet = bullet
  }

  /// The units of a rewrite with all markup, in order; `nil` where the file cannot hold it.
  func units(of pieces: [Piece]) -> [Unit]? {
    guard var units = texts(of: pieces) else { return nil }
    chooseWrappers(&units)
    units = withSpacesMovedOut(units)
    guard let placed = withHidden(units), keepsWhatIsVital(placed) else { return nil }
    return withMarkup(placed)
  }

  // MARK: - Words

  private func texts(of pieces: [Piece]) -> [Unit]? {
    var units: [Unit] = []
    for piece in pieces {
      switch piece.origin {
      case .kept(let range):
        guard let kept = kept(range) else { return nil }
        units += kept
      case .inflected(let range):
        guard let bytes = spelled(piece.text) else { return nil }
        units.append(Unit(content: .new(bytes), kind: .verbatim, wrappers: [], text: range))
      case .grammar, .slot, .fact:
        guard let bytes = spelled(shown(piece)) else { return nil }
        units.append(Unit(content: .new(bytes), kind: .verbatim, wrappers: [], text: nil))
      }
    }
    return units
  }

  /// A piece as the file shows it: a slot as somebody wants it, where the host can bear that.
  func shown(_ piece: Piece) -> String {
    guard case .slot(let name) = piece.origin else { return piece.text }
    let own = bullet.spelling.slot(name, piece.text)
    guard let spelling = bullet.slotSpelling else { return own }
    // Where the host shows a slot as a reader sees it, its name stands as it is; elsewhere it is one plain word.
    let label = own == piece.text ? String(piece.text.dropFirst().dropLast()) : SlotSpelling.word(name)
    let wanted = spelling.spell(label)
    return spelled(wanted) == nil ? own : wanted
  }

  private func spelled(_ text: String) -> [UInt8]? {
    bullet.spelling.words(text).flatMap(bullet.respell)
  }

  private func kept(_ range: Range<Int>) -> [Unit]? {
    var units: [Unit] = []
    for segment in bullet.segments where segment.text.overlaps(range) {
      let text = segment.text.clamped(to: range)
      var source = segment.source
      if segment.kind == .verbatim {
        let shift = segment.source.lowerBound - segment.text.lowerBound
        source = (text.lowerBound + shift)..<(text.upperBound + shift)
      } else if text != segment.text {
        return nil
      }
      units.append(Unit(content: .source(source), kind: segment.kind, wrappers: segment.wrappers, text: text))
    }
    return units
  }

  // MARK: - Wrappers

  /// New words stand in the wrappers of the words whose form they are or whose place they take, or of both neighbours.
  private func chooseWrappers(_ units: inout [Unit]) {
    for index in units.indices where units[index].source == nil {
      let before = units[..<index].last { $0.source != nil }
      let behind = units[(index + 1)...].first { $0.source != nil }
      let neighbours = common(before?.wrappers ?? [], behind?.wrappers ?? [])
      let replaced: Range<Int>
      if let text = units[index].text {
        replaced = text
      } else {
        let lower = before?.text?.upperBound ?? 0
        let upper = behind?.text?.lowerBound ?? bullet.text.count
        replaced = lower..<max(lower, upper)
      }
      let around = wrappers(around: replaced)
      units[index].wrappers = around.starts(with: neighbours) ? around : neighbours
    }
  }

  /// The wrappers that hold all words of a range.
  private func wrappers(around range: Range<Int>) -> [Int] {
    var shared: [Int]?
    for segment in bullet.segments where segment.text.overlaps(range) {
      let text = segment.text.clamped(to: range)
      if bullet.text[text].allSatisfy({ $0 == 0x20 }) { continue }
      shared = shared.map { common($0, segment.wrappers) } ?? segment.wrappers
    }
    return shared ?? []
  }

  func common(_ one: [Int], _ other: [Int]) -> [Int] {
    Array(zip(one, other).prefix { $0 == $1 }.map(\.0))
  }

  // MARK: - What stays

  /// The units with what has no text and stays where it is; `nil` where words would move across it.
  private func withHidden(_ units: [Unit]) -> [Unit]? {
    let hidden = bullet.segments.filter { $0.kind == .hidden }
    if hidden.isEmpty { return units }
    let beginnings = hidden.indices.filter { hidden[$0].follows != nil }
    var result: [Unit] = []
    var next = 0
    // Where the words end that were laid out last: new ones stand behind what hangs on them.
    var reached = 0
    for unit in units {
      let begun = beginnings.last { at in
        at >= next && hidden[at].follows.map { !unit.wrappers.contains($0) } ?? false
      }
      if let begun {
        result += hidden[next...begun].map(stay)
        next = begun + 1
      }
      let lower = unit.source == nil ? max(reached, unit.text?.lowerBound ?? 0) : 0
      while unit.source == nil, next < hidden.count, hidden[next].follows == nil,
        hidden[next].text.lowerBound <= lower, reached > 0 || unit.text != nil
      {
        result.append(stay(hidden[next]))
        next += 1
      }
      reached = max(reached, unit.text?.upperBound ?? 0)
      if let source = unit.source {
        while next < hidden.count, hidden[next].source.upperBound <= source.lowerBound {
          result.append(stay(hidden[next]))
          next += 1
        }
        // A word that stood before what was passed already would move across it.
        if next > 0, source.lowerBound < hidden[next - 1].source.lowerBound { return nil }
      }
      result.append(unit)
    }
    return result + hidden[next...].map(stay)
  }

  private func stay(_ segment: Segment) -> Unit {
    Unit(content: .source(segment.source), kind: .hidden, wrappers: segment.wrappers, text: nil)
  }

  private func keepsWhatIsVital(_ units: [Unit]) -> Bool {
    let opaque = bullet.segments.filter { $0.kind == .opaque }
    if opaque.isEmpty, bullet.wrappers.isEmpty { return true }
    var kept: Set<Int> = []
    for unit in units { if let source = unit.source { kept.insert(source.lowerBound) } }
    guard opaque.allSatisfy({ kept.contains($0.source.lowerBound) }) else { return false }
    // A full stop alone is not what a link was for.
    let alive = Set(units.filter { content(of: $0).contains(where: Bytes.isWord) }.flatMap(\.wrappers))
    return bullet.wrappers.indices.allSatisfy { !bullet.wrappers[$0].isVital || alive.contains($0) }
  }

  private func content(of unit: Unit) -> ArraySlice<UInt8> {
    unit.kind == .hidden ? [] : bullet.content(unit)
  }

  // MARK: - Markup

  /// The units with the markup of their wrappers; `nil` where one would have to be opened twice.
  private func withMarkup(_ units: [Unit]) -> [Unit]? {
    var result: [Unit] = []
    var open: [Int] = []
    var opened: Set<Int> = []
    func mark(_ range: Range<Int>, _ kind: Segment.Kind) {
      result.append(Unit(content: .source(range), kind: kind, wrappers: open, text: nil))
    }
    for unit in units {
      let shared = common(open, unit.wrappers).count
      while open.count > shared {
        let wrapper = open.removeLast()
        mark(bullet.wrappers[wrapper].closing, .closing(wrapper))
      }
      for wrapper in unit.wrappers[shared...] {
        guard opened.insert(wrapper).inserted else { return nil }
        mark(bullet.wrappers[wrapper].opening, .opening(wrapper))
        open.append(wrapper)
      }
      result.append(unit)
    }
    for wrapper in open.reversed() { mark(bullet.wrappers[wrapper].closing, .closing(wrapper)) }
    return result
  }
}
