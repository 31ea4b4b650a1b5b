internal import HoneCore

/// Findings and rewrites for a person at a terminal.
///
/// ```
/// cv.md:3:3 (Work)
///   Responsible for deploying nine pricing models
///   ^^^^^^^^^^^^^^^
///   warning   “Responsible for” names a duty: say what you did. [weak.duty]
///             A duty says what the job was.
///   safe      Deployed nine pricing models
/// ```
public struct HumanText: Sendable {
  /// Which questions to show.
  public enum Questions: String, Sendable, CaseIterable {
    /// The first of a bullet that is about words of it, or else the first.
    case one
    /// Every one.
    case all
    /// None.
    case none
  }

  private let style: Style
  private let width: Int?
  private let streamUnit: String
  private let why: @Sendable (String) -> String?
  /// The rules whose reason was told: once is enough.
  private var explained: Set<String> = []

  /// A writer.
  ///
  /// - Parameters:
  ///   - isColoured: whether colours are written.
  ///   - width: the columns that lines must fit, or `nil` where they may be of any length.
  ///   - streamUnit: what standard input is counted in: lines or records.
  ///   - why: the reason that a rule gives, by its id.
  public init(
    isColoured: Bool, width: Int?, streamUnit: String = "line", why: @escaping @Sendable (String) -> String?
  ) {
    style = Style(isColoured: isColoured)
    self.width = width
    self.streamUnit = streamUnit
    self.why = why
  }

  /// The report of a bullet, and a blank line.
  public mutating func write(_ record: BulletRecord) -> String {
    var lines = [style.dim(place(record))]
    lines += bullet(record).lines(style, head: "  ", margin: 2, width: width)
    for finding in told(record) { write(finding, &lines) }
    if let safe = record.safe { write(safe, &lines) }
    for rewrite in record.rewrites { write(rewrite, &lines) }
    var asked: Set<String> = []
    for slot in record.rewrites.flatMap(\.slots) where asked.insert(slot.name).inserted {
      write(slot, &lines)
    }
    return lines.joined(separator: "\n") + "\n\n"
  }

  /// Where a bullet stands, as editors and terminals open it.
  private func place(_ record: BulletRecord) -> String {
    if record.file == "-" { return "\(streamUnit) \(record.line)" }
    let section = record.section.map { " (\($0))" } ?? ""
    return "\(record.file):\(record.line):\(record.column)\(section)"
  }

  // MARK: - Lines with a label

  /// The columns of a label, the space behind it included.
  private static let label = 10

  private func write(_ label: String, _ look: Look, _ text: Paragraph, _ lines: inout [String]) {
    let pad = String(repeating: " ", count: max(1, HumanText.label - label.count))
    let head = "  " + (label.isEmpty ? "" : style.paint(label, look)) + pad
    lines += text.lines(style, head: head, margin: 2 + HumanText.label, width: width)
  }

  private mutating func write(_ finding: Finding, _ lines: inout [String]) {
    var text = Paragraph()
    text.add(finding.message)
    text.add(" ")
    text.add("[\(finding.rule)]", .faint)
    write(finding.level.name, .label(finding.level), text, &lines)
    guard explained.insert(finding.rule).inserted, let why = why(finding.rule), !why.isEmpty else { return }
    var reason = Paragraph()
    reason.add(why, .faint)
    write("", .plain, reason, &lines)
  }

  private func write(_ rewrite: Rewrite, _ lines: inout [String]) {
    var text = Paragraph()
    for piece in rewrite.pieces {
      if case .slot = piece.origin { text.add(piece.text, .slot) } else { text.add(piece.text) }
    }
    write(rewrite.tier.rawValue, .rewrite, text, &lines)
  }

  private func write(_ slot: SlotRequest, _ lines: inout [String]) {
    var text = Paragraph()
    text.add("[\(slot.name)]", .slot)
    text.add(slot.unit.map { " (\($0))" } ?? "")
    text.add(" \(slot.question)")
    if !slot.hint.isEmpty { text.add(" e.g. \(slot.hint)", .faint) }
    write("", .plain, text, &lines)
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

  // MARK: - The bullet

  /// The bullet with its weak words marked. Where findings overlap the graver one shows.
  private func bullet(_ record: BulletRecord) -> Paragraph {
    var looks = [Look](repeating: .plain, count: record.text.utf8.count)
    for finding in record.findings.sorted(by: { $0.level < $1.level }) where isMarked(finding, record) {
      for at in finding.range where looks.indices.contains(at) { looks[at] = .weak(finding.level) }
    }
    var text = Paragraph()
    var at = 0
    for character in record.text {
      text.add(String(character), looks[at])
      at += character.utf8.count
    }
    return text
  }

  /// Words are marked, and not the whole bullet: that it is meant as a whole goes without saying.
  private func isMarked(_ finding: Finding, _ record: BulletRecord) -> Bool {
    let text = record.text.utf8
    let end = text.count - (text.last == 0x2E ? 1 : 0)
    return finding.level >= .question && !(finding.range.lowerBound == 0 && finding.range.upperBound >= end)
  }
}
