import Foundation
import HoneConfiguration
import HoneGrammar

/// Finds the configuration of a folder, and reads it.
enum ConfigurationFile {
  /// The name that it has beside a résumé.
  static let name = ".hone.yaml"

  /// The path of the configuration for what is in a folder: the nearest one from there upwards, else the user's own; `nil` where
  /// there is none.
  ///
  /// - Parameter folder: empty for the current one.
  static func path(for folder: String) -> String? {
    let here = FileManager.default.currentDirectoryPath
    var folder = PathName.absolute(folder, from: here)
    while true {
      let path = folder == "/" ? "/\(name)" : "\(folder)/\(name)"
      if FileManager.default.fileExists(atPath: path) { return PathName.shortened(path, from: here) }
      if folder == "/" || folder.isEmpty { break }
      folder = PathName.folder(folder)
    }
    return own.flatMap { FileManager.default.fileExists(atPath: $0) ? $0 : nil }
  }

  /// Where the user's own is kept, or `nil` where nobody knows.
  static var own: String? {
    let environment = ProcessInfo.processInfo.environment
    func named(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    let home = named("XDG_CONFIG_HOME") ?? named("HOME").map { "\($0)/.config" }
    return home.map { "\($0)/hone/config.yaml" }
  }

  /// The text of a configuration.
  static func text(_ path: String) throws -> String {
    let bytes: [UInt8]
    do throws(Descriptor.Fault) {
      bytes = try Descriptor.readAll(path)
    } catch {
      throw Trouble(
        message: error.code == ENOENT
          ? "\(path): there is no such configuration; check the path, or let `hone init` write one"
          : "\(path): this configuration cannot be read (\(error.words))")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Trouble(message: "\(path): this configuration is not valid UTF-8; save it as UTF-8")
    }
    return text
  }
}
