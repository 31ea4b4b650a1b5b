import Foundation
import HoneGrammar
import HoneTestSupport
import Testing

/// Reports as scripts rely on them, byte for byte: `Tests/Golden` holds a grammar, bullets, and what is made of them.
///
/// `make golden` writes what is expected anew. It does not touch the fields of a schema that exists: they never change.
@Suite struct GoldenTests {
  private static let folder = "\(Repository.root)/Tests/Golden"
  private static let writesAnew = ProcessInfo.processInfo.environment["HONE_GOLDEN"] == "update"

  /// A report: the file that holds what is expected, and the arguments that make it.
  struct Case: Sendable, CustomStringConvertible {
    let name: String
    let arguments: [String]
    var description: String { name }
    var path: String { "\(GoldenTests.folder)/expected/\(name)" }
  }

  private static let cases: [Case] = {
    let lines = (try? Repository.lines("Tests/Golden/cases")) ?? []
    return lines.map { line in
      let words = line.split(separator: " ").map(String.init)
      return Case(name: words[0], arguments: Array(words.dropFirst()))
    }
  }()

  private static func report(_ arguments: [String]) throws -> HoneTool.Run {
    try TemporaryFolder.with { folder in
      for name in ["pack.yaml", "bullets.txt", "resume.md", "resume.tex", "resume.json", "resume.yaml"] {
        try FileManager.default.copyItem(atPath: "\(Self.folder)/\(name)", toPath: "\(folder)/\(name)")
      }
      try FileManager.default.copyItem(
        atPath: "\(Repository.root)/Corpus/resumes/typed.docx", toPath: "\(folder)/typed.docx")
      let input = try Array(Repository.text("Tests/Golden/bullets.txt").utf8)
      return try HoneTool.run(["suggest", "--grammar", "pack.yaml"] + arguments, input: input, in: folder)
    }
  }

  @Test(arguments: cases) func aReportIsWhatItWas(_ report: Case) throws {
    let run = try Self.report(report.arguments)
    #expect(run.status < 2 && run.errors == "", "\(run.errors)")
    if Self.writesAnew {
      try Data(run.bytes).write(to: URL(fileURLWithPath: report.path))
    } else {
      let expected = try String(contentsOfFile: report.path, encoding: .utf8)
      #expect(
        run.output == expected,
        "Scripts read this. If the change is meant, run `make golden` and read the difference before you commit it."
      )
    }
  }

  @Test func noFieldChangesWithoutANewSchema() throws {
    var fields: Set<String> = []
    var numbers: Set<String> = []
    let files = Resume.all.map { "\(Repository.root)/Corpus/resumes/\($0.name)" }.filter {
      !$0.hasSuffix(".pdf")
    }
    let wide = try TemporaryFolder.with {
      try HoneTool.run(["suggest", "--format", "jsonl", "--level", "info", "--all"] + files, in: $0)
    }
    let golden = try Self.cases.filter { $0.name.hasSuffix(".jsonl") }.flatMap {
      try Self.report($0.arguments).lines
    }
    for line in wide.lines + golden {
      let record = try YAMLReader.read(line, file: "record")
      numbers.insert(Fields.schema(of: record))
      Fields.add(record, at: "", to: &fields)
    }
    #expect(numbers.count == 1)
    let number = try #require(numbers.first)
    let path = "\(Self.folder)/fields-\(number).txt"
    if Self.writesAnew, !FileManager.default.fileExists(atPath: path) {
      try Data((fields.sorted().joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: path))
    }
    let known = Set(try Repository.lines("Tests/Golden/fields-\(number).txt"))
    let (gone, new) = (known.subtracting(fields).sorted(), fields.subtracting(known).sorted())
    #expect(
      gone.isEmpty && new.isEmpty,
      """
      The fields of a record are not those of schema \(number) any more, and scripts rely on them. \
      Gone: \(gone.joined(separator: "; ")). New: \(new.joined(separator: "; ")). \
      Take the change back; or, if it is meant, raise `JSONLines.schema`, put a schema file of that number beside the old one, \
      say it in docs/reports.md and CHANGELOG.md, and run `make golden`.
      """)
  }

  @Test func aRowOfTSVHasSixFields() throws {
    for report in Self.cases where report.name.hasSuffix(".tsv") {
      for line in try Self.report(report.arguments).lines {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        #expect(fields.count == 6, "\(report): \(line)")
        #expect(Int(fields[1]) != nil && ["error", "warning", "question", "info"].contains(fields[3]))
        #expect(fields[4] == "-" || fields[4].split(separator: "-").compactMap { Int($0) }.count == 2)
      }
    }
  }
}

/// The fields of records: which keys stand in which order, and what they hold.
private enum Fields {
  /// The number of the schema that a record names.
  static func schema(of record: Node) -> String {
    guard case .map(let pairs) = record.value else { return "none" }
    return pairs.first { $0.key.text == "schema" }?.value.text ?? "none"
  }

  /// JSON is YAML, whose reader keeps keys in their order.
  static func add(_ node: Node, at path: String, to fields: inout Set<String>) {
    switch node.value {
    case .scalar(let text, let isPlain):
      let type = !isPlain ? "string" : text == "null" ? "null" : Int(text) == nil ? "other" : "integer"
      fields.insert("\(path) \(type)")
    case .list(let items):
      fields.insert("\(path) list")
      for item in items { add(item, at: path + "[]", to: &fields) }
    case .map(let pairs):
      let keys = pairs.map { $0.key.text ?? "" }
      fields.insert("\(path.isEmpty ? "." : path) {\(keys.joined(separator: ", "))}")
      for pair in pairs { add(pair.value, at: "\(path).\(pair.key.text ?? "")", to: &fields) }
    }
  }
}
