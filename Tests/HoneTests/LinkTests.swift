import Hone
import HoneDocument
import HoneTestSupport
import Testing

/// A link that stands in the markup of a bullet is there, though its plain text does not show it.
@Suite struct LinkTests {
  @Test(arguments: [
    (Format.markdown, "- Published [a paper](https://x.example/p) on bees\n"),
    (.markdown, "- **[bees](https://x.example/p)**: Wrote a parser; 1.2k stars on GitHub\n"),
    (
      .latex,
      "\\begin{itemize}\n\\item Published \\href{https://x.example/p}{a paper} on bees\n\\end{itemize}\n"
    ),
    (.html, "<ul><li>Published <a href=\"https://x.example/p\">a paper</a> on bees</ul>"),
    (.typst, "- Published #link(\"https://x.example/p\")[a paper] on bees\n"),
    (.org, "- Published [[https://x.example/p][a paper]] on bees\n"),
    (.asciidoc, "* Published https://x.example/p[a paper] on bees\n"),
  ])
  func aLinkInTheMarkupIsNotAskedFor(_ format: Format, _ file: String) throws {
    let hone = Hone(Grammars.builtIn)
    let document = try Document.read(file, as: format)
    let record = try hone.suggestion(
      for: try #require(document.bullets.first), number: 0, of: ReportedFile(document, name: "cv"))
    #expect(!record.findings.contains { $0.kind == "unlinked-evidence" }, "\(record.text)")
    #expect(!record.rewrites.contains { $0.text.contains("[link]") })
    // Without the link the same words are asked for one.
    #expect(try hone.advise(record.text).findings.contains { $0.kind == "unlinked-evidence" })
  }
}
