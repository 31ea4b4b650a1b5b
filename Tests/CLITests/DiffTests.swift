import Foundation
import HoneTestSupport
import Testing

/// Patches of wrapped bullets, whose lines may join.
@Suite struct DiffTests {
  private static let files: [(name: String, text: String)] = [
    (
      "joined.md",
      "## Work\n\n- Responsible for training the ranker in order to\n  serve 40M ads\n- Ran 4 jobs at 9 ms\n"
    ),
    ("last.md", "## Work\n\n- Responsible for training the ranker in order to\n  serve 40M ads"),
    ("many.md", "## Work\n\n" + String(repeating: "- Successfully cut cost by\n  20%\n", count: 9)),
    ("crlf.md", "## Work\r\n\r\n- Responsible for training the ranker in order to\r\n  serve 40M ads\r\n"),
  ]

  @Test(arguments: files.indices)
  func aPatchMakesTheFileThatRewriteMakes(_ index: Int) throws {
    let (name, text) = DiffTests.files[index]
    try TemporaryFolder.with([name: text]) { folder in
      let script = """
        git init -q . && "$HONE" rewrite --quiet \(name) > expected && "$HONE" rewrite --quiet --diff \(name) > patch && \
        git apply --whitespace=nowarn patch && cmp \(name) expected && ! grep -q "^[+-].*$(printf '\\\\')" patch
        """
      let run = try HoneTool.shell(script, in: folder)
      #expect(run.status == 0, "\(run.errors)")
      let patch = try String(contentsOfFile: "\(folder)/patch", encoding: .utf8)
      // The words on a missing line end stand at the end of the file alone.
      let marks = patch.split(separator: "\n").filter { $0.hasPrefix("\\ No newline") }.count
      #expect(marks == (name == "last.md" ? 2 : 0), "\(patch)")
    }
  }
}
