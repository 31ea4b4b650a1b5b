import ArgumentParser
import Hone
import HoneConfiguration
import HoneCore
import HoneEngine
import HoneFiles
import HoneGrammar

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain a rule, or what hone makes of a bullet and why.",
    discussion: """
      EXAMPLES
        hone explain ml.vague-model
        hone explain --bullet 'Worked on ML models'
      """)

  @OptionGroup var grammarOptions: GrammarOptions

  @Argument(help: "The id of a rule, as `hone rules` lists them.")
  var id: String?

  @Option(help: "A bullet to take apart.")
  var bullet: String?

  func validate() throws {
    if (id == nil) == (bullet == nil) {
      throw ValidationError("give the id of a rule, or --bullet and a text")
    }
  }

  func run() throws {
    let output = Output()
    if let id {
      output.write(try explain(rule: id))
    } else if let bullet {
      output.write(try explain(bullet: bullet))
    }
    if output.finish(.clean) != .clean { throw ExitCode(Outcome.trouble.rawValue) }
  }

  private func explain(rule id: String) throws -> String {
    let setting = try grammarOptions.setting()
    let names = grammarOptions.grammar.map { PackName($0) }
    let packs = names.isEmpty ? PackName.all(of: setting.configuration) : names
    let grammar = try GrammarChoice.loadWithExamples(packs)
    guard let rule = grammar.rule(id) else {
      let hint =
        Spelling.nearest(to: id, in: grammar.rules.map(\.id)).map { "; did you mean “\($0)”?" }
        ?? "; see `hone rules`"
      throw Trouble(message: "there is no rule “\(id)”\(hint)")
    }
    let level = try level(of: rule, grammar.configured(by: setting.configuration))
    var lines = ["\(rule.id) (\(rule.kind), \(level))", "", rule.why, "Source: \(rule.source)", ""]
    let flagged = rule.examples.filter { !$0.spans.isEmpty }
    let passed = rule.examples.filter(\.spans.isEmpty)
    if !flagged.isEmpty { lines.append("Found in:") }
    for example in flagged {
      lines.append("  " + MarkedText.write(example.text, example.spans))
      if let safe = example.safe { lines.append("    safe: \(safe)") }
      if let full = example.full { lines.append("    full: \(full)") }
    }
    if !passed.isEmpty { lines.append("Left alone:") }
    for example in passed { lines.append("  " + example.text) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The level that is in force for a rule.
  private func level(of rule: Rule, _ grammar: Grammar) -> String {
    guard let live = grammar.liveRules.first(where: { $0.id == rule.id }) else { return "switched off" }
    return live.reportedLevel.name
  }

  private func explain(bullet text: String) throws -> String {
    let hone = Hone(try grammarOptions.setting().grammar)
    hone.engine.isTracing = true
    let advice = try hone.advise(text)
    let bytes = Array(text.utf8)
    var lines = ["Parts"]
    for tile in try advice.analysis.frame() {
      lines.append("  \(Columns.pad(tile.part, 12)) \(bytes.text(tile.range))")
    }
    lines.append("Facts")
    for fact in advice.analysis.facts { lines.append("  \(Columns.pad(fact.kind, 12)) \(fact.text)") }
    lines.append("Rules that fired")
    for finding in advice.findings {
      lines.append(
        "  \(finding.rule) (\(finding.level.name)) “\(bytes.text(finding.range))”: \(finding.message)")
    }
    lines.append("Rules excused")
    for excuse in advice.analysis.excuses {
      lines.append("  \(excuse.rule) “\(bytes.text(excuse.range))”: \(excuse.reason)")
    }
    lines.append("Rewrites")
    if let safe = advice.safe { lines.append("  safe \(safe.text)") }
    for rewrite in advice.rewrites { lines.append("  full \(rewrite.text)  (\(rewrite.template))") }
    lines.append("Candidates dropped")
    for dropped in advice.dropped {
      lines.append("  \(dropped.text)  (\(dropped.template)): \(dropped.reason)")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
