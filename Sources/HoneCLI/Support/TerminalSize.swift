import Foundation

/// How many columns and lines the terminal of standard output has.
struct TerminalSize {
  let width: Int
  let height: Int

  /// The size now; 80 by 24 where it does not tell.
  static var current: TerminalSize {
    var size = winsize()
    // SAFETY: the record outlives the call that fills it.
    let isTold = unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0
    return TerminalSize(
      width: isTold && size.ws_col > 0 ? Int(size.ws_col) : 80,
      height: isTold && size.ws_row > 0 ? Int(size.ws_row) : 24)
  }

  /// How many rows of the screen a text takes, with long lines folded; escapes of colours take no room.
  func rows(of text: [UInt8]) -> Int {
    var rows = 0
    var column = 0
    var isEscape = false
    for byte in text {
      if isEscape {
        if byte >= UInt8(ascii: "A"), byte != UInt8(ascii: "[") { isEscape = false }
      } else if byte == 0x1B {
        isEscape = true
      } else if byte == UInt8(ascii: "\n") {
        rows += max(1, (column + width - 1) / width)
        column = 0
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return column == 0 ? rows : rows + (column + width - 1) / width
  }
}
