import Hone
import HoneCore
import HoneDocument
import HoneTestSupport
import Testing

/// Bullets that stand near each other do not read alike where that can be helped.
@Suite struct VarietyTests {
  private static let span = 20
  private static let limit = 2

  private struct Chosen {
    let rewrite: Rewrite?
    let rewrites: [Rewrite]
    let text: String

    var frame: String? { rewrite.flatMap { $0.template == Rewrite.inPlace ? nil : $0.template } }
    var opener: Substring { (rewrite?.text ?? text).prefix { $0 != " " } }
  }

  private static func chosen(_ texts: [String]) throws -> [Chosen] {
    let hone = Hone(Grammars.builtIn, usesJIT: true)
    var variety = Variety()
    return try texts.map { text in
      let rewrites = try hone.advise(text, limit: 4).rewrites
      let rewrite = variety.choose(rewrites)
      if rewrite == nil { variety.keep(text) }
      return Chosen(rewrite: rewrite, rewrites: rewrites, text: text)
    }
  }

  @Test func noFrameComesThriceInTwentyBulletsWhereThereIsAnother() throws {
    let chosen = try VarietyTests.chosen(Corpus.texts)
    for (index, bullet) in chosen.enumerated() {
      guard let frame = bullet.frame else { continue }
      let before = chosen[max(0, index - VarietyTests.span + 1)..<index]
      guard before.count(where: { $0.frame == frame }) >= VarietyTests.limit else { continue }
      // Every other rewrite would have repeated a frame or an opener as often.
      let isFresh = bullet.rewrites.contains { other in
        let isUsed = before.count { $0.frame == other.template } >= VarietyTests.limit
        let opener = other.text.prefix { $0 != " " }
        let isOpened = before.count { $0.opener.lowercased() == opener.lowercased() } >= VarietyTests.limit
        return !isUsed && !isOpened && other.template != Rewrite.inPlace
      }
      #expect(!isFresh, "\(bullet.text)")
    }
  }

  /// The first bullet of a stream is offered its best rewrite alone: nothing stands before it that it could read like.
  @Test func theFirstBulletIsOfferedWhatWouldBeChosenOfAll() throws {
    let hone = Hone(Grammars.builtIn, usesJIT: true)
    for text in Corpus.texts {
      var reader = PlainReader(mode: .lines)
      let items = reader.read(Array("- \(text)\n".utf8)) + reader.finish()
      for case .bullet(let bullet) in items {
        let all = try hone.offer(for: bullet, tier: .full)
        let first = try hone.offer(for: bullet, tier: .full, isFirst: true)
        var variety = Variety()
        #expect(first.rewrites.first == variety.choose(all.rewrites), "\(text)")
        #expect(first.open == all.open)
      }
    }
  }

  @Test func tenBulletsOfOneKindGetSeveralFrames() throws {
    let tasks = ["churn", "fraud", "search", "ads", "pricing", "routing", "triage", "spam", "demand", "risk"]
    let chosen = try VarietyTests.chosen(tasks.map { "Trained machine learning models for \($0)." })
    let frames = Dictionary(grouping: chosen, by: \.frame)
    #expect(frames.count >= 4)
    #expect(chosen.prefix(6).count { $0.frame == chosen[0].frame } == VarietyTests.limit)
  }

  @Test func theChoiceIsTheSameEachTime() throws {
    let one = try VarietyTests.chosen(Corpus.texts).map(\.rewrite)
    let other = try VarietyTests.chosen(Corpus.texts).map(\.rewrite)
    #expect(one == other)
  }

  @Test func aFrameIsFreeAgainTwentyBulletsLater() {
    var variety = Variety()
    let piece = Rewrite(
      pieces: [Piece("Cut cost", .grammar)], tier: .full, template: "a", mends: [], slots: [])
    let other = Rewrite(
      pieces: [Piece("Cut costs", .grammar)], tier: .full, template: "b", mends: [], slots: [])
    #expect((0..<2).allSatisfy { _ in variety.choose([piece, other]) == piece })
    #expect(variety.choose([piece, other]) == other)
    for index in 0..<VarietyTests.span { variety.keep("word\(index)") }
    #expect(variety.choose([piece, other]) == piece)
  }
}
