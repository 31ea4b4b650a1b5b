/// Where the patterns of a grammar may begin in one bullet: byte offsets, by the pattern's number.
struct Places {
  /// The first and the last entry of each pattern, -1 for none.
  private var ends: [(first: Int32, last: Int32)]
  private var entries: [(offset: Int32, next: Int32)] = []

  init(patterns: Int) {
    ends = Array(repeating: (-1, -1), count: patterns)
    entries.reserveCapacity(64)
  }

  mutating func add(_ offset: Int, to pattern: Int) {
    let entry = Int32(truncatingIfNeeded: entries.count)
    entries.append((Int32(truncatingIfNeeded: offset), -1))
    if ends[pattern].first < 0 {
      ends[pattern].first = entry
    } else {
      entries[Int(ends[pattern].last)].next = entry
    }
    ends[pattern].last = entry
  }

  mutating func add(_ offset: Int, to patterns: [Int]) {
    for pattern in patterns { add(offset, to: pattern) }
  }

  /// Whether a pattern may begin anywhere at all.
  func has(_ pattern: Int) -> Bool { ends[pattern].first >= 0 }

  /// Where a pattern may begin, from left to right, each place once.
  func offsets(of pattern: Int) -> [Int] {
    var found: [Int] = []
    var isSorted = true
    var entry = ends[pattern].first
    while entry >= 0 {
      let offset = Int(entries[Int(entry)].offset)
      if let last = found.last {
        if offset < last { isSorted = false }
        if offset != last { found.append(offset) }
      } else {
        found.append(offset)
      }
      entry = entries[Int(entry)].next
    }
    return isSorted ? found : Array(Set(found)).sorted()
  }
}
