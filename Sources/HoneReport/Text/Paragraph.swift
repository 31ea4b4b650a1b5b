internal import HoneCore

/// A text of several looks, laid out in lines that fit a width.
struct Paragraph {
  /// A character with its look and the columns that it takes.
  private struct Cell {
    let character: Character
    let look: Look
    let width: Int
  }

  private var cells: [Cell] = []

  /// Adds text of one look.
  mutating func add(_ text: String, _ look: Look = .plain) {
    for character in text {
      let shown = ControlPicture.shown(character)
      cells.append(Cell(character: shown, look: look, width: DisplayWidth.of(shown)))
    }
  }

  /// The text in lines behind a margin; where no colours show them, weak words are underlined in a line of their own.
  ///
  /// - Parameters:
  ///   - head: what stands before the first line.
  ///   - margin: the columns of the head, which stay empty before the others.
  ///   - width: the columns of the terminal, or `nil` for one line however long.
  func lines(_ style: Style, head: String, margin: Int, width: Int?) -> [String] {
    var lines: [String] = []
    // A terminal that is narrower than any word is not worth a column a line.
    for line in wrapped(width.map { max(12, $0 - margin) } ?? .max) {
      let indent = String(repeating: " ", count: margin)
      lines.append((lines.isEmpty ? head : indent) + painted(line, style))
      if !style.isColoured, let marks = marks(below: line) { lines.append(indent + marks) }
    }
    return lines
  }

  private func painted(_ line: Range<Int>, _ style: Style) -> String {
    var result = ""
    var at = line.lowerBound
    while at < line.upperBound {
      let end = cells[at..<line.upperBound].firstIndex { $0.look != cells[at].look } ?? line.upperBound
      result += style.paint(String(cells[at..<end].map(\.character)), cells[at].look)
      at = end
    }
    return result
  }

  /// `^^^^` below what is an error or a warning, `~~~~` below the rest; `nil` where nothing is weak.
  private func marks(below line: Range<Int>) -> String? {
    var marks = ""
    for cell in cells[line] {
      var sign = " "
      if case .weak(let level) = cell.look { sign = level >= .warning ? "^" : "~" }
      marks += String(repeating: sign, count: cell.width)
    }
    while marks.last == " " { marks.removeLast() }
    return marks.isEmpty ? nil : marks
  }

  // MARK: - Lines

  private func wrapped(_ room: Int) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    while start < cells.count {
      let end = lineEnd(from: start, room)
      let text = cells[start..<end].lastIndex { $0.character != " " } ?? start
      lines.append(start..<min(end, text + 1))
      start = end
      while start < cells.count, isSpace(start) { start += 1 }
    }
    return lines.isEmpty ? [0..<0] : lines
  }

  /// Where a line ends: at the last space that fits, or beside a wide sign; within a word where nothing else is left.
  private func lineEnd(from start: Int, _ room: Int) -> Int {
    var used = 0
    var lastBreak: Int?
    for at in start..<cells.count {
      used += cells[at].width
      if isSpace(at) { lastBreak = at } else if at > start, cells[at].width == 2 { lastBreak = at }
      if used > room { return lastBreak.flatMap { $0 > start ? $0 : nil } ?? max(at, start + 1) }
    }
    return cells.count
  }

  private func isSpace(_ at: Int) -> Bool { cells[at].character == " " }
}
