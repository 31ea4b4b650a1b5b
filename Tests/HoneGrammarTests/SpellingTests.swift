import HoneGrammar
import Testing

/// A mistyped name is guessed only where it is near.
@Suite struct SpellingTests {
  private let names = ["message", "match", "level", "source", "examples", "kind"]

  @Test(arguments: [
    ("mesage", "message"), ("mach", "match"), ("levl", "level"), ("sorce", "source"),
    ("exmaples", "examples"), ("xyz", nil),
    ("because", nil), ("", nil), ("k", nil), ("message", "message"),
  ])
  func theNearestNameIsMeant(_ word: String, _ meant: String?) {
    #expect(Spelling.nearest(to: word, in: names) == meant)
  }
}
