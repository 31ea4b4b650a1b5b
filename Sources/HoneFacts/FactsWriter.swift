internal import HoneGrammar

/// Writes entries into the text of a facts file, and leaves all other lines as they are.
struct FactsWriter {
  private let text: String
  private let newline: String

  init(_ text: String) {
    self.text = text
    newline = text.utf8.contains(0x0D) ? "\r\n" : "\n"
  }

  /// What stands at the top of a new file.
  private static let header = [
    "# What only the writer knows, by bullet. “hone fill” asks; “hone rewrite --facts” puts it in without asking.",
    "# Answers may be changed here until they are written in; null is a question that was passed over.",
  ]

  /// The text with an entry in the place of the one with its id, or at the end.
  ///
  /// - Parameter keys: the ids of the entries with their lines, from 1.
  func putting(_ entry: FactEntry, keys: [(id: String, line: Int)]) -> String {
    let block = FactsWriter.lines(of: entry)
    guard let index = keys.firstIndex(where: { $0.id == entry.id }) else { return appending(block) }
    var lines = split()
    let start = keys[index].line - 1
    var end = index + 1 < keys.count ? keys[index + 1].line - 1 : lines.count
    // Blank lines and comments before the next key are somebody's own.
    while end > start + 1, FactsWriter.isBetween(lines[end - 1]) { end -= 1 }
    lines.replaceSubrange(start..<end, with: block)
    return lines.joined(separator: newline)
  }

  private func appending(_ block: [String]) -> String {
    guard !text.isEmpty else {
      return (FactsWriter.header + [""] + block + [""]).joined(separator: newline)
    }
    let end = text.utf8.last == 0x0A ? "" : newline
    return text + end + newline + block.joined(separator: newline) + newline
  }

  private func split() -> [String] {
    text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
    }
  }

  private static func isBetween(_ line: String) -> Bool {
    line.first == "#" || line.allSatisfy { $0 == " " || $0 == "\t" }
  }

  private static func lines(of entry: FactEntry) -> [String] {
    var lines = ["\(entry.id):", "  original: \(YAMLText.quoted(entry.original))"]
    if let template = entry.template { lines.append("  template: \(YAMLText.plain(template))") }
    lines.append("  answers:" + (entry.answers.isEmpty ? " {}" : ""))
    for answer in entry.answers {
      lines.append("    \(YAMLText.plain(answer.slot)): \(answer.text.map(YAMLText.quoted) ?? "null")")
    }
    if let filled = entry.filled { lines.append("  filled: \(YAMLText.quoted(filled))") }
    return lines
  }
}
