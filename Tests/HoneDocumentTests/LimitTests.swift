import Testing

@testable import HoneDocument

/// Files that no person writes: they are read in time that grows with their length, and left alone where they must be.
@Suite struct LimitTests {
  private static let long = String(repeating: "word ", count: 20_000)

  @Test(arguments: [
    (Format.markdown, "- Built \(long)\n- Led the teams\n"),
    (.plain, "- Built \(long.dropLast(40_000))\n  \(long.dropLast(40_000))\n- Led the teams\n"),
    (.html, "<ul><li>Built \(long)</li><li>Led the teams</li></ul>"),
    (.latex, "\\begin{itemize}\n\\item Built \(long)\n\\item Led the teams\n\\end{itemize}\n"),
  ])
  func aBulletBeyondTheLimitIsLeftAloneAndSaid(_ format: Format, _ text: String) throws {
    let document = try Document.read(Array(text.utf8), as: format)
    #expect(document.reported.map { document.bullets[$0].text } == [Array("Led the teams".utf8)])
    #expect(document.notes.map { $0.text.contains("longer than 64 KiB") } == [true])
  }

  @Test func aBulletOfAStreamThatGrowsBeyondTheLimitPasses() {
    let text = "- Built it\n" + String(repeating: "  and more of it\n", count: 20_000) + "- Led the teams\n"
    let items = Reading.items(text)
    #expect(items.flatMap(Reading.raw) == Array(text.utf8))
    #expect(items.count { if case .bullet = $0 { true } else { false } } == 1)
    #expect(items.count { if case .unreadable(_, 1, _) = $0 { true } else { false } } == 1)
  }

  @Test func aLineOfAStreamWithACRInsidePasses() {
    #expect(Reading.texts("- Built it\r- Led it\n- Ran it\r\n") == ["Ran it"])
  }

  @Test func wrappersThatNestTooDeepMakeNoBullet() throws {
    for (depth, bullets) in [(60, 2), (70, 1), (10_000, 1)] {
      let open = String(repeating: "<b>", count: depth)
      let close = String(repeating: "</b>", count: depth)
      let page = "<ul><li>\(open)Led five teams\(close) here</li><li>Led six teams</li></ul>"
      #expect(try Document.read(Array(page.utf8), as: .html).bullets.count == bullets)
    }
  }

  @Test(.timeLimit(.minutes(1))) func columnsOnEverySecondLineTakeNoLongerThanOthers() throws {
    let row = "alpha beta gamma          Python and Rust\nfoo\n"
    let page = "EXPERIENCE\n" + String(repeating: row, count: 10_000) + "- Led it\n"
    #expect(try Document.read(Array(page.utf8), as: .plain).bullets.count == 1)
  }

  @Test(arguments: [
    ("abc]", 0..<2, 2..<4, 3), ("ab]c", 0..<2, 1..<4, 2), ("ab]c]", 0..<5, 3..<5, 4),
    ("abcd", 0..<2, 2..<4, 4),
    ("a]bc", 0..<4, 2..<4, 4), ("a]bc", 2..<4, 0..<4, 1),
  ])
  func aSignIsFoundWhereOneStandsAndNowhereElse(
    _ text: String, _ first: Range<Int>, _ second: Range<Int>, _ at: Int
  ) {
    var finder = SignFinder()
    _ = finder.next("]", in: Array(text.utf8), first)
    #expect(finder.next("]", in: Array(text.utf8), second) == at)
  }
}
