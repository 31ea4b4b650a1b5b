internal import HoneCore

/// Puts a bullet together from what a scanner finds, in the order of the file.
///
/// All ranges count in the bytes of `source`. Whatever is not handed over is no part of the bullet and stays as it is.
public struct BulletBuilder {
  /// What the scanner looks at.
  public let source: Layer
  private var text: [UInt8] = []
  private var segments: [Segment] = []
  private var wrappers: [Wrapper] = []
  private var open: [Int] = []
  /// Whether wrappers nest as no person writes them; every segment would hold them all.
  private var isTooDeep = false
  /// Bytes of the file that show nothing and wait for the letter behind them.
  private var waiting: Range<Int>?
  private static let deepest = 64

  /// A builder for a bullet of a layer.
  public init(source: Layer) {
    self.source = source
  }

  /// The text so far.
  public var textSoFar: [UInt8] { text }

  /// Text that stands as it is.
  public mutating func verbatim(_ range: Range<Int>) {
    for piece in source.pieces(of: range) {
      let bytes = source.bytes[piece.decoded]
      guard let hyphen = SoftHyphen.first(in: bytes) else {
        add(kind(of: piece), bytes, piece.source)
        continue
      }
      if !piece.isVerbatim {
        if bytes.count == 2 { wait(piece.source) } else { add(.atom, bytes, piece.source) }
        continue
      }
      let shift = piece.source.lowerBound - piece.decoded.lowerBound
      var at = bytes.startIndex
      var next: Int? = hyphen
      while let found = next {
        if at < found { add(.verbatim, bytes[at..<found], (at + shift)..<(found + shift)) }
        wait((found + shift)..<(found + shift + 2))
        at = found + 2
        next = SoftHyphen.first(in: bytes[at...])
      }
      if at < bytes.endIndex { add(.verbatim, bytes[at...], (at + shift)..<piece.source.upperBound) }
    }
  }

  /// Bytes inside a word that show nothing, such as a place where it may be cut: they come and go with the letter behind
  /// them, and stay where they are if there is none.
  public mutating func unseen(_ range: Range<Int>) {
    if range.isEmpty { return }
    wait(source.source(of: range))
  }

  private mutating func wait(_ range: Range<Int>) {
    if let last = waiting, last.upperBound == range.lowerBound {
      waiting = last.lowerBound..<range.upperBound
    } else {
      settle()
      waiting = range
    }
  }

  /// What waits for a letter stays where it is: there comes none.
  private mutating func settle() {
    guard let range = waiting else { return }
    waiting = nil
    add(.hidden, [], range)
  }

  /// A space that a layer made of a line end is one.
  private func kind(of piece: Layer.Stretch) -> Segment.Kind {
    if piece.isVerbatim { return .verbatim }
    let isSpace = source.bytes[piece.decoded].elementsEqual([0x20])
    return isSpace && source.file[piece.source].contains(0x0A) ? .softBreak : .atom
  }

  /// Text that stands for other bytes, as a whole.
  public mutating func atom(_ text: String, _ range: Range<Int>) {
    add(.atom, Array(text.utf8)[...], source.source(of: range))
  }

  /// The end of a line with the indentation of the next one: a space to the rules.
  public mutating func softBreak(_ range: Range<Int>) {
    settle()
    add(.softBreak, [0x20], source.source(of: range))
  }

  /// Something that is never changed nor dropped; rules see `text`.
  public mutating func opaque(_ text: String, _ range: Range<Int>) {
    settle()
    add(.opaque, Array(text.utf8)[...], source.source(of: range))
  }

  /// Bytes without text that stay where they are.
  public mutating func hidden(_ range: Range<Int>) {
    if range.isEmpty { return }
    settle()
    add(.hidden, [], source.source(of: range))
  }

  /// The markup that opens a wrapper around words.
  ///
  /// - Parameters:
  ///   - range: its bytes in the text that is scanned.
  ///   - isVital: whether the wrapper must stay even where its words would go: a link.
  public mutating func open(_ range: Range<Int>, isVital: Bool = false) {
    settle()
    let opening = source.source(of: range)
    wrappers.append(
      Wrapper(opening: opening, closing: opening.upperBound..<opening.upperBound, isVital: isVital))
    open.append(wrappers.count - 1)
    if open.count > BulletBuilder.deepest { isTooDeep = true }
    add(.opening(wrappers.count - 1), [], opening)
  }

  /// The markup that closes the innermost wrapper; without one it stays where it is.
  public mutating func close(_ range: Range<Int>) {
    settle()
    guard let wrapper = open.popLast() else { return hidden(range) }
    let closing = source.source(of: range)
    wrappers[wrapper].closing = closing
    add(.closing(wrapper), [], closing)
  }

  /// The markup that closes the innermost wrapper, and bytes without text behind it that begin whatever comes then: new
  /// words stand behind them, even where the words of the wrapper are gone.
  public mutating func close(_ range: Range<Int>, beginning next: Range<Int>) {
    let wrapper = open.last
    close(range)
    if next.isEmpty { return }
    hidden(next)
    if let last = segments.indices.last, segments[last].kind == .hidden { segments[last].follows = wrapper }
  }

  /// How many wrappers are open.
  public var depth: Int { open.count }

