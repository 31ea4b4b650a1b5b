import HoneTestSupport
import Testing

/// A wrong line is told in one line, with what was meant.
@Suite struct WrongUsageTests {
  private static let files = ["cv.md": "- Ran 40 jobs\n", "pack.yaml": "name: pack\n"]

  /// Words that are typed, and what is said of them.
  struct Mistake: Sendable, CustomStringConvertible {
    let words: [String]
    let said: String

    init(_ line: String, _ said: String) {
      words = line.split(separator: " ").map(String.init)
      self.said = said
    }

    /// The line as one types it.
    var description: String { words.joined(separator: " ") }
  }

  @Test(arguments: [
    // An option that is mistyped, or begun.
    Mistake("suggest --formt tsv cv.md", "`hone suggest` has no option --formt; did you mean --format?"),
    Mistake("suggest -format tsv cv.md", "`hone suggest` has no option -format; did you mean --format?"),
    Mistake("--sfae cv.md", "`hone` has no option --sfae; did you mean --safe?"),
    Mistake("rewrite --back .bak cv.md", "`hone rewrite` has no option --back; did you mean --backup?"),
    Mistake("suggest --zzz cv.md", "`hone suggest` has no option --zzz; see `hone suggest --help`"),
    // An option of another command.
    Mistake("suggest --in-place cv.md", "--in-place is an option of `hone rewrite`, not of `hone suggest`"),
    Mistake("--format tsv cv.md", "--format is an option of `hone suggest`, not of `hone`"),
    Mistake("rules --bullet x", "--bullet is an option of `hone explain`, not of `hone rules`"),
    // Options of other tools.
    Mistake("rewrite -i cv.md", "`hone rewrite` has no option -i; did you mean --in-place?"),
    Mistake("rewrite --dry-run cv.md", "`hone rewrite` has no option --dry-run; did you mean --check?"),
    Mistake("suggest --json cv.md", "`hone suggest` has no option --json; did you mean --format jsonl?"),
    Mistake("suggest --fix cv.md", "`hone suggest` has no option --fix; `hone rewrite --in-place` does that"),
    Mistake("suggest -n 3 cv.md", "`hone suggest` has no option -n; did you mean --limit?"),
    Mistake("rules --no-color", "`hone rules` has no option --no-color; did you mean --color never?"),
    Mistake(
      "rewrite -o out.md cv.md",
      "`hone rewrite` has no option -o; output goes to standard output; write > FILE, or `hone rewrite --in-place FILE`"
    ),
    // Values.
    Mistake(
      "suggest --format josn cv.md",
      "--format takes text, tsv, jsonl, sarif or github, not “josn”; did you mean “jsonl”?"),
    Mistake(
      "suggest --level=warn cv.md",
      "--level takes info, question, warning or error, not “warn”; did you mean “warning”?"),
    Mistake("suggest --color green cv.md", "--color takes auto, always or never, not “green”"),
    Mistake("suggest --limit many cv.md", "--limit takes a number, not “many”"),
    Mistake("suggest cv.md --format", "--format needs a value: text, tsv, jsonl, sarif or github"),
    Mistake("suggest --all=yes cv.md", "--all takes no value; leave “=yes” out"),
    Mistake(
      "suggest --grammar",
      "--grammar needs a value: the grammar: a built-in pack's name, or the path of a pack of your own; of several each is read on top of the last"
    ),
    Mistake(
      "suggest --grammar ml-enginer cv.md",
      "there is no built-in grammar “ml-enginer”, and no file or folder of that name; did you mean “ml-engineer”?"
    ),
    // Commands and files in each other's place.
    Mistake("sugest cv.md", "there is no command or file “sugest”; did you mean “hone suggest”?"),
    Mistake("lint cv.md", "there is no command or file “lint”; did you mean “hone suggest”?"),
    Mistake("eval labels.jsonl", "there is no command or file “eval”; did you mean “hone grammar eval”?"),
    Mistake("--grammar x suggest cv.md", "the command comes first: hone suggest --grammar x cv.md"),
    Mistake("--quiet rewrite cv.md", "the command comes first: hone rewrite --quiet cv.md"),
    Mistake("rules cv.md", "there is no kind and no rule “cv.md”; `hone suggest cv.md` reads a file"),
    Mistake("rules fillers", "there is no kind and no rule “fillers”; did you mean “filler”?"),
    Mistake("explain cv.md", "there is no rule “cv.md”; `hone suggest cv.md` reads a file"),
    Mistake(
      "explain a.b c.d", "`hone explain` takes one id, and “c.d” is too much; see `hone explain --help`"),
    Mistake(
      "grammar pack.yaml",
      "`hone grammar` takes check, eval or new, not “pack.yaml”; to check a pack write `hone grammar check pack.yaml`"
    ),
    Mistake(
      "grammar chekc",
      "`hone grammar` takes check, eval or new, not “chekc”; did you mean `hone grammar check`?"),
    Mistake("grammar help", "write `hone help grammar`"),
    Mistake("help sugest", "there is no command “sugest”; did you mean “hone help suggest”?"),
    Mistake(
      "help grammar chek", "there is no command “grammar chek”; did you mean “hone help grammar check”?"),
    Mistake("help lint", "there is no command “lint”; did you mean “hone help suggest”?"),
    Mistake(
      "help nope",
      "there is no command “nope”; there are rewrite, suggest, fill, apply, rules, explain, grammar, schema, config, init, completions and manual"
    ),
    // A rule and a kind in each other's place.
    Mistake(
      "explain too-long",
      "“too-long” is a kind of 2 rules, such as “length.words”; `hone rules too-long` lists them"
    ),
    Mistake(
      "suggest --rule vague-model cv.md",
      "“vague-model” is a kind of 16 rules, such as “ml.vague-model”; give --kind vague-model"),
    Mistake(
      "suggest --kind filler.adverb cv.md", "“filler.adverb” is a rule and no kind; give --rule filler.adverb"
    ),
    Mistake("fill", "`hone fill` needs <files>: the résumés to fill"),
    Mistake("grammar new", "`hone grammar new` needs <path>: the file to write; it must not be there yet"),
    // A dash that an editor made longer.
    Mistake("–safe cv.md", "“–safe” begins with a dash of print; type --safe"),
    Mistake("suggest cv.md —all", "“—all” begins with a dash of print; type --all"),
  ])
  func isSaidInOneLine(_ mistake: Mistake) throws {
    let run = try TemporaryFolder.with(WrongUsageTests.files) { try HoneTool.run(mistake.words, in: $0) }
    #expect(run.errors == "hone: \(mistake.said)\n")
    #expect(run.status == 2)
    #expect(run.bytes.isEmpty)
  }

  @Test(arguments: ["sugest", "check", "–safe", "suggest.txt"])
  func aFileOfThatNameIsAFile(_ name: String) throws {
    let run = try TemporaryFolder.with([name: "- Successfully ran 40 jobs\n"]) {
      try HoneTool.run([name], in: $0)
    }
    #expect(run.status == 0)
    #expect(run.output == "- Ran 40 jobs\n")
  }

  @Test func aResumeAloneIsRewritten() throws {
    let run = try HoneTool.run(
      "cv.tex", files: ["cv.tex": "\\begin{itemize}\n\\item Successfully ran 40 jobs\n\\end{itemize}\n"])
    #expect(run.status == 0)
    #expect(run.output.contains("\\item Ran 40 jobs"))
  }

  @Test func aBulletMayBeginWithItsMarker() throws {
    let run = try HoneTool.run("explain", "--bullet", "- Worked on ML models")
    #expect(run.status == 0)
    #expect(run.output.contains("ml.vague-model"))
  }
}
