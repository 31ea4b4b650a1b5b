import HoneBaseline
import HoneGrammar
import HoneTestSupport
import Testing

/// What is accepted, and the file that says so.
@Suite struct BaselineTests {
  private let entries = [
    Baseline.Entry(file: "cv/b.md", bullet: "Cut it: \"99%\" \\ naïve\t検索", rule: "weak.duty", count: 2),
    Baseline.Entry(file: "a.md", bullet: "- null", rule: "filler.adverb", count: 1),
    Baseline.Entry(file: "a.md", bullet: "Cut it", rule: "weak.duty", count: 1),
    Baseline.Entry(file: "a.md", bullet: "Cut it", rule: "filler.adverb", count: 12),
    Baseline.Entry(file: "-", bullet: String(repeating: "long ", count: 2_000), rule: "too.long", count: 1),
  ]

  private func baseline(_ entries: [Baseline.Entry]) -> Baseline {
    var baseline = Baseline()
    for entry in entries { baseline.add(entry) }
    return baseline
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    let text = baseline(entries).text
    let read = try Baseline(name: "base.yaml", text: text)
    #expect(read.entries == baseline(entries).entries && read.count == 17)
    #expect(read.text == text)
  }

  @Test func theTextIsTheSameInWhateverOrderEntriesCome() {
    #expect(baseline(entries.reversed()).text == baseline(entries).text)
    // Of two spellings of one text the same is written.
    let one = Baseline.Entry(file: "a", bullet: "Cut it.", rule: "r", count: 1)
    let other = Baseline.Entry(file: "a", bullet: "cut  it", rule: "r", count: 1)
    #expect(baseline([one, other]).text == baseline([other, one]).text)
    #expect(baseline([one, other]).entries.map(\.count) == [2])
  }

  @Test func anEmptyOneIsAFileToo() throws {
    #expect(try Baseline(name: "x", text: Baseline().text).entries.isEmpty)
  }

  @Test func findingsAreUsedUp() {
    var accepted = baseline([Baseline.Entry(file: "a", bullet: "Cut it", rule: "r", count: 2)])
    func take(_ file: String, _ bullet: String, _ rule: String) -> Bool {
      accepted.take(file: file, bullet: bullet, rule: rule)
    }
    #expect(!take("b", "Cut it", "r") && !take("a", "Cut it", "s"))
    #expect(take("a", "Cut it.", "r"))
    #expect(accepted.count == 1)
    #expect(take("a", "cut it", "r"))
    #expect(!take("a", "Cut it", "r"))
    #expect(accepted.entries.isEmpty)
  }

  @Test(arguments: [
    ("", "version"), ("version: 2\naccepted: []\n", "1:10: a baseline says"),
    ("version: 1\n", "needs `accepted`"),
    ("version: 1\naccepted: {}\n", "is a list"), ("version: 1\nacepted: []\n", "did you mean “accepted”?"),
    ("version: 1\naccepted:\n  - file: a\n    bullet: b\n", "3:5: an entry needs"),
    ("version: 1\naccepted:\n  - {file: a, bullet: b, rules: {r: 0}}\n", "1 or more"),
    ("version: 1\naccepted:\n  - {file: a, bullet: b, rules: {r: many}}\n", "1 or more"),
    ("version: 1\naccepted:\n  - {file: a, bullet: b, rules: r}\n", "a map of rules"),
    ("version: 1\naccepted: [1]\n", "an entry is a map"), ("[", "no YAML"),
  ])
  func whatIsNoBaselineIsSaidWithItsPlace(_ text: String, _ words: String) {
    do {
      _ = try Baseline(name: "base.yaml", text: text)
      Issue.record("it was read")
    } catch {
      #expect("\(error)".hasPrefix("base.yaml:") && "\(error)".contains(words), "\(error)")
    }
  }
}
