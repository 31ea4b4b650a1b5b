import HoneCore
import Testing

@testable import HoneGrammar

/// A pattern is divided where its ways begin, and never so that it would match something else.
@Suite struct PatternDividerTests {
  private static let fragments: [String: String] = [
    "gain": "gain|win", "deed": "(?:cut|saved) (?&gain)", "flagged": "(?-i)GAIN|win", "lone": "loss",
  ]

  private func ways(_ pattern: String, keepsOrder: Bool = true, calls: (String) -> String = { $0 })
    -> [String]
  {
    var fragments = Fragments()
    for (name, text) in PatternDividerTests.fragments {
      fragments[name] = Fragment(name: name, pattern: text, place: Place(file: "test"))
    }
    return withoutActuallyEscaping(calls) { calls in
      PatternDivider(fragments, keepsOrder: keepsOrder) { [.word(calls($0))] }.ways(of: pattern)
    }
  }

  @Test(arguments: [
    ("one", ["one"]), ("one|two", ["one", "two"]), ("(?:one|two) more", ["(?:one) more", "(?:two) more"]),
    ("(?<!\\w)(?!no)(?:one|two)", ["(?<!\\w)(?!no)(?:one)", "(?<!\\w)(?!no)(?:two)"]),
    ("(?<word>one|two)", ["(?<word>one)", "(?<word>two)"]),
    ("(?&gain) more|less", ["(?:gain) more", "(?:win) more", "less"]),
    ("(?&deed)", ["(?:(?:cut) (?&gain))", "(?:(?:saved) (?&gain))"]),
    (#"[|)(]one|\|two"#, [#"[|)(]one"#, #"\|two"#]), (#"\((?:one|two)\)"#, [#"\((?:one|two)\)"#]),
  ])
  func itIsDividedWhereItBegins(_ pattern: String, _ expected: [String]) {
    #expect(ways(pattern) == expected)
  }

  @Test(arguments: [
    "(?>one|two)", "(?:one|two)+", "(?:one|two)?", "(?i)one|two", "(?-i:one|two)", "one(?i)|two",
    "(?&flagged)",
    "(?&lone)", "(?&nobody)", "(?(?!)x)(?:one|two)", "(?:(one)|two)\\1", "\\Qa|b\\E", "(*COMMIT)a|b",
    "(?:one|two",
    "one|two)", "[one|two",
  ])
  func whatWouldMeanSomethingElseIsLeftWhole(_ pattern: String) {
    #expect(ways(pattern) == [pattern])
  }

  @Test func waysThatTheSameWordsCallStayOne() {
    let byFirstLetter = { (way: String) in String(way.first { $0.isLetter } ?? " ") }
    #expect(ways("two|ten|one", calls: byFirstLetter) == ["two|ten", "one"])
    #expect(ways("two|one|ten", calls: byFirstLetter) == ["two", "one", "ten"])
    #expect(ways("two|one|ten", keepsOrder: false, calls: byFirstLetter) == ["two|ten", "one"])
  }

  @Test func groupsOfOneNameDoNotMeetInAPattern() {
    #expect(ways("(?<a>one)|(?<a>two)", calls: { _ in "" }) == ["(?<a>one)", "(?<a>two)"])
  }

  /// Each way would carry what all of them call.
  @Test func aChoiceWhoseWaysWouldBeTooLongIsLeftWhole() {
    let heavy = "(?:a|b|c|d|e) " + String(repeating: "x", count: 10_000)
    #expect(ways(heavy) == [heavy])
    #expect(ways("(?:a|b) " + String(repeating: "x", count: 10_000)).count == 2)
  }

  @Test func aChoiceOfTooManyWaysIsLeftWhole() {
    let pattern = (0..<500).map { "w\($0)" }.joined(separator: "|")
    #expect(ways(pattern) == [pattern])
  }
}
