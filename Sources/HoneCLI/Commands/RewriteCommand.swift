import ArgumentParser
import HoneCore
import HoneGrammar

/// `hone rewrite`: the arguments.
struct RewriteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rewrite", abstract: "Rewrite bullets; everything else stays byte for byte.",
    discussion: """
      Reads plain text, Markdown, LaTeX, JSON Resume, Reactive Resume, RenderCV and other YAML, Typst, Org, HTML, AsciiDoc \
      and DOCX. Files get safe rewrites unless --full is given, and are written to standard output unless one of \
      --in-place, --diff and --check is.

      EXAMPLES
        echo '- Responsible for training a churn model' | hone rewrite --safe
        hone rewrite resume.tex              # the whole file on standard output
        hone rewrite --diff resume.tex | git apply
        hone rewrite --in-place --backup .bak cv/*.md
        hone rewrite --full resume.yaml      # TODO(hone:metric) for what is missing
        hone rewrite --check resume.md       # status 1 if a bullet would change
        hone rewrite --facts resume.facts.yaml resume.md

      EXIT STATUS
        0  written, or nothing to do
        1  --check: a bullet would change, and --exit-zero is not given
        2  wrong usage, or a file that cannot be read or written; it is left as it
           was, and the others are done all the same
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var grammarOptions: GrammarOptions

  @Flag(help: "Only rewrites that need no new fact (the default for files).")
  var safe = false

  @Flag(help: "Rewrites with slots for missing facts too (the default for standard input).")
  var full = false

  @Flag(help: "Replace each file, in one step: it is the old one or the new one at any time.")
  var inPlace = false

  @Option(
    help: ArgumentHelp(
      "With --in-place: keep the old file under its name with this behind it.", valueName: "suffix"),
    completion: .suffixes)
  var backup: String?

  @Flag(help: "Write a patch that `git apply` takes.")
  var diff = false

  @Flag(help: "Write nothing; exit with 1 if a bullet would change.")
  var check = false

  @Option(
    help: ArgumentHelp(
      "With --in-place --full: `keep` leaves slots in the files, to be filled by you.", valueName: "keep"))
  var slots: SlotsChoice?

  @Option(
    help: ArgumentHelp(
      "Put the answers of this file in without asking: `hone fill` keeps them there.", valueName: "file"),
    completion: .facts)
  var facts: String?

  @Flag(help: "Do not sum files up on standard error.")
  var quiet = false

  @Flag(help: "Exit with 0 where it would be 1.")
  var exitZero = false

  func validate() throws {
    if safe, full { throw ValidationError("--safe and --full exclude each other; give one") }
    let ways = [(inPlace, "--in-place"), (diff, "--diff"), (check, "--check")].filter(\.0).map(\.1)
    if ways.count > 1 {
      throw ValidationError("\(ways.joined(separator: " and ")) exclude each other; give one")
    }
    if backup != nil, !inPlace {
      throw ValidationError("--backup keeps the file that --in-place replaces; give both")
    }
    if let backup, backup.isEmpty || backup.contains("/") {
      throw ValidationError("--backup takes what to put behind a name, such as .bak")
    }
    if inPlace, input.files.isEmpty || input.files.contains("-") {
      throw ValidationError("--in-place writes files; name one")
    }
    if diff, input.null {
      throw ValidationError("--diff shows lines, and --null reads none; leave one of them out")
    }
    if inPlace, full, slots == nil {
      throw ValidationError(
        "--in-place --full would leave slots in the file, to be filled by you; give --slots keep too if that is meant"
      )
    }
  }

  func run() throws {
    let delivery: Delivery = inPlace ? .inPlace(backup: backup) : diff ? .diff : check ? .check : .output
    var inputs = try input.inputs()
    if diff || inPlace { inputs = Input.withoutRepeats(inputs.map(\.whole)) }
    let settings = try grammarOptions.settings(for: inputs)
    let run = RewriteRun(
      tier: full ? .full : safe ? .safe : nil, delivery: delivery, isQuiet: quiet,
      facts: try facts.map { try FactsBook.open($0, for: settings) })
    let outcome = run.run(inputs, settings, output: Output())
    throw ExitCode(exitZero && outcome == .findings ? 0 : outcome.rawValue)
  }
}

/// What becomes of slots that are left in a file.
enum SlotsChoice: String, ExpressibleByArgument, CaseIterable {
  case keep
}
