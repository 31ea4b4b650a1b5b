import PCRE2
import Testing

/// Where a search begins and ends.
@Suite struct RangeTests {
  private let text = Subject("led a team, then led two")

  @Test func aSearchBeginsAtItsOffset() throws {
    let match = try #require(try Pattern("led").firstMatch(in: text, from: 1))
    #expect(match.lower == 17)
  }

  @Test func lookbehindSeesWhatStandsBeforeTheOffset() throws {
    let pattern = try Pattern("(?<=then )led")
    #expect(try pattern.firstMatch(in: text, from: 17)?.lower == 17)
    #expect(try Pattern("(?<!then )led").firstMatch(in: text, from: 17) == nil)
  }

  @Test func anAnchoredSearchTriesOnePlace() throws {
    let pattern = try Pattern("led", isAnchored: true)
    #expect(try pattern.firstMatch(in: text)?.lower == 0)
    #expect(try pattern.firstMatch(in: text, from: 1) == nil)
    #expect(try pattern.firstMatch(in: text, from: 17)?.upper == 20)
  }

  @Test func theEndIsTheEndOfTheText() throws {
    let pattern = try Pattern("\\w+\\z")
    let match = try #require(try pattern.firstMatch(in: text, end: 10))
    #expect(match.lower..<match.upper == 6..<10)
    #expect(try Pattern("team").firstMatch(in: text, end: 9) == nil)
  }

  @Test func anOffsetBehindTheEndFindsNothing() throws {
    #expect(try Pattern("").firstMatch(in: text, from: 5, end: 4) == nil)
    #expect(try Pattern("").firstMatch(in: text, from: 100) == nil)
  }

  @Test func allMatchesComeFromLeftToRight() throws {
    #expect(try ranges("led", text) == [0..<3, 17..<20])
  }

  @Test func emptyMatchesAreSteppedOverByCharacters() throws {
    #expect(try ranges("x?", Subject("aéx🚀xx")) == [3..<4, 8..<9, 9..<10])
    #expect(try ranges("(?=a)", Subject("aaa")).isEmpty)
    #expect(try ranges("\\d*", Subject("a12b3")) == [1..<3, 4..<5])
  }

  @Test func anEndThatStartsTheMatchAgainIsHeld() throws {
    // `\K` in a called group can put the start behind the end: such a range is none, and no trap.
    let pattern = try Pattern("(?(DEFINE)(?<d_k>ab\\K))(?=(?<found>(?&d_k)))a")
    let match = try #require(try pattern.firstMatch(in: Subject("ab")))
    #expect(match.range(ofGroup: 0) == nil || match.lower <= match.upper)
  }

  private func ranges(_ pattern: String, _ subject: Subject) throws -> [Range<Int>] {
    try Pattern(pattern).matches(in: subject).map { $0.lower..<$0.upper }
  }
}
