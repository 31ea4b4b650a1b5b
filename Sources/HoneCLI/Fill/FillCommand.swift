import ArgumentParser

/// `hone fill`: the arguments.
struct FillCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fill", abstract: "Ask for the facts that only you know, and write them in.",
    usage: "hone fill [<options>] <files> ...",
    discussion: """
      Asks one question at a time, for each bullet that a fact would make stronger, and shows the bullet as it will read. \
      Enter alone passes a question over; :back, :edit and :quit do what they say, and :help tells more.

      Answers are kept in a file beside the résumé, NAME.facts.yaml, as they come: quit at any time, run hone fill again to \
      go on. Nothing is written into the résumé before the end. It takes a terminal; in a script, \
      `hone rewrite --facts FILE` puts the answers in without asking.

      EXAMPLES
        hone fill resume.tex
        hone fill --backup .bak cv/*.md
        hone fill --facts facts.yaml cv/*.md    # one file of answers for all
        hone fill --answers-only resume.md      # ask, and leave the résumé alone
        hone rewrite --facts resume.facts.yaml --diff resume.md
      """)

  @Argument(
    help: "The résumés to fill. A pattern such as 'cv/**/*.tex' may stand in quotes.", completion: .resumes)
  var files: [String]

  @OptionGroup var grammarOptions: GrammarOptions

  @Option(
    help: ArgumentHelp(
      "Where answers are kept; NAME.facts.yaml beside each file when left out.", valueName: "file"),
    completion: .facts)
  var facts: String?

  @Option(
    help: ArgumentHelp("Keep each old file, with this behind its name.", valueName: "suffix"),
    completion: .suffixes)
  var backup: String?

  @Flag(help: "Keep the answers, and write no résumé.")
  var answersOnly = false

  @Flag(help: "Ask again what was passed over, of bullets that do not hold their answers yet.")
  var again = false

  @Option(
    help: ArgumentHelp("What the files are, where their names do not tell it.", valueName: "format"),
    completion: .formats)
  var from: String?

  @OptionGroup var colours: ColourOptions

  func validate() throws {
    if let backup, backup.isEmpty || backup.contains("/") {
      throw ValidationError("--backup takes what to put behind a name, such as .bak")
    }
    if answersOnly, backup != nil {
      throw ValidationError("--answers-only writes no résumé, so there is nothing to back up")
    }
    if files.contains("-") {
      throw ValidationError("hone fill writes files, and standard input is for your answers")
    }
  }

  func run() throws {
    guard let terminal = Terminal(colours.color) else {
      throw Trouble(
        message:
          "fill asks questions and there is no terminal here; run it in one, or put answers in with `hone rewrite --facts FILE`"
      )
    }
    let inputs = Input.withoutRepeats(try Input.all(files, from: from))
    var run = FillRun(
      settings: try grammarOptions.settings(for: inputs), terminal: terminal, factsPath: facts,
      backup: backup, writesFiles: !answersOnly,
      asksAgain: again)
    throw ExitCode(run.run(inputs).rawValue)
  }
}
