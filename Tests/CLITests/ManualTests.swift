import Foundation
import HoneTestSupport
import Testing

/// The man pages, which are made of the help.
@Suite struct ManualTests {
  private static let mandoc = ["/usr/bin/mandoc", "/usr/local/bin/mandoc", "/opt/homebrew/bin/mandoc"]
    .first(where: FileManager.default.isExecutableFile)

  private func withPages(_ body: ([String: String], String) throws -> Void) throws {
    try TemporaryFolder.with { folder in
      let run = try HoneTool.run(["manual", "pages"], in: folder)
      #expect(run.status == 0 && run.bytes.isEmpty && run.errors.isEmpty)
      let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/pages")
      var pages: [String: String] = [:]
      for name in names {
        pages[name] = try String(contentsOfFile: "\(folder)/pages/\(name)", encoding: .utf8)
      }
      try body(pages, folder)
    }
  }

  @Test func everyCommandHasAPageWithAllThatAReaderLooksFor() throws {
    try withPages { pages, _ in
      for name in ["hone", "hone-suggest", "hone-rewrite", "hone-fill", "hone-grammar", "hone-grammar-check"]
      {
        let page = try #require(pages["\(name).1"])
        let titles = page.split(separator: "\n").filter { $0.hasPrefix(".Sh ") }.map { $0.dropFirst(4) }
        #expect(
          titles.filter { $0 != "COMMANDS" } == [
            "NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "ENVIRONMENT", "FILES", "EXIT STATUS", "EXAMPLES",
            "SEE ALSO",
          ], "\(name)")
      }
      #expect(pages["hone-help.1"] == nil)
      #expect(pages["hone-manual.1"] != nil && pages["hone.1"]?.contains(".Xr hone-manual 1") == true)
    }
  }

  @Test func thePagesAreTheSameWhateverTheClockSays() throws {
    try withPages { pages, _ in
      try withPages { again, _ in #expect(pages == again) }
      let year = Calendar(identifier: .gregorian).component(.year, from: Date())
      #expect(pages.values.allSatisfy { $0.contains(".Dd ") && !$0.contains(".Dd $Mdocdate") }, "\(year)")
    }
  }

  @Test func anExampleStandsAsItIsTyped() throws {
    try withPages { pages, _ in
      let page = try #require(pages["hone-suggest.1"])
      #expect(
        page.contains("hone suggest \\-\\-format jsonl bullets.txt | jq \\-r \\(aq.rewrites[0].text\\(aq"))
      #expect(page.contains(".It Fl -format Ar format"))
    }
  }

  @Test(.enabled(if: mandoc != nil, "there is no mandoc here; `make shell-deps` installs it"))
  func mandocFindsNothingToSay() throws {
    try withPages { pages, folder in
      for name in pages.keys.sorted() {
        let run = try HoneTool.start(
          try #require(ManualTests.mandoc), ["-Tlint", "-W", "warning", "pages/\(name)"], in: folder)
        #expect(run.status == 0 && run.output.isEmpty && run.errors.isEmpty, "\(run.output)\(run.errors)")
      }
    }
  }

  private static let man = ["/usr/bin/man"].first {
    // man-db, which can read a page from a path, and groff.
    FileManager.default.isExecutableFile(atPath: $0)
      && FileManager.default.fileExists(atPath: "/usr/bin/mandb")
  }

  @Test(.enabled(if: man != nil, "there is no man-db here; `make shell-deps` installs it"))
  func manShowsThePagesWithoutAWarning() throws {
    try withPages { pages, folder in
      for name in pages.keys.sorted() {
        let run = try HoneTool.start(
          try #require(ManualTests.man), ["--warnings", "-E", "UTF-8", "-l", "pages/\(name)"], in: folder,
          environment: ["MANWIDTH": "80", "LC_ALL": "C.UTF-8", "HOME": folder])
        #expect(run.status == 0)
        #expect(run.errors.isEmpty, "\(name): \(run.errors)")
        #expect(run.output.contains("SYNOPSIS"))
      }
      let page = try HoneTool.start(
        try #require(ManualTests.man), ["-E", "UTF-8", "-l", "pages/hone-suggest.1"], in: folder,
        environment: ["MANWIDTH": "80", "LC_ALL": "C.UTF-8", "HOME": folder])
      #expect(page.output.contains("hone suggest --format jsonl bullets.txt | jq -r '.rewrites[0].text'"))
    }
  }
}
