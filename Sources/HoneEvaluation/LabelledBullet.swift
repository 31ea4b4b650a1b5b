public import Foundation

/// A bullet and what readers say of it: one line of a labelled file.
public struct LabelledBullet: Sendable, Decodable {
  /// A number of the bullet, and whether it measures a result, a scale, a speed, a cost or an audience.
  public struct Number: Sendable, Decodable {
    /// The number as it stands in the bullet.
    public let text: String
    /// Whether it is a metric.
    public let metric: Bool
  }

  /// The bullet's plain text.
  public let text: String
  /// Its field, or `nil` where nobody named it.
  public let domain: String?
  /// Every kind of weakness that the readers say yes to.
  public let kinds: [String]
  /// Whether the readers would leave it alone; where nobody said, a bullet without a kind is strong.
  public let strong: Bool?
  /// What a rewrite must not lose, or `nil` where nobody listed it.
  public let facts: [String]?
  /// The numbers of the bullet, or `nil` where nobody listed them.
  public let numbers: [Number]?

  /// Whether a reader would leave the bullet alone.
  public var isStrong: Bool { strong ?? kinds.isEmpty }

  /// The bullets of a JSON Lines file.
  ///
  /// - Throws: `LabelError` for the first line that is no labelled bullet.
  public static func read(_ data: Data) throws(LabelError) -> [LabelledBullet] {
    var bullets: [LabelledBullet] = []
    for (index, line) in data.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x0D }) { continue }
      do {
        bullets.append(try JSONDecoder().decode(LabelledBullet.self, from: line))
      } catch {
        throw LabelError(line: index + 1)
      }
    }
    return bullets
  }
}

/// A line that is no labelled bullet.
public struct LabelError: Error, Sendable, CustomStringConvertible {
  /// The line, from 1.
  public let line: Int
  /// What is wrong and what to do.
  public var description: String {
    "line \(line) is no labelled bullet; write {\"text\": \"…\", \"kinds\": [\"…\"]}"
  }
}
