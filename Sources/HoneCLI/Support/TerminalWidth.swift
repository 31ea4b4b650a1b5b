import Foundation

/// How wide the terminal is that standard output goes to.
enum TerminalWidth {
  /// Its columns; `nil` where nobody sits at one. COLUMNS, where it is set, says otherwise than the terminal.
  static var ofOutput: Int? {
    guard isatty(STDOUT_FILENO) == 1 else { return nil }
    if let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap({ Int($0) }), columns > 0 {
      return columns
    }
    var size = winsize()
    // SAFETY: one record is lent for the call alone. Foundation does not tell the size of a terminal.
    guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}
