import ArgumentParser
import Foundation
import HoneCore
import HoneDocument
import HoneEngine
import HoneGrammar

/// The way in: the pipe at once, everything else by way of the argument parser.
@main
enum Main {
  static func main() {
    // A closed pipe is told by a failed write, not by a signal that would end the run with a status of its own.
    signal(SIGPIPE, SIG_IGN)
    // So is a file that grows too large.
    signal(SIGXFSZ, SIG_IGN)
    Descriptor.holdStandardPlaces()
    let arguments = Array(CommandLine.arguments.dropFirst())
    if let tier = PipeArguments.tier(arguments) {
      exit(pipe(tier))
    }
    if let word = arguments.first, let meant = Subcommand.meant(by: word) {
      Talk.say("there is no command or file “\(word)”; did you mean “hone \(meant)”?")
      exit(Outcome.trouble.rawValue)
    }
    do {
      var command = try HoneCommand.parseAsRoot(arguments)
      try command.run()
      exit(0)
    } catch {
      exit(status(of: error, arguments))
    }
  }

  private static func pipe(_ tier: PipeArguments) -> Int32 {
    do {
      let run = RewriteRun(tier: tier.tier)
      return run.run([.pipe], grammar: try GrammarChoice.load(nil), output: Output()).rawValue
    } catch {
      return status(of: error, [])
    }
  }

  /// Says what went wrong in one line, and gives the status that the contract has for it.
  private static func status(of error: any Error, _ arguments: [String]) -> Int32 {
    if let code = error as? ExitCode { return code.rawValue }
    if error is Trouble || error is GrammarErrors || error is EngineError {
      Talk.complain(error)
      return Outcome.trouble.rawValue
    }
    let text = HoneCommand.fullMessage(for: error)
    if HoneCommand.exitCode(for: error) == .success {
      // Help and version are answers, not faults.
      let output = Output()
      output.write(text + "\n")
      return output.finish(.clean).rawValue
    }
    let line = text.split(separator: "\n").first.map(String.init) ?? text
    let sentence = line.replacing("Error: ", with: "")
    Talk.say((sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence) + "; see `hone --help`")
    return Outcome.trouble.rawValue
  }
}

/// The commands by their names.
private enum Subcommand {
  /// The command that was meant by a first word that is none, nor a file, or `nil`.
  static func meant(by word: String) -> String? {
    let names = HoneCommand.configuration.subcommands.compactMap { $0.configuration.commandName }
    guard !names.contains(word), word != "help", word.allSatisfy(\.isLetter),
      !FileManager.default.fileExists(atPath: word)
    else { return nil }
    return Spelling.nearest(to: word, in: names)
  }
}

/// The few arguments of the pipe, read without the argument parser: it takes longer to start than a bullet to rewrite.
struct PipeArguments {
  let tier: Tier

  static func tier(_ arguments: [String]) -> PipeArguments? {
    switch arguments {
    case [], ["--full"]: PipeArguments(tier: .full)
    case ["--safe"]: PipeArguments(tier: .safe)
    default: nil
    }
  }
}
