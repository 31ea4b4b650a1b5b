import ArgumentParser
import Foundation
import HoneConfiguration

struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Show what is in force for a file, and where each value comes from.",
    discussion: """
      Without a file: for standard input, and so for the current folder. What is printed is YAML, and could be a \
      configuration itself.

      EXAMPLES
        hone config
        hone config cv/resume.tex
        hone config --config house.yaml
      """)

  @Argument(help: "The file that hone would read; it need not be there.")
  var file: String?

  @OptionGroup var options: ConfigurationOptions

  func run() throws {
    let output = Output()
    let setting = try Settings(options.choice, for: []).setting(inFolder: file.map(PathName.folder) ?? "")
    let source = setting.configuration.file
    output.write("# \(file ?? "standard input"): \(source.isEmpty ? "no configuration" : source)\n")
    output.write(ConfigurationText.write(setting.configuration))
    if output.finish(.clean) != .clean { throw ExitCode(Outcome.trouble.rawValue) }
  }
}

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Write a .hone.yaml in this folder, every key in a comment.",
    discussion: """
      EXAMPLES
        hone init
        hone config                          # what is in force
      """)

  func run() throws {
    let path = ConfigurationFile.name
    guard !FileManager.default.fileExists(atPath: path) else {
      throw Trouble(message: "\(path): this is there already; `hone config` shows what it says")
    }
    do {
      try Data(Configuration.starter.utf8).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
    } catch {
      throw Trouble(message: "\(path): this cannot be written; check the folder and its permissions")
    }
    Talk.say(
      "\(path) is written; take the # off what you want otherwise, and `hone config` shows what is in force")
  }
}
