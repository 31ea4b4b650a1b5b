import Foundation

/// Tells who waits at a terminal how far the work is; silent anywhere else, and for work that is soon done.
struct Progress {
  private let total: Int
  private let isShown: Bool
  private let start = Date()
  private var isOnScreen = false

  /// Progress over so many files.
  init(total: Int) {
    self.total = total
    isShown = total > 1 && isatty(STDERR_FILENO) == 1
  }

  /// So many files are done.
  mutating func report(_ done: Int) {
    guard isShown, Date().timeIntervalSince(start) > 1 else { return }
    put("\r\u{1B}[Khone: \(done) of \(total) files")
    isOnScreen = true
  }

  /// Takes the line off the screen, before something else is said.
  mutating func clear() {
    guard isOnScreen else { return }
    put("\r\u{1B}[K")
    isOnScreen = false
  }

  private func put(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }
}
