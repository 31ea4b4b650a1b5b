import HoneTestSupport
import Testing

/// Many bullets are shared out among workers; what comes out is what one of them alone would have said.
@Suite struct WorkersTests {
  private static let bullets = Array(Corpus.weak.map(\.text).prefix(256))

  /// Runs the bullets in stretches so small that a single worker answers each of them.
  private static func alone(_ arguments: [String]) throws -> String {
    try stride(from: 0, to: bullets.count, by: 32).map { start in
      let stretch = bullets[start..<min(start + 32, bullets.count)].map { $0 + "\n" }.joined()
      return try TemporaryFolder.with {
        try HoneTool.run(arguments, input: Array(stretch.utf8), in: $0).output
      }
    }.joined()
  }

  @Test(arguments: [["--from", "lines"], ["--safe", "--from", "lines"]])
  func manyBulletsAtOnceComeOutAsFewDo(_ arguments: [String]) throws {
    let all = WorkersTests.bullets.map { $0 + "\n" }.joined()
    let together = try TemporaryFolder.with {
      try HoneTool.run(arguments, input: Array(all.utf8), in: $0).output
    }
    #expect(together == (try WorkersTests.alone(arguments)))
  }

  @Test func bulletsKeepTheirNumbersAndComplaintsTheirOrder() throws {
    var input = WorkersTests.bullets.map { $0 + "\n" }
    input[40] = "nul \0\n"
    input[200] = "nul \0\n"
    let run = try TemporaryFolder.with { folder in
      try HoneTool.run(
        ["suggest", "--from", "lines", "--format", "jsonl", "--all", "--limit", "0"],
        input: Array(input.joined().utf8), in: folder)
    }
    #expect(run.status == 2 && run.complaints.count == 2)
    #expect(run.complaints[0].contains("line 41 ") && run.complaints[1].contains("line 201 "))
    let numbers = run.lines.compactMap { line in
      line.split(separator: "\"bullet\":").last?.prefix { $0.isNumber }
    }.compactMap { Int($0) }
    #expect(numbers == Array(0..<254))
  }
}
