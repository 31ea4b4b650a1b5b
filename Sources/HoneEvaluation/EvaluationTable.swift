internal import Foundation

/// An evaluation as a table, which reads on a terminal and is Markdown too.
public enum EvaluationTable {
  /// The figures.
  public static func write(_ evaluation: Evaluation) -> String {
    var rows = [["", "precision", "recall", "F1", "hits", "false alarms", "misses"]]
    for (name, score) in evaluation.kinds { rows.append(row(name, score)) }
    if evaluation.facts != Score() { rows.append(row("facts", evaluation.facts)) }
    if evaluation.numbers > 0 {
      rows.append(row("metric or not (\(evaluation.numbers) numbers)", evaluation.metrics))
    }
    let flagged = evaluation.strongFlagged
    return "\(evaluation.bullets) bullets, \(flagged.whole) of them strong; "
      + "strong ones with a finding above info: \(flagged.part) (\(show(flagged)))\n\n" + table(rows)
  }

  /// What to read: each miss and false alarm, one line.
  public static func list(_ evaluation: Evaluation) -> String {
    evaluation.differences.map { difference in
      let words = difference.words.isEmpty ? "" : " “\(difference.words)”"
      return
        "\(difference.isFalseAlarm ? "false alarm" : "miss")\t\(difference.kind)\(words)\t\(difference.text)\n"
    }.joined()
  }

  private static func row(_ name: String, _ score: Score) -> [String] {
    [
      name, show(score.precision), show(score.recall), score.f1.map(decimal) ?? "–", "\(score.hits)",
      "\(score.falseAlarms)", "\(score.misses)",
    ]
  }

  private static func show(_ share: Share) -> String {
    guard let value = share.value, let interval = share.interval else { return "–" }
    return "\(decimal(value)) [\(decimal(interval.lowerBound)), \(decimal(interval.upperBound))]"
  }

  private static func decimal(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    return "\(thousandths / 1000)." + String(String(thousandths % 1000 + 1000).dropFirst())
  }

  private static func table(_ rows: [[String]]) -> String {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    func line(_ row: [String]) -> String {
      "| "
        + zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }.joined(separator: " | ")
        + " |\n"
    }
    let rule = "|" + widths.map { String(repeating: "-", count: $0 + 2) }.joined(separator: "|") + "|\n"
    return line(rows[0]) + rule + rows.dropFirst().map(line).joined()
  }
}
