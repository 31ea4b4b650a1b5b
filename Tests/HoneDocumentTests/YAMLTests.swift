import HoneCore
import HoneDocument
import Testing

/// Résumés in YAML: scalars of every style, what is folded, comments, and what stays what it was.
@Suite struct YAMLTests {
  private func document(_ item: String) throws -> Document {
    try Document.read(Array("work:\n- highlights:\n\(item)\n".utf8), as: .yaml)
  }

  private func texts(_ item: String) throws -> [String] {
    try document(item).bullets.map { String(decoding: $0.text, as: UTF8.self) }
  }

  @Test(arguments: [
    ("  - Cut cost: no", []), ("  - 'It''s the author''s own'", ["It's the author's own"]),
    (#"  - "A \"b\" \u00e9 \x41 \U0001F680""#, [#"A "b" é A 🚀"#]),
    ("  - one two\n    three # four", ["one two three"]),
    ("  - >-\n    one two\n    three\n", ["one two three"]),
    ("  - |\n    one two\n    three", ["one two three"]),
    ("  - |2\n      one two\n    three", ["one two three"]),
    ("  - >+ # note\n\n    one two\n\n\n", ["one two"]),
    ("  - \"one \\\n    two\"", ["one two"]), ("  - 'one\n    two\n\n    three'", ["one two three"]),
    ("  - &a !!str \"one two\"\n  - *a", ["one two"]),
    ("  - [one two, \"three four\"]", ["one two", "three four"]),
    ("  - {bullet: one two three four, url: five}", ["one two three four"]),
    ("  - one#two three", ["one#two three"]),
    ("  - # one two\n    three four", ["three four"]), ("  # - one two\n  - three four", ["three four"]),
    ("  - ''\n  - ~\n  -\n  - 2019\n  - one two", ["one two"]),
    ("  - - one two\n    - three four", ["one two", "three four"]),
    ("  - one two\r\n    three\r\n  - four five", ["one two three", "four five"]),
    ("  - one\ttwo", ["one\ttwo"]),
  ])
  func scalarsAreDecoded(_ item: String, _ expected: [String]) throws {
    #expect(try texts(item) == expected)
  }

  @Test(arguments: [
    (
      "  - Parent of two\n    - first child\n    - second child",
      ["Parent of two", "first child", "second child"]
    ),
    ("  - >-\n    Parent of two\n    - first child", ["Parent of two", "first child"]),
    ("  - Parent - no child", ["Parent - no child"]),
    ("  - |\n    - one two\n    - three four", ["one two", "three four"]),
    (
      "  - >-\n    • one two three four • five six\n    seven eight nine",
      ["one two three four", "five six seven eight nine"]
    ),
  ])
  func listsInsideAScalarAreSeveralBullets(_ item: String, _ expected: [String]) throws {
    #expect(try texts(item) == expected)
  }

  @Test(arguments: [
    ("  - one two", "one: two", nil), ("  - one two", "one #two", nil), ("  - [one two]", "one, two", nil),
    ("  - one two", "one: two", nil), ("  - one two", "# two", nil),
    ("  - one two", "one \"two\"", "  - one \"two\"\n"),
    ("  - 'one two'", "one: it's", "  - 'one: it''s'\n"),
    ("  - \"one two\"", "one \"#\" two", "  - \"one \\\"#\\\" two\"\n"),
    ("  - |\n    one two", "one: # two", "  - |\n    one: # two\n"),
    ("  - one\n    two three", "one two", "  - one\n    two\n"),
    ("  - >-\r\n    one two\r\n    three", "one two four", "  - >-\r\n    one two\r\n    four\n"),
  ])
  func aScalarStaysWhatItIs(_ item: String, _ text: String, _ expected: String?) throws {
    let document = try document(item)
    let rewritten = try document.rewriting([0: Reading.rewrite(text, of: document.bullets[0])])
    #expect(rewritten.refused.isEmpty == (expected != nil))
    let head = "work:\n- highlights:\n"
    #expect(String(decoding: rewritten.bytes, as: UTF8.self) == head + (expected ?? item + "\n"))
  }

  @Test func commentsSwitchBulletsOff() throws {
    let document = try document(
      "  - one two # hone:off\n  - three 'hone:on' # four\n  - |- # hone:on\n    five six\n  # hone:off-next\n  - seven eight"
    )
    #expect(document.bullets.map(\.isLive) == [true, false, true, false])
    #expect(document.notes.isEmpty)
  }

  @Test func severalDocumentsAndAByteOrderMarkAreRead() throws {
    let yaml = "\u{FEFF}work: [{summary: one two}]\n--- # second\nwork:\n- summary: three four\n...\n"
    let document = try Document.read(Array(yaml.utf8), as: .yaml)
    #expect(document.bullets.map { "\($0.line):\($0.column)" } == ["1:21", "4:12"])
  }

  @Test(arguments: [
    ("a: [", 2), ("a: b: c", 1), ("a: 1\na: 2", 1), ("a: *b", 1), ("\t- a", 1), ("a: \"\\q\"", 1),
  ])
  func whatIsNoYAMLIsRefusedWithItsLine(_ yaml: String, _ line: Int) throws {
    let error = try #require(throws: DocumentError.self) { try Document.read(Array(yaml.utf8), as: .yaml) }
    #expect(error.line == line)
  }

  @Test(arguments: ["[", "- ", "{a: ", "? "])
  func deepNestsAreRefused(_ opening: String) {
    let deep = Array(String(repeating: opening, count: 50_000).utf8)
    #expect(throws: DocumentError.self) { try Document.read(deep, as: .yaml) }
  }

  @Test(arguments: [
    ("  - 'Used #link(\"https://a.b/(c)\")[the *tool*] twice'", "Used the *tool* twice"),
    ("  - 'Led A #h(1fr) 2023'", "Led A 2023"),
    ("  - 'Won #1 of C#(7) and #tag'", "Won #1 of C#(7) and #tag"),
    ("  - 'Led #link(\"a[b'", "Led #link(\"a[b"),
  ])
  func callsOfTypstInMarkdownStay(_ item: String, _ text: String) throws {
    #expect(try texts(item) == [text])
  }

  @Test func imprecvIsTypstAndRenderCVIsMarkdown() throws {
    let imprecv =
      "personal: {name: a}\nwork:\n- positions:\n  - highlights:\n    - Used *a* for \\$3 \\@ home\n"
    let rendercv =
      "cv:\n  sections:\n    work:\n    - highlights:\n      - Used *a* for \\$3 $$\\sim$$ home\n"
    #expect(
      try Document.read(Array(imprecv.utf8), as: .yaml).bullets.map(\.text) == [
        Array("Used a for $3 @ home".utf8)
      ])
    #expect(
      try Document.read(Array(rendercv.utf8), as: .yaml).bullets.map(\.text) == [
        Array("Used a for $3 ~ home".utf8)
      ])
  }
}
