/// Finds the line and the column of a byte in a file.
public struct LineIndex: Sendable {
  private let bytes: [UInt8]
  /// Where each line begins.
  private let starts: [Int]
  private let firstLine: Int

  /// The lines of some bytes.
  ///
  /// - Parameters:
  ///   - bytes: all that offsets count in.
  ///   - firstLine: the number of the first of them.
  ///   - lineEnd: the byte that ends a line.
  public init(_ bytes: [UInt8], firstLine: Int = 1, lineEnd: UInt8 = 0x0A) {
    self.bytes = bytes
    self.firstLine = firstLine
    var starts = [0]
    for (at, byte) in bytes.enumerated() where byte == lineEnd { starts.append(at + 1) }
    self.starts = starts
  }

  /// The line of a byte, from 1, and its column in that line: characters (Unicode scalars) from 1.
  public func place(of offset: Int) -> (line: Int, column: Int) {
    var lower = 0
    var upper = starts.count
    while upper - lower > 1 {
      let middle = (lower + upper) / 2
      if starts[middle] <= offset { lower = middle } else { upper = middle }
    }
    let line = bytes[starts[lower]..<max(starts[lower], min(offset, bytes.count))]
    // A byte-order mark is no character of the first line.
    let mark = lower == 0 && line.starts(with: [0xEF, 0xBB, 0xBF]) ? 1 : 0
    return (firstLine + lower, line.count { $0 & 0xC0 != 0x80 } - mark + 1)
  }
}
