import Foundation
import HoneTestSupport
import HoneUsage
import Testing

/// What `--help` says, and that it is true.
@Suite struct HelpTests {
  /// hone and all its commands, as they describe themselves.
  private static func commands() throws -> [CommandUsage] {
    let dump = try HoneTool.run("--experimental-dump-help").output
    return try CommandUsage(dump: dump).all.filter { $0.word != "help" }
  }

  @Test func everyHelpFitsATerminalAndHasExamples() throws {
    for command in try HelpTests.commands() {
      let run = try TemporaryFolder.with { try HoneTool.run(command.path.dropFirst() + ["--help"], in: $0) }
      #expect(run.status == 0)
      #expect(run.errors.isEmpty)
      for line in run.lines { #expect(line.count <= 80, "\(command.name): \(line)") }
      #expect(!command.examples.isEmpty, "\(command.name)")
    }
  }

  @Test func noLineOfASectionIsBrokenAnew() throws {
    for command in try HelpTests.commands() {
      let run = try TemporaryFolder.with { try HoneTool.run(command.path.dropFirst() + ["--help"], in: $0) }
      for line in command.discussion.split(separator: "\n") where line.hasPrefix("  ") {
        #expect(run.lines.contains(String(line)), "\(command.name): \(line)")
      }
    }
  }

  @Test func helpIsTheSameByEachOfItsNames() throws {
    for command in try HelpTests.commands() {
      let words = Array(command.path.dropFirst())
      try TemporaryFolder.with { folder in
        let help = try HoneTool.run(words + ["--help"], in: folder)
        #expect(try HoneTool.run(words + ["-h"], in: folder).bytes == help.bytes)
        #expect(try HoneTool.run(["help"] + words, in: folder).bytes == help.bytes)
      }
    }
  }

  @Test func everyOptionSaysWhatItIs() throws {
    for command in try HelpTests.commands() {
      for argument in command.arguments {
        #expect(!argument.abstract.isEmpty, "\(command.name): \(argument.name)")
        #expect(argument.abstract.hasSuffix("."), "\(command.name): \(argument.name)")
      }
    }
  }

  /// What the examples work on.
  private static let files = [
    "bullets.txt": "- Successfully ran 40 jobs\n- Worked on ML models\n",
    "resume.tex":
      "\\begin{itemize}\n\\item Successfully ran 40 jobs\n\\item Worked on ML models\n\\end{itemize}\n",
    "cv.tex": "\\begin{itemize}\n\\item Successfully ran 40 jobs\n\\end{itemize}\n",
    "resume.md": "- Successfully ran 40 jobs\n- Was responsible for nightly runs\n",
    "cv.md":
      "# CV\n\n- Ran 40 jobs\n- Ran 50 jobs\n- Ran 60 jobs\n- Ran 70 jobs\n- Ran 75 jobs\n\n## Work\n\n- Ran 80 jobs\n- Successfully ran 40 jobs\n",
    "cv/a.md": "- Successfully ran 40 jobs\n",
    "cv/deep/b.tex": "\\begin{itemize}\n\\item Successfully ran 40 jobs\n\\end{itemize}\n",
    "resume.yaml":
      "cv:\n  sections:\n    experience:\n      - company: X\n        highlights:\n          - Worked on ML models\n",
    "labels.jsonl":
      "{\"text\": \"Successfully ran 40 jobs\", \"kinds\": [\"filler\"]}\n{\"text\": \"Ran 40 jobs\", \"kinds\": [\"filler\"]}\n",
    "resume.facts.yaml": "", "house.yaml": "limit: 1\n", "my-pack/pack.yaml": HelpTests.pack,
  ]
  private static let pack = "name: mine\nextends: ml-engineer\n"

  /// Examples that need a person at a terminal, a shell's start-up file or a minute; each has tests of its own.
  private static func isElsewhere(_ example: String) -> Bool {
    example.hasPrefix("hone fill") || example.hasPrefix("hone grammar check  ")
      || example.contains("| source") || example.hasPrefix("source <(")
  }

  /// Examples that say by their status alone that all is well.
  private static func isSilent(_ example: String) -> Bool {
    example.contains("--check") || example.contains("suggest --baseline")
  }

  @Test func everyExampleDoesSomething() throws {
    for command in try HelpTests.commands() {
      try TemporaryFolder.with(HelpTests.files) { folder in
        _ = try HoneTool.start("/bin/sh", ["-c", "git init -q . && git add -A"], in: folder)
        for example in command.examples where !HelpTests.isElsewhere(example) {
          let before = try HelpTests.state(of: folder)
          let run = try HelpTests.run(example, in: folder)
          #expect(run.status <= 1, "\(example): \(run.errors)")
          // What hone says beside its output is how many bullets it read, or rewrote, or what it wrote.
          for line in run.complaints {
            let isNews = ["bullet", "is written", "accepted"].contains { line.contains($0) }
            #expect(isNews, "\(example): \(line)")
          }
          let isChanged = try HelpTests.state(of: folder) != before
          #expect(!run.bytes.isEmpty || isChanged || HelpTests.isSilent(example), "\(example)")
        }
      }
    }
  }

  /// Runs an example as bash does for who types it, `hone` on the path.
  private static func run(_ example: String, in folder: String) throws -> HoneTool.Run {
    let bin = URL(fileURLWithPath: HoneTool.path).deletingLastPathComponent().path
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    try FileManager.default.createDirectory(
      atPath: "\(folder)/.local/share/bash-completion/completions", withIntermediateDirectories: true)
    return try HoneTool.start(
      "/bin/bash", ["-c", example], in: folder, environment: ["PATH": "\(bin):\(path)", "HOME": folder])
  }

  /// The names of all files with their contents, but for what git and the test keep.
  private static func state(of folder: String) throws -> [String: Data] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    var state: [String: Data] = [:]
    for name in names where !name.hasPrefix(".git") && !name.hasPrefix(".streams") {
      state[name] = FileManager.default.contents(atPath: "\(folder)/\(name)")
    }
    return state
  }

  @Test func theExamplesDoWhatTheySay() throws {
    try TemporaryFolder.with(HelpTests.files) { folder in
      _ = try HoneTool.start("/bin/sh", ["-c", "git init -q . && git add -A"], in: folder)
      func text(_ name: String) throws -> String {
        try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
      }
      #expect(
        try HelpTests.run("hone --safe < bullets.txt", in: folder).output
          == "- Ran 40 jobs\n- Worked on ML models\n")
      _ = try HelpTests.run("hone rewrite --diff resume.tex | git apply", in: folder)
      #expect(try text("resume.tex").contains("\\item Ran 40 jobs"))
      _ = try HelpTests.run("hone rewrite --in-place --backup .bak cv/*.md", in: folder)
      #expect(try text("cv/a.md") == "- Ran 40 jobs\n")
      #expect(try text("cv/a.md.bak") == "- Successfully ran 40 jobs\n")
      #expect(try HelpTests.run("hone rewrite --check resume.md", in: folder).status == 1)
      _ = try HelpTests.run("hone completions bash > hone.bash", in: folder)
      #expect(try text("hone.bash").contains("complete -F _hone hone"))
    }
  }
}
