import Foundation
import HoneTestSupport
import Testing

/// The program on the sample résumés of every format.
@Suite struct ResumeRunTests {
  private static let writable = Resume.all.filter { $0.ending != "pdf" }

  private func run(_ resume: Resume, _ arguments: [String]) throws -> (run: HoneTool.Run, bytes: [UInt8]) {
    try TemporaryFolder.with { folder in
      let path = "\(folder)/\(resume.name)"
      try TemporaryFolder.write(resume.bytes, to: path)
      let run = try HoneTool.run(["rewrite"] + arguments + [resume.name], in: folder)
      return (run, Array(FileManager.default.contents(atPath: path) ?? Data()))
    }
  }

  @Test(arguments: writable)
  func aSecondRunChangesNothing(_ resume: Resume) throws {
    for tier in [["--safe"], ["--full", "--slots", "keep"]] {
      try TemporaryFolder.with { folder in
        let path = "\(folder)/\(resume.name)"
        try TemporaryFolder.write(resume.bytes, to: path)
        let first = try HoneTool.run(["rewrite", "--in-place"] + tier + [resume.name], in: folder)
        #expect(first.status == 0, "\(first.errors)")
        #expect(!first.errors.contains("would harm"), "\(first.errors)")
        let once = FileManager.default.contents(atPath: path)
        let second = try HoneTool.run(["rewrite", "--in-place"] + tier + [resume.name], in: folder)
        #expect(FileManager.default.contents(atPath: path) == once, "\(second.errors)")
      }
    }
  }

  @Test(arguments: writable)
  func everyWayOfWritingWritesTheSame(_ resume: Resume) throws {
    let printed = try run(resume, ["--quiet"])
    #expect(printed.bytes == resume.bytes, "the file itself stays")
    let replaced = try run(resume, ["--quiet", "--in-place"])
    #expect(replaced.bytes == printed.run.bytes && replaced.run.bytes.isEmpty)
    let checked = try run(resume, ["--quiet", "--check"])
    #expect(
      checked.run.status == (printed.run.bytes == resume.bytes ? 0 : 1) && checked.bytes == resume.bytes)
  }

  @Test(arguments: writable.filter { $0.name.contains("strong") })
  func aStrongResumeComesBackByteForByte(_ resume: Resume) throws {
    let run = try run(resume, ["--quiet"]).run
    #expect(run.bytes == resume.bytes && run.status == 0)
  }

  @Test(arguments: Resume.all)
  func suggestNamesTheBulletsThatAPersonCounts(_ resume: Resume) throws {
    let run = try TemporaryFolder.with { folder in
      try TemporaryFolder.write(resume.bytes, to: "\(folder)/\(resume.name)")
      return try HoneTool.run(
        ["suggest", "--all", "--format", "jsonl", "--limit", "0", resume.name], in: folder)
    }
    struct Record: Decodable { let line: Int; let section: String?; let text: String }
    let found = try run.lines.map { line in
      let record = try JSONDecoder().decode(Record.self, from: Data(line.utf8))
      return Resume.Bullet(line: record.line, section: record.section ?? "", text: record.text)
    }
    #expect(found == resume.expected)
  }
}
