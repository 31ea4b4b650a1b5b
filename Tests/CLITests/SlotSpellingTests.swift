import HoneTestSupport
import Testing

/// Slots as a user wants them spelled: written into every format, found again, and filled.
@Suite struct SlotSpellingTests {
  /// A bullet of each text format, before and behind it what makes it one.
  private static let formats: [(name: String, before: String, behind: String)] = [
    ("a.txt", "Experience\n\n- ", "\n"), ("a.md", "## Experience\n\n- ", "\n"),
    ("a.tex", "\\section{Experience}\n\\begin{itemize}\n\\item ", "\n\\end{itemize}\n"),
    ("a.json", "{\"work\":[{\"highlights\":[\"", "\"]}]}\n"),
    ("a.yaml", "work:\n  - highlights:\n      - ", "\n"),
    ("a.yml", "work:\n  - highlights: [\"", "\"]\n"), ("a.typ", "= CV\n== Experience\n- ", "\n"),
    ("a.org", "* Experience\n- ", "\n"), ("a.html", "<h2>Experience</h2><ul><li>", "</li></ul>\n"),
    ("a.adoc", "== Experience\n\n* ", "\n"),
  ]
  private static let spellings = [
    "<<{name}>>", "TODO({name})", "[[{name}]]", "{{{name}}}", "#{name}#", "%{name}%", "${name}$",
    "@@{name}@@",
    "~{name}~", "<{name}>", "FILL<{name}>", "\\{name}\\", "⟨{name}⟩",
  ]
  private static let bullet = "Trained machine learning models for search"

  @Test(arguments: spellings)
  func whatIsWrittenIsFoundAgainAndStaysAsItIs(_ spelling: String) throws {
    let files = Dictionary(
      uniqueKeysWithValues: SlotSpellingTests.formats.map {
        ($0.name, $0.before + SlotSpellingTests.bullet + $0.behind)
      })
    try TemporaryFolder.with(files.merging([".hone.yaml": "slots: '\(spelling)'\n"]) { $1 }) { folder in
      for name in files.keys.sorted() {
        let first = try HoneTool.run(
          ["rewrite", "--full", "--quiet", "--in-place", "--slots", "keep", name], in: folder)
        #expect(first.status == 0 && first.errors == "", "\(name): \(first.errors)")
        let found = try HoneTool.run(
          ["suggest", "--rule", "slot.left-over", "--format", "tsv", name], in: folder)
        #expect(found.status == 1 && found.lines.count > 1, "\(name): \(found.output)")
        let again = try HoneTool.run(["rewrite", "--full", "--quiet", "--check", name], in: folder)
        #expect(again.status == 0, "\(name) does not settle")
      }
    }
  }

  @Test func plainTextAndFilesMayDiffer() throws {
    let files = [
      ".hone.yaml": "slots: {text: '<<{name}>>', files: 'FIXME({name})'}\n",
      "a.md": "- Trained machine learning models.\n",
      "a.txt": "- Trained machine learning models.\n",
    ]
    try TemporaryFolder.with(files) { folder in
      let bullet = Array("- Trained machine learning models.\n".utf8)
      let stream = try HoneTool.run([], input: bullet, in: folder)
      #expect(stream.output.hasPrefix("- Improved <<metric>> by <<gain>>"))
      let text = try HoneTool.run(["rewrite", "--full", "--quiet", "a.txt"], in: folder)
      #expect(text.output.hasPrefix("- Improved <<metric>> by"))
      let markdown = try HoneTool.run(["rewrite", "--full", "--quiet", "a.md"], in: folder)
      #expect(markdown.output.hasPrefix("- Improved FIXME(metric) by"))
    }
  }

  @Test func choicesAndNamesOfSeveralWordsAreFoundAgain() throws {
    try TemporaryFolder.with([".hone.yaml": "slots: '<<{name}>>'\n"]) { folder in
      let weak = Array("- Responsible for the ETL\n- Training machine learning models\n".utf8)
      let once = try HoneTool.run([], input: weak, in: folder)
      #expect(
        once.lines[0].hasPrefix("- <<built|ran|redesigned>> the ETL")
          && once.lines[1].contains("<<data size>>"), "\(once.output)")
      #expect(try HoneTool.run([], input: once.bytes, in: folder).bytes == once.bytes)
    }
  }

  /// What a host would read as markup has the format's own spelling there.
  @Test(arguments: [
    ("a.adoc", "<<{name}>>"), ("a.org", "[[{name}]]"), ("a.yaml", "#{name}#"), ("a.html", "{{{name}}}"),
  ])
  func whatAHostCannotBearHasItsOwnSpelling(_ name: String, _ spelling: String) throws {
    let format = SlotSpellingTests.formats.first { $0.name == name }!
    let files = [
      name: format.before + SlotSpellingTests.bullet + format.behind, ".hone.yaml": "slots: '\(spelling)'\n",
    ]
    try TemporaryFolder.with(files) { folder in
      let run = try HoneTool.run(["rewrite", "--full", name], in: folder)
      #expect(run.output.contains("TODO(hone:"), "\(run.output)")
      #expect(run.errors.contains("1 rewritten"))
    }
  }

  /// Slots that hone itself spelled, before there was a configuration or where a host wanted it, are slots still.
  @Test func theUsualSpellingsAreFoundToo() throws {
    let text = "- Improved [metric] by TODO(hone:gain) through a <<architecture>> model\n"
    try TemporaryFolder.with([".hone.yaml": "slots: '<<{name}>>'\n", "a.txt": text]) { folder in
      let found = try HoneTool.run(
        ["suggest", "--rule", "slot.left-over", "--format", "tsv", "a.txt"], in: folder)
      #expect(found.lines.count == 3, "\(found.output)")
      let without = try HoneTool.run(
        ["suggest", "--no-config", "--rule", "slot.left-over", "--format", "tsv", "a.txt"], in: folder)
      #expect(without.lines.count == 2)
    }
  }

  /// Answers go where the slots are, however those are spelled; a slot without one stays as it was.
  @Test(arguments: formats.map(\.name))
  func answersTakeThePlaceOfSlots(_ name: String) throws {
    let format = SlotSpellingTests.formats.first { $0.name == name }!
    let bullet = "Improved FILL(metric) by FILL(gain) for FILL(users)"
    let facts = "b1:\n  original: \(bullet)\n  answers: {metric: recall, gain: 4 points}\n"
    let files = [
      name: format.before + bullet + format.behind, ".hone.yaml": "slots: 'FILL({name})'\n",
      "facts.txt": facts,
    ]
    try TemporaryFolder.with(files) { folder in
      let run = try HoneTool.run(["rewrite", "--facts", "facts.txt", "--quiet", name], in: folder)
      #expect(
        run.output.contains("Improved recall by 4 points for FILL(users)"), "\(run.output)\(run.errors)")
    }
  }
}
