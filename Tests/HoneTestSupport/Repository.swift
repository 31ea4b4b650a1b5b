import Foundation

/// The working tree that these tests were built from.
package enum Repository {
  /// The folder of `Package.swift`.
  package static let root = String(#filePath.dropLast("/Tests/HoneTestSupport/Repository.swift".count))

  /// The text of a file of the tree.
  package static func text(_ path: String) throws -> String {
    try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)
  }

  /// The lines of a file of the tree, without the empty ones.
  package static func lines(_ path: String) throws -> [String] {
    try text(path).split(separator: "\n").map(String.init)
  }

  /// The Swift files below a folder of the tree, by path.
  package static func swiftFiles(below folder: String) -> [String] {
    let all = FileManager.default.enumerator(atPath: "\(root)/\(folder)")?.compactMap { $0 as? String } ?? []
    return all.filter { $0.hasSuffix(".swift") }.sorted().map { "\(folder)/\($0)" }
  }
}
