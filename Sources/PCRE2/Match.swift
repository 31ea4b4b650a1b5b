/// One match: the byte ranges of the whole and of its groups.
public struct Match: Sendable {
  /// Start and end of each group, by group number; -1 where a group took no part.
  private let bounds: [Int]

  init(bounds: [Int]) {
    self.bounds = bounds
  }

  /// Where the match begins: an offset in bytes.
  public var lower: Int { bounds[0] }

  /// Where the match ends: an offset in bytes.
  public var upper: Int { bounds[1] }

  /// The byte range of a group by its number, or `nil` where it took no part.
  public func range(ofGroup number: Int) -> Range<Int>? {
    let at = number * 2
    guard at + 1 < bounds.count else { return nil }
    let lower = bounds[at]
    let upper = bounds[at + 1]
    // `\K` in a called group can put the end before the start; hone forbids it, and a crash is no answer.
    guard lower >= 0, upper >= lower else { return nil }
    return lower..<upper
  }
}
