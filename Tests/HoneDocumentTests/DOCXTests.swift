import HoneCore
import HoneDocument
import HoneTestSupport
import Testing

/// Paragraphs of Word documents, and the runs that their words stand in.
@Suite struct DOCXTests {
  private static let list = "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>"

  private func document(_ body: String, styles: String = "") throws -> Document {
    try Document.read(TestArchive.document(body, styles: styles).bytes, as: .docx)
  }

  private func texts(_ document: Document) -> [String] {
    document.bullets.map { String(decoding: $0.text, as: UTF8.self) }
  }

  /// A run of some text.
  private static func run(_ text: String, _ look: String = "") -> String {
    let properties = look.isEmpty ? "" : "<w:rPr><w:\(look)/></w:rPr>"
    return "<w:r>\(properties)<w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
  }

  @Test(arguments: [
    (run("Led a team of ") + run("five"), ["Led a team of five"]),
    (run("Led ") + run("R&amp;D", "b") + run(" of 5"), ["Led R&D of 5"]),
    ("<w:r><w:t>Led five </w:t></w:r><w:r><w:t>teams</w:t></w:r>", ["Led fiveteams"]),
    ("<w:r><w:t>Led</w:t><w:br/><w:t>five</w:t></w:r>", ["Led five"]),
    ("<w:r><w:t>Led non</w:t><w:noBreakHyphen/><w:t>stop</w:t></w:r>", ["Led non-stop"]),
    ("<w:del><w:r><w:delText>Not </w:delText></w:r></w:del>" + run("Led five"), ["Led five"]),
    ("<w:ins>" + run("Led ") + "</w:ins>" + run("five"), ["Led five"]),
    ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>" + run("Led five"), ["Led five"]),
    (
      "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>LINK</w:instrText></w:r>"
        + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + run("Led")
        + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>" + run(" five"), ["Led five"]
    ),
    (run(" "), []), ("", []),
  ])
  func theTextIsWhatWordShows(_ runs: String, _ expected: [String]) throws {
    #expect(try texts(document("<w:p>\(DOCXTests.list)\(runs)</w:p>")) == expected)
  }

  @Test(arguments: [
    (run("• Led five teams"), ["Led five teams"]),
    (run("•") + "<w:r><w:tab/></w:r>" + run("Led ") + run("five teams", "b"), ["Led five teams"]),
    ("<w:r><w:sym w:char=\"F0B7\"/></w:r>" + run(" Led five teams"), ["Led five teams"]),
    (
      run("- Led five teams") + "<w:r><w:br/></w:r>" + run("- Led six teams"),
      ["Led five teams", "Led six teams"]
    ),
    (run("-") + run("based teams led by five"), []), (run("Led five teams"), []), (run("• 2019 – 2021"), []),
  ])
  func typedSignsMakeAList(_ runs: String, _ expected: [String]) throws {
    #expect(try texts(document("<w:p>\(runs)</w:p>")) == expected)
  }

  @Test func headingsAreBoldOrInCapitalsOrStyled() throws {
    let styles = "<w:style w:styleId=\"H\"><w:name w:val=\"heading 1\"/></w:style>"
    let bullet = "<w:p>\(DOCXTests.list)\(DOCXTests.run("Led five teams"))</w:p>"
    for heading in [
      "<w:p>\(DOCXTests.run("Skills", "b"))</w:p>", "<w:p>\(DOCXTests.run("SKILLS"))</w:p>",
      "<w:p>\(DOCXTests.list)\(DOCXTests.run("Skills", "b"))</w:p>",
      "<w:p><w:pPr><w:pStyle w:val=\"H\"/></w:pPr>\(DOCXTests.run("Skills"))</w:p>",
    ] {
      #expect(try document(heading + bullet, styles: styles).bullets.map(\.isLive) == [false])
    }
  }

