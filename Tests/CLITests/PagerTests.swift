import Foundation
import HoneGrammar
import HoneTestSupport
import Testing

/// Long text on a terminal goes through a pager, as git has it.
@Suite(.disabled(if: PseudoTerminal.isMissing, PseudoTerminal.isMissingWord))
struct PagerTests {
  /// A pager that leaves its mark before and behind the text, and tells its options.
  private static let marking = "#!/bin/sh\necho \"[LESS=$LESS]\"\ncat\necho '[the end]'\n"
  private static let long = (1...40).map { "- Worked on ML models for client \($0)\n" }.joined()

  private func atTerminal(
    _ arguments: [String], _ environment: [String: String] = ["PAGER": "./pager"], pager: String = marking
  ) throws -> PseudoTerminal.Screen {
    let files = ["pager": pager, "long.txt": PagerTests.long, "short.txt": "- Worked on ML models\n"]
    return try TemporaryFolder.with(files) { folder in
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(folder)/pager")
      return try PseudoTerminal.run(
        arguments, typing: [], in: folder, environment: ["TERM": "xterm"].merging(environment) { $1 })
    }
  }

  @Test(arguments: [
    ["rules"], ["suggest", "long.txt"], ["explain", "ml.vague-model"], ["suggest", "--help"],
    ["help", "rewrite"],
  ])
  func longTextIsPaged(_ arguments: [String]) throws {
    let screen = try atTerminal(arguments)
    #expect(screen.lines.first == "[LESS=FRX]")
    #expect(screen.lines.last == "[the end]")
  }

  @Test func textThatFitsTheScreenIsNot() throws {
    #expect(try !atTerminal(["suggest", "short.txt"]).text.contains("[the end]"))
    #expect(try !atTerminal(["--version"]).text.contains("[the end]"))
  }

  @Test func whatOthersReadIsNot() throws {
    #expect(try !atTerminal(["suggest", "--format", "tsv", "long.txt"]).text.contains("[the end]"))
    #expect(try !atTerminal(["rewrite", "long.txt"]).text.contains("[the end]"))
    let piped = try HoneTool.run("rules", environment: ["PAGER": "false", "TERM": "xterm"])
    #expect(piped.status == 0 && piped.lines.count > 50)
  }

  @Test func honesOwnVariableComesFirst() throws {
    let screen = try atTerminal(["rules"], ["HONE_PAGER": "./pager", "PAGER": "false"])
    #expect(screen.lines.last == "[the end]")
  }

  @Test(arguments: [
    ["HONE_PAGER": "", "PAGER": "./pager"], ["HONE_PAGER": "cat", "PAGER": "./pager"], ["PAGER": ""],
    ["PAGER": "./pager", "TERM": "dumb"],
  ])
  func itCanBeSwitchedOff(_ environment: [String: String]) throws {
    let screen = try atTerminal(["rules"], environment)
    #expect(screen.lines.count == Grammars.builtIn.rules.count)
  }

  @Test func anOptionSwitchesItOff() throws {
    #expect(try !atTerminal(["rules", "--no-pager"]).text.contains("[the end]"))
    #expect(try !atTerminal(["suggest", "--no-pager", "long.txt"]).text.contains("[the end]"))
  }

  @Test(arguments: [
    ["suggest", "--help", "--no-pager"], ["suggest", "--no-pager", "--help"],
    ["help", "suggest", "--no-pager"],
    ["help", "--no-pager", "suggest"], ["--help", "--no-pager"], ["--no-pager", "--help"],
  ])
  func anOptionSwitchesItOffForHelpToo(_ arguments: [String]) throws {
    let screen = try atTerminal(arguments)
    #expect(screen.status == 0 && screen.text.contains("EXIT STATUS"))
    #expect(!screen.text.contains("[the end]"))
  }

  @Test func theStatusIsHonesOwn() throws {
    #expect(try atTerminal(["suggest", "long.txt"]).status == 1)
    #expect(try atTerminal(["suggest", "--exit-zero", "long.txt"]).status == 0)
    #expect(try atTerminal(["rules"], pager: "#!/bin/sh\ncat\nexit 7\n").status == 0)
  }

  @Test func aPagerThatIsClosedEarlyIsNoFault() throws {
    let screen = try atTerminal(["suggest", "long.txt"], pager: "#!/bin/sh\nhead -1\n")
    #expect(screen.lines.count == 1)
    #expect(screen.status == 1)
  }

  @Test func coloursGoThrough() throws {
    #expect(try atTerminal(["suggest", "long.txt"]).text.contains("\u{1B}[33mwarning"))
    #expect(try !atTerminal(["suggest", "--color", "never", "long.txt"]).text.contains("\u{1B}"))
  }

  @Test func optionsOfLessThatAreSetStay() throws {
    #expect(try atTerminal(["rules"], ["PAGER": "./pager", "LESS": "S"]).lines.first == "[LESS=S]")
  }

  @Test func aPagerThatCannotBeRunLosesNothing() throws {
    let screen = try atTerminal(["rules", "--color", "never"], ["PAGER": "/there/is/none"])
    #expect(screen.text.contains("hone: the pager “/there/is/none” cannot be run"))
    #expect(Grammars.builtIn.rules.allSatisfy { screen.text.contains($0.id) })
    #expect(screen.status == 0)
  }

  @Test func whatIsSaidStandsInTheText() throws {
    let screen = try atTerminal(["suggest", "long.txt", "missing.txt"])
    #expect(screen.lines.last == "[the end]")
    #expect(screen.lines.suffix(3).first == "hone: missing.txt: there is no such file; check the path")
    #expect(screen.status == 2)
  }

  @Test func bulletsThatAreStillComingAreNotHeldBack() throws {
    // Standard input is the terminal itself here: nothing may wait for a screenful.
    let screen = try TemporaryFolder.with(["pager": PagerTests.marking]) { folder in
      try PseudoTerminal.run(
        ["suggest"], typing: PagerTests.long.split(separator: "\n").map(String.init), in: folder,
        environment: ["TERM": "xterm", "PAGER": "./pager"])
    }
    #expect(screen.text.contains("client 40"))
    #expect(!screen.text.contains("[the end]"))
  }
}
