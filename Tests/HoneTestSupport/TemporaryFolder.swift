import Foundation

/// Folders that a test has for itself and that are gone after it.
package enum TemporaryFolder {
  /// Runs a body with a new folder that holds these files, by path.
  package static func with<Result>(
    _ files: [String: String] = [:], _ body: (String) throws -> Result
  ) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "hone-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (path, text) in files { try write(Array(text.utf8), to: folder.path + "/" + path) }
    return try body(folder.path)
  }

  /// Writes bytes to a path, and the folders that lead there.
  package static func write(_ bytes: [UInt8], to path: String) throws {
    let file = URL(fileURLWithPath: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }
}
