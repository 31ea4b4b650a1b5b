import ArgumentParser
import Foundation
import Hone
import HoneDocument
import HoneGrammar
import HoneUsage

/// What a shell may offer for the arguments of hone. A line `word TAB meaning` is a word; one that begins with a tab asks for files.
extension CompletionKind {
  /// Files that résumés are kept in.
  static let resumes = CompletionKind.file(extensions: Format.allCases.flatMap(\.endings))
  /// Files of answers.
  static let facts = CompletionKind.file(extensions: ["facts.yaml"])
  /// Names of formats.
  static let formats = CompletionKind.list(Format.allCases.map(\.rawValue))
  /// What stands behind the name of a file that is kept.
  static let suffixes = CompletionKind.list([".bak", ".orig"])
  /// The built-in packs, and files that may be packs.
  static let packs = CompletionKind.custom { _, _, _ in BuiltIn.packNames + ["\tfiles\tyaml\tyml"] }
  /// The rules of the grammar that the line names, each with its reason.
  static let rules = CompletionKind.custom { words, _, _ in
    LineGrammar.load(words)?.rules.map { "\($0.id)\t\($0.why)" }.sorted() ?? []
  }
  /// The kinds of these rules.
  static let kinds = CompletionKind.custom { words, _, _ in
    Set(LineGrammar.load(words)?.rules.map(\.kind) ?? []).sorted()
  }
}

/// The grammar of a line that is being typed.
private enum LineGrammar {
  /// The grammar that stands behind --grammar, else the one of the nearest configuration; `nil` where it cannot be read.
  static func load(_ words: [String]) -> Grammar? {
    var names: [String] = []
    for (index, word) in words.dropLast().enumerated() {
      if word == "--grammar" { names.append(words[index + 1]) }
      if word.hasPrefix("--grammar=") { names.append(String(word.dropFirst("--grammar=".count))) }
    }
    if names.isEmpty { return try? Settings(for: []).setting(inFolder: "").grammar }
    return try? GrammarChoice.read(
      names.map { PackName($0.hasPrefix("~/") ? NSHomeDirectory() + $0.dropFirst() : $0) })
  }
}

/// `hone __complete WORD…`: what the scripts of the shells call. The last word is the one that is being typed.
enum CompletionAnswer {
  /// The word that asks for completions.
  static let word = "__complete"

  /// What may stand there, a line each; nothing where the words make no sense.
  static func lines(_ words: [String]) -> [String] {
    guard let root = try? CommandUsage(dump: HoneCommand._dumpHelp()) else { return [] }
    return Completer(root, ask: ask).offer(for: words).lines
  }

  /// Asks the declaration of an argument, as the argument parser's own scripts would.
  private static func ask(_ command: CommandUsage, _ argument: ArgumentUsage, _ words: [String]) -> [String] {
    let name =
      argument.kind == .positional
      ? "positional@\(command.positionals.firstIndex(of: argument) ?? 0)" : argument.name
    let request =
      ["---completion"] + command.path.dropFirst() + ["--", name, "\(words.count - 1)", "0"] + words
    do {
      _ = try HoneCommand.parseAsRoot(request)
      return []
    } catch {
      let answer = HoneCommand.fullMessage(for: error)
      return answer.split(separator: "\n").map(String.init)
    }
  }
}

struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions", abstract: "Print the script that teaches your shell to complete hone.",
    discussion: """
      The script asks hone itself what may stand at the cursor: commands, options and their values, the rules and kinds \
      of the grammar that the line names, and files that hone can read. `make install` puts the scripts in their places.

      EXAMPLES
        source <(hone completions bash)      # in ~/.bashrc
        source <(hone completions zsh)       # in ~/.zshrc, behind compinit
        hone completions fish | source       # in ~/.config/fish/config.fish
        hone completions bash > ~/.local/share/bash-completion/completions/hone
      """)

  /// The argument parser's own request for a script asks for ours: its scripts know no files and nothing of the default command.
  static func translated(_ arguments: [String]) -> [String] {
    let parsers = "--generate-completion-script"
    guard let first = arguments.first, first.hasPrefix(parsers) else { return arguments }
    let attached = first.dropFirst(parsers.count + 1)
    return ["completions"] + (attached.isEmpty ? [] : [String(attached)]) + arguments.dropFirst()
  }

  @Argument(help: "bash, zsh or fish.")
  var shell: ShellName

  func run() throws {
    let output = Output()
    output.write(shell.shell.script)
    if output.finish(.clean) != .clean { throw ExitCode(Outcome.trouble.rawValue) }
  }
}

/// A shell as the command line spells it.
enum ShellName: String, ExpressibleByArgument, CaseIterable {
  case bash, zsh, fish

  /// The shell of this name.
  var shell: Shell {
    switch self {
    case .bash: .bash
    case .zsh: .zsh
    case .fish: .fish
    }
  }
}
