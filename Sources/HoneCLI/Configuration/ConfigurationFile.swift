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
      if isThere(path) { return PathName.shortened(path, from: here) }
      if folder == "/" || folder.isEmpty { break }
      folder = PathName.folder(folder)
    }
    return own.flatMap { isThere($0) ? $0 : nil }
  }

  /// Whether anything has this name, be it a link to nothing: what is meant to be a configuration is not passed over.
  private static func isThere(_ path: String) -> Bool {
    var status = stat()
    // SAFETY: the record outlives the call that fills it, and the name is lent for it.
    return unsafe lstat(path, &status) == 0
  }

  /// Whether it is a pipe by name, whose end may never come.
  private static func isPipe(_ path: String) -> Bool {
    var status = stat()
    // SAFETY: the record outlives the call that fills it, and the name is lent for it.
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO
  }

  /// Where the user's own is kept, or `nil` where nobody knows.
  static var own: String? {
    func named(_ name: String) -> String? {
      // SAFETY: the C library lends a text that ends in NUL and is copied at once. To ask for two names costs less than a
      // dictionary of all.
      unsafe getenv(name).flatMap { unsafe $0.pointee == 0 ? nil : unsafe String(cString: $0) }
    }
    let home = named("XDG_CONFIG_HOME") ?? named("HOME").map { "\($0)/.config" }
    return home.map { "\($0)/hone/config.yaml" }
  }

  /// The text of a configuration.
  ///
  /// - Parameter isNamed: whether somebody names it, who may well mean a pipe: `--config <(…)`.
  static func text(_ path: String, isNamed: Bool) throws -> String {
    if !isNamed, isPipe(path) {
      throw Trouble(message: "\(path): this is a pipe and no file; remove it, or give --no-config")
    }
    let bytes: [UInt8]
    do throws(Descriptor.Fault) {
      bytes = try Descriptor.readAll(path)
    } catch {
      throw Trouble(
        message: error.code != ENOENT
          ? "\(path): this configuration cannot be read (\(error.words))"
          : isThere(path)
            ? "\(path): this is a link to a file that is not there; mend the link or remove it"
            : "\(path): there is no such configuration; check the path, or let `hone init` write one")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Trouble(message: "\(path): this configuration is not valid UTF-8; save it as UTF-8")
    }
    return text
  }
}
