/// Byte offsets of one bullet, listed for each pattern of a grammar by its number.
public struct Places: Sendable {
  /// The last entry of each pattern, -1 for none; behind the last comes the first again.
  private var lasts: [Int32]
  private var entries: [(offset: Int32, next: Int32)] = []

  /// No place yet for so many patterns.
  public init(patterns: Int) {
    lasts = Array(repeating: -1, count: patterns)
    entries.reserveCapacity(64)
  }

  /// Adds a place to a pattern's list.
  public mutating func add(_ offset: Int, to pattern: Int) {
    let offset = Int32(truncatingIfNeeded: offset)
    let entry = Int32(truncatingIfNeeded: entries.count)
    let last = Int(lasts[pattern])
    if last < 0 {
      entries.append((offset, entry))
    } else {
      if entries[last].offset == offset { return }
      entries.append((offset, entries[last].next))
      entries[last].next = entry
    }
    lasts[pattern] = entry
  }

  /// Adds a place to the lists of several patterns.
  public mutating func add(_ offset: Int, to patterns: [Int]) {
    for pattern in patterns { add(offset, to: pattern) }
  }

  /// Whether a pattern has any place.
  public func has(_ pattern: Int) -> Bool { lasts[pattern] >= 0 }

  /// The places of a pattern, from left to right, each once.
  public func offsets(of pattern: Int) -> [Int] {
    guard has(pattern) else { return [] }
    var found: [Int] = []
    var isSorted = true
    forEach(of: pattern) { offset in
      if let last = found.last, offset < last { isSorted = false }
      found.append(offset)
      return true
    }
    return isSorted ? found : Array(Set(found)).sorted()
  }

  /// Whether a pattern has a place in a range.
  public func has(_ pattern: Int, in range: ClosedRange<Int>) -> Bool {
    var isThere = false
    forEach(of: pattern) { offset in
      isThere = range.contains(offset)
      return !isThere
    }
    return isThere
  }

  /// Gives the places of a pattern in the order in which they were added, until `body` returns false.
  @inline(__always)
  public func forEach(of pattern: Int, _ body: (Int) -> Bool) {
    let last = Int(lasts[pattern])
    if last < 0 { return }
    var entry = last
    repeat {
      entry = Int(entries[entry].next)
      if !body(Int(entries[entry].offset)) { return }
    } while entry != last
  }
}
