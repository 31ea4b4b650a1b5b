import HoneCore
import HoneEngine
import HoneGrammar
import HoneTestSupport
import PCRE2
import Testing

/// What in a bullet measures something, and what merely holds a digit.
@Suite struct QuantityTests {
  /// A row of the fixture: a bullet, the kind of a number in it, and its words.
  private struct Row {
    let bullet: String
    let kind: String
    let words: String
  }

  private static func rows() throws -> [Row] {
    try Repository.lines("Tests/Fixtures/quantities.tsv").compactMap { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return fields.count == 3 ? Row(bullet: fields[0], kind: fields[1], words: fields[2]) : nil
    }
  }

  @Test func theFixtureIsWholeAndOfKnownKinds() throws {
    let rows = try QuantityTests.rows()
    #expect(rows.count == (try Repository.lines("Tests/Fixtures/quantities.tsv").count))
    let kinds = Set(Grammars.builtIn.quantities.map(\.id) + ["-"])
    #expect(Set(rows.map(\.kind)).subtracting(kinds).isEmpty)
    #expect(rows.allSatisfy { $0.kind == "-" || $0.bullet.contains($0.words) })
  }

  @Test func metricsAreToldFromNumbersThatMeasureNothing() throws {
    let engine = Engine(Grammars.builtIn)
    let metric = Dictionary(uniqueKeysWithValues: Grammars.builtIn.quantities.map { ($0.id, $0.isMetric) })
    let rows = try QuantityTests.rows()
    var wrong: [String] = []
    for row in rows {
      let analysis = try engine.analyze(row.bullet)
      let range = QuantityTests.range(of: row.words, in: analysis.bytes) ?? 0..<analysis.bytes.count
      let found = !analysis.marks(of: PartNames.metric, in: range).isEmpty
      if found != (metric[row.kind] ?? false) {
        wrong.append("\(row.kind) “\(row.words)” in “\(row.bullet)”")
      }
    }
    #expect(rows.count > 800)
    // Names of the lexicon that hold a number, such as a model's, may hide one.
    #expect(
      wrong.count * 100 <= rows.count, "\(wrong.count) of \(rows.count):\n\(wrong.joined(separator: "\n"))")
  }

  @Test func numbersHaveTheirKindAndTheirWholeWords() throws {
    let engine = Engine(Grammars.builtIn)
    var wrong: [String] = []
    let rows = try QuantityTests.rows().filter { $0.kind != "-" }
    for row in rows {
      let analysis = try engine.analyze(row.bullet)
      let range = try #require(QuantityTests.range(of: row.words, in: analysis.bytes))
      let part = try #require(Grammars.builtIn.parts.id(row.kind))
      let isMarked = analysis.marks.contains { $0.range == range && $0.parts.contains(part) }
      let isName = analysis.facts.contains {
        !["number", "name"].contains($0.kind) && $0.range.overlaps(range)
      }
      if !isMarked, !isName { wrong.append("\(row.kind) “\(row.words)” in “\(row.bullet)”") }
    }
    #expect(
      wrong.count * 100 <= rows.count, "\(wrong.count) of \(rows.count):\n\(wrong.joined(separator: "\n"))")
  }

  @Test(arguments: [
    "YOLOv3 on S3", "Python 3 and C++17", "ResNet-50 at CVPR 2019", "GPT-4", "Ported the app to Web 2.0",
    "CS 231n", "Phase 2",
    "MI300X and A100", "HTTP/2 and IPv6",
  ])
  func aDigitInANameIsNoMetric(_ text: String) throws {
    let analysis = try Engine(Grammars.builtIn).analyze(text)
    #expect(analysis.marks(of: PartNames.metric, in: 0..<analysis.bytes.count).isEmpty)
  }

  @Test(arguments: [
    "40 %", "40%", "3×", "3x", "1,000 users", "50k users", "halved the cost", "twice as fast", "three teams",
    "p99 of 40 ms", "$2M",
    "top 3%", "64 GPUs", "0.87 AUC", "１４％", "two million rows",
  ])
  func howeverItIsWrittenAQuantityIsAMetric(_ text: String) throws {
    let analysis = try Engine(Grammars.builtIn).analyze("Reached " + text + " in the end")
    #expect(!analysis.marks(of: PartNames.metric, in: 0..<analysis.bytes.count).isEmpty)
  }

  private static func range(of words: String, in bytes: [UInt8]) -> Range<Int>? {
    let wanted = Array(words.utf8)
    guard words != "-", bytes.count >= wanted.count else { return nil }
    let starts = (0...(bytes.count - wanted.count)).filter {
      bytes[$0..<($0 + wanted.count)].elementsEqual(wanted)
    }
    // The first that stands free: the `2` of `HTTP/2`, not that of `1.2`.
    return (starts.first { !Bytes.isWord(before: $0, in: bytes) } ?? starts.first).map {
      $0..<($0 + wanted.count)
    }
  }
}
