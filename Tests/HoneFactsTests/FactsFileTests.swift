import HoneCore
import HoneFacts
import HoneGrammar
import Testing

/// Facts files: read, matched, written again.
@Suite struct FactsFileTests {
  private static let entry = FactEntry(
    original: "Trained machine learning models.", template: "outcome-first",
    answers: [.init(slot: "metric", text: "recall@10"), .init(slot: "latency", text: nil)],
    filled: "Improved recall@10.")

  private func put(_ entries: FactEntry..., into text: String = "") throws -> FactsFile {
    var file = try FactsFile(name: "cv.facts.yaml", text: text)
    for entry in entries { try file.put(entry) }
    return file
  }

  @Test func anEntryIsReadAsItWasWritten() throws {
    let file = try put(FactsFileTests.entry)
    let again = try FactsFile(name: "cv.facts.yaml", text: file.text)
    #expect(again.entries == [FactsFileTests.entry])
    #expect(again.line(of: FactsFileTests.entry) == 4)
  }

  @Test(arguments: [
    "about 40%", "\"quoted\" and \\ back", "null", "~", "12", "a: b # c", "é — “ü” 日本", "[x]", "- y",
    "tab\tend",
    "\u{85}\u{2028}\u{FEFF}", "{a: b}", "it's", "!!str x", "*a", "&b",
  ])
  func anyTextComesBackAsItWas(_ text: String) throws {
    let entry = FactEntry(
      original: text, template: text, answers: [.init(slot: "metric", text: text)], filled: text)
    let file = try put(entry, FactsFileTests.entry)
    #expect(try FactsFile(name: "x", text: file.text).entries == [entry, FactsFileTests.entry])
  }

  @Test func anEntryMatchesTheBulletBeforeAndAfter() throws {
    let file = try put(FactsFileTests.entry)
    #expect(file.match("trained  machine learning models") == .original(FactsFileTests.entry))
    #expect(file.match("Improved recall@10") == .filled(FactsFileTests.entry))
    #expect(file.match("Improved recall@100") == nil)
    #expect(file.ids(of: "Improved recall@10.") == [FactsFileTests.entry.id])
  }

  @Test func aFilledBulletThatIsAskedAboutAgainIsTheOriginalOfANewEntry() throws {
    let second = FactEntry(
      original: "Improved recall@10.", template: nil, answers: [], filled: "Improved recall@10 by 4%.")
    let file = try put(FactsFileTests.entry, second)
    #expect(file.match("Improved recall@10.") == .original(second))
    #expect(file.match("Improved recall@10 by 4%.") == .filled(second))
  }

  @Test func whatSomebodyWroteBetweenTheEntriesStays() throws {
    let text = """
      # My facts.
      b1:   # the first
        original: 'Used BERT'
        answers: {metric: F1}   # why not

      # About the second.
      b2:
        original: "Ran Spark"
        answers:
          metric: ~

      """
    let changed = FactEntry(
      id: "b1", original: "Used BERT", template: "in-place", answers: [.init(slot: "metric", text: "F2")],
      filled: nil)
    let file = try put(changed, FactsFileTests.entry, into: text)
    #expect(
      file.text == """
        # My facts.
        b1:
          original: "Used BERT"
          template: in-place
          answers:
            metric: "F2"

        # About the second.
        b2:
          original: "Ran Spark"
          answers:
            metric: ~

        \(FactsFileTests.entry.id):
          original: "Trained machine learning models."
          template: outcome-first
          answers:
            metric: "recall@10"
            latency: null
          filled: "Improved recall@10."

        """)
  }

  @Test func anEntryThatIsPutAgainChangesNothing() throws {
    let text = try put(FactsFileTests.entry).text.replacing("  original:", with: "  # mine\n  original:")
    #expect(try put(FactsFileTests.entry, into: text).text == text)
  }

  @Test func windowsLineEndsStay() throws {
    let text = try put(FactsFileTests.entry).text.replacing("\n", with: "\r\n")
    let other = FactEntry(original: "Ran Spark", template: nil, answers: [], filled: nil)
    let file = try put(other, into: text)
    #expect(file.entries.count == 2)
    #expect(file.text.utf8.count { $0 == 0x0A } == file.text.utf8.count { $0 == 0x0D })
  }

  @Test func aFileThatIsLaidOutOtherwiseIsLeftAlone() throws {
    let text = "{b1: {original: Used BERT, answers: {metric: F1}}}\n"
    let file = try FactsFile(name: "x.yaml", text: text)
    #expect(file.match("Used BERT")?.entry.given.given == ["metric": "F1"])
    #expect(throws: GrammarErrors.self) { _ = try put(FactsFileTests.entry, into: text) }
  }

  @Test(arguments: [
    ("b1:\n  orignal: x\n", "x.yaml:2:3: unknown key “orignal”; did you mean “original”?"),
    ("b1:\n  answers: {}\n", "needs `original`"),
    ("b1: x\n", "an entry is a map"),
    ("- x\n", "a facts file is a map"),
    ("b1:\n  original: x\n  answers: [a]\n", "`answers` is a map"),
    ("b1:\n  original: x\n  answers: {metric: [a]}\n", "an answer is a text"),
    ("b1: [\n", "this is no YAML"),
  ])
  func mistakesAreToldWithTheirPlace(_ text: String, _ message: String) {
    let error = #expect(throws: GrammarErrors.self) { _ = try FactsFile(name: "x.yaml", text: text) }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
  }

  @Test func anEmptyFileAndOneOfCommentsHoldNothing() throws {
    for text in ["", "# nothing yet\n", "---\n"] {
      #expect(try FactsFile(name: "x", text: text).entries.isEmpty)
      #expect(try put(FactsFileTests.entry, into: text).entries.count == 1)
    }
  }
}
