/// A change of a file: bytes that take the place of others.
public struct Edit: Sendable, Hashable {
  /// The bytes that go: offsets in the file.
  public let range: Range<Int>
  /// What comes in their place.
  public let bytes: [UInt8]

  /// An edit.
  public init(_ range: Range<Int>, _ bytes: [UInt8]) {
    self.range = range
    self.bytes = bytes
  }
}

extension [Edit] {
  /// A file with these edits made; they must be in order and none may overlap another.
  ///
  /// - Parameter offset: where in the file `bytes` begin.
  public func applied(to bytes: [UInt8], from offset: Int = 0) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var at = offset
    for edit in self {
      result += bytes[(at - offset)..<(edit.range.lowerBound - offset)]
      result += edit.bytes
      at = edit.range.upperBound
    }
    return result + bytes[(at - offset)...]
  }
}
