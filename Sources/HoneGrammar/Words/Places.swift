/// Byte offsets of one bullet, listed for each pattern of a grammar by its number.
public struct Places: Sendable {
  /// The first and the last entry of each pattern, -1 for none.
  private var ends: [(first: Int32, last: Int32)]
  private var entries: [(offset: Int32, next: Int32)] = []

  /// No place yet for so many patterns.
  public init(patterns: Int) {
    ends = Array(repeating: (-1, -1), count: patterns)
    entries.reserveCapacity(64)
  }

  /// Adds a place to a pattern's list.
  public mutating func add(_ offset: Int, to pattern: Int) {
    let entry = Int32(truncatingIfNeeded: entries.count)
    let last = ends[pattern].last
    if last < 0 {
      ends[pattern].first = entry
    } else {
      if entries[Int(last)].offset == Int32(truncatingIfNeeded: offset) { return }
      entries[Int(last)].next = entry
    }
    entries.append((Int32(truncatingIfNeeded: offset), -1))
    ends[pattern].last = entry
  }

  /// Adds a place to the lists of several patterns.
  public mutating func add(_ offset: Int, to patterns: [Int]) {
    for pattern in patterns { add(offset, to: pattern) }
  }

  /// Whether a pattern has any place.
  public func has(_ pattern: Int) -> Bool { ends[pattern].first >= 0 }

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
    var entry = ends[pattern].first
    while entry >= 0 {
      let (offset, next) = entries[Int(entry)]
      if !body(Int(offset)) { return }
      entry = next
    }
  }
}
