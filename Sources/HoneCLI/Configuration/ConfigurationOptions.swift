import ArgumentParser

/// Where a command takes its configuration from.
enum ConfigurationChoice {
  /// The nearest one to each file.
  case nearest
  /// This file, for all.
  case file(String)
  /// Nowhere.
  case none
}

/// Options that every command with a configuration has.
struct ConfigurationOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The configuration for all files, instead of the nearest .hone.yaml to each.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var config: String?

  @Flag(help: "Take no configuration.")
  var noConfig = false

  func validate() throws {
    if config != nil, noConfig {
      throw ValidationError("--config and --no-config exclude each other; give one")
    }
  }

  /// What they say.
  var choice: ConfigurationChoice { noConfig ? .none : config.map { .file($0) } ?? .nearest }
}

/// Options that every command with a grammar has.
struct GrammarOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The grammar: a built-in pack's name, or the path of a pack of your own; of several each is read on top of the last.",
      valueName: "pack"), completion: .packs)
  var grammar: [String] = []

  @OptionGroup var configuration: ConfigurationOptions

  /// What is in force for some inputs.
  func settings(for inputs: [Input]) throws -> Settings {
    try Settings(configuration.choice, grammar: grammar, for: inputs)
  }

  /// What is in force in the current folder.
  func setting() throws -> Setting { try settings(for: []).setting(inFolder: "") }
}
