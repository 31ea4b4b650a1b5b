import HoneGrammar
import Testing

/// What the text of a pattern says of itself.
@Suite struct PatternTextTests {
  @Test(arguments: [
    ("(?<one>a)(?P<two>b)", ["one", "two"]), ("(?<=, )(?<long>in order to)", ["long"]),
    ("(?<!\\w)(?<a>b)(?<=c)(?<d>e)", ["a", "d"]), (#"\(?<no>x\)"#, []), ("(?:a)(?>b)", []),
  ])
  func capturesAreNamedBehindLookbehindsToo(_ pattern: String, _ names: [String]) {
    #expect(PatternText.captures(in: pattern) == names)
  }

  @Test func callsAreNamedOnce() {
    #expect(PatternText.calls(in: "(?&np) (?&det)? (?&np)") == ["np", "det"])
  }
}
