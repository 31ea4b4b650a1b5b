import PCRE2
import Testing

/// Patterns that ask about the text around them by callouts.
@Suite struct WordsTests {
  /// Knows where things of each kind stand.
  private final class Known: Words {
    let ranges: [Int: [Range<Int>]]
    var asked = 0

    init(_ ranges: [Int: [Range<Int>]]) {
      self.ranges = ranges
    }

    func end(of kind: Int, from offset: Int) -> Int? {
      asked += 1
      return ranges[kind, default: []].first { $0.lowerBound == offset }?.upperBound
    }
  }

  //                          0         10        20
  private let text = Subject("Used PyTorch 2 and scikit-learn")
  private let words = Known([7: [5..<12, 19..<31], 123: [13..<14]])

  @Test(arguments: [false, true], [false, true])
  func aCallMatchesAThingOfItsKindWhole(jit: Bool, endsWord: Bool) throws {
    let pattern = try Pattern(WordCall.pattern(kind: 7, endsWord: endsWord), jit: jit)
    let found = try pattern.matches(in: text, words: words).map { $0.lower..<$0.upper }
    #expect(found == [5..<12, 19..<31])
  }

  @Test(arguments: [false, true])
  func aCallStandsInAPatternLikeAnyWord(jit: Bool) throws {
    let pattern = try Pattern(
      "used (?<tool>\(WordCall.pattern(kind: 7))) (?<n>\(WordCall.pattern(kind: 123)))", jit: jit)
    let match = try #require(try pattern.firstMatch(in: text, words: words))
    #expect(match.range(ofGroup: pattern.number(of: "tool")!) == 5..<12)
    #expect(match.range(ofGroup: pattern.number(of: "n")!) == 13..<14)
  }

  @Test func aKindThatIsNotThereIsNotFound() throws {
    #expect(try Pattern(WordCall.pattern(kind: 8)).firstMatch(in: text, words: words) == nil)
  }

  @Test func withoutAnybodyToAskTheAnswerIsNo() throws {
    #expect(try Pattern(WordCall.pattern(kind: 7)).firstMatch(in: text) == nil)
  }

  @Test func aPatternWithoutCallsAsksNobody() throws {
    let nobody = Known([:])
    #expect(try Pattern("PyTorch").firstMatch(in: text, words: nobody)?.lower == 5)
    #expect(nobody.asked == 0)
  }
}
