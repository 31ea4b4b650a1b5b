public import ArgumentParser
import Hone
import HoneCore
import HoneDocument
import HoneGrammar
public import HoneReport

/// The command and its subcommands.
struct HoneCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hone",
    abstract: "Rewrites résumé bullets: finds what is weak, proposes what is strong, makes nothing up.",
    usage: "hone [--safe | --full] [<options>] [<files> ...]\nhone <subcommand> [<options>] ...",
    discussion: """
      Without a command, hone is `hone rewrite`: it reads bullets from standard input and writes stronger ones. Where a \
      fact is missing it leaves a slot such as [metric]: it never invents one.

      EXAMPLES
        echo '- Trained machine learning models.' | hone
        hone --safe < bullets.txt            # only what needs no new fact
        hone suggest resume.tex              # what is weak, and what is stronger
        hone rewrite --diff resume.tex | git apply
        hone rewrite --in-place --backup .bak cv/*.md
        hone fill resume.tex                 # asks for the facts that only you know
        hone explain --bullet 'Worked on ML models'
        hone rules                           # what hone looks for
        hone init                            # writes a .hone.yaml to begin from

      EXIT STATUS
        0  all is well, or the work is done
        1  suggest: a finding at --fail-on or above;
           rewrite --check: a bullet that would change
        2  wrong usage, a file that cannot be read or written, a broken grammar;
           the rest is done all the same

      ENVIRONMENT
        NO_COLOR         no colours, unless --color always says otherwise
        CLICOLOR_FORCE   colours even where nobody sits at a terminal; 0 for not so
        HONE_PAGER       what shows long text on a terminal; empty or cat for nothing
        PAGER            the same, where HONE_PAGER is not set; else it is less
        LESS             the options of less; FRX where it is not set
        TERM             dumb for neither colours nor a pager
        XDG_CONFIG_HOME  the folder of hone/config.yaml; else it is ~/.config

      FILES
        .hone.yaml                  configuration of its folder and those below it
        ~/.config/hone/config.yaml  configuration where there is no .hone.yaml
        NAME.facts.yaml             what you answered for the résumé NAME
      """,
    version: Version.text,
    subcommands: [
      RewriteCommand.self, SuggestCommand.self, FillCommand.self, ApplyCommand.self, RulesCommand.self,
      ExplainCommand.self, GrammarCommand.self, SchemaCommand.self, ConfigCommand.self, InitCommand.self,
      CompletionsCommand.self, ManualCommand.self,
    ],
    defaultSubcommand: RewriteCommand.self)
}

/// Options that every command that reads bullets has.
struct InputOptions: ParsableArguments {
  @Argument(
    help:
      "Files to read; standard input where none is named. A pattern such as 'cv/**/*.tex' may stand in quotes.",
    completion: .resumes)
  var files: [String] = []

  @Option(
    help: ArgumentHelp(
      "What the input is: \(Format.names). A file's name and content tell it when left out; standard input is plain.",
      valueName: "format"),
    completion: .formats)
  var from: String?

  @Option(
    help: ArgumentHelp(
      "The name that standard input would have as a file: its ending says how to read it.",
      valueName: "name"),
    completion: .resumes)
  var stdinFilename: String?

  @Flag(
    name: [.customLong("null"), .customShort("0")],
    help: "Bullets on standard input end in NUL, not in a line end, and may hold lines.")
  var null = false

  /// The inputs that are named, or standard input.
  func inputs() throws -> [Input] {
    try Input.all(files, from: from, stdinFilename: stdinFilename, areRecords: null)
  }

  func validate() throws {
    guard null else { return }
    if !files.isEmpty, files != ["-"] {
      throw ValidationError("--null is for bullets on standard input; name no file with it")
    }
    if from != nil { throw ValidationError("--null says how standard input is read; leave --from out") }
  }
}

