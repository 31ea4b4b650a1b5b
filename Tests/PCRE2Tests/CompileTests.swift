import PCRE2
import Testing

/// What PCRE2 does not take, with the place and its words.
@Suite struct CompileTests {
  @Test(arguments: [
    ("(a", 2, "missing closing parenthesis"), ("a)", 1, "unmatched closing parenthesis"),
    ("[a", 2, "missing terminating ]"),
    ("*a", 0, "quantifier does not follow"), ("é(?<1>a)", 5, "digit"), ("(?&nobody)", 3, "non-existent"),
  ])
  func aFaultHasItsPlaceAndItsWords(_ source: String, _ offset: Int, _ words: String) {
    let error = #expect(throws: PatternError.self) { try Pattern(source) }
    #expect(error?.offset == offset)
    #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
    #expect(error?.description.contains("\(offset)") == true)
  }

  @Test(arguments: ["\\C", "a\\Cb", "(?(DEFINE)(?<d>\\C))(?&d)"])
  func halfACharacterIsRefused(_ source: String) {
    #expect(throws: PatternError.self) { try Pattern(source) }
  }

  @Test func lookbehindMustHaveAKnownLength() {
    #expect(throws: PatternError.self) { try Pattern("(?<=a+)b") }
  }
}
