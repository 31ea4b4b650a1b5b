internal import HoneCore

/// Looks for signs in a text from left to right and never twice at the same bytes.
struct SignFinder {
  private var known: [String: (from: Int, to: Int, at: Int?)] = [:]

  /// Where a sign of ASCII stands next; the end of the range where there is none.
  mutating func next(_ sign: String, in bytes: [UInt8], _ range: Range<Int>) -> Int {
    if let found = known[sign], found.from <= range.lowerBound {
      if let at = found.at, range.lowerBound <= at { return min(at, range.upperBound) }
      // What was not found may stand behind the end of what was looked through.
      if found.at == nil, range.upperBound <= found.to { return range.upperBound }
    }
    let at = Bytes.find(sign, in: bytes, range)
    known[sign] = (range.lowerBound, range.upperBound, at)
    return at ?? range.upperBound
  }
}
