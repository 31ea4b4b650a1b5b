import Foundation
import HoneTestSupport
import Testing

/// Swift code that a page shows is code that a test runs, word for word.
@Suite struct ShownCodeTests {
  private static let pages =
    ["README.md"]
    + ["Hone", "FromABulletToARewrite", "AResumeFile", "AGrammarOfYourOwn", "ThreadsAndPerformance"]
    .map { "Sources/Hone/Hone.docc/\($0).md" }

  /// The fenced Swift of a page, a block each.
  private static func blocks(_ page: String) throws -> [String] {
    try Repository.text(page).components(separatedBy: "```swift\n").dropFirst().map { rest in
      rest.components(separatedBy: "```")[0]
    }
  }

  /// A text without the indentation of its lines.
  private static func flat(_ text: String) -> String {
    text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: "\n")
  }

  @Test(arguments: pages) func itIsRun(_ page: String) throws {
    let run = try ["Examples/TenLines/Sources/TenLines/main.swift", "Tests/HoneTests/GuideTests.swift"]
      .map { ShownCodeTests.flat(try Repository.text($0)) }
    let blocks = try ShownCodeTests.blocks(page)
    #expect(!blocks.isEmpty)
    for block in blocks {
      #expect(run.contains { $0.contains(ShownCodeTests.flat(block)) }, "\(page):\n\(block)")
    }
  }

  @Test func theWholeExampleStandsInTheReadmeAndOnTheFirstPage() throws {
    let example = try Repository.text("Examples/TenLines/Sources/TenLines/main.swift")
    for page in ["README.md", "Sources/Hone/Hone.docc/Hone.md"] {
      #expect(try ShownCodeTests.blocks(page).contains(example), "\(page)")
    }
  }

  @Test func noPageOfTheLibraryIsForgotten() throws {
    let folder = "\(Repository.root)/Sources/Hone/Hone.docc"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".md") }
    #expect(Set(names.map { "Sources/Hone/Hone.docc/\($0)" }) == Set(ShownCodeTests.pages.dropFirst()))
  }
}
