import HoneDocument
import Testing

/// Plain text that is read whole.
@Suite struct PlainFileTests {
  private func live(_ text: String) throws -> [String] {
    try Document.read(Array(text.utf8), as: .plain).bullets.filter(\.isLive)
      .map { String(decoding: $0.text, as: UTF8.self) }
  }

  @Test(arguments: [
    ("- one\nSKILLS\n- two\nEXPERIENCE\n- three\n", ["one", "three"]),
    ("Work Experience:\n- one\nEducation\n- two\n", ["one"]),
    ("== PROJECTS ==\n- one\n# Skills\n- two\n", ["one"]),
    ("E D U C A T I O N\n- one\nP R O J E C T S\n- two\n", ["two"]),
    ("1. Skills\n- one\n2. Work Experience\n- two\n", ["two"]),
    ("SKILLS\n- one\nCLOUD & SALES EXPERIENCE\n- two\nVISUAL SKILLS\n- three\n", ["two"]),
    ("- one\n- Tools: Rust, Go\n- Led two of the teams\n", ["one", "Led two of the teams"]),
  ])
  func headingsTellWhatCounts(_ text: String, _ bullets: [String]) throws {
    #expect(try live(text) == bullets)
  }

  @Test(arguments: [
    ("• Built a tool that\nreads files\n", ["Built a tool that reads files"]),
    ("• Built a tool,\nReactor, for us\n", ["Built a tool, Reactor, for us"]),
    ("• Built it\nAcme Corp\n• Led it\n", ["Built it", "Led it"]),
    (
      "• Built a very long line of text here, it is full\nAcme\nBerlin\n• Led it\n",
      ["Built a very long line of text here, it is full", "Led it"]
    ),
    ("• Built it\nAcme Corp   2019 - 2021\n", ["Built it"]),
    (
      "• Built a very long line of text here with\nSpark\n• Led it\n",
      ["Built a very long line of text here with Spark", "Led it"]
    ),
    ("• priori-\nties\n", ["priorities"]), ("• real-\ntime\n", ["real-time"]),
    ("• state-of-\nthe-art\n", ["state-of-the-art"]),
    ("• re\u{AD}ten\u{AD}\ntion of \u{FB01}les\n", ["retention of files"]),
    ("• one\nPage 1 of 2\n\u{0C}• two\n", ["one", "two"]),
    ("• one and\n\u{0C}two\n", ["one and two"]), ("• one and\n\nPage 1 of 2\n\u{0C}Jo Doe\n• two\n", ["two"]),
    ("•\none two\n•\nthree\n", ["one two", "three"]),
    ("â€¢ one\nï‚· two\n\u{F0D8} three\n", ["one", "two", "three"]),
    ("-One\n-Two\n", ["One", "Two"]), (". One\n. Two\n", ["One", "Two"]),
    (
      "• Built a tool that\n\nreads files\n\n• Led it\n\nand left\n",
      ["Built a tool that reads files", "Led it"]
    ), ("o One\n§ Two\n", ["One", "Two"]),
  ])
  func linesGoOnAsAPersonReadsThem(_ text: String, _ bullets: [String]) throws {
    #expect(try live(text) == bullets)
  }

  @Test(arguments: [
    ("1. Acme Inc (June 2020 - Present)\n   - Led it\n", ["Led it"]),
    ("* Mood App\n  - Led it\n", ["Led it"]),
    ("• Key results:\n• Led it\n", ["Led it"]),
    ("EXPERIENCE\nAcme, Berlin\t2019\nLed the team that wrote it.\n", ["Led the team that wrote it."]),
    ("Jo Doe\njo@doe.example | 555\nEXPERIENCE\n- one\n", ["one"]),
    ("one two\nthree four\n", ["one two", "three four"]),
  ])
  func namesAndPlacesAreNoBullets(_ text: String, _ bullets: [String]) throws {
    #expect(try live(text) == bullets)
  }

  @Test func twoColumnsAreLeftAlone() throws {
    let page =
      "• one two          • Python\n  three four       • Rust\n• five six         • Go\n\nPROJECTS\n• seven\n"
    let document = try Document.read(Array(page.utf8), as: .plain)
    #expect(document.bullets.map { String(decoding: $0.text, as: UTF8.self) } == ["seven"])
    #expect(document.notes.count == 1)
  }
}
