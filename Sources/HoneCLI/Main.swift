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
    var arguments = Array(CommandLine.arguments.dropFirst())
    if let pipe = PipeArguments(arguments) { exit(run(pipe)) }
    arguments = CompletionsCommand.translated(arguments)
    let mayPage = !arguments.prefix { $0 != "--" }.contains(ScreenOptions.noPagerName)
    // The argument parser's own help takes no options.
    if arguments.first == "help" { arguments.removeAll { $0 == ScreenOptions.noPagerName } }
    if arguments.first == CompletionAnswer.word {
      exit(complete(Array(arguments.dropFirst())))
    }
    if let fault = WrongUsage.misplaced(arguments) {
      Talk.say(fault)
      exit(Outcome.trouble.rawValue)
    }
    do {
      var command = try HoneCommand.parseAsRoot(arguments)
      try command.run()
      exit(0)
    } catch {
      exit(status(of: error, arguments, mayPage: mayPage))
    }
  }

  private static func run(_ pipe: PipeArguments) -> Int32 {
    do {
      let run = RewriteRun(tier: pipe.tier)
      let input = pipe.areRecords ? Input.records : .pipe
      if isatty(STDIN_FILENO) == 1 {
        let end = pipe.areRecords ? "each ended by a NUL" : "one a line"
        Talk.say("reads bullets, \(end), until Ctrl-D; `hone --help` tells what else it does")
      }
      return run.run([input], try Settings(for: [input]), output: Output()).rawValue
    } catch {
      return status(of: error, [], mayPage: false)
    }
  }

  /// Says what went wrong in one line, and gives the status that the contract has for it.
  private static func status(of error: any Error, _ arguments: [String], mayPage: Bool) -> Int32 {
    if let code = error as? ExitCode { return code.rawValue }
    if error is Trouble || error is GrammarErrors || error is EngineError {
      Talk.complain(error)
      return Outcome.trouble.rawValue
    }
    let text = HoneCommand.fullMessage(for: error)
    if HoneCommand.exitCode(for: error) == .success {
      // Help and version are answers, not faults.
      let output = Output(pager: Pager.ifWanted(mayPage))
      output.write(text + "\n")
      return output.finish(.clean).rawValue
    }
    Talk.say(WrongUsage.sentence(arguments, text))
    return Outcome.trouble.rawValue
  }

  private static func complete(_ words: [String]) -> Int32 {
    let output = Output()
    output.write(CompletionAnswer.lines(words).map { $0 + "\n" }.joined())
    return output.finish(.clean).rawValue
  }
}

/// The few arguments of the pipe, read without the argument parser: it takes longer to start than a bullet to rewrite.
struct PipeArguments {
  private(set) var tier = Tier.full
  private(set) var areRecords = false

  init?(_ arguments: [String]) {
    for (index, argument) in arguments.enumerated() {
      switch argument {
      case "--full" where index == 0: break
      case "--safe" where index == 0: tier = .safe
      case "--null", "-0": areRecords = true
      default: return nil
      }
    }
  }
}
