import HoneTestSupport
import PCRE2
import Testing

/// Machine code and the interpreter give one answer.
@Suite struct JITTests {
  private static let patterns = [
    "\\b\\w+ing\\b", "(?<verb>train|build)(?:ed|ing)?\\s+(?<object>\\S+)", "\\p{Lu}\\w*",
    "(?<n>\\d+(?:[.,]\\d+)*)\\s?%?",
    "(?:(?<a>a)|(?<b>b))+", "(?(DEFINE)(?<d_w>\\w+))(?&d_w)\\s(?<last>(?&d_w))$", "[^\\s,;]+(?=,)",
    "(?i:ß|ss)", "x?",
    "(?<!\\w)(?:models?|classifiers?)(?!\\w)",
  ]

  @Test(arguments: patterns)
  func bothFindTheSame(_ source: String) throws {
    let slow = try Pattern(source, jit: false)
    let fast = try Pattern(source, jit: true)
    #expect(!slow.isJIT)
    for text in Corpus.texts + RandomText.texts(300, for: "JITTests") {
      let subject = Subject(text)
      let one = try bounds(slow, subject)
      let other = try bounds(fast, subject)
      #expect(one == other, "‘\(source)’ on \(text.debugDescription)")
    }
  }

  private func bounds(_ pattern: Pattern, _ subject: Subject) throws -> [[Range<Int>?]] {
    try pattern.matches(in: subject).map { match in
      (0...pattern.groups.count).map { match.range(ofGroup: $0) }
    }
  }

  @Test func onePatternServesManyThreads() async throws {
    let pattern = try Pattern("(?<head>models?)", jit: true)
    let found = await withTaskGroup(of: [Int?].self) { group in
      for _ in 0..<8 {
        group.addTask { Corpus.texts.map { try? pattern.firstMatch(in: Subject($0))?.lower } }
      }
      return await group.reduce(into: [[Int?]]()) { $0.append($1) }
    }
    #expect(found.count == 8)
    #expect(Set(found).count == 1)
    #expect(found[0].contains { $0 != nil })
  }
}
