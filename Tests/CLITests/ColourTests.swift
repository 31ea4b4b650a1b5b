import HoneTestSupport
import Testing

/// Colours: on a terminal, where they are forced, and nowhere else.
@Suite struct ColourTests {
  private static let lines = [
    ["suggest", "cv.txt"], ["rules"], ["explain", "--bullet", "Worked on ML models"],
  ]

  private func isColoured(_ arguments: [String], _ environment: [String: String] = [:]) throws -> Bool {
    try TemporaryFolder.with(["cv.txt": "- Worked on ML models\n"]) {
      try HoneTool.run(arguments, in: $0, environment: environment).output.contains("\u{1B}[")
    }
  }

  @Test(arguments: lines)
  func standOffATerminalOnlyWhereForced(_ arguments: [String]) throws {
    #expect(try !isColoured(arguments))
    #expect(try isColoured(arguments, ["CLICOLOR_FORCE": "1"]))
    #expect(try !isColoured(arguments, ["CLICOLOR_FORCE": "0"]))
    #expect(try !isColoured(arguments, ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"]))
    #expect(try isColoured(arguments, ["CLICOLOR_FORCE": "1", "NO_COLOR": ""]))
    #expect(try isColoured(arguments + ["--color", "always"], ["NO_COLOR": "1"]))
    #expect(try !isColoured(arguments + ["--color", "never"], ["CLICOLOR_FORCE": "1"]))
  }

  @Test(.disabled(if: PseudoTerminal.isMissing, PseudoTerminal.isMissingWord), arguments: lines)
  func standOnATerminal(_ arguments: [String]) throws {
    func screen(_ environment: [String: String]) throws -> String {
      try TemporaryFolder.with(["cv.txt": "- Worked on ML models\n"]) {
        try PseudoTerminal.run(
          arguments, typing: [], in: $0, environment: ["HONE_PAGER": ""].merging(environment) { $1 }
        ).text
      }
    }
    #expect(try screen(["TERM": "xterm"]).contains("\u{1B}["))
    #expect(try !screen(["TERM": "dumb"]).contains("\u{1B}["))
    #expect(try !screen(["TERM": "xterm", "NO_COLOR": "1"]).contains("\u{1B}["))
  }

  @Test(.disabled(if: PseudoTerminal.isMissing, PseudoTerminal.isMissingWord))
  func fillHasThemToo() throws {
    func screen(_ options: [String], _ environment: [String: String]) throws -> String {
      try TemporaryFolder.with(["cv.md": "- Trained machine learning models.\n"]) {
        try PseudoTerminal.run(
          ["fill"] + options + ["cv.md"], typing: [":quit"], in: $0, environment: environment
        ).text
      }
    }
    #expect(try screen([], ["TERM": "xterm"]).contains("\u{1B}["))
    #expect(try !screen([], ["TERM": "xterm", "NO_COLOR": "1"]).contains("\u{1B}["))
    #expect(try !screen(["--color", "never"], ["TERM": "xterm"]).contains("\u{1B}["))
    #expect(try screen(["--color", "always"], ["TERM": "dumb"]).contains("\u{1B}["))
  }

  @Test func colouredTextSaysTheSame() throws {
    for arguments in ColourTests.lines + [["explain", "ml.vague-model"]] {
      try TemporaryFolder.with(["cv.txt": "- Worked on ML models\n"]) { folder in
        let plain = try HoneTool.run(arguments, in: folder).output
        let coloured = try HoneTool.run(arguments + ["--color", "always"], in: folder).output
        #expect(coloured != plain)
        // Where words are underlined, no signs stand below them.
        let signs = /(?m)^ *[\^~][\^~ ]*\n/
        #expect(coloured.replacing(/\u{1B}\[[0-9;]+m/, with: "") == plain.replacing(signs, with: ""))
      }
    }
  }
}
