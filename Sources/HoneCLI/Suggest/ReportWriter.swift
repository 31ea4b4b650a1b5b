import Hone
import HoneCore
import HoneGrammar
import HoneReport

/// Writes the records of a report in their order, in the format that was asked for.
struct ReportWriter {
  private let format: SuggestRun.Format
  private var sarif: SARIF?
  private var text: HumanText
  /// The file that was named last, and its path from the top of the repository.
  private var path = (file: "", path: "")

  init(_ run: SuggestRun, _ grammar: Grammar, streamUnit: String) {
    format = run.format
    text = HumanText(
      grammar: grammar, isColoured: run.isColoured, width: run.width, streamUnit: streamUnit)
    if format == .sarif { sarif = SARIF(version: Version.number, grammar: grammar) }
  }

  func begin() -> [UInt8] { sarif?.begin() ?? [] }

  mutating func write(_ record: BulletRecord) -> [UInt8] {
    let path = path(of: record.file)
    switch format {
    case .text: return Array(text.write(record).utf8)
    case .tsv: return TabSeparated.write(record)
    case .jsonl: return JSONLines.write(record)
    case .sarif: return sarif?.write(record, path: path) ?? []
    case .github: return GitHubAnnotations.write(record, path: path)
    }
  }

  /// - Parameter isWhole: whether all that was named could be read.
  func end(isWhole: Bool) -> [UInt8] { sarif?.end(isWhole: isWhole) ?? [] }

  private mutating func path(of file: String) -> String {
    guard format == .sarif || format == .github else { return file }
    if path.file != file { path = (file, GitPath.reported(file)) }
    return path.path
  }
}
