import Foundation
import HoneTestSupport
import Testing

/// `suggest --format jsonl`: the record that scripts rely on.
@Suite struct JSONTests {
  /// A record, as a script reads it.
  struct Record: Decodable {
    struct Found: Decodable {
      let rule, kind, level, message, source: String; let span: [Int]; let at: [Int]?
    }
    struct Fact: Decodable { let kind, text: String; let span: [Int] }
    struct Slot: Decodable { let name, question, hint: String; let unit: String? }
    struct Piece: Decodable { let text, from: String; let clause: Int; let span: [Int]?; let slot: String? }
    struct Edit: Decodable { let at: [Int]; let with: String }
    struct Offer: Decodable {
      let text, tier, template: String
      let mends: [String]
      let slots: [Slot]
      let pieces: [Piece]
      let edits: [Edit]
    }
    let schema, bullet, line, column: Int
    let file, text, grammar: String
    let byteRange: [Int]
    let findings: [Found]
    let facts: [Fact]
    let rewrites: [Offer]
  }

  private static let file =
    "\u{FEFF}EXPERIENCE\r\n\r\n  • Trained machine learning models.\r\n- Responsible for “naïve”\r\n  training of 4 rankers\r\n\r\n* Used \"AI\" \\ 🚀 on 3 GPUs\r\n"

  private func records(_ arguments: String...) throws -> [Record] {
    let run = try TemporaryFolder.with(["a.txt": JSONTests.file]) { folder in
      try HoneTool.run(["suggest", "--format", "jsonl", "a.txt"] + arguments, in: folder)
    }
    return try run.lines.map { try JSONDecoder().decode(Record.self, from: Data($0.utf8)) }
  }

  @Test func everyLineIsOneObjectWithTheFieldsOfTheContract() throws {
    let run = try HoneTool.run("suggest", "--format", "jsonl", input: "- Trained machine learning models.\n")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(run.lines[0].utf8)) as? [String: Any])
    #expect(run.lines.count == 1)
    let keys = [
      "bullet", "byteRange", "column", "facts", "file", "findings", "grammar", "line", "rewrites", "schema",
      "section", "text",
    ]
    #expect(object.keys.sorted() == keys)
    #expect(object["section"] is NSNull)
    let finding = try #require((object["findings"] as? [[String: Any]])?.first)
    #expect(finding.keys.sorted() == ["at", "kind", "level", "message", "rule", "source", "span"])
    let rewrite = try #require((object["rewrites"] as? [[String: Any]])?.first)
    #expect(rewrite.keys.sorted() == ["edits", "mends", "pieces", "slots", "template", "text", "tier"])
    let slot = try #require((rewrite["slots"] as? [[String: Any]])?.first)
    #expect(slot.keys.sorted() == ["hint", "name", "question", "unit"])
  }

  @Test func theWeakLineIsTheOneOfTheContract() throws {
    let run = try HoneTool.run("suggest", "--format", "jsonl", input: "- Trained machine learning models.\n")
    let record = try JSONDecoder().decode(Record.self, from: Data(run.lines[0].utf8))
    #expect(
      record.schema == 1 && record.file == "-" && record.bullet == 0 && record.line == 1 && record.column == 3
    )
    #expect(record.byteRange == [2, 34])
    #expect(
      record.findings.contains {
        $0.rule == "ml.vague-model" && $0.level == "warning" && $0.span == [8, 31] && $0.at == [10, 33]
      })
    #expect(Set(record.findings.map(\.kind)) == ["vague-model", "missing-metric", "research-only"])
    #expect(record.facts.isEmpty)
    #expect(record.rewrites.count == 3)
    #expect(record.grammar.hasPrefix("ml-engineer@"))
  }

  @Test func placesPointAtTheBytesOfTheFile() throws {
    let bytes = Array(JSONTests.file.utf8)
    let records = try records("--all", "--level", "info")
    #expect(records.map(\.bullet) == [0, 1, 2])
    #expect(records.map(\.line) == [3, 4, 7])
    for record in records {
      let text = Array(record.text.utf8)
      let behind = String(decoding: bytes[record.byteRange[0]..<record.byteRange[1]], as: UTF8.self)
      #expect(record.line == 4 || behind == record.text)
      for finding in record.findings {
        let words = String(decoding: text[finding.span[0]..<finding.span[1]], as: UTF8.self)
        guard let at = finding.at else { continue }
        let found = String(decoding: bytes[at[0]..<at[1]], as: UTF8.self).replacing("\r\n  ", with: " ")
        #expect(found == words)
      }
      for fact in record.facts {
        #expect(String(decoding: text[fact.span[0]..<fact.span[1]], as: UTF8.self) == fact.text)
      }
    }
  }

  /// The text of a bullet once its edits are made in the file.
  private func edited(_ record: Record, _ edits: [Record.Edit]) -> String {
    let bytes = Array(JSONTests.file.utf8)
    var text: [UInt8] = []
    var at = record.byteRange[0]
    for edit in edits {
      text += bytes[at..<edit.at[0]] + Array(edit.with.utf8)
      at = edit.at[1]
    }
    text += bytes[at..<record.byteRange[1]]
    return String(decoding: text, as: UTF8.self).replacing("\r\n  ", with: " ")
  }

  @Test func piecesMakeTheTextAndSayWhereTheyComeFrom() throws {
    let records = try records()
    #expect(records.contains { !$0.rewrites.isEmpty })
    for record in records {
      let text = Array(record.text.utf8)
      for rewrite in record.rewrites {
        #expect(rewrite.pieces.map(\.text).joined() == rewrite.text)
        #expect(edited(record, rewrite.edits) == rewrite.text)
        #expect((rewrite.tier == "safe") == rewrite.slots.isEmpty)
        for piece in rewrite.pieces {
          #expect(["kept", "inflected", "grammar", "slot"].contains(piece.from))
          #expect((piece.from == "slot") == (piece.slot != nil))
          #expect((piece.from == "kept" || piece.from == "inflected") == (piece.span != nil))
          guard piece.from == "kept", let span = piece.span else { continue }
          #expect(String(decoding: text[span[0]..<span[1]], as: UTF8.self) == piece.text)
        }
      }
    }
  }

  @Test func controlSignsAndQuotesAreEscaped() throws {
    let run = try HoneTool.run(
      "suggest", "--format", "jsonl", "--all", input: "- a\u{1}\"b\\\u{7F}\u{2028}\t\u{1F} c\n")
    let record = try JSONDecoder().decode(Record.self, from: Data(run.lines[0].utf8))
    #expect(record.text == "a\u{1}\"b\\\u{7F}\u{2028}\t\u{1F} c")
  }
}
