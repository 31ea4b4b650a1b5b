internal import HoneGrammar

/// Writes a baseline so that it reads well in a diff: sorted, a line for each thing that may change.
enum BaselineWriter {
  static let version = 1

  /// The text of a file with these entries, which are in order.
  static func text(of entries: [Baseline.Entry]) -> String {
    var lines = [
      "# Findings that are accepted as they are: “hone suggest --baseline” tells only of others.",
      "# “hone suggest --write-baseline” writes this file anew.",
      "version: \(version)",
    ]
    lines.append(entries.isEmpty ? "accepted: []" : "accepted:")
    var last: Baseline.Entry?
    for entry in entries {
      if last?.file != entry.file || last?.bullet != entry.bullet {
        lines.append("  - file: \(YAMLText.quoted(entry.file))")
        lines.append("    bullet: \(YAMLText.quoted(entry.bullet))")
        lines.append("    rules:")
      }
      lines.append("      \(YAMLText.plain(entry.rule)): \(entry.count)")
      last = entry
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
