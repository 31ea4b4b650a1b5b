import Foundation
import HoneReport

/// The terminal that questions are asked on, line by line: it need not move a cursor.
///
/// Questions go to standard error and answers come from standard input, so standard output stays free.
struct Terminal {
  /// How words are coloured, if at all.
  let style: Style

  /// The terminal, or `nil` where nobody sits at one.
  init?(_ colour: Colour = .auto) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else { return nil }
    style = Style(isColoured: colour.isOn(terminal: true))
    Terminal.takeCharactersWhole()
  }

  /// Tells the terminal's line editing that a character may be several bytes, so that a backspace takes all of them: not every
  /// way into a machine says so. It stays told, for it is true of every program that follows.
  private static func takeCharactersWhole() {
    var modes = termios()
    // SAFETY: both calls are over before the value is.
    guard unsafe tcgetattr(STDIN_FILENO, &modes) == 0 else { return }
    modes.c_iflag |= tcflag_t(IUTF8)
    _ = unsafe tcsetattr(STDIN_FILENO, TCSANOW, &modes)
  }

  /// Writes a line.
  func say(_ line: String = "") { put(line + "\n") }

  /// The next line that is typed after a prompt; `nil` at the end of input.
  func ask(_ prompt: String) -> String? {
    put(prompt)
    guard let line = readLine(strippingNewline: true) else {
      say()
      return nil
    }
    // What is pasted out of a table or a page holds tabs and spaces of other kinds.
    let plain = String(line.map { $0 == "\t" || $0 == "\u{A0}" ? " " : $0 })
    return plain.trimmingCharacters(in: .whitespaces)
  }

  private func put(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }
}
