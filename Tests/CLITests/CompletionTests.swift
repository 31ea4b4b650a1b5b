import Foundation
import HoneGrammar
import HoneTestSupport
import Testing

/// What a shell offers while a line is typed: the shells themselves are asked.
@Suite struct CompletionTests {
  private static let files = [
    "resume.tex": "", "my cv.md": "", "cv.facts.yaml": "", "notes.o": "", "folder/inner.md": "",
    "house.yaml": CompletionTests.pack,
  ]
  private static let pack = """
    name: house
    extends: ml-engineer
    rules:
      - id: house.dots
        kind: house-style
        level: warning
        match: '(?<phrase>connecting the dots)'
        message: "“{phrase}” says nothing."
        why: Name what was joined.
        source: house style
        examples: [{flag: 'Ran it, [[connecting the dots]]'}, {pass: 'Ran it'}]

    """

  /// A line that is being typed, and words that are offered for its end, or are not.
  struct Typed: Sendable, CustomStringConvertible {
    let words: [String]
    let offered: [String]
    let not: [String]

    init(_ words: String..., offered: [String], not: [String] = []) {
      self.words = words
      self.offered = offered
      self.not = not
    }

    /// The line as one types it.
    var description: String { (["hone"] + words).joined(separator: " ") }
  }

  /// What every shell must offer.
  static let lines = [
    Typed("su", offered: ["suggest"], not: ["rewrite", "resume.tex"]),
    Typed("", offered: ["suggest", "rewrite", "completions", "manual"], not: ["resume.tex", "--safe"]),
    Typed("--sa", offered: ["--safe"]),
    Typed("--safe", "res", offered: ["resume.tex"]),
    Typed("res", offered: ["resume.tex"]),
    Typed("suggest", "", offered: ["resume.tex", "my cv.md"], not: ["notes.o"]),
    Typed("suggest", "--fa", offered: ["--fail-on"]),
    Typed(
      "suggest", "--format", "", offered: ["text", "tsv", "jsonl", "sarif", "github"], not: ["resume.tex"]),
    Typed("suggest", "--level", "w", offered: ["warning"], not: ["resume.tex"]),
    Typed("suggest", "--color", "a", offered: ["auto", "always"]),
    Typed("suggest", "--rule", "filler.adv", offered: ["filler.adverb"]),
    Typed("suggest", "--kind", "fi", offered: ["filler", "first-person"]),
    Typed("suggest", "--grammar", "m", offered: ["ml-engineer"]),
    Typed("suggest", "--grammar", "h", offered: ["house.yaml"]),
    Typed("suggest", "--grammar", "house.yaml", "--rule", "hou", offered: ["house.dots"]),
    Typed("suggest", "--from", "la", offered: ["latex"]),
    Typed("explain", "weak.h", offered: ["weak.hedge"]),
    Typed("rewrite", "--facts", "", offered: ["cv.facts.yaml"], not: ["resume.tex", "house.yaml"]),
    Typed("fill", "my", offered: ["my cv.md"]),
    Typed("grammar", "", offered: ["check", "new", "eval"]),
    Typed("grammar", "check", "h", offered: ["house.yaml"]),
    Typed("help", "su", offered: ["suggest"]),
    Typed("help", "grammar", "c", offered: ["check"]),
    Typed("completions", "", offered: ["bash", "zsh", "fish"]),
  ]

