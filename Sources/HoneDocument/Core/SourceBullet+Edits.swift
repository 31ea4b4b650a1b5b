public import HoneCore

extension SourceBullet {
  /// The edits that put a rewrite in the bullet's place, in order; `nil` where the file cannot hold it.
  ///
  /// Words that are kept keep their bytes, with whatever markup they carry. A bullet whose lines were broken by hand
  /// is broken anew from the first line that changes, to the width that it had.
  ///
  /// - Parameters:
  ///   - rewrite: one that was made of this bullet's text.
  ///   - rewraps: whether lines may be broken anew.
  public func edits(for rewrite: Rewrite, rewraps: Bool = true) -> [Edit]? {
    guard let units = Emission(self).units(of: rewrite.pieces) else { return nil }
    if rewraps, let mayBeginLine = spelling.mayBeginLine, segments.contains(where: { $0.kind == .softBreak })
    {
      let wrapped = Wrapping(self, mayBeginLine).bytes(of: units)
      return wrapped.map { trimmed(hull, $0) } ?? edits(of: units)
    }
    return edits(of: units)
  }

  /// The bullet's own bytes with a rewrite in their place; `nil` where the file cannot hold it.
  public func replacing(_ rewrite: Rewrite) -> [UInt8]? {
    edits(for: rewrite)?.applied(to: raw, from: start)
  }

  /// The text that the bullet has once a rewrite stands in the file.
  public func text(of rewrite: Rewrite) -> String {
    let emission = Emission(self)
    return rewrite.pieces.map(emission.shown).joined()
  }

  /// From the first of the bullet's bytes to the last, markup included.
  var hull: Range<Int> {
    guard let first = segments.first, let last = segments.last else { return start..<start }
    return first.source.lowerBound..<last.source.upperBound
  }

  /// The bytes of the file in a range of the bullet.
  func bytes(_ range: Range<Int>) -> ArraySlice<UInt8> {
    raw[(range.lowerBound - start)..<(range.upperBound - start)]
  }

  private func edits(of units: [Unit]) -> [Edit] {
    var edits: [Edit] = []
    var at = hull.lowerBound
    var new: [UInt8] = []
    func flush(upTo end: Int) {
      if end > at || !new.isEmpty { edits.append(contentsOf: trimmed(at..<end, new)) }
      new = []
    }
    for unit in units {
      switch unit.content {
      case .new(let bytes): new += bytes
      case .source(let range):
        guard range.lowerBound >= at else { return [Edit](moved(units)) }
        flush(upTo: range.lowerBound)
        at = range.upperBound
      }
    }
    flush(upTo: hull.upperBound)
    return edits
  }

  /// Words that change places are one edit.
  private func moved(_ units: [Unit]) -> [Edit] {
    trimmed(hull, units.flatMap { Array(content($0)) })
  }

  /// The bytes that a unit puts into the file.
  func content(_ unit: Unit) -> ArraySlice<UInt8> {
    switch unit.content {
    case .new(let bytes): bytes[...]
    case .source(let range): bytes(range)
    }
  }

  /// An edit without the bytes that both sides share at their ends; nothing where they are the same.
  private func trimmed(_ range: Range<Int>, _ new: [UInt8]) -> [Edit] {
    let old = Array(bytes(range))
    var head = zip(old, new).prefix { $0 == $1 }.count
    while head > 0, head < old.count || head < new.count, isInside(old, head) || isInside(new, head) {
      head -= 1
    }
    var tail = zip(old[head...].reversed(), new[head...].reversed()).prefix { $0 == $1 }.count
    while tail > 0, isInside(old, old.count - tail) { tail -= 1 }
    if head == old.count, head == new.count { return [] }
    return [
      Edit(
        (range.lowerBound + head)..<(range.upperBound - tail), Array(new[head..<(new.count - tail)]))
    ]
  }

  /// Whether an offset stands inside a character.
  private func isInside(_ bytes: [UInt8], _ offset: Int) -> Bool {
    offset < bytes.count && bytes[offset] & 0xC0 == 0x80
  }
}
