internal import HoneCore

/// One row a finding: `file line rule level start-end rewrite`, TAB between, no header.
public enum TabSeparated {
  /// The rows of a bullet; the rewrite is the best that mends the row's finding, else `-`.
  public static func write(_ record: BulletRecord) -> [UInt8] {
    var rows: [UInt8] = []
    for finding in record.findings {
      let best = record.best(for: finding)
      let range = record.fileRange(finding.range).map { "\($0.lowerBound)-\($0.upperBound)" } ?? "-"
      let fields = [
        record.file, String(record.line), finding.rule, finding.level.name, range, best?.text ?? "-",
      ]
      rows += Array(fields.map(escaped).joined(separator: "\t").utf8)
      rows.append(0x0A)
    }
    return rows
  }

  private static func escaped(_ field: String) -> String {
    guard field.utf8.contains(where: { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D || $0 == 0x5C }) else {
      return field
    }
    var result = ""
    for scalar in field.unicodeScalars {
      switch scalar {
      case "\t": result += "\\t"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
