import ArgumentParser
import Foundation
import Hone
import HoneCore
import HoneDocument
import HoneReport

struct ApplyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply", abstract: "Write rewrites that were chosen from `suggest --format jsonl`.",
    usage: "hone apply [<options>] < chosen.jsonl",
    discussion: """
      Reads records from standard input, a line each, with the one rewrite that was chosen in “rewrites”, or its number from \
      0 in a key “chosen”; null there is none. A record without a rewrite is passed over. Each file is replaced in one step; a file in which a \
      bullet does not stand where its record says is left alone.

      EXAMPLES
        hone suggest --format jsonl cv.tex | jq -c '.rewrites |= .[:1]' | hone apply
        hone suggest --format jsonl cv.md |
          jq -c 'select(.line == 12) + {chosen: 0}' | hone apply --diff
      """)

  @Flag(help: "Write a patch that `git apply` takes, and no file.")
  var diff = false

  @Option(
    help: ArgumentHelp("Keep each old file, with this behind its name.", valueName: "suffix"),
    completion: .suffixes)
  var backup: String?

  @Option(
    help: ArgumentHelp("What the files are, where their names do not tell it.", valueName: "format"),
    completion: .formats)
  var from: String?

  @OptionGroup var configuration: ConfigurationOptions

  @Flag(help: "Do not sum files up on standard error.")
  var quiet = false

  func validate() throws {
    if let backup, backup.isEmpty || backup.contains("/") {
      throw ValidationError("--backup takes what to put behind a name, such as .bak")
    }
    if diff, backup != nil { throw ValidationError("--diff writes no file, so there is nothing to back up") }
  }

  func run() throws {
    let output = Output()
    var outcome = Outcome.clean
    let choices = ChosenRewrite.read(try Input.pipe.contents()) { trouble in
      Talk.complain(trouble)
      outcome.note(.trouble)
    }
    if choices.isEmpty, outcome < .trouble, !quiet {
      Talk.say("no rewrite was chosen, so nothing is written")
    }
    // A file by two names is one: written by the first, it would not be what the records of the second say.
    let byFile = Dictionary(grouping: choices) { Input.identity(of: $0.file) }
    var files: [String] = []
    for choice in choices where byFile[Input.identity(of: choice.file)]?.first?.file == choice.file {
      if !files.contains(choice.file) { files.append(choice.file) }
    }
    let settings = try Settings(configuration.choice, for: files.flatMap { try Input.all([$0], from: from) })
    for file in files {
      do {
        try apply(byFile[Input.identity(of: file)] ?? [], to: file, settings, output, &outcome)
      } catch {
        output.flush()
        Talk.complain(error)
        outcome.note(.trouble)
      }
    }
    throw ExitCode(output.finish(outcome).rawValue)
  }

  private func apply(
    _ choices: [ChosenRewrite], to file: String, _ settings: Settings, _ output: Output,
    _ outcome: inout Outcome
  ) throws {
    let input = try Input.all([file], from: from)[0]
    let formats = try settings.setting(for: input).formats
    let (old, document) = try input.document(formats)
    let (rewrites, rewritten): ([Int: Rewrite], Rewritten)
    do throws(DocumentError) {
      rewrites = try document.rewrites(chosen: choices)
      rewritten = try document.rewriting(rewrites)
    } catch {
      throw Trouble(message: "\(error.line > 0 ? "\(file):\(error.line)" : file): \(error.text)")
    }
    for index in rewritten.refused {
      Talk.say(
        "\(file):\(document.bullets[index].line): this rewrite would harm the file; the bullet stays as it was"
      )
      outcome.note(.trouble)
    }
    if diff {
      output.write(UnifiedDiff.write(GitPath.name(file), document.bytes, rewritten.edits))
    } else if !rewritten.edits.isEmpty {
      try AtomicFile(file).replace(old, with: rewritten.bytes, backup: backup)
    }
    let count = rewrites.count - rewritten.refused.count
    if !quiet { Talk.say("\(file): \(count) \(count == 1 ? "bullet" : "bullets") rewritten") }
  }
}