  /// Of the blanks on both sides of what is hidden, rules see one: the first goes with what is hidden.
  private mutating func joinBlanks(before new: ArraySlice<UInt8>) {
    let last = segments.count - 1
    guard new.first == 0x20, text.last == 0x20, last > 0, segments[last].kind == .hidden else { return }
    let before = segments[last - 1]
    guard before.kind == .verbatim, before.text.count > 1,
      before.source.upperBound == segments[last].source.lowerBound
    else { return }
    text.removeLast()
    segments[last - 1].text = before.text.lowerBound..<(before.text.upperBound - 1)
    segments[last - 1].source = before.source.lowerBound..<(before.source.upperBound - 1)
    segments[last].source = (before.source.upperBound - 1)..<segments[last].source.upperBound
    segments[last].text = text.count..<text.count
  }

  private mutating func add(_ kind: Segment.Kind, _ new: ArraySlice<UInt8>, _ range: Range<Int>) {
    if let unseen = waiting, addJoined(unseen, kind, new, range) { return }
    let start = text.count
    text += new
    if isTooDeep { return }
    // What stands between two stretches of a layer stays where it is.
    if let last = segments.last, source.stretches != nil, last.source.upperBound < range.lowerBound {
      segments.append(
        Segment(
          kind: .hidden, text: start..<start, source: last.source.upperBound..<range.lowerBound,
          wrappers: open))
    }
    if kind == .verbatim, let last = segments.last, last.kind == .verbatim,
      last.source.upperBound == range.lowerBound
    {
      segments[segments.count - 1].text = last.text.lowerBound..<text.count
      segments[segments.count - 1].source = last.source.lowerBound..<range.upperBound
      return
    }
    segments.append(Segment(kind: kind, text: start..<text.count, source: range, wrappers: open))
  }

  /// Makes a letter and what shows nothing before it one; false where they cannot be.
  private mutating func addJoined(
    _ unseen: Range<Int>, _ kind: Segment.Kind, _ new: ArraySlice<UInt8>, _ range: Range<Int>
  ) -> Bool {
    guard unseen.upperBound == range.lowerBound, kind == .verbatim || kind == .atom,
      let first = new.first, first != 0x20
    else {
      settle()
      return false
    }
    waiting = nil
    guard kind == .verbatim else {
      add(.atom, new, unseen.lowerBound..<range.upperBound)
      return true
    }
    let length = new.dropFirst().prefix { $0 & 0xC0 == 0x80 }.count + 1
    let end = range.lowerBound + length
    add(.atom, new.prefix(length), unseen.lowerBound..<end)
    if end < range.upperBound { add(.verbatim, new.dropFirst(length), end..<range.upperBound) }
    return true
  }

  /// The bullet, without white space at its ends; `nil` where there is no text, or markup that does not close
  /// or nests too deep.
  public func bullet(section: Section? = nil, spelling: Spelling) -> SourceBullet? {
    guard open.isEmpty, !isTooDeep else { return nil }
    var segments = segments
    trimEnd(&segments)
    trimStart(&segments)
    dropEmptyEnds(&segments)
    guard let first = segments.first, let last = segments.last else { return nil }
    let lower = segments.map(\.text.lowerBound).min() ?? 0
    let upper = segments.map(\.text.upperBound).max() ?? 0
    guard lower < upper else { return nil }
    let shifted = segments.map { segment in
      Segment(
        kind: segment.kind, text: (segment.text.lowerBound - lower)..<(segment.text.upperBound - lower),
        source: segment.source, wrappers: segment.wrappers, follows: segment.follows)
    }
    let hull = first.source.lowerBound..<max(first.source.lowerBound, last.source.upperBound)
    return SourceBullet(
      text: Array(text[lower..<upper]), raw: Array(source.file[hull]), start: hull.lowerBound,
      segments: shifted, wrappers: wrappers, section: section, spelling: spelling, respell: source.respell)
  }

  private func trimEnd(_ segments: inout [Segment]) {
    var index = segments.count - 1
    while index >= 0 {
      guard !segments[index].text.isEmpty else {
        index -= 1
        continue
      }
      let range = segments[index].text
      var upper = range.upperBound
      while upper > range.lowerBound, let space = spaceBefore(upper, range.lowerBound) { upper -= space }
      if !cut(&segments, index, range.lowerBound..<upper) { return }
      index -= 1
    }
  }

  private func trimStart(_ segments: inout [Segment]) {
    var index = 0
    while index < segments.count {
      guard !segments[index].text.isEmpty else {
        index += 1
        continue
      }
      let range = segments[index].text
      var lower = range.lowerBound
      while lower < range.upperBound, case let space = Bytes.spaceLength(at: lower, in: text), space > 0 {
        lower += space
      }
      let count = segments.count
      if !cut(&segments, index, lower..<range.upperBound) { return }
      if segments.count == count { index += 1 }
    }
  }

  private func spaceBefore(_ offset: Int, _ lower: Int) -> Int? {
    for length in 1...3 where offset - length >= lower {
      if Bytes.spaceLength(at: offset - length, in: text) == length { return length }
    }
    return nil
  }

  /// Cuts a segment's text; true where nothing of it is left and it was taken out.
  private func cut(_ segments: inout [Segment], _ index: Int, _ range: Range<Int>) -> Bool {
    let segment = segments[index]
    if range.isEmpty {
      segments.remove(at: index)
      return true
    }
    if segment.kind == .verbatim {
      let shift = segment.source.lowerBound - segment.text.lowerBound
      segments[index].text = range
      segments[index].source = (range.lowerBound + shift)..<(range.upperBound + shift)
    }
    return false
  }

  /// What has no text and stands before the first or behind the last is no part of the bullet, unless it wraps words.
  private func dropEmptyEnds(_ segments: inout [Segment]) {
    while let last = segments.last, last.kind == .hidden { segments.removeLast() }
    let leading = segments.prefix { $0.kind == .hidden }.count
    segments.removeFirst(leading)
  }
}
