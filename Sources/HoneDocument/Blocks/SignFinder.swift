internal import HoneCore

/// Looks for signs in a text from left to right and never twice at the same bytes.
struct SignFinder {
  private var known: [String: (from: Int, at: Int)] = [:]

  /// Where a sign of ASCII stands next; the end of the range where there is none.
  mutating func next(_ sign: String, in bytes: [UInt8], _ range: Range<Int>) -> Int {
    if let found = known[sign], found.from <= range.lowerBound, range.lowerBound <= found.at {
      return min(found.at, range.upperBound)
    }
    let at = Bytes.find(sign, in: bytes, range) ?? range.upperBound
    known[sign] = (range.lowerBound, at)
    return at
  }
}