  @Test func listsAreToldByTheParagraphItsStyleAndTheStylesItIsBasedOn() throws {
    let styles = """
      <w:style w:styleId="A"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
      <w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>
      <w:style w:styleId="C"><w:basedOn w:val="B"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>
      <w:style w:styleId="D"><w:basedOn w:val="D"/></w:style>
      """
    let body = ["A", "B", "C", "D", "ListBullet2", "Normal"].map {
      "<w:p><w:pPr><w:pStyle w:val=\"\($0)\"/></w:pPr>\(DOCXTests.run("Led team \($0) now"))</w:p>"
    }
    let found = try texts(document(body.joined(), styles: styles))
    #expect(found == ["Led team A now", "Led team B now", "Led team ListBullet2 now"])
  }

  /// A bullet before and after a rewrite, as runs.
  @Test(arguments: [
    (run("Utilized maps"), "Used maps", run("Used maps")),
    (run("Utilized ") + run("maps"), "Utilized maps", run("Utilized ") + run("maps")),
    (
      run("Led ") + run("five", "b") + run(" teams"), "Led five teams & more",
      run("Led ") + run("five", "b") + run(" teams &amp; more")
    ),
    (run("Led ") + run("five", "i"), "Led five teams", run("Led ") + run("five teams", "i")),
    (
      run("Goal:", "b") + run(" led teams of cooks"), "Goal: led 5 teams of cooks",
      run("Goal:", "b") + run(" led 5 teams of cooks")
    ),
  ])
  func newWordsGoIntoTheRunThatTheyStandIn(_ runs: String, _ text: String, _ expected: String) throws {
    let document = try document("<w:p>\(DOCXTests.list)\(runs)</w:p>")
    let bullet = try #require(document.bullets.first)
    let result = try document.rewriting([0: Reading.rewrite(text, of: bullet)])
    let new = try Document.read(result.bytes, as: .docx)
    #expect(String(decoding: new.bytes, as: UTF8.self).contains("\(DOCXTests.list)\(expected)</w:p>"))
    #expect(texts(new) == [text])
  }

  @Test(arguments: [
    (run("Then ", "b") + run("drew maps of towns"), 5, run("drew maps of towns")),
    (run("Then drew ", "b") + run("maps", "i") + run(" of four towns"), 10, nil),
    (run("• ") + run("Then ", "b") + run("drew maps of towns"), 5, run("• ") + run("drew maps of towns")),
    (run("• Then ", "b") + run("drew maps of towns"), 5, nil),
    ("<w:hyperlink>" + run("Then ") + "</w:hyperlink>" + run("drew maps of towns"), 5, nil),
  ])
  func aRunAtTheBeginningGoesWithItsWords(_ runs: String, _ start: Int, _ expected: String?) throws {
    let document = try document("<w:p>\(DOCXTests.list)\(runs)</w:p>")
    let text = try #require(document.bullets.first).text
    let rest = String(decoding: text[start...], as: UTF8.self)
    let rewrite = Rewrite(
      pieces: [Piece(rest, .kept(start..<text.count))], tier: .safe, template: Rewrite.inPlace, mends: [],
      slots: [])
    let result = try document.rewriting([0: rewrite])
    let new = try Document.read(result.bytes, as: .docx)
    #expect(texts(new) == [result.refused.isEmpty ? rest : String(decoding: text, as: UTF8.self)])
    guard let expected else { return }
    #expect(String(decoding: new.bytes, as: UTF8.self).contains("\(DOCXTests.list)\(expected)</w:p>"))
  }

  @Test func wordsThatWouldStandBehindALinkAreRefused() throws {
    let link = "<w:hyperlink>\(DOCXTests.run("maps"))</w:hyperlink>"
    let document = try document("<w:p>\(DOCXTests.list)\(DOCXTests.run("Drew old "))\(link)</w:p>")
    let bullet = try #require(document.bullets.first)
    let result = try document.rewriting([0: Reading.rewrite("Drew old maps for 5 towns", of: bullet)])
    #expect(result.refused == [0] && result.edits.isEmpty)
  }

  private static func box(_ first: String, _ second: String) -> String {
    let open = "<mc:AlternateContent><mc:Choice><w:txbxContent>"
    let middle = "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>"
    let end = "</w:txbxContent></mc:Fallback></mc:AlternateContent>"
    let one = "<w:p>\(list)\(run(first))</w:p>"
    let other = "<w:p>\(list)\(run(second))</w:p>"
    return "<w:p><w:r>\(open)\(one)\(middle)\(other)\(end)</w:r></w:p>"
  }