struct SuggestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest", abstract: "Show what is weak and what would be stronger; write nothing.",
    discussion: """
      Shows each bullet that has a finding, why it is weak, and up to three rewrites. A safe rewrite needs no new fact; a \
      full one has slots for what only you know. Exits with 1 where a finding is at --fail-on or above, so that a script \
      can refuse a weak bullet.

      EXAMPLES
        hone suggest bullets.txt
        hone suggest --format jsonl bullets.txt | jq -r '.rewrites[0].text'
        hone suggest --format tsv --limit 1 bullets.txt
        hone suggest --fail-on question --questions all bullets.txt
        hone suggest --format sarif 'cv/**/*.tex' > hone.sarif
        hone suggest --format github resume.md   # in a step of GitHub Actions
        hone suggest --kind filler --kind passive resume.md
        hone suggest --write-baseline accepted.yaml 'cv/**/*.tex'
        hone suggest --baseline accepted.yaml 'cv/**/*.tex'   # what is new

      EXIT STATUS
        0  no finding at --fail-on or above
        1  such a finding, unless --exit-zero is given
        2  wrong usage, or a file that cannot be read;
           the others are read all the same
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var grammarOptions: GrammarOptions

  @Option(help: "How to write the report.")
  var format: SuggestRun.Format = .text

  @Option(
    help: ArgumentHelp(
      "Rewrites with slots a bullet; 0 for findings alone; 3, unless a configuration says otherwise.",
      valueName: "number"))
  var limit: Int?

  @Option(help: "Show findings from this level on; question, unless a configuration says otherwise.")
  var level: LevelName?

  @Option(
    help: ArgumentHelp(
      "Questions a bullet; when left out one for text and github, all for the others.", valueName: "how-many")
  )
  var questions: HumanText.Questions?

  @Option(
    help: ArgumentHelp("Only this rule; may be given more than once.", valueName: "id"), completion: .rules)
  var rule: [String] = []

  @Option(
    help: ArgumentHelp("Only rules of this kind; may be given more than once.", valueName: "kind"),
    completion: .kinds)
  var kind: [String] = []

  @Option(
    help: ArgumentHelp(
      "Exit with 1 where a finding is at this level or above; warning, unless a configuration says otherwise.",
      valueName: "level"))
  var failOn: LevelName?

  @Flag(help: "Report bullets without a finding too (text and jsonl).")
  var all = false

  @Option(
    help: ArgumentHelp(
      "Report and fail on what this baseline does not accept, and nothing else.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var baseline: String?

  @Option(
    help: ArgumentHelp(
      "Write a baseline that accepts all findings of these files, and report none.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var writeBaseline: String?

  @Flag(help: "Exit with 0 where it would be 1.")
  var exitZero = false

  @OptionGroup var screen: ScreenOptions

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit must be 0 or more") }
    if baseline != nil, writeBaseline != nil {
      throw ValidationError("--baseline and --write-baseline exclude each other; give one")
    }
    for (option, file) in [("--baseline", baseline), ("--write-baseline", writeBaseline)] where file == "-" {
      throw ValidationError("\(option) takes the name of a file, not “-”; one of that name is ./-")
    }
    if all, format != .text, format != .jsonl {
      throw ValidationError(
        "--all is for text and jsonl; \(format.rawValue) has no place for a bullet without a finding")
    }
  }

  private func baselineTask() throws -> SuggestRun.BaselineTask? {
    if let writeBaseline { return .write(BaselineFile(writeBaseline)) }
    return try baseline.map { .hold(BaselineFile($0), try BaselineFile($0).read()) }
  }

  func run() throws {
    let task = try baselineTask()
    // Of a file that is named twice the findings would count twice.
    let inputs = task == nil ? try input.inputs() : Input.withoutRepeats(try input.inputs())
    let output = screen.output(isText: format == .text, from: inputs)
    let settings = try grammarOptions.settings(for: inputs)
    let run = SuggestRun(
      format: format,
      asked: Showing.Asked(limit: limit, level: level?.level, questions: questions, failOn: failOn?.level),
      showsAll: all, isColoured: format == .text && screen.isColoured(output), width: TerminalWidth.ofOutput,
      only: try RuleChoice.read(rule, kind, settings.all().map(\.grammar)), baseline: task)
    let outcome = run.run(inputs, settings, output: output)
    throw ExitCode(exitZero && outcome == .findings ? 0 : outcome.rawValue)
  }
}

/// A level as the command line spells it.
enum LevelName: String, ExpressibleByArgument, CaseIterable {
  case info, question, warning, error

  /// The level of this name.
  var level: Level {
    switch self {
    case .info: .info
    case .question: .question
    case .warning: .warning
    case .error: .error
    }
  }
}

extension HumanText.Questions: ExpressibleByArgument {}
extension SuggestRun.Format: ExpressibleByArgument {}
