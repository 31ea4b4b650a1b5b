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
    return line.trimmingCharacters(in: .whitespaces)
  }

  private func put(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }
}
