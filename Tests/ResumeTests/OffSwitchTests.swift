import HoneDocument
import HoneTestSupport
import Testing

/// Comments that switch hone off, each host in its own syntax.
@Suite struct OffSwitchTests {
  /// How each host writes a comment of its own line, and a bullet.
  private static let hosts:
    [(
      format: Format, comment: @Sendable (String) -> String, head: String,
      bullet: @Sendable (String) -> String, tail: String
    )] = [
      (.latex, { "% \($0)" }, "\\begin{itemize}\n", { "\\item \($0)" }, "\\end{itemize}\n"),
      (.markdown, { "<!-- \($0) -->" }, "", { "- \($0)" }, ""),
      (.html, { "<!-- \($0) -->" }, "<h2>Experience</h2>\n<ul>\n", { "<li>\($0)</li>" }, "</ul>\n"),
      (.typst, { "// \($0)" }, "", { "- \($0)" }, ""),
      (.org, { "# \($0)" }, "", { "- \($0)" }, ""),
      (.asciidoc, { "// \($0)" }, "", { "* \($0)" }, ""),
      (
        .yaml, { "      # \($0)" }, "cv:\n  sections:\n    projects:\n    - highlights:\n",
        { "      - \($0)" }, ""
      ),
    ]

  private static func file(_ lines: [String], _ host: Int) -> String {
    let host = hosts[host]
    return host.head
      + lines.map { ($0.hasPrefix("hone:") ? host.comment($0) : host.bullet($0)) + "\n" }.joined() + host.tail
  }

  /// Lines of a file, which of its bullets are live, and the rules that are off on each.
  private static let cases: [(lines: [String], live: [String], rules: [String])] = [
    (
      ["Built one", "hone:off", "Built two", "Built three", "hone:on", "Built four"],
      ["Built one", "Built four"], []
    ),
    (["hone:off-next", "Built one", "Built two"], ["Built two"], []),
    (
      ["hone:off filler passive", "Built one", "hone:on filler", "Built two"], ["Built one", "Built two"],
      ["filler,passive", "passive"]
    ),
    (
      ["hone:off-next filler.adverb", "Built one", "Built two"], ["Built one", "Built two"],
      ["filler.adverb", ""]
    ),
    (["hone:off", "Built one", "Built two"], [], []),
  ]

  @Test(arguments: hosts.indices, cases.indices)
  func aSwitchHoldsForWhatItNames(_ host: Int, _ index: Int) throws {
    let (lines, live, rules) = OffSwitchTests.cases[index]
    let file = OffSwitchTests.file(lines, host)
    let document = try Document.read(Array(file.utf8), as: OffSwitchTests.hosts[host].format)
    #expect(document.notes == [], "\(file)")
    let found = document.bullets.filter(\.isLive)
    #expect(found.map { String(decoding: $0.text, as: UTF8.self) } == live, "\(file)")
    if !rules.isEmpty {
      #expect(found.map { $0.rulesOff.sorted().joined(separator: ",") } == rules, "\(file)")
    }
  }

  @Test(arguments: [
    (Format.markdown, "<!--hone:off-->", "<!--hone:on-->"),
    (.markdown, "<!-- HONE:OFF -->", "<!-- Hone:on-->"),
    (.typst, "/*hone:off*/", "/*hone:on*/"), (.latex, "%hone:off", "%hone:on"),
    (.html, "<!--hone:off-->", "<!--hone:on-->"),
  ])
  func aSwitchNeedsNoBlanksAndNoCase(_ format: Format, _ off: String, _ on: String) throws {
    let host = try #require(OffSwitchTests.hosts.first { $0.format == format })
    let lines = [host.bullet("Built one"), off, host.bullet("Built two"), on, host.bullet("Built three")]
    let file = host.head + lines.map { $0 + "\n" }.joined() + host.tail
    let document = try Document.read(Array(file.utf8), as: format)
    let live = document.bullets.filter(\.isLive).map { String(decoding: $0.text, as: UTF8.self) }
    #expect(live == ["Built one", "Built three"] && document.notes == [], "\(file) \(document.notes)")
  }

  @Test(arguments: hosts.indices)
  func aSwitchThatSwitchesNothingIsSaid(_ host: Int) throws {
    let format = OffSwitchTests.hosts[host].format
    for lines in [["Built one", "hone:off"], ["hone:on", "Built one"], ["Built one", "hone:off-next"]] {
      let document = try Document.read(Array(OffSwitchTests.file(lines, host).utf8), as: format)
      #expect(document.notes.count == 1 && document.notes[0].text.contains("take it out"), "\(lines)")
    }
    let document = try Document.read(
      Array(OffSwitchTests.file(["hone:of", "Built one"], host).utf8), as: format)
    #expect(document.notes.count == 1 && document.notes[0].text.contains("hone:off-next"))
  }
}
