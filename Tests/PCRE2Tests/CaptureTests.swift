import PCRE2
import Testing

/// What a pattern gives back: named groups, byte ranges, UTF-8 as characters.
@Suite struct CaptureTests {
  @Test func namedGroupsComeInTheOrderOfTheirNumbers() throws {
    let pattern = try Pattern("(?<verb>trained)\\s+(?:(?<kind>deep)\\s+)?(?<head>models)")
    #expect(pattern.groups.map(\.name) == ["verb", "kind", "head"])
    #expect(pattern.number(of: "head") == 3)
    #expect(pattern.number(of: "nobody") == nil)
  }

  @Test func aGroupThatTookNoPartHasNoRange() throws {
    let pattern = try Pattern("(?<verb>trained)\\s+(?:(?<kind>deep)\\s+)?(?<head>models)")
    let match = try #require(try pattern.firstMatch(in: Subject("We trained models")))
    #expect(match.lower == 3)
    #expect(match.upper == 17)
    #expect(match.range(ofGroup: 1) == 3..<10)
    #expect(match.range(ofGroup: 2) == nil)
    #expect(match.range(ofGroup: 3) == 11..<17)
    #expect(match.range(ofGroup: 99) == nil)
  }

  @Test func whatADefinitionCapturesIsLostAtItsCall() throws {
    let pattern = try Pattern("(?(DEFINE)(?<d_noun>models?))a (?<head>(?&d_noun))")
    let match = try #require(try pattern.firstMatch(in: Subject("a model")))
    #expect(match.range(ofGroup: pattern.number(of: "d_noun")!) == nil)
    #expect(match.range(ofGroup: pattern.number(of: "head")!) == 2..<7)
  }

  @Test(arguments: [
    ("\\b\\w+\\b", "naïve", 0..<6), ("NAÏVE", "a naïve", 2..<8), (".", "🚀", 0..<4),
    ("größe", "GRÖSSE GRÖßE", 8..<15),
    ("\\d+", "١٤ %", 0..<4), ("\\s", "a\u{A0}b", 1..<3), ("(?-i:LED)", "led LED", 4..<7),
    ("k", "\u{212A}", 0..<3),
  ])
  func textIsUnicodeAndOffsetsAreBytes(_ pattern: String, _ text: String, _ range: Range<Int>) throws {
    let match = try #require(try Pattern(pattern).firstMatch(in: Subject(text)))
    #expect(match.lower..<match.upper == range)
  }

  @Test func composedAndDecomposedAccentsDiffer() throws {
    #expect(try Pattern("caf\u{E9}").firstMatch(in: Subject("cafe\u{301}")) == nil)
  }

  @Test func anEmptySubjectCanBeSearched() throws {
    #expect(try Pattern("a").firstMatch(in: Subject("")) == nil)
    let match = try #require(try Pattern("a?").firstMatch(in: Subject("")))
    #expect(match.lower..<match.upper == 0..<0)
  }

  @Test(
    arguments: [[0x66, 0xC3], [0x80], [0xED, 0xA0, 0x80], [0xC0, 0xAF], [0xF4, 0x90, 0x80, 0x80]] as [[UInt8]]
  )
  func bytesThatAreNotUTF8AreNoSubject(_ bytes: [UInt8]) {
    #expect(Subject(validating: bytes) == nil)
  }

  @Test func bytesThatAreUTF8AreASubject() {
    #expect(Subject(validating: Array("né🚀".utf8))?.bytes == Array("né🚀".utf8))
  }

  @Test func theLibrarySaysItsVersion() {
    #expect(Library.version.hasPrefix("10."))
    #expect(!Library.version.contains("\0"))
  }
}
