import HoneCore
import HoneDocument
import Testing

/// Spaces at the ends of markup once words beside them have gone.
@Suite struct SpaceTests {
  /// The file after some words of its first bullet were replaced.
  private func replacing(_ old: String, with new: String, in file: String, _ format: Format) throws -> String
  {
    let document = try Document.read(Array(file.utf8), as: format)
    let text = document.bullets[0].text
    let plain = String(decoding: text, as: UTF8.self)
    let found = try #require(plain.firstRange(of: old))
    let lower = plain[..<found.lowerBound].utf8.count
    let upper = lower + old.utf8.count
    let kept = [0..<lower, upper..<text.count].map { range in
      range.isEmpty ? nil : Piece(String(decoding: text[range], as: UTF8.self), .kept(range))
    }
    let pieces = [kept[0], Piece(new, .grammar), kept[1]].compactMap(\.self)
    let rewrite = Rewrite(pieces: pieces, tier: .safe, template: Rewrite.inPlace, mends: [], slots: [])
    return String(decoding: try document.rewriting([0: rewrite]).bytes, as: UTF8.self)
  }

  @Test(arguments: [
    (
      Format.markdown, "- Worked [on the](u) new board now\n", "Worked on", "Ran",
      "- Ran [the](u) new board now\n"
    ),
    (
      .markdown, "- Ran the **new board for** us now\n", "for us", "daily",
      "- Ran the **new board** daily now\n"
    ),
    (
      .markdown, "- Worked **[on the](u) new** board now\n", "Worked on", "Ran",
      "- Ran **[the](u) new** board now\n"
    ),
    (
      .markdown, "- Worked [on\n  the](u) new board now\n", "Worked on", "Ran",
      "- Ran [the](u) new\n  board now\n"
    ),
    (.markdown, "- Ran [ the](u) new board now\n", "now", "daily", "- Ran [ the](u) new board daily\n"),
    (.markdown, "- Worked [on the](u) new board\n", "Worked", "Ran", "- Ran [on the](u) new board\n"),
    (
      .html, "<ul><li>Worked <b>on the</b> new board now</ul>", "Worked on", "Ran",
      "<ul><li>Ran <b>the</b> new board now</ul>"
    ),
    (
      .latex, "\\begin{itemize}\n\\item Worked \\textbf{on the} new board now\n\\end{itemize}\n", "Worked on",
      "Ran", "\\begin{itemize}\n\\item Ran \\textbf{the} new board now\n\\end{itemize}\n"
    ),
    (
      .typst, "- Ran the #strong[new board for] us now\n", "for us", "daily",
      "- Ran the #strong[new board] daily now\n"
    ),
  ])
  func aSpaceThatComesToStandAtTheEndOfMarkupMovesOut(
    _ format: Format, _ file: String, _ old: String, _ new: String, _ outcome: String
  ) throws {
    #expect(try replacing(old, with: new, in: file, format) == outcome)
  }

  @Test(arguments: [
    (
      Format.latex, "\\item Suc\\-cess\\-fully ran it al\\-ways now\n", "\\item Ran it al\\-ways now\n"
    ),
    (
      .html, "<ul><li>Suc&shy;cess<wbr>fully ran it al&shy;ways now</ul>",
      "<ul><li>Ran it al&shy;ways now</ul>"
    ),
    (.markdown, "- Suc\u{AD}cess\u{AD}fully ran it al\u{AD}ways now\n", "- Ran it al\u{AD}ways now\n"),
    (.plain, "- Suc\u{AD}cess\u{AD}fully ran it al\u{AD}ways now\n", "- Ran it al\u{AD}ways now\n"),
    (.typst, "- Suc\u{AD}cess\u{AD}fully ran it al\u{AD}ways now\n", "- Ran it al\u{AD}ways now\n"),
    (
      .json, #"{"work":[{"highlights":["Suc\u00adcess\u00adfully ran it al\u00adways now"]}]}"#,
      #"{"work":[{"highlights":["Ran it al\u00adways now"]}]}"#
    ),
  ])
  func aPlaceWhereAWordMayBeCutGoesAndStaysWithTheWord(
    _ format: Format, _ file: String, _ outcome: String
  ) throws {
    #expect(try replacing("Successfully ran", with: "Ran", in: file, format) == outcome)
  }

  @Test func aPlaceWhereAWordMayBeCutGoesWithTheWordInAStream() throws {
    let bullet = try #require(
      Reading.bullets("- Suc\u{AD}cess\u{AD}fully ran it al\u{AD}ways\n  n\u{AD}ow\n").first)
    #expect(String(decoding: bullet.text, as: UTF8.self) == "Successfully ran it always now")
    let kept = Piece(" ran it always now", .kept(12..<30))
    let rewrite = Rewrite(
      pieces: [Piece("Once", .grammar), kept], tier: .safe, template: Rewrite.inPlace, mends: [], slots: [])
    let bytes = try #require(bullet.replacing(rewrite))
    #expect(String(decoding: bytes, as: UTF8.self) == "- Once ran it al\u{AD}ways n\u{AD}ow\n")
  }
}
