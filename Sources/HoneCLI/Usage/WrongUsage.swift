import ArgumentParser
import Foundation
import HoneUsage

/// What to say of a command line that is wrong.
enum WrongUsage {
  /// What is wrong with a line that would be read as something else than what was meant; `nil` where nothing is seen.
  static func misplaced(_ arguments: [String]) -> String? {
    let names = HoneCommand.configuration.subcommands.compactMap { $0.configuration.commandName }
    guard UsageFault.isDoubtful(arguments, names: names) else { return nil }
    return fault?.misplaced(in: arguments)
  }

  /// What is wrong with a line that the argument parser refused, in one sentence.
  ///
  /// - Parameter text: what the parser has to say.
  static func sentence(_ arguments: [String], _ text: String) -> String {
    if let sentence = fault?.fault(in: arguments) { return sentence }
    let line = text.split(separator: "\n").first.map(String.init) ?? text
    let sentence = line.replacing("Error: ", with: "")
    return (sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence)
      + "; \(fault?.help(for: arguments) ?? "see `hone --help`")"
  }

  private static var fault: UsageFault? {
    guard let root = try? CommandUsage(dump: HoneCommand._dumpHelp()) else { return nil }
    return UsageFault(root) { FileManager.default.fileExists(atPath: $0) }
  }
}
