import HoneCore
import HoneDocument
import Testing

/// Résumés in JSON: where bullets are, how strings are decoded and spelled, what is no JSON.
@Suite struct JSONTests {
  private func bullets(_ json: String) throws -> [SourceBullet] {
    try Document.read(Array(json.utf8), as: .json).bullets
  }

  private func live(_ json: String) throws -> [String] {
    try bullets(json).filter(\.isLive).map { String(decoding: $0.text, as: UTF8.self) }
  }

  @Test(arguments: [
    (#"Cut cost by 4\u00a0%"#, "Cut cost by 4\u{A0}%"),
    (#"Said \"no\" to Go\/Rust"#, #"Said "no" to Go/Rust"#),
    (#"Shipped it \ud83d\ude80 twice"#, "Shipped it 🚀 twice"),
    (#"Kept C:\\models apart"#, #"Kept C:\models apart"#),
    (#"Used **PyTorch** and `Faiss`"#, "Used PyTorch and Faiss"), (#"Trained it\tfast"#, "Trained it\tfast"),
    (#"Utilized \\textbf{CUDA} graphs"#, "Utilized CUDA graphs"), (#"Put R\u0026D first"#, "Put R&D first"),
    (#"- Marked by hand"#, "Marked by hand"), (#"Wrapped\nbut going on"#, "Wrapped but going on"),
  ])
  func stringsAreDecoded(_ spelled: String, _ text: String) throws {
    #expect(try live(#"{"work": [{"highlights": ["\#(spelled)"]}]}"#) == [text])
  }

  @Test(arguments: [
    (#"<ul><li><p>Built a model &amp; served it<\/p><\/li><li>Ran it twice<\/li><\/ul>"#, 2),
    (#"<p>• Built a model<br>• Ran it twice</p>"#, 2), (#"- Built a model\n- Ran it twice"#, 2),
    (#"• Built a model\r\n• Ran it twice\r\n\r\nPython, SQL, Go"#, 2),
    (#"Did these things:\n\n1. Built a model"#, 1),
    (#"### Duties\nBuilt a model\nRan it twice"#, 2), (#"Go • Rust • C"#, 0),
    (#"• Built a fast model • Ran it for a year"#, 2),
    (#"Tools used: Docker, Git"#, 0), (#"https:\/\/example.org/a"#, 0), ("```\\nmake all of it\\n```", 0),
  ])
  func aStringMayHoldSeveralBullets(_ spelled: String, _ count: Int) throws {
    #expect(try live(#"{"work": [{"summary": "\#(spelled)"}]}"#).count == count)
  }

  @Test(arguments: [
    (#"{"basics":{"summary":"A b c d"}}"#, "summary"),
    (#"{"cv":{"sections":{"Open Source":["A b c d"]}}}"#, "Open Source"),
    (
      #"{"sections":{"custom":{"x1":{"name":"Side Projects","items":[{"summary":"A b c d"}]}}},"basics":{}}"#,
      "Side Projects"
    ),
    (#"{"workExpList":[{"work_desc":"A b c d"}]}"#, "workExpList"),
    (#"[{"company":"X","description":["A b c d"]}]"#, ""),
    (
      #"{"experience_details":[{"key_responsibilities":[{"responsibility_1":"A b c d"}]}]}"#,
      "experience_details"
    ),
    (#"[{"title":"Work","contents":[{"title":"Dr","year":1,"description":["A b c d"]}]}]"#, "Work"),
    (#"{"draft":true,"work":[{"hidden":false,"visible":true,"summary":"A b c d"}]}"#, "work"),
    (#"{"work":[{"fluff":["A b c d e f g"]}]}"#, "work"), (#"{"info":{"brief":"A b c d"}}"#, "brief"),
  ])
  func keysTellSections(_ json: String, _ heading: String) throws {
    let bullets = try bullets(json)
    #expect(bullets.map(\.isLive) == [true])
    #expect(bullets.first?.section?.heading ?? "" == heading)
  }

  @Test(arguments: [
    #"{"skills":[{"name":"A b c d","keywords":["A b c d"],"details":"A b c d"}]}"#,
    #"{"meta":{"summary":"A b c d"}}"#,
    #"{"work":[{"position":"A b c d","url":"A b c d","keywords":["A b c d e f g"]}]}"#,
    #"{"basics":{},"work":[{"description":"A house of things","highlights":[]}],"education":[{"summary":"A b c d"}]}"#,
    #"{"description":"A package of things","author":{"name":"A b c d"}}"#,
    #"[{"description":"Golf and a lot of it"}]"#,
    #"{"references":[{"reference":"A b c d"}],"awards":[{"summary":"A b c d"}],"interests":[{"summary":"A b c d"}]}"#,
    #"{"sections":{"work":{"items":[{"visible":false,"company":"X","summary":"<ul><li>A b c d</li></ul>"}]}}}"#,
    #"{"sections":{"work":{"hidden":true,"items":[{"hidden":false,"description":"<p>A b c d</p>"}]}}}"#,
    #"{"work":[{"enabled":false,"highlights":["A b c d"]},{"draft":true,"summary":"A b c d"}]}"#,
    #"{"sections":{"tools":[{"label":"A","details":"A b c d"}]}}"#, "[]", "{}", "1", #""A b c d""#,
  ])
  func otherKeysHoldNoBullets(_ json: String) throws {
    let texts = try live(json)
    #expect(texts.isEmpty || texts == ["A house of things"])
  }

  @Test(arguments: [
    ("{\n \"a\": }", 2, "column 7"), ("{\"a\": 1,}", 1, "column 9"), ("[1 2]", 1, "column 4"),
    ("", 1, "column 1"),
    ("{\"a\": \"b", 1, "column 7"), ("[\"\\q\"]", 1, "column 3"), ("[01]", 1, "column 2"),
    ("{} x", 1, "column 4"),
    ("// no\n{}", 1, "column 1"), ("[\"a\nb\"]", 1, "column 4"), ("{a: 1}", 1, "column 2"),
    ("[1.]", 1, "column 4"),
  ])
  func whatIsNoJSONIsRefusedWithItsPlace(_ json: String, _ line: Int, _ column: String) throws {
    let error = try #require(throws: DocumentError.self) { try Document.read(Array(json.utf8), as: .json) }
    #expect(error.line == line)
    #expect(error.text.hasPrefix(column))
  }

  @Test func deepNestsAreRefused() {
    let deep = [UInt8](repeating: 0x5B, count: 100_000)
    #expect(throws: DocumentError.self) { try Document.read(deep, as: .json) }
  }

  @Test(arguments: [
    (
      #"{"work":[{"highlights":["Used Go \u2013 fast"]}]}"#, "Used “Go” \\ once",
      #"Used \u201cGo\u201d \\\\ once"#
    ),
    (#"{"work":[{"highlights":["Used Gö fast"]}]}"#, "Used “Go” once", "Used “Go” once"),
    (
      #"{"work":[{"highlights":["<li>Used Go in a fast way</li>"]}]}"#, "Used Go in a < \"C\" way",
      #"Used Go in a &lt; \"C\" way"#
    ),
  ])
  func newWordsAreSpelledForTheString(_ json: String, _ text: String, _ spelled: String) throws {
    let document = try Document.read(Array(json.utf8), as: .json)
    let rewritten = try document.rewriting([0: Reading.rewrite(text, of: document.bullets[0])])
    #expect(rewritten.refused.isEmpty)
    #expect(String(decoding: rewritten.bytes, as: UTF8.self).contains(spelled))
  }
}
