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

  /// A bullet that is the widest line there is, and lines below it.
  private static let wide = "Responsible for training rankers in order to serve 40M users"

  @Test(arguments: [
    "Google LLC", "Netflix", "Data Scientist at Netflix Inc", "Acme Inc.", "eBay Inc", "3M Company",
    "Head of Data at the Bank of England", "Machine learning engineer, Netflix", "Google 2019", "Jane Doe",
    "Teaching assistant for machine learning at MIT", "Data scientist",
  ])
  func theNextJobEndsABullet(_ name: String) throws {
    for sign in ["-", "•", "  *", "1."] {
      let text = "EXPERIENCE\n\(sign) \(PlainFileTests.wide)\n\(name)\n\(sign) Cut cost\n"
      #expect(try live(text) == [PlainFileTests.wide, "Cut cost"])
      // Where lines go on without an indentation, names still do not.
      #expect(try live(text + "and\ntime\n") == [PlainFileTests.wide, "Cut cost and time"])
      #expect(
        try live(text.replacing("users\n", with: "users, and more\n")) == [
          PlainFileTests.wide + ", and more", "Cut cost",
        ])
    }
  }

  @Test(arguments: [
    // Lines that go on so elsewhere in the file may begin with a capital, and words that cannot end let them do so.
    (
      "- \(PlainFileTests.wide)\nCloud Platform, which then cut the cost of all by 12%\n- Led\nit\n",
      ["\(PlainFileTests.wide) Cloud Platform, which then cut the cost of all by 12%", "Led it"]
    ),
    (
      "- \(PlainFileTests.wide)\nCloud Platform, which then cut the cost of all by 12%\n- Led\n  it\n",
      [PlainFileTests.wide, "Led it"]
    ),
    (
      "- \(PlainFileTests.wide) on\nAmazon Web Services\n- Led\n  it\n",
      ["\(PlainFileTests.wide) on Amazon Web Services", "Led it"]
    ),
    ("- Cut the costs by\n  ≈ 40% in all\n", ["Cut the costs by ≈ 40% in all"]),
    ("- \(PlainFileTests.wide) and\n40M more\n", ["\(PlainFileTests.wide) and 40M more"]),
    ("- \(PlainFileTests.wide)\n40M users\n", ["\(PlainFileTests.wide) 40M users"]),
    (
      "•\n\(PlainFileTests.wide)\nof\nCloud Platform that we then cut the cost of by 12%\n•\nLed it\n",
      ["\(PlainFileTests.wide) of Cloud Platform that we then cut the cost of by 12%", "Led it"]
    ),
    ("- Cut cost\n  & time\n", ["Cut cost & time"]),
    ("- Led it with\n  A. Smith\n  and B. Jones\n", ["Led it with A. Smith and B. Jones"]),
    ("- Led a team of\n  Python: the language\n", ["Led a team of Python: the language"]),
  ])
  func linesWithCapitalsGoOn(_ text: String, _ bullets: [String]) throws {
    #expect(try live("EXPERIENCE\n" + text) == bullets)
  }

  @Test(arguments: [
    ("* One\n-> Two\n=> Three\n", ["One", "Two", "Three"]), ("* one\n  → Two\n", ["one", "Two"]),
    ("* One\n*Two of them\n", ["One"]), ("* One\n  *Two of them\n", ["One"]),
    ("* One\n  **Two**\n", ["One"]), ("* One\n  ~ Two\n", ["One"]), ("* One\n  # Two\n", ["One"]),
    ("* One\n*Two of them\n*Three\n", ["One", "Two of them", "Three"]),
    ("1. one\n   i. Two\n   ii. Three\n2. Four\n", ["one", "Two", "Three", "Four"]),
    ("1. one\n  (i) Two\n (ii) Three\n(iii) Four\n", ["one", "Two", "Three", "Four"]),
    ("- one\n  a. Two\n  b. Three\n", ["one", "Two", "Three"]),
    ("- one\n  A. Two\n  B. Three\n", ["one", "Two", "Three"]), ("- One\n  ii. Two\n", ["One"]),
    ("- One\n  iv. Two\n", ["One"]),
    ("- Won Roe\n  v. Wade\n", ["Won Roe v. Wade"]),
    ("- One\n  Stack: Python, Spark\n  and more\n- Two\n", ["One", "Two"]),
    ("- One and\n  Tech stack: Python\n- Two\n", ["One and", "Two"]),
    ("- One\n  Impact: Cut cost\n- Two\n", ["One", "Two"]),
  ])
  func signsAndLabelsEndABullet(_ text: String, _ bullets: [String]) throws {
    #expect(try live("EXPERIENCE\n" + text) == bullets)
    #expect(try live("EXPERIENCE\n" + text.replacing("\n", with: "\r\n")) == bullets)
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
