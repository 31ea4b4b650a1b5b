internal import HoneCore

extension Bytes {
  /// Where ASCII letters stand in a range, in either case.
  static func find(_ text: String, in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    let sign = Array(text.utf8)
    guard range.count >= sign.count else { return nil }
    guard let first = sign.first else { return range.lowerBound }
    var at = range.lowerBound
    while at + sign.count <= range.upperBound {
      if Bytes.lowered(bytes[at]) == first,
        sign.indices.allSatisfy({ Bytes.lowered(bytes[at + $0]) == sign[$0] })
      {
        return at
      }
      at += 1
    }
    return nil
  }
}
