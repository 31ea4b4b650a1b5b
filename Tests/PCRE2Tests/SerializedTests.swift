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
    let read = try #require(Pattern(serialized: String(decoding: compiled.serialized(), as: UTF8.self)))
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

  @Test func itIsReadWhereItStandsInALongerText() throws {
    let digits = try Pattern("models?").serialized()
    #expect(digits.allSatisfy { (0x30...0x6F).contains($0) })
    for split in stride(from: 0, to: digits.count, by: 4) {
      let text = "é…" + String(decoding: digits[split...], as: UTF8.self) + "0123"
      let place = text.utf8.count - 4 - (digits.count - split)..<text.utf8.count - 4
      let read = try #require(Pattern(serialized: text, in: place, behind: Array(digits[..<split])))
      #expect(
        try read.matches(in: Subject("two models, a model")).map { $0.lower..<$0.upper } == [4..<10, 14..<19])
    }
  }

  @Test func whatAnotherLibraryCompiledIsNoPattern() throws {
    let digits = try Pattern("models?").serialized()
    #expect(Pattern(serialized: "") == nil)
    for count in 1..<22 { #expect(Pattern(serialized: String(repeating: "0", count: count)) == nil) }
    // The version stands behind the first four bytes.
    for at in 0..<8 {
      var changed = digits
      changed[at] = 0x30 + (changed[at] - 0x30) ^ 1
      #expect(Pattern(serialized: String(decoding: changed, as: UTF8.self)) == nil, "digit \(at)")
    }
  }
}
