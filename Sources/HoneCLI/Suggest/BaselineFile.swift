import Foundation
import HoneBaseline
import HoneGrammar

/// A baseline on the disk: paths in it are relative to its own folder, wherever hone is called.
struct BaselineFile: Sendable {
  let path: String
  private let folder: String

  /// The file of a path, whether it exists or not.
  init(_ path: String) {
    self.path = path
    folder = BaselineFile.folder(of: path)
  }

  /// What it accepts.
  ///
  /// - Throws: where there is no such file, or it is none.
  func read() throws -> Baseline {
    guard FileManager.default.fileExists(atPath: path) else {
      throw Trouble(
        message: "\(path): there is no such baseline; `hone suggest --write-baseline \(path)` makes one")
    }
    return try contents()
  }

  /// What it accepts, or `nil` where it does not exist yet.
  ///
  /// - Throws: where something else stands there that no baseline can be written to.
  func readBeforeWriting() throws -> Baseline? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let attributes = try? FileManager.default.attributesOfItem(atPath: target)
    guard attributes?[.type] as? FileAttributeType == .typeRegular else {
      throw Trouble(message: "\(path): this is no file, so no baseline can be written there; name another")
    }
    return try contents()
  }

  private func contents() throws -> Baseline {
    try Baseline(name: path, text: try String(decoding: bytes(), as: UTF8.self))
  }

  private func bytes() throws -> [UInt8] {
    let bytes: [UInt8]
    do throws(Descriptor.Fault) {
      bytes = try Descriptor.readAll(path)
    } catch {
      throw Trouble(message: "\(path): this baseline cannot be read (\(error.words))")
    }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw Trouble(message: "\(path): this baseline is not valid UTF-8; save it as UTF-8 and run hone again")
    }
    return bytes
  }

  /// Replaces the file in one step, or makes it; one that holds this already is left alone.
  func write(_ baseline: Baseline) throws {
    let new = Array(baseline.text.utf8)
    guard FileManager.default.fileExists(atPath: path) else {
      return try AtomicFile(path).create(new, isPrivate: false)
    }
    let old = try bytes()
    if old != new { try AtomicFile(path).replace(old, with: new, backup: nil) }
  }

  // MARK: - Paths

  /// A file that a command line names, as the baseline names it.
  func name(of file: String) -> String {
    if file == "-" { return file }
    let path = BaselineFile.folder(of: file) + PathName.last(file)
    var (own, other) = (folder.split(separator: "/"), path.split(separator: "/"))
    while let step = own.first, other.count > 1, other.first == step {
      own.removeFirst()
      other.removeFirst()
    }
    return (own.map { _ in ".." } + other).joined(separator: "/")
  }

  /// The folder of a file behind all links, with a slash at its end.
  private static func folder(of file: String) -> String {
    let folder = PathName.folder(file)
    let path = URL(fileURLWithPath: folder.isEmpty ? "." : folder, isDirectory: true)
      .resolvingSymlinksInPath().path
    return path.hasSuffix("/") ? path : path + "/"
  }
}
