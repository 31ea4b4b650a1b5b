import Foundation
import HoneDocument
import HoneGrammar

/// What a `.hone.yaml` says: the nearest one from a file's folder upwards, else the user's own.
struct Configuration: Sendable {
  /// What is known of formats, with the user's own words.
  let formats: FormatGrammar

  /// What is in force where there is no file.
  static let none = Configuration(formats: .builtIn)

  /// The keys that a file may hold.
  private static let keys = ["formats"]

  /// Reads a file.
  ///
  /// - Throws: all that is wrong with it, with its places.
  private init(_ path: String) throws {
    guard let data = FileManager.default.contents(atPath: path),
      let text = String(validating: data, as: UTF8.self)
    else { throw Trouble(message: "\(path): this configuration cannot be read as UTF-8 text") }
    let node: Node
    do throws(GrammarProblem) {
      node = try YAMLReader.read(text, file: path)
    } catch {
      throw GrammarErrors([error])
    }
    if case .map(let pairs) = node.value {
      for pair in pairs where !Configuration.keys.contains(pair.key.text ?? "") {
        throw GrammarErrors([
          GrammarProblem(
            pair.key.place,
            "unknown key “\(pair.key.text ?? "")”; a configuration holds \(Configuration.keys.joined(separator: ", "))"
          )
        ])
      }
    } else if !node.isNull {
      throw GrammarErrors([GrammarProblem(node.place, "a configuration is a map of keys, such as `formats:`")]
      )
    }
    formats =
      try node["formats"].map { node throws(GrammarErrors) in try FormatGrammar.builtIn.adding(node) }
      ?? .builtIn
  }

  private init(formats: FormatGrammar) {
    self.formats = formats
  }

  /// The path of the configuration for what is in a folder, or `nil`.
  private static func path(from folder: String) -> String? {
    var folder = URL(fileURLWithPath: folder).standardizedFileURL.path
    while true {
      let path = folder == "/" ? "/.hone.yaml" : folder + "/.hone.yaml"
      if FileManager.default.fileExists(atPath: path) { return path }
      if folder == "/" || folder.isEmpty { break }
      folder = PathName.folder(folder)
    }
    let environment = ProcessInfo.processInfo.environment
    let home =
      environment["XDG_CONFIG_HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? (environment["HOME"] ?? "")
      + "/.config"
    let own = home + "/hone/config.yaml"
    return FileManager.default.fileExists(atPath: own) ? own : nil
  }

  /// This configuration with the macros that LaTeX files define for the files that they take in.
  private func learning(from files: [[UInt8]]) -> Configuration {
    Configuration(formats: files.reduce(formats) { $0.learning(fromLaTeX: $1) })
  }

  /// Configurations by the folders that they hold for: each is looked for once.
  final class Finder {
    private let inputs: [Input]
    private var byFolder: [String: Configuration] = [:]
    /// The LaTeX files of the command line where there are several: one may define what another uses.
    private lazy var latex: [[UInt8]] = {
      let files = inputs.filter { Format.named(PathName.ending($0.name)) == .latex }
      return files.count > 1 ? files.compactMap { try? $0.contents() } : []
    }()

    /// A finder for what is named on a command line.
    init(_ inputs: [Input]) {
      self.inputs = inputs
    }

    /// The configuration that holds for an input.
    func configuration(for input: Input) throws -> Configuration {
      let folder = input.isStandardInput ? "." : PathName.folder(input.name)
      if let known = byFolder[folder] { return known }
      let found = try Configuration.path(from: folder.isEmpty ? "." : folder).map(Configuration.init) ?? .none
      let learned = found.learning(from: latex)
      byFolder[folder] = learned
      return learned
    }
  }
}
