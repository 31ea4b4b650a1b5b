import Foundation
import HoneTestSupport
import Testing

/// `hone explain --bullet` says what decided.
@Suite struct ExplainTests {
  @Test(arguments: [
    ("Leveraged buyouts modelled in Python", "filler.opener “Leveraged”: excused by ‘", "which is “buyouts”"),
    ("Cut p99 to 38 ms", "metric.missing “Cut”: excused by metric in bullet", "which is “p99 to 38 ms”"),
  ])
  func anExcuseIsShownWithItsWords(_ bullet: String, _ reason: String, _ words: String) throws {
    let run = try HoneTool.run("explain", "--bullet", bullet)
    let line = try #require(run.lines.first { $0.contains(reason) }, "\(run.output)")
    #expect(line.hasSuffix(words), "\(line)")
  }

  @Test func aLongPatternIsShownByItsBeginning() throws {
    let run = try HoneTool.run("explain", "--bullet", "Experience with deploying machine learning models")
    let excuses = run.lines.filter { $0.contains("excused by ‘") }
    #expect(!excuses.isEmpty && excuses.contains { $0.contains("…’ in ") }, "\(run.output)")
  }

  @Test(arguments: ["- Worked on ML models", "* Worked on ML models", "o Worked on ML models"])
  func aMarkerThatWasCopiedWithTheBulletIsNoPartOfIt(_ bullet: String) throws {
    let run = try HoneTool.run("explain", "--bullet", bullet)
    #expect(run.output == (try HoneTool.run("explain", "--bullet", "Worked on ML models")).output)
  }
}
