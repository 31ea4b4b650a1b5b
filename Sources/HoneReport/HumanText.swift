public import HoneCore

/// Findings and rewrites for a person at a terminal.
public struct HumanText: Sendable {
  private let style: Style
  private let questions: Questions

  /// Which questions to show.
  public enum Questions: String, Sendable, CaseIterable {
    /// The first of a bullet.
    case one
    /// Every one.
    case all
    /// None.
    case none
  }

  /// A writer; colours only where `isColoured` says so.
  public init(isColoured: Bool, questions: Questions) {
    style = Style(isColoured: isColoured)
    self.questions = questions
  }

  /// The report of a bullet.
  public func write(_ record: BulletRecord) -> String {
    var lines: [String] = []
    lines.append(style.dim("\(place(record)):") + " " + marked(record))
    for finding in told(record) {
      let label = style.label(finding.level)
      lines.append("  \(label) \(finding.message) \(style.dim("[\(finding.rule)]"))")
    }
    if let safe = record.safe { lines.append("  \(style.green("safe")) \(safe.text)") }
    for rewrite in record.rewrites { lines.append("  \(style.green("full")) \(slotsShown(rewrite))") }
    if let best = record.rewrites.first {
      for slot in best.slots.prefix(6) {
        let unit = slot.unit.map { " (\($0))" } ?? ""
        let hint = slot.hint.isEmpty ? "" : style.dim(" e.g. \(slot.hint)")
        lines.append("       \(style.yellow("[\(slot.name)]"))\(unit) \(slot.question)\(hint)")
      }
    }
    return lines.joined(separator: "\n") + "\n\n"
  }

  /// Where a bullet stands, as editors and terminals open it.
  private func place(_ record: BulletRecord) -> String {
    if record.file == "-" { return "line \(record.line)" }
    let section = record.section.map { " (\($0))" } ?? ""
    return "\(record.file):\(record.line):\(record.column)\(section)"
  }

  /// The findings to tell a person: of several warnings on the same words, one that a rewrite mends, or else the first.
  private func told(_ record: BulletRecord) -> [Finding] {
    let mended = Set(record.offered.flatMap(\.mends))
    return record.findings.enumerated().filter { index, finding in
      guard finding.level == .warning else { return true }
      let others = record.findings.enumerated().filter {
        $0.element.range == finding.range && $0.element.level == .warning
      }
      let best = others.first { mended.contains($0.element.rule) } ?? others[0]
      return best.offset == index
    }.map(\.element)
  }

  /// The bullet with what was found underlined, on a terminal that can.
  private func marked(_ record: BulletRecord) -> String {
    guard style.isColoured else { return record.text }
    let bytes = Array(record.text.utf8)
    var result = ""
    var at = 0
    for finding in record.findings where finding.level >= .question && finding.range.lowerBound >= at {
      result += bytes.text(at..<finding.range.lowerBound) + style.underlined(bytes.text(finding.range))
      at = finding.range.upperBound
    }
    return result + bytes.text(at..<bytes.count)
  }

  private func slotsShown(_ rewrite: Rewrite) -> String {
    rewrite.pieces.map { piece in
      if case .slot = piece.origin { return style.yellow(piece.text) }
      return piece.text
    }.joined()
  }
}

/// Terminal colours, or none.
public struct Style: Sendable {
  /// Whether colours are written.
  public let isColoured: Bool

  /// A style with or without colours.
  public init(isColoured: Bool) {
    self.isColoured = isColoured
  }

  /// Faint text.
  public func dim(_ text: String) -> String { wrap(text, "2") }
  /// Underlined text.
  public func underlined(_ text: String) -> String { wrap(text, "4") }
  /// Green text.
  public func green(_ text: String) -> String { wrap(text, "32") }
  /// Yellow text.
  public func yellow(_ text: String) -> String { wrap(text, "33") }
  /// Bold text.
  public func bold(_ text: String) -> String { wrap(text, "1") }

  /// The name of a level in its colour.
  public func label(_ level: Level) -> String {
    let colour =
      switch level {
      case .error: "31"
      case .warning: "33"
      case .question: "36"
      case .info: "2"
      }
    return wrap(level.name, colour)
  }

  private func wrap(_ text: String, _ code: String) -> String {
    isColoured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
