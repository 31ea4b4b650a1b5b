internal import HoneCore

/// Findings as commands of GitHub Actions: a line each, which the site shows beside the line that it is about.
public enum GitHubAnnotations {
  /// The commands of a bullet, whose file is called as the record calls it.
  public static func write(_ record: BulletRecord) -> [UInt8] { write(record, path: record.artifact) }

  /// The commands of a bullet.
  ///
  /// - Parameters:
  ///   - record: what there is to say of the bullet.
  ///   - path: its file, relative to the top of the repository.
  public static func write(_ record: BulletRecord, path: String) -> [UInt8] {
    var text = ""
    for finding in record.findings {
      let range = record.fileRange(finding.range) ?? record.byteRange
      let (from, to) = (record.place(range.lowerBound), record.place(range.upperBound))
      var message = "“\(record.words(of: finding))”: \(finding.message)"
      if let best = record.best(for: finding) { message += "\nInstead: \(best.text)" }
      var properties = ["file=\(escaped(path, inProperty: true))"]
      if record.hasPlaces {
        properties += ["line=\(from.line)", "col=\(from.column)", "endLine=\(to.line)"]
      } else {
        properties += ["line=\(record.line)"]
      }
      // GitHub takes the end of a column within one line alone.
      let end =
        record.hasPlaces && from.line == to.line ? ["endColumn=\(max(from.column, to.column - 1))"] : []
      text += "::\(command(finding.level)) "
      text += (properties + end + ["title=\(escaped(finding.rule, inProperty: true))"]).joined(separator: ",")
      text += "::\(escaped(message, inProperty: false))\n"
    }
    return Array(text.utf8)
  }

  private static func command(_ level: Level) -> String {
    switch level {
    case .error: "error"
    case .warning: "warning"
    case .question, .info: "notice"
    }
  }

  private static func escaped(_ text: String, inProperty: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case ":" where inProperty: result += "%3A"
      case "," where inProperty: result += "%2C"
      case "\t": result += "\t"
      default: result.unicodeScalars.append(ControlPicture.picture(of: scalar) ?? scalar)
      }
    }
    return result
  }
}
