import Foundation

/// A labelled bullet of `Corpus/`.
package struct CorpusBullet: Decodable, Sendable {
  /// Its plain text.
  package let text: String
  /// The weaknesses that its reader saw; none for a strong bullet.
  package let kinds: [String]?
}

/// The labelled bullets.
package enum Corpus {
  /// Bullets in which nothing is to be changed.
  package static let strong = read("strong")
  /// Bullets with one weakness or more.
  package static let weak = read("weak")
  /// The texts of all of them.
  package static let texts = (strong + weak).map(\.text)

  private static func read(_ name: String) -> [CorpusBullet] {
    let lines = (try? Repository.lines("Corpus/\(name).jsonl")) ?? []
    return lines.compactMap { try? JSONDecoder().decode(CorpusBullet.self, from: Data($0.utf8)) }
  }
}
