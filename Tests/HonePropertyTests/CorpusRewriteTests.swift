import Foundation
import Hone
import HoneCore
import HoneTestSupport
import Testing

/// The corpus says of each weak bullet what hone makes of it; a change here is a change that somebody must have read.
@Suite struct CorpusRewriteTests {
  private struct Weak: Decodable {
    let text: String
    let safe: String?
    let full: String?
  }

  private static func weak() throws -> [Weak] {
    try Repository.lines("Corpus/weak.jsonl").map { try JSONDecoder().decode(Weak.self, from: Data($0.utf8)) }
  }

  @Test func theCorpusIsLargeEnough() throws {
    let weak = try CorpusRewriteTests.weak()
    #expect(weak.filter { $0.safe != nil || $0.full != nil }.count >= 150)
    #expect(try Repository.lines("Corpus/strong.jsonl").count >= 100)
    #expect(Set(weak.map(\.text)).count == weak.count)
  }

  @Test func eachWeakBulletBecomesWhatTheCorpusExpects() throws {
    let hone = Hone(Grammars.builtIn)
    for bullet in try CorpusRewriteTests.weak() {
      let advice = try hone.advise(bullet.text, limit: 1)
      #expect(advice.safe?.text == bullet.safe, "\(bullet.text)")
      #expect(advice.rewrites.first?.text == bullet.full, "\(bullet.text)")
    }
  }
}