  private func expect(_ offered: [String], by typed: Typed) {
    for word in typed.offered { #expect(offered.contains(word), "\(typed): \(offered)") }
    for word in typed.not { #expect(!offered.contains(word), "\(typed): \(offered)") }
  }

  // MARK: - bash

  private static let bash = ["/bin/bash", "/usr/bin/bash"].first(where: FileManager.default.isExecutableFile)

  /// Calls the completion function as bash does, words cut at “=”, and prints what it has.
  private func inBash(_ typed: Typed, prelude: String, folder: String) throws -> [String] {
    let words = typed.words.map { "'\($0)'" }.joined(separator: " ")
    let script = """
      PATH=\(URL(fileURLWithPath: HoneTool.path).deletingLastPathComponent().path):$PATH
      \(prelude)
      COMP_WORDS=(hone \(words)); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); COMP_LINE="${COMP_WORDS[*]}"
      COMP_POINT=${#COMP_LINE}; COMPREPLY=()
      function_of_hone=$(complete -p hone | sed 's/.*-F \\([^ ]*\\).*/\\1/')
      "$function_of_hone" hone "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
      [ ${#COMPREPLY[@]} -eq 0 ] || printf '%s\\n' "${COMPREPLY[@]}"
      """
    let bash = try #require(CompletionTests.bash)
    let run = try HoneTool.start(
      bash, ["--norc", "--noprofile", "-c", script], in: folder, environment: ["HOME": folder])
    #expect(run.errors.isEmpty, "\(run.errors)")
    return run.lines
  }

  @Test(.enabled(if: bash != nil, "there is no bash here"), arguments: lines)
  func bashOffers(_ typed: Typed) throws {
    try TemporaryFolder.with(CompletionTests.files) { folder in
      expect(try inBash(typed, prelude: "source <(hone completions bash)", folder: folder), by: typed)
    }
  }

  @Test(.enabled(if: bash != nil, "there is no bash here"))
  func bashCompletesTheValueBehindAnEqualsSign() throws {
    try TemporaryFolder.with(CompletionTests.files) { folder in
      for words in [["suggest", "--format", "=", "ts"], ["suggest", "--format=ts"]] {
        let run = try HoneTool.start(
          try #require(CompletionTests.bash),
          [
            "--norc", "-c",
            """
            PATH=\(URL(fileURLWithPath: HoneTool.path).deletingLastPathComponent().path):$PATH
            source <(hone completions bash)
            COMP_WORDS=(hone \(words.joined(separator: " "))); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _hone hone "${COMP_WORDS[COMP_CWORD]}" x; printf '%s\\n' "${COMPREPLY[@]}"
            """,
          ], in: folder)
        #expect(run.lines == ["tsv"])
      }
    }
  }

  private static let bashCompletion = "/usr/share/bash-completion/bash_completion"

  @Test(
    .enabled(
      if: bash != nil && FileManager.default.fileExists(atPath: bashCompletion),
      "there is no bash-completion here; `make shell-deps` installs it"))
  func bashCompletionFindsTheInstalledScript() throws {
    try TemporaryFolder.with(CompletionTests.files) { folder in
      let place = "\(folder)/.data/bash-completion/completions/hone"
      let script = try HoneTool.run(["completions", "bash"], in: folder)
      try TemporaryFolder.write(script.bytes, to: place)
      let typed = Typed("suggest", "--rule", "filler.adv", offered: ["filler.adverb"])
      let prelude = """
        export XDG_DATA_HOME=$PWD/.data
        source \(CompletionTests.bashCompletion)
        _completion_loader hone || [ $? -eq 124 ]
        """
      expect(try inBash(typed, prelude: prelude, folder: folder), by: typed)
    }
  }

  // MARK: - fish

  private static let fish = ["/usr/bin/fish", "/usr/local/bin/fish", "/opt/homebrew/bin/fish"]
    .first(where: FileManager.default.isExecutableFile)

  @Test(.enabled(if: fish != nil, "there is no fish here; `make shell-deps` installs it"), arguments: lines)
  func fishOffers(_ typed: Typed) throws {
    try TemporaryFolder.with(CompletionTests.files) { folder in
      let folderOfHone = URL(fileURLWithPath: HoneTool.path).deletingLastPathComponent().path
      let run = try HoneTool.start(
        try #require(CompletionTests.fish),
        [
          "--no-config", "-c",
          "set -x PATH \(folderOfHone) $PATH; hone completions fish | source; complete -C '\(typed)'",
        ], in: folder, environment: ["HOME": folder, "XDG_CONFIG_HOME": folder, "XDG_DATA_HOME": folder])
      #expect(run.errors.isEmpty, "\(run.errors)")
      expect(run.lines.map { String($0.prefix { $0 != "\t" }) }, by: typed)
    }
  }

  // MARK: - zsh

  private static let zsh = ["/bin/zsh", "/usr/bin/zsh"].first(where: FileManager.default.isExecutableFile)

  /// Types lines at a zsh behind a pseudo-terminal, a tab behind each, and gives the screens.
  private func inZsh(_ lines: [String], load: String, folder: String) throws -> [String] {
    let folderOfHone = URL(fileURLWithPath: HoneTool.path).deletingLastPathComponent().path
    try TemporaryFolder.write(
      Array(
        """
        zmodload zsh/zpty
        zpty z "env PATH=\(folderOfHone):$PATH TERM=xterm zsh -f -i"
        zpty -w z "autoload -Uz compinit; \(load)"
        zpty -w z "PS1='> '; setopt no_beep; LISTMAX=1000; unsetopt zle_bracketed_paste; bindkey '^T' kill-whole-line"
        zpty -w z 'print -r -- RE""ADY'
        zpty -r -m z out '*READY*'
        for line in "$@"; do
          # What stands behind the cursor shows that the shell is done: it is typed at once, and read when it has answered.
          zpty -wn z "$line"$'\\t'$'\\x14'
          zpty -w z 'print -r -- EN""DED'
          zpty -r -m z out '*ENDED*'
          print -r -- "$out" | sed 's/\\x1b[[0-9;?]*[a-zA-Z]//g' | tr -d '\\r' | tr '\\n' ' '
          print
        done
        zpty -d z

        """.utf8), to: "\(folder)/.drive")
    let run = try HoneTool.start(
      try #require(CompletionTests.zsh), ["-f", "\(folder)/.drive"] + lines, in: folder,
      environment: ["HOME": folder])
    return run.output.split(separator: "\n").map(String.init)
  }

  @Test(.enabled(if: zsh != nil, "there is no zsh here; `make shell-deps` installs it"))
  func zshOffers() throws {
    try TemporaryFolder.with(CompletionTests.files) { folder in
      let screens = try inZsh(
        CompletionTests.lines.map(\.description), load: "compinit -u -D; source <(hone completions zsh)",
        folder: folder)
      #expect(screens.count == CompletionTests.lines.count)
      for (typed, screen) in zip(CompletionTests.lines, screens) {
        let shown = screen.replacing("\\ ", with: " ")
        for word in typed.offered { #expect(shown.contains(word), "\(typed): \(screen)") }
        for word in typed.not where !typed.description.contains(word) {
          #expect(!shown.contains(word), "\(typed): \(screen)")
        }
      }
    }
  }

  @Test(.enabled(if: zsh != nil, "there is no zsh here; `make shell-deps` installs it"))
  func zshFindsTheInstalledScript() throws {
    try TemporaryFolder.with(CompletionTests.files) { folder in
      try TemporaryFolder.write(
        HoneTool.run(["completions", "zsh"], in: folder).bytes, to: "\(folder)/.site/_hone")
      let screens = try inZsh(
        ["hone explain weak.h", "hone suggest --format=js"],
        load: "fpath=(\(folder)/.site $fpath); compinit -u -D",
        folder: folder)
      #expect(screens[0].contains("weak.hedge"))
      #expect(screens[1].contains("--format=jsonl"))
    }
  }

  // MARK: - What the shells are told

  private func offer(_ words: String...) throws -> [String] {
    try TemporaryFolder.with(CompletionTests.files) {
      try HoneTool.run(["__complete"] + words, in: $0).lines.map { String($0.prefix { $0 != "\t" }) }
    }
  }

  @Test func everyRuleOfTheGrammarIsOfferedWithItsReason() throws {
    let run = try HoneTool.run("__complete", "explain", "")
    #expect(run.lines.map { String($0.prefix { $0 != "\t" }) } == Grammars.builtIn.rules.map(\.id).sorted())
    #expect(run.lines.allSatisfy { $0.contains("\t") })
  }

  @Test func theRulesOfABrokenPackAreNoneAndNothingIsSaid() throws {
    let run = try HoneTool.run(
      "__complete", "suggest", "--grammar", "bad.yaml", "--rule", "", files: ["bad.yaml": "rules: ["])
    #expect(run.status == 0)
    #expect(run.output.isEmpty && run.errors.isEmpty)
  }

  @Test func anOptionThatStandsAlreadyIsOfferedAgainOnlyWhereItMayStandAgain() throws {
    #expect(try !offer("suggest", "--limit", "2", "--").contains("--limit"))
    #expect(try offer("suggest", "--rule", "x", "--").contains("--rule"))
  }

  @Test func behindTwoDashesFilesStandAlone() throws {
    #expect(try offer("suggest", "--", "--") == [""])
  }

  @Test func nothingIsOfferedWhereNothingMayStand() throws {
    #expect(try offer("apply", "").isEmpty)
    #expect(try offer("explain", "a.b", "").isEmpty)
    #expect(try offer("suggest", "--limit", "").isEmpty)
  }

  @Test func aShellThatIsNoneIsSaid() throws {
    let run = try HoneTool.run("completions", "tcsh")
    #expect(run.status == 2)
    #expect(run.errors == "hone: <shell> takes bash, zsh or fish, not “tcsh”\n")
  }

  @Test func whatTheArgumentParserWouldPrintIsOurScriptToo() throws {
    let ours = try HoneTool.run("completions", "fish")
    #expect(try HoneTool.run("--generate-completion-script", "fish").bytes == ours.bytes)
    #expect(try HoneTool.run("--generate-completion-script=fish").bytes == ours.bytes)
  }
}
