import Foundation
import HoneTestSupport
import Testing

/// `--null`: bullets that NULs separate, in and out.
@Suite struct NullTests {
  @Test(arguments: [
    ["--null"], ["-0"], ["--safe", "-0"], ["rewrite", "--safe", "--null"], ["--null", "--safe"],
  ])
  func recordsComeBackAsRecords(_ arguments: [String]) throws {
    let input =
      "- Responsible for training\n  rankers on 4 GPUs\0\0EXPERIENCE\0Led 4 engineers\nat Poe\0Responsible for training rankers"
    let run = try TemporaryFolder.with { try HoneTool.run(arguments, input: Array(input.utf8), in: $0) }
    #expect(run.status == 0 && run.errors == "", "\(run.errors)")
    let records = run.bytes.split(separator: 0, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    #expect(records.count == 5)
    #expect(records[0].hasPrefix("- Trained rankers on 4\n  GPUs"), "\(records)")
    #expect(Array(records[1...3]) == ["", "EXPERIENCE", "Led 4 engineers\nat Poe"])
    #expect(records[4].hasPrefix("Trained rankers"))
  }

  @Test func aRecordIsAnsweredBeforeTheNextIsRead() throws {
    try TemporaryFolder.with { folder in
      let process = HoneTool.process(HoneTool.path, ["-0"], in: folder)
      let (input, output) = (Pipe(), Pipe())
      process.standardInput = input
      process.standardOutput = output
      try process.run()
      for record in ["Responsible for training\nrankers\0", "Led 4 engineers\0"] {
        try input.fileHandleForWriting.write(contentsOf: Data(record.utf8))
        var answer = Data()
        while answer.last != 0 { answer += output.fileHandleForReading.availableData }
      }
      try input.fileHandleForWriting.close()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
  }

  @Test func badRecordsPassUnchangedAndAreSaid() throws {
    let input = [0x61, 0xFF, 0x00] + Array("Successfully cut p99 to 9 ms\0".utf8)
    let run = try TemporaryFolder.with { try HoneTool.run(["--safe", "--null"], input: input, in: $0) }
    #expect(run.bytes == [0x61, 0xFF, 0x00] + Array("Cut p99 to 9 ms\0".utf8))
    #expect(
      run.status == 2 && run.errors == "hone: record 1 is not valid UTF-8; it passes unchanged\n",
      "\(run.errors)")
  }

  @Test func reportsNameTheRecord() throws {
    let input = "Led 4 engineers\0Successfully\ncut p99 to 9 ms\0"
    let rows = try HoneTool.run("suggest", "--null", "--format", "tsv", "--questions", "none", input: input)
    #expect(rows.output == "-\t2\tfiller.adverb\twarning\t16-28\tCut p99 to 9 ms\n", "\(rows.output)")
    let text = try HoneTool.run("suggest", "--null", input: input)
    #expect(text.output.hasPrefix("record 2\n  Successfully cut p99 to 9 ms\n"), "\(text.output)")
    let log = try HoneTool.run("suggest", "--null", "--format", "sarif", input: input)
    #expect(log.output.contains("\"startLine\":2,\"startColumn\":1,\"endLine\":2,\"endColumn\":13,"))
  }

  @Test(arguments: [
    (["--null", "a.txt"], "name no file"), (["suggest", "--null", "a.txt"], "name no file"),
    (["--null", "--from", "lines"], "leave --from out"), (["--null", "--diff"], "--diff shows lines"),
  ])
  func whatDoesNotGoWithItIsSaid(_ arguments: [String], _ words: String) throws {
    let run = try TemporaryFolder.with(["a.txt": "x"]) { try HoneTool.run(arguments, in: $0) }
    #expect(run.status == 2 && run.errors.contains(words) && run.output == "", "\(run.errors)")
  }
}
