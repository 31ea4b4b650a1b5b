import ArgumentParser
import Foundation
import Hone
import HoneConfiguration
import HoneCore
import HoneDocument
import HoneEngine
import HoneFiles
import HoneGrammar
import HoneReport

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain a rule, or what hone makes of a bullet and why.",
    usage: "hone explain [<options>] <id>\nhone explain [<options>] --bullet <text>",
    discussion: """
      Of a rule it tells what it finds and what it leaves alone; of a bullet its parts and facts, the rules that fired, those \
      that were excused, and what was tried and dropped.

      EXAMPLES
        hone explain ml.vague-model
        hone explain --bullet 'Worked on ML models'
      """)

  @Argument(help: "The id of a rule, as `hone rules` lists them.", completion: .rules)
  var id: String?

  // A bullet may begin with its marker, which looks like an option.
  @Option(parsing: .unconditional, help: ArgumentHelp("A bullet to take apart.", valueName: "text"))
  var bullet: String?

  @OptionGroup var grammarOptions: GrammarOptions
  @OptionGroup var screen: ScreenOptions

  func validate() throws {
    if (id == nil) == (bullet == nil) {
      throw ValidationError("give the id of a rule, or --bullet and a text")
    }
  }

  func run() throws {
    let output = screen.output()
    let style = Style(isColoured: screen.isColoured(output))
    if let id {
      output.write(try explain(rule: id, style))
    } else if let bullet {
      output.write(try explain(bullet: unmarked(bullet), style))
    }
    if output.finish(.clean) != .clean { throw ExitCode(Outcome.trouble.rawValue) }
  }

  private func explain(rule id: String, _ style: Style) throws -> String {
    let setting = try grammarOptions.setting()
    let names = grammarOptions.grammar.map { PackName($0) }
    let packs = names.isEmpty ? PackName.all(of: setting.configuration) : names
    let grammar = try GrammarChoice.loadWithExamples(packs)
    guard let rule = grammar.rule(id) else {
      if let kind = RuleChoice.kind(id, [grammar]) {
        throw Trouble(message: "\(kind); `hone rules \(id)` lists them")
      }
      let hint =
        Spelling.nearest(to: id, in: grammar.rules.map(\.id)).map { "; did you mean “\($0)”?" }
        ?? (FileManager.default.fileExists(atPath: id)
          ? "; `hone suggest \(id)` reads a file" : "; see `hone rules`")
      throw Trouble(message: "there is no rule “\(id)”\(hint)")
    }
    let live = try grammar.configured(by: setting.configuration).liveRules.first { $0.id == rule.id }
    let level = live.map { style.label($0.reportedLevel) } ?? "switched off"
    var lines = [
      "\(style.bold(rule.id)) (\(rule.kind), \(level))", "", rule.why, "Source: \(rule.source)", "",
    ]
    let flagged = rule.examples.filter { !$0.spans.isEmpty }
    let passed = rule.examples.filter(\.spans.isEmpty)
    if !flagged.isEmpty { lines.append(style.bold("Found in:")) }
    for example in flagged {
      lines.append("  " + MarkedText.write(example.text, example.spans))
      if let safe = example.safe { lines.append("    \(style.green("safe:")) \(safe)") }
      if let full = example.full { lines.append("    \(style.green("full:")) \(full)") }
    }
    if !passed.isEmpty { lines.append(style.bold("Left alone:")) }
    for example in passed { lines.append("  " + example.text) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A bullet that was copied out of a file, without its marker; the text as it stands where it is more than one.
  private func unmarked(_ text: String) -> String {
    guard let bullets = try? Document.read(text, as: .plain).bullets, bullets.count == 1 else { return text }
    return String(decoding: bullets[0].text, as: UTF8.self)
  }

  private func explain(bullet text: String, _ style: Style) throws -> String {
    let hone = Hone(try grammarOptions.setting().grammar)
    hone.engine.isTracing = true
    let advice = try hone.advise(text)
    let bytes = Array(text.utf8)
    var lines = [style.bold("Parts")]
    for tile in try advice.analysis.frame() {
      lines.append("  \(Columns.pad(tile.part, 12)) \(bytes.text(tile.range))")
    }
    lines.append(style.bold("Facts"))
    for fact in advice.analysis.facts { lines.append("  \(Columns.pad(fact.kind, 12)) \(fact.text)") }
    lines.append(style.bold("Rules that fired"))
    for finding in advice.findings {
      lines.append(
        "  \(finding.rule) (\(style.label(finding.level))) “\(bytes.text(finding.range))”: \(finding.message)"
      )
    }
    lines.append(style.bold("Rules excused"))
    for excuse in advice.analysis.excuses {
      lines.append("  \(excuse.rule) “\(bytes.text(excuse.range))”: \(excuse.reason)")
    }
    lines.append(style.bold("Rewrites"))
    if let safe = advice.safe { lines.append("  \(style.green("safe")) \(safe.text)") }
    for rewrite in advice.rewrites {
      lines.append("  \(style.green("full")) \(rewrite.text)  (\(rewrite.template))")
    }
    lines.append(style.bold("Candidates dropped"))
    for dropped in advice.dropped {
      lines.append("  \(dropped.text)  (\(dropped.template)): \(dropped.reason)")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
