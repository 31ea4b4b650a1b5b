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

  /// How much room so many ways take where several rows of them lie one behind the other.
  public static func room(for count: Int) -> Int { (count + 63) & ~63 }

  /// The ways that are in all rows of a set that holds several.
  public func meetingAll(rows: Int) -> WaySet {
    var met = WaySet(count: 0)
    let length = words.count / rows
    met.words = Array(words[..<length])
    for row in 1..<rows {
      for word in 0..<length { met.words[word] &= words[row * length + word] }
    }
    return met
  }

  /// The first way from one on that is in the set, or `nil`.
  @inline(__always)
  public func first(from way: Int) -> Int? {
    var word = way >> 6
    guard word < words.count else { return nil }
    var rest = words[word] & UInt64.max << UInt64(way & 63)
    while rest == 0 {
      word += 1
      if word == words.count { return nil }
      rest = words[word]
    }
    return word << 6 | rest.trailingZeroBitCount
  }

  /// The ways of a range that are in the set, the smallest first.
  @inline(__always)
  public func members(of range: Range<Int>) -> Members { Members(set: self, rest: range) }

  /// Goes through the ways of a range that are in a set.
  public struct Members: Sequence, IteratorProtocol {
    fileprivate let set: WaySet
    fileprivate var rest: Range<Int>

    /// The next of them.
    @inline(__always)
    public mutating func next() -> Int? {
      guard !rest.isEmpty, let way = set.first(from: rest.lowerBound), way < rest.upperBound else {
        return nil
      }
      rest = way + 1..<rest.upperBound
      return way
    }
  }

  /// The set as text, eleven digits of six bits for 64 ways.
  var text: String {
    String(
      decoding: words.flatMap { word in
        (0..<11).map { UInt8(0x30 + (word >> UInt64(6 * $0) & 63)) }
      }, as: UTF8.self)
  }

  /// The set that a text holds.
  init(text: ArraySlice<UInt8>) {
    words = stride(from: text.startIndex, to: text.endIndex, by: 11).map { start in
      (0..<11).reduce(0) { $0 | UInt64(text[start + $1] &- 0x30) << UInt64(6 * $1) }
    }
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
