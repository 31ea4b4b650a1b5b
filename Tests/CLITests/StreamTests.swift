import Foundation
import HoneTestSupport
import Testing

/// Pipes that are slow, closed or full of bad bytes.
@Suite struct StreamTests {
  @Test(.timeLimit(.minutes(5)), arguments: [["--from", "lines"], ["--safe", "--from", "lines"], []])
  func anAnswerComesBeforeTheNextQuestion(_ arguments: [String]) throws {
    try TemporaryFolder.with { folder in
      let process = HoneTool.process(HoneTool.path, arguments, in: folder)
      let (input, output) = (Pipe(), Pipe())
      process.standardInput = input
      process.standardOutput = output
      try process.run()
      for line in ["Responsible for training rankers\n", "Led 4 engineers\n"] {
        try input.fileHandleForWriting.write(contentsOf: Data(line.utf8))
        var answer = Data()
        while !answer.contains(0x0A) { answer += output.fileHandleForReading.availableData }
        #expect(String(decoding: answer, as: UTF8.self).hasSuffix("\n"))
      }
      try input.fileHandleForWriting.close()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
  }

  @Test(arguments: [
    "", "--safe", "suggest", "suggest --format jsonl", "suggest --format tsv", "rules", "--help",
  ])
  func aReaderThatLeavesEarlyIsNoFault(_ command: String) throws {
    try TemporaryFolder.with { folder in
      let input = String(repeating: "- Led 4 engineers on search\n- Responsible for the ETL\n", count: 3_000)
      let script = "( \"$HONE\" \(command); echo $? > status ) | head -n 1 > first"
      let run = try HoneTool.shell(script, input: Array(input.utf8), in: folder)
      #expect(run.errors == "")
      let status = try String(contentsOfFile: "\(folder)/status", encoding: .utf8)
      #expect(["0\n", "1\n"].contains(status))
      #expect(try !String(contentsOfFile: "\(folder)/first", encoding: .utf8).isEmpty)
    }
  }

  @Test func anOutputThatWasNeverOpenIsSaid() throws {
    try TemporaryFolder.with { folder in
      let run = try HoneTool.shell("\"$HONE\" >&-", input: Array("- Led 4 engineers\n".utf8), in: folder)
      #expect(run.status == 2)
      #expect(run.complaints.count == 1 && run.errors.contains("standard output cannot be written"))
    }
  }

  @Test(arguments: [[0xFF], [0xC3], [0x61, 0x00, 0x62], [0xED, 0xA0, 0x80]] as [[UInt8]])
  func aLineThatIsNoTextPassesAndIsSaid(_ bad: [UInt8]) throws {
    try TemporaryFolder.with { folder in
      let before = Array("- Responsible for training rankers\n".utf8)
      let run = try HoneTool.run(["--safe"], input: before + bad + [0x0A] + before, in: folder)
      let after = Array("- Trained rankers\n".utf8)
      #expect(run.bytes == after + bad + [0x0A] + after)
      #expect(run.status == 2)
      #expect(run.complaints.count == 1)
      #expect(run.errors.contains("line 2"))
    }
  }

  @Test(.timeLimit(.minutes(5)), arguments: [["--safe"], ["suggest"]])
  func aLineOfTenMegabytesPassesAndIsSaid(_ arguments: [String]) throws {
    try TemporaryFolder.with { folder in
      let long = [UInt8](repeating: 0x61, count: 10_000_000)
      let input = long + Array("\n- Responsible for training rankers\n".utf8)
      let run = try HoneTool.run(arguments, input: input, in: folder)
      #expect(run.status == 2)
      #expect(run.complaints.count == 1)
      #expect(run.errors.contains("64 KiB"))
      if arguments == ["--safe"] {
        let isSame = run.bytes == long + Array("\n- Trained rankers\n".utf8)
        #expect(isSame)
      } else {
        #expect(run.output.hasPrefix("line 2"))
      }
    }
  }

  @Test func emptyInputIsNoFault() throws {
    for arguments in [[], ["suggest"], ["suggest", "--format", "jsonl"]] {
      let run = try TemporaryFolder.with { try HoneTool.run(arguments, in: $0) }
      #expect(run.status == 0 && run.bytes.isEmpty && run.errors.isEmpty, "\(arguments)")
    }
  }

  @Test func aDashIsAWordAndNoTrap() throws {
    for text in [
      "- Led a team – improved accuracy by 14%\n", "} –\u{202F}１４％\n", "- – \n", "\u{200D}\n", "- \u{301}\n",
    ] {
      #expect(try HoneTool.run(input: text).status == 0, "\(text.debugDescription)")
    }
  }

  /// A debug build took 99 seconds on such a line before conditions looked near their match only, and 3 since.
  @Test(.timeLimit(.minutes(5))) func aLineFullOfMatchesIsAnsweredInTime() throws {
    let line = String(repeating: "training the model and ", count: 2_800) + "\n"
    try TemporaryFolder.with { folder in
      let arguments = ["suggest", "--from", "lines", "--limit", "0", "--exit-zero"]
      let run = try HoneTool.run(arguments, input: Array(line.utf8), in: folder)
      #expect(run.status == 0 && run.errors.isEmpty && !run.bytes.isEmpty)
    }
  }
}
