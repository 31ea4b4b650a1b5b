/// A set of ways, by their numbers: one bit each, so that what a bullet calls fits into a few hundred bytes.
public struct WaySet: Sendable {
  private var words: [UInt64]

  /// No ways, with room for so many.
  public init(count: Int) {
    words = Array(repeating: 0, count: (count + 63) >> 6)
  }

  /// Whether a way is in the set.
  @inline(__always)
  public func contains(_ way: Int) -> Bool { words[way >> 6] & (1 << UInt64(way & 63)) != 0 }

  /// Adds a way.
  @inline(__always)
  public mutating func insert(_ way: Int) { words[way >> 6] |= 1 << UInt64(way & 63) }

  /// Adds several ways.
  public mutating func insert(_ ways: [Int]) {
    for way in ways { insert(way) }
  }

  /// Whether the set holds any of a range of ways.
  @inline(__always)
  public func intersects(_ range: Range<Int>) -> Bool {
    if range.isEmpty { return false }
    let (first, last) = (range.lowerBound >> 6, (range.upperBound - 1) >> 6)
    let fromFirst = UInt64.max << UInt64(range.lowerBound & 63)
    let toLast = UInt64.max >> UInt64(63 - (range.upperBound - 1) & 63)
    if first == last { return words[first] & fromFirst & toLast != 0 }
    if words[first] & fromFirst != 0 || words[last] & toLast != 0 { return true }
    for word in first + 1..<last where words[word] != 0 { return true }
    return false
  }
}
