import HoneDocument
import Testing

/// What is a bullet in Typst source, and what rules see of it.
@Suite struct TypstTests {
  private func live(_ source: String) throws -> [String] {
    try Document.read(Array(source.utf8), as: .typst).bullets.filter(\.isLive)
      .map { String(decoding: $0.text, as: UTF8.self) }
  }

  @Test(arguments: [
    ("- one two\n- three\n", ["one two", "three"]), ("+ one\n1. two\n12. three", ["one", "two", "three"]),
    ("- one\n  - two\n    three\n", ["one", "two three"]), ("- one\ntwo\n", ["one"]),
    ("- one\n\n  two\n", ["one"]),
    ("- one // two\n  three\n", ["one three"]), ("- one\n  // two\n  three\n", ["one three"]),
    ("// - one\n/* - two\n- three /* four */ */\n- five", ["five"]), ("-one\n", []),
    ("-\n- #lorem(9)\n- 5\n", []),
    ("/ Term: said of it\n", ["said of it"]), ("- one \\\n  two\n", ["one two"]),
    ("- one\\\n- two", ["one", "two"]),
    ("- one\n= Two\n  three\n", ["one"]),
    ("\u{FEFF}- one\r\n  two\r\n- three", ["one two", "three"]), ("#f[- one\n- two]", ["one", "two"]),
    ("#f(x: 1)[\n  - one\n]\n#g(body: [\n  - two\n])", ["one", "two"]),
    ("#let f(x) = [- one #x]\n#show h: it => [- two]\n#if false [- three] else [- four]", ["four"]),
    ("#let f() = [\n- one\n]\n#f()", ["one"]), ("#for x in y [- #x.text]", []),
    ("• one \\\n• two\n  three \\\n#sym.bullet four", ["one", "two three", "four"]),
    ("#{\n  let f(x) = [- one #x]\n  let y = [- two]\n  f(1)\n}", ["two"]),
  ])
  func listItemsAreBullets(_ source: String, _ bullets: [String]) throws {
    #expect(try live(source) == bullets)
  }

  @Test(arguments: [
    ("#list([one], \"two\", tight: false)", ["one", "two"]),
    ("#f(description: list([one],\n  // [two],\n  [three]))", ["one", "three"]),
    ("#f(items: ([one two three], [], [four five six],))", ["one two three", "four five six"]),
    ("#f(highlights: (\"one \\\"two\\\" three\",))", ["one \"two\" three"]),
    ("#f(items: (\"Python\", \"SQL\"))", []),
    ("#f(tags: (\"one two three\", \"four five six\"))", []),
    ("#let d = (skills: (items: (\"one two three\",)))", []),
    ("#let d = (work: ((items: (\"one two three\",)),))", ["one two three"]),
    ("#f(items: (\"one two three\", \"four five six\").join(\" • \"))", []),
    ("#let acme-bullets = ([one two three],)", ["one two three"]),
    ("#tasks((\"one two three\",))", ["one two three"]),
    (
      "#job(body: [\n_Led a team of nine people there._\n#v(2pt)\n#list([one], [two])])",
      ["Led a team of nine people there.", "one", "two"]
    ),
    ("#bullet[*Title*\n- one]", ["one"]),
    ("#job(body: [#f(details: (\"one two three\",))])", ["one two three"]),
    ("#regular-entry([\n#strong[Acme], Engineer\n\n- one\n\n- two\n], [\nMay 2020\n])", ["one", "two"]),
    ("#summary[Led a team of nine people there.]", ["Led a team of nine people there."]),
    ("#accomplishment(\"Led it\")", ["Led it"]),
    ("#job(description: \"Example, Inc.\")", []),
    ("#job(description: [Led the team that wrote the thing.])", ["Led the team that wrote the thing."]),
    (
      "#job(\"A\", (\"Led the team of nine people\", \"Wrote a parser for the team\"))",
      ["Led the team of nine people", "Wrote a parser for the team"]
    ),
    ("#let mine(body) = [- #body]\n#mine[Led it]", ["Led it"]), ("#item[Led it]", ["Led it"]),
  ])
  func listsOfCodeHoldBullets(_ source: String, _ bullets: [String]) throws {
    #expect(try live(source) == bullets)
  }

