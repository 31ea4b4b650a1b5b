import HoneCore
import HoneDocument
import Testing

/// Rewrites after which a bullet looks like a name, a fact or a list of words: they harm nothing.
@Suite struct ShortRewriteTests {
  /// The file with its first bullet cut down to its end, and whether that was refused.
  private func cut(_ file: String, to end: String, _ format: Format) throws -> (String, isRefused: Bool) {
    let document = try Document.read(Array(file.utf8), as: format)
    let bullet = try #require(document.bullets.first)
    let label = bullet.text.firstIndex(of: 0x3A).map { $0 + 2 } ?? 0
    let start = bullet.text.count - end.utf8.count
    var pieces = [Piece(end, .kept(start..<bullet.text.count))]
    if label > 0 {
      pieces.insert(Piece(String(decoding: bullet.text[..<label], as: UTF8.self), .kept(0..<label)), at: 0)
    }
    let rewrite = Rewrite(pieces: pieces, tier: .safe, template: Rewrite.inPlace, mends: [], slots: [])
    let result = try document.rewriting([0: rewrite])
    return (String(decoding: result.bytes, as: UTF8.self), !result.refused.isEmpty)
  }

  @Test(arguments: [
    (Format.markdown, "- ~~We once built a Blog~~\n", "Blog", "- ~~Blog~~\n"),
    (.markdown, "- **Search**: Has built 4 Rankers\n", "4 Rankers", "- **Search**: 4 Rankers\n"),
    (.markdown, "- Has put Ray Serve, Triton, Flink to use\n- two b\n", "use", "- use\n- two b\n"),
    (.asciidoc, "* *Search*: Has built 4 Rankers\n", "Rankers", "* *Search*: Rankers\n"),
    (.org, "- Search: Has built 4 Rankers\n", "Rankers", "- Search: Rankers\n"),
    (
      .html, "<ul><li><b>Search</b>: Has built 4 Rankers</ul>", "4 Rankers",
      "<ul><li><b>Search</b>: 4 Rankers</ul>"
    ),
    (.html, "<ul><li>He once built Web Shops</ul>", "Web Shops", "<ul><li>Web Shops</ul>"),
    (.latex, "\\item He once built Web Shops\n", "Web Shops", "\\item Web Shops\n"),
    (.latex, "\\cvitem{2018}{He has once built the Web Shops}\n", "Web Shops", "\\cvitem{2018}{Web Shops}\n"),
    (.latex, "\\item {He once built the Shops}\n", "the Shops", "\\item {the Shops}\n"),
    (
      .json, #"{"work":[{"highlights":["He once built Web Shops"]}]}"#, "Shops",
      #"{"work":[{"highlights":["Shops"]}]}"#
    ),
  ])
  func aBulletMayBecomeTooShortToBeToldFromAName(
    _ format: Format, _ file: String, _ end: String, _ outcome: String
  ) throws {
    let (text, isRefused) = try cut(file, to: end, format)
    #expect(text == outcome)
    #expect(!isRefused)
  }

  @Test(arguments: [
    (Format.markdown, "- He once built # Shops\n", "# Shops"),
    (.markdown, "- He once built - Shops\n", "- Shops"),
  ])
  func whatWouldMeanSomethingElseIsStillRefused(_ format: Format, _ file: String, _ end: String) throws {
    let (text, isRefused) = try cut(file, to: end, format)
    #expect(text == file)
    #expect(isRefused)
  }
}
