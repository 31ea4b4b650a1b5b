import Hone
import HoneConfiguration
import HoneCore
import HoneDocument
import HoneGrammar

/// What is in force for a file: a configuration, and what it makes of the grammar and of the formats.
final class Setting {
  let configuration: Configuration
  let formats: FormatGrammar
  let grammar: Grammar
  /// How slots are written into a stream of lines; `nil` for `[name]`.
  var textSlots: SlotSpelling? { configuration.textSlots?.value }
  /// Those who work with it.
  private(set) lazy var crew = Crew(grammar)

  init(_ configuration: Configuration, _ grammar: Grammar, _ formats: FormatGrammar) {
    self.configuration = configuration
    self.grammar = grammar
    self.formats = formats
  }
}

/// What is in force for the files of a command line: each configuration is looked for once a folder and read once.
final class Settings {
  private let choice: ConfigurationChoice
  /// The grammar that the command line names; it wins over what configurations say.
  private let named: Grammar?
  private let inputs: [Input]
  /// The configuration of each folder that was asked for; empty for none.
  private var pathByFolder: [String: String] = [:]
  private var byPath: [String: Setting] = [:]
  private var broken: [String] = []
  /// The LaTeX files of the command line where there are several: one may define what another uses.
  private lazy var latex: [[UInt8]] = {
    let files = inputs.filter { Format.named(PathName.ending($0.name)) == .latex }
    return files.count > 1 ? files.compactMap { try? $0.contents() } : []
  }()

  /// Settings for what is named on a command line.
  ///
  /// - Throws: what is wrong with the grammar and the configuration that the command line names itself.
  init(_ choice: ConfigurationChoice = .nearest, grammar: [String] = [], for inputs: [Input]) throws {
    self.choice = choice
    self.inputs = inputs
    named = grammar.isEmpty ? nil : try GrammarChoice.load(grammar.map { PackName($0) })
    if case .file(let path) = choice {
      // Below an empty name stands for no configuration; an unset variable in a script asks for no such thing.
      if path.isEmpty { throw Trouble(message: "--config is empty; name a file, or say --no-config") }
      _ = try setting(inFolder: "")
    }
  }

  /// What is in force for an input.
  ///
  /// - Throws: all that is wrong with the configuration, once; later a word that it is.
  func setting(for input: Input) throws -> Setting {
    try setting(inFolder: input.reportedName == "-" ? "" : PathName.folder(input.reportedName))
  }

  /// What is in force for all inputs, each once, in their order; those whose configuration is wrong are left out.
  func all() -> [Setting] {
    var settings: [Setting] = []
    for input in inputs {
      guard let setting = try? setting(for: input), !settings.contains(where: { $0 === setting }) else {
        continue
      }
      settings.append(setting)
    }
    // What is wrong is still to be said.
    broken = []
    return settings
  }

  /// Looks whether every configuration can be read.
  ///
  /// - Throws: all that is wrong with the first that cannot.
  func demandAll() throws {
    for input in inputs { _ = try setting(for: input) }
  }

  /// What is in force in a folder; empty for the current one.
  func setting(inFolder folder: String) throws -> Setting {
    let path = path(for: folder)
    if let known = byPath[path] { return known }
    if broken.contains(path) {
      throw Trouble(
        message: "\(path): what is wrong there is said above; other files under it are left alone")
    }
    do {
      let made = try read(path)
      byPath[path] = made
      return made
    } catch {
      broken.append(path)
      throw error
    }
  }

  /// The configuration that is in force in a folder; empty for none.
  private func path(for folder: String) -> String {
    switch choice {
    case .none: return ""
    case .file(let path): return path
    case .nearest:
      if let known = pathByFolder[folder] { return known }
      let found = ConfigurationFile.path(for: folder) ?? ""
      pathByFolder[folder] = found
      return found
    }
  }

  private func read(_ path: String) throws -> Setting {
    guard !path.isEmpty else {
      return Setting(Configuration(), try named ?? BuiltIn.grammar(), learned(.builtIn))
    }
    let isNamed = if case .file = choice { true } else { false }
    let text = try ConfigurationFile.text(path, isNamed: isNamed)
    var (configuration, problems) = Configuration.reading(text, file: path)
    // It was written for another grammar, perhaps.
    if let named { configuration = configuration.fitting(named) }
    // What the grammar has against it is said together with what is wrong with the text.
    do {
      let grammar = try grammar(for: configuration).configured(by: configuration)
      if !problems.isEmpty { throw GrammarErrors(problems) }
      return Setting(configuration, grammar, learned(try configuration.formatGrammar()))
    } catch let errors as GrammarErrors {
      throw GrammarErrors(Array(Set(errors.problems + problems)))
    }
  }

  private func grammar(for configuration: Configuration) throws -> Grammar {
    if let named { return named }
    return try GrammarChoice.load(PackName.all(of: configuration))
  }

  /// Formats with the macros that LaTeX files define for the files that they take in.
  private func learned(_ formats: FormatGrammar) -> FormatGrammar {
    latex.reduce(formats) { $0.learning(fromLaTeX: $1) }
  }
}
