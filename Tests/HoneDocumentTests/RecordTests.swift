import HoneCore
import HoneDocument
import Testing

/// Bullets that NULs separate.
@Suite struct RecordTests {
  private func bullets(_ text: String) -> [SourceBullet] { Reading.bullets(text, mode: .records) }

  @Test func everyRecordIsOneBullet() {
    #expect(Reading.texts("- one\0TWO\0three:\0", mode: .records) == ["one", "TWO", "three:"])
    #expect(Reading.texts("one\0\0 \n \0two", mode: .records) == ["one", "two"])
  }

  @Test func linesOfARecordAreJoined() {
    let record = bullets("\n  * one\n\n  - two\r\nthree \0")[0]
    #expect(String(decoding: record.text, as: UTF8.self) == "one - two three")
    #expect(record.byteRange == 5..<24)
    #expect(record.fileRange(of: 4..<5) == 12..<13)
  }

  @Test func aRecordIsCountedAsALine() {
    let found = bullets("one\ntwo\0\0  three")
    #expect(found.map(\.line) == [1, 3] && found.map(\.column) == [1, 3])
    #expect(found[0].places(in: nil)(5) == (1, 6))
    #expect(found[1].places(in: nil)(12) == (3, 4))
  }

  @Test func aRewriteKeepsTheTerminatorAsItWas() {
    for end in ["\0", ""] {
      let bullet = bullets("- one two\(end)")[0]
      let new = bullet.replacing(Reading.rewrite("one three", of: bullet))
      #expect(new.map { String(decoding: $0, as: UTF8.self) } == "- one three\(end)")
    }
  }

  @Test func badRecordsPassAndTheOthersAreRead() {
    let bytes = [0x61, 0xFF, 0x00] + Array("one\0a\rb\0two\0".utf8)
    let items = Reading.items(bytes, mode: .records)
    #expect(items.flatMap(Reading.raw) == bytes)
    let reasons = items.compactMap { if case .unreadable(_, let line, _) = $0 { line } else { nil } }
    #expect(reasons == [1, 3])
    #expect(items.count == 4)
  }

  @Test func aRecordBeyondTheLimitPasses() {
    let text = String(repeating: "a\n", count: 40_000) + "\0next\0"
    let items = Reading.items(text, mode: .records)
    #expect(items.flatMap(Reading.raw) == Array(text.utf8))
    #expect(Reading.texts(text, mode: .records) == ["next"])
  }
}