  @Test func bothCopiesOfATextBoxChangeOrNone() throws {
    let document = try document(DOCXTests.box("Led five teams", "Led five teams"))
    #expect(texts(document) == ["Led five teams", "Led five teams"])
    let rewrite = Reading.rewrite("Led 5 teams", of: document.bullets[0])
    #expect(try document.rewriting([0: rewrite]).edits.isEmpty)
    #expect(try document.rewriting([0: rewrite, 1: rewrite]).edits.count == 2)
  }

  @Test func copiesOfATextBoxAreReportedOnce() throws {
    #expect(try document(DOCXTests.box("Led five teams", "Led five teams")).reported == [0])
  }

  @Test func copiesThatDifferAreLeftAloneAndSaidSo() throws {
    let document = try document(DOCXTests.box("Led five teams", "Led six teams"))
    #expect(document.bullets.isEmpty && document.notes.count == 1)
  }

  @Test(arguments: [
    "<w:p><w:r><w:t>Led</w:r></w:t></w:p>", "<w:p>", "<w:p><w:r><w:t>Led</w:t></w:r> five</w:p>", "<w:p",
    "<w:p><w:r><w:t>Led<w:r><w:t>five</w:t></w:r></w:t></w:r></w:p>",
  ])
  func xmlThatIsTornIsRefused(_ body: String) {
    #expect(throws: DocumentError.self) { try document(body) }
  }

  /// Pieces of XML that damage puts into a text.
  private static let shards = [
    "<w:t>", "</w:t>", "<w:r>", "</w:r>", "<w:br/>", "<w:tab/>", "<w:p/>", "&amp;", "&#8226;", " ", "• ",
    "<w:r><w:t>x</w:t></w:r>", "<w:r><w:rPr><w:b/></w:rPr><w:t>b c</w:t></w:r>", "<w:ins>", "</w:ins>",
    "<w:hyperlink><w:r><w:t>a link</w:t></w:r></w:hyperlink>", "<w:bookmarkStart w:id=\"1\"/>", "<!-- x -->",
    "<w:del><w:r><w:delText>old</w:delText></w:r></w:del>", "<m:oMath><m:t>x</m:t></m:oMath>",
  ]

  @Test func damagedXMLIsRefusedOrChangedOnlyAsMeant() throws {
    var random = SeededRandom(for: "DOCXTests.damage")
    let styled =
      DOCXTests.run("Utilized ") + DOCXTests.run("old", "b") + DOCXTests.run(" maps in order to find ")
    let whole = Array("<w:p>\(DOCXTests.list)\(styled)\(DOCXTests.run("lost cats", "i"))</w:p>".utf8)
    var changed = 0
    for _ in 0..<2_000 {
      var body = whole + whole
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let at = Int.random(in: body.indices, using: &random)
        if Bool.random(using: &random) {
          body.insert(contentsOf: Array(random.pick(DOCXTests.shards).utf8), at: at)
        } else {
          body.removeSubrange(at..<min(body.count, at + Int.random(in: 1...30, using: &random)))
        }
      }
      let before = TestArchive.document(String(decoding: body, as: UTF8.self), styles: "").bytes
      guard let document = try? Document.read(before, as: .docx) else { continue }
      var rewrites: [Int: Rewrite] = [:]
      for (index, bullet) in document.bullets.enumerated() {
        let words = String(decoding: bullet.text, as: UTF8.self).split(separator: " ")
        let kept = words.prefix(Int.random(in: 1...4, using: &random)).joined(separator: " ")
        rewrites[index] = Reading.rewrite(kept + " and 5 & more", of: bullet)
      }
      let result = try document.rewriting(rewrites)
      let again = try Document.read(result.bytes, as: .docx)
      #expect(try Reading.holdsAsMany(result.bytes, as: before, .docx))
      #expect(result.edits.applied(to: document.bytes) == again.bytes)
      changed += result.edits.isEmpty ? 0 : 1
    }
    // Damage that leaves the XML whole is not too rare to show anything.
    #expect(changed > 100)
  }
}
