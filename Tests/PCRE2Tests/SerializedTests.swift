import HoneTestSupport
import PCRE2
import Testing

/// A pattern that was written down matches as the one that was compiled.
@Suite struct SerializedTests {
  @Test(arguments: [
    "(?<verb>train|build)(?:ed|ing)?\\s+(?<object>\\S+)", "\\p{Lu}\\w*",
    "(?(DEFINE)(?<d_w>\\w+))(?&d_w)\\s(?<last>(?&d_w))$",
    "(?<=, )\\w+", "(?i:ß|ss)",
  ])
  func itMatchesTheSame(_ source: String) throws {
    let compiled = try Pattern(source)
    let read = try #require(Pattern(serialized: compiled.serialized()))
    #expect(read.groups.map(\.name) == compiled.groups.map(\.name))
    for text in Corpus.texts {
      let subject = Subject(text)
      let one = try compiled.matches(in: subject).map { match in
        (0...compiled.groups.count).map { match.range(ofGroup: $0) }
      }
      let other = try read.matches(in: subject).map { match in
        (0...read.groups.count).map { match.range(ofGroup: $0) }
      }
      #expect(one == other, "‘\(source)’ on \(text.debugDescription)")
    }
  }

  @Test func oneSourceMakesTheSameBytes() throws {
    #expect(try Pattern("(?<a>x)+|y").serialized() == Pattern("(?<a>x)+|y").serialized())
  }

  @Test func bytesOfAnotherLibraryAreNoPattern() throws {
    var bytes = try Pattern("models?").serialized()
    #expect(Pattern(serialized: []) == nil)
    bytes[4] ^= 1  // The version stands behind the first four bytes.
    #expect(Pattern(serialized: bytes) == nil)
  }
}
