import PCRE2
import Testing

/// A pattern that costs too much is given up, quickly and by name.
@Suite struct LimitTests {
  @Test(.timeLimit(.minutes(5)), arguments: ["(a+)+$", "(a|aa)+$", "(a*)*[bc]", "(?:a?a?){20}a{5}[bc]"])
  func aCostlyPatternIsGivenUp(_ source: String) throws {
    let pattern = try Pattern(source, limits: .untrusted)
    let line = Subject(String(repeating: "a", count: 20_000) + "!")
    let start = ContinuousClock.now
    let error = #expect(throws: MatchError.self) { try pattern.firstMatch(in: line) }
    #expect(error?.isTooCostly == true)
    #expect(error.map { !$0.description.isEmpty } == true)
    #expect(start.duration(to: .now) < .seconds(5))
  }

  @Test func allMatchesAreGivenUpToo() throws {
    let pattern = try Pattern("(a+)+$", limits: .untrusted)
    let line = Subject(String(repeating: "a", count: 5_000) + "!")
    #expect(throws: MatchError.self) { try pattern.matches(in: line) }
  }

  @Test func aTightLimitStopsWhatALooseOneLetsThrough() throws {
    let line = Subject(String(repeating: "a", count: 12) + "!")
    let tight = MatchLimits(matches: 50, depth: 50, heap: 100)
    #expect(throws: MatchError.self) { try Pattern("(a+)+$", limits: tight).firstMatch(in: line) }
    #expect(try Pattern("(a+)+$", limits: .trusted).firstMatch(in: line) == nil)
  }

  @Test func recursionWithoutEndIsTooCostly() throws {
    let pattern = try Pattern("(?<loop>(?&loop)a|b)", limits: .untrusted)
    let error = #expect(throws: MatchError.self) { try pattern.firstMatch(in: Subject("aaa")) }
    #expect(error?.isTooCostly == true)
  }
}
