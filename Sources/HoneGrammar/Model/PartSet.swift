/// A set of parts, as bits.
public struct PartSet: Sendable, Hashable {
  /// How many parts a grammar may have.
  public static let capacity = 512

  private var bits = SIMD8<UInt64>()

  /// No parts.
  public init() {}

  /// These parts.
  public init(_ parts: [PartID]) {
    for part in parts { insert(part) }
  }

  /// Whether a part is in the set.
  @inline(__always)
  public func contains(_ part: PartID) -> Bool { bits[part >> 6] & (1 << UInt64(part & 63)) != 0 }

  /// Whether the sets share a part.
  public func intersects(_ other: PartSet) -> Bool { (bits & other.bits) != SIMD8() }

  /// Whether there is no part in the set.
  public var isEmpty: Bool { bits == SIMD8() }

  /// Adds a part.
  public mutating func insert(_ part: PartID) { bits[part >> 6] |= 1 << UInt64(part & 63) }

  /// Adds the parts of another set.
  public mutating func formUnion(_ other: PartSet) { bits |= other.bits }

  /// The parts of the set and one more.
  public func union(_ part: PartID) -> PartSet {
    var result = self
    result.insert(part)
    return result
  }

  /// The parts that are not in another set.
  public func subtracting(_ other: PartSet) -> PartSet {
    var result = self
    result.bits &= ~other.bits
    return result
  }

  /// The parts that are in both sets.
  public func intersection(_ other: PartSet) -> PartSet {
    var result = self
    result.bits &= other.bits
    return result
  }

  /// Calls `body` with each part, the smallest first.
  public func forEach(_ body: (PartID) -> Void) {
    for word in 0..<8 {
      var rest = bits[word]
      while rest != 0 {
        body(word << 6 | rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
  }
}