  @Test(arguments: [
    ("= #if x [Skills] else [Sprachen]\n- one\n= #if x == \"en\" [Work]\n- two", ["two"]),
    ("#section-title(\"💼\", \"Skills\")\n- one", []), ("#main-h[Education]\n- one", []),
    ("= Skills\n- one", []), ("#text(14pt)[*Skills*]\n#line()\n- one\n\n*Projects*\n- two", ["two"]),
    ("== Work\n=== Acme\n- one", ["one"]),
    ("= Education\n== Acme\n- one\n= Projects\n- two", ["two"]),
    ("#cvSection(\"Skills\")\n- one\n#cvSection(\"Work\")\n- two", ["two"]),
    ("#section(\"Skills\")[- one]\n- two", ["two"]),
    ("#section(title: \"Work\", content: list([one]))", ["one"]),
    ("#edu(x: 1)[- one]\n#skills[- two]\n#work[- three]", ["three"]),
    ("- *Languages*: Rust, Go\n- Tech stack: Go", []),

    (
      "= Summary\nAn engineer who writes parsers and likes it.\n= Work\nAn engineer who writes parsers and likes it.",
      ["An engineer who writes parsers and likes it."]
    ),
  ])
  func sectionsTellWhatCounts(_ source: String, _ bullets: [String]) throws {
    #expect(try live(source) == bullets)
  }

  @Test(arguments: [
    (##"\$5 \# \@ \~ \u{41}b"##, "$5 # @ ~ Ab"), ("*one* _two_ a_b_c 2*3", "one two a_b_c 2*3"),
    ("*one", "*one"),
    (#"#link("https://a.b/c")[one] two"#, "one two"), (#"see #link("mailto:a@b.c")"#, "see a@b.c"),
    ("#text(fill: red)[one #strong[two]] three", "one two three"),
    ("#link(\"u\", [one]) #link(\"u\", \"two\") x", "one two x"),
    ("one~two -- three --- four", "one two – three — four"),
    ("`a_b` $x^2$ $4 times$ $->$ one", "a_b x^2 4 × → one"),
    ("one #sym.arrow.r two #h(1fr) #hBar() three", "one → two | three"),
    ("one#footnote[two]#super[1] <l> @ref", "one @ref"),
    ("one [two] https://a.b/c//d three", "one [two] https://a.b/c//d three"),
    ("1#super[st] #fa-icon(\"x\") place", "1st place"),
  ])
  func markupIsSeenThrough(_ markup: String, _ text: String) throws {
    #expect(try live("- \(markup)") == [text])
  }

  @Test(arguments: [
    "#f(", "- a #f([", "#let x = \"", "- *a _b* c_", "#{[(]}", "- $a", "```", "/*", "\\", "- \\", "#if",
    "#if x [", "- #link(", "[]]", "#f(a: )", "= ",
  ])
  func whatIsBrokenIsReadWithoutATrap(_ source: String) throws {
    _ = try live(source)
    _ = try live("- one\n" + source + "\n- two")
  }

  @Test func aFileThatOnlyIncludesOthersSaysSo() throws {
    let source = "#import \"a.typ\": *\n#include \"b.typ\"\n#f(include \"c.typ\")\n"
    let document = try Document.read(Array(source.utf8), as: .typst)
    #expect(document.notes.map(\.text) == ["its text stands in b.typ; name these files as well"])
  }

  @Test func bracketsThatAreTooDeepAreLeftAlone() throws {
    let document = try Document.read(Array(String(repeating: "#f[", count: 5_000).utf8), as: .typst)
    #expect(document.bullets.isEmpty)
    #expect(document.notes.count == 1)
  }
}
