import Foundation
import HoneFacts

/// A facts file on the disk: every change is there before the next question.
struct FactsStore {
  private(set) var file: FactsFile
  private let path: String
  private var exists: Bool

  /// The file of a path, or a new one.
  init(_ path: String) throws {
    self.path = path
    file = try FactsBook.read(path, mustExist: false)
    exists = FileManager.default.fileExists(atPath: path)
  }

  /// Keeps an entry.
  mutating func put(_ entry: FactEntry) throws {
    let old = file.text
    try file.put(entry)
    guard file.text != old else { return }
    let bytes = Array(file.text.utf8)
    if exists {
      try AtomicFile(path).replace(Array(old.utf8), with: bytes, backup: nil)
    } else {
      try AtomicFile(path).create(bytes)
    }
    exists = true
  }
}
