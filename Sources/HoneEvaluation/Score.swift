internal import Foundation

/// How often a grammar and readers agreed that something is there.
public struct Score: Sendable, Hashable {
  /// Both said yes.
  public private(set) var hits = 0
  /// The grammar alone said yes.
  public private(set) var falseAlarms = 0
  /// The readers alone said yes.
  public private(set) var misses = 0

  /// No bullet yet.
  public init() {}

  /// Counts one more.
  public mutating func count(found: Bool, labelled: Bool) {
    switch (found, labelled) {
    case (true, true): hits += 1
    case (true, false): falseAlarms += 1
    case (false, true): misses += 1
    case (false, false): break
    }
  }

  /// The share of the grammar's yes that the readers share.
  public var precision: Share { Share(of: hits, in: hits + falseAlarms) }
  /// The share of the readers' yes that the grammar found.
  public var recall: Share { Share(of: hits, in: hits + misses) }
  /// The harmonic mean of both; `nil` where nobody said yes.
  public var f1: Double? {
    let all = 2 * hits + falseAlarms + misses
    return all == 0 ? nil : Double(2 * hits) / Double(all)
  }
}

/// A share of a count, with the interval in which it lies by 95 % (Wilson's, which holds for small counts too).
public struct Share: Sendable, Hashable {
  /// How many.
  public let part: Int
  /// Of how many.
  public let whole: Int

  /// A share.
  public init(of part: Int, in whole: Int) {
    self.part = part
    self.whole = whole
  }

  /// The share, or `nil` of nothing.
  public var value: Double? { whole == 0 ? nil : Double(part) / Double(whole) }

  /// The ends of the interval, or `nil` of nothing.
  public var interval: ClosedRange<Double>? {
    guard let share = value else { return nil }
    let count = Double(whole)
    let z = 1.959964
    let middle = (share + z * z / (2 * count)) / (1 + z * z / count)
    let half =
      z / (1 + z * z / count) * (share * (1 - share) / count + z * z / (4 * count * count)).squareRoot()
    return max(0, middle - half)...min(1, middle + half)
  }
}
