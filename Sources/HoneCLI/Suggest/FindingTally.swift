import HoneCore

/// What a report told, in numbers.
struct FindingTally: Sendable {
  private var byLevel: [Level: Int] = [:]
  private var hidden = 0
  /// How many findings a baseline accepted.
  var accepted = 0

  /// Counts what was told of a bullet, and how many questions were not.
  mutating func add(_ told: [Finding], hidden: Int) {
    for finding in told { byLevel[finding.level, default: 0] += 1 }
    self.hidden += hidden
  }

  /// A line for a person, such as `12 bullets: 2 warnings, 3 questions`.
  func line(bullets: Int) -> String {
    let parts = Level.allCases.reversed().compactMap { level in
      byLevel[level].map { FindingTally.count($0, level == .info ? "remark" : level.name) }
    }
    var line =
      "\(FindingTally.count(bullets, "bullet")): \(parts.isEmpty ? "nothing to report" : parts.joined(separator: ", "))"
    if accepted > 0 { line += "; \(accepted) accepted by the baseline" }
    if hidden > 0 { line += "; \(FindingTally.count(hidden, "more question")), shown with --questions all" }
    return line
  }

  /// A number with its noun.
  static func count(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
