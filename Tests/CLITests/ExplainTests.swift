import Foundation
import HoneTestSupport
import Testing

/// `hone explain --bullet` says what decided.
@Suite struct ExplainTests {
  @Test(arguments: [
    // A pattern is shown with the words that it took, one that asks for a part without.
    ("Leveraged buyouts modelled in Python", "filler.opener “Leveraged”: excused by ‘", "which is “buyouts”"),
    ("Cut p99 to 38 ms", "metric.missing “Cut”: excused by metric in bullet", ""),
  ])
  func anExcuseIsShownWithItsWords(_ bullet: String, _ reason: String, _ words: String) throws {
    let run = try HoneTool.run("explain", "--bullet", bullet)
    let line = try #require(run.lines.first { $0.contains(reason) }, "\(run.output)")
    #expect(words.isEmpty ? !line.contains("which is") : line.hasSuffix(words), "\(line)")
  }
}
