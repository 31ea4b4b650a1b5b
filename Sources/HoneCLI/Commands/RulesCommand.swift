import ArgumentParser
import Foundation
import Hone
import HoneCore
import HoneEngine
import HoneGrammar
import HoneReport

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List the rules that are live, with their kinds and levels.",
    usage: "hone rules [<options>] [<kind or id> ...]",
    discussion: """
      A line a rule: its id, its kind, its level, and why it matters.

      EXAMPLES
        hone rules
        hone rules filler passive
        hone rules --grammar my-pack/
        hone rules | awk '$3 == "warning"'
      """)

  @Argument(
    help: ArgumentHelp("Kinds and ids to list; all where none is named.", valueName: "kind or id"),
    completion: .rules)
  var names: [String] = []

  @OptionGroup var grammarOptions: GrammarOptions
  @OptionGroup var screen: ScreenOptions

  func run() throws {
    let grammar = try grammarOptions.setting().grammar
    let kinds = Set(grammar.rules.map(\.kind))
    for name in names where grammar.rule(name) == nil && !kinds.contains(name) {
      let hint =
        Spelling.nearest(to: name, in: kinds.sorted() + grammar.rules.map(\.id)).map {
          "did you mean “\($0)”?"
        }
        ?? (FileManager.default.fileExists(atPath: name)
          ? "`hone suggest \(name)` reads a file" : "`hone rules` lists all")
      throw Trouble(message: "there is no kind and no rule “\(name)”; \(hint)")
    }
    let asked = try RuleChoice.read(
      names.filter { !kinds.contains($0) }, names.filter(kinds.contains), [grammar])
    let rules = grammar.liveRules.filter { asked.isEmpty || asked.contains($0.id) || asked.contains($0.kind) }
    let output = screen.output()
    let style = Style(isColoured: screen.isColoured(output))
    let width = rules.map(\.id.count).max() ?? 0
    let kindWidth = rules.map(\.kind.count).max() ?? 0
    for rule in rules.sorted(by: { ($0.kind, $0.id) < ($1.kind, $1.id) }) {
      let level = rule.reportedLevel
      output.write(
        style.bold(Columns.pad(rule.id, width)) + "  " + Columns.pad(rule.kind, kindWidth) + "  "
          + style.label(level) + Columns.pad("", 8 - level.name.count) + "  " + rule.why + "\n")
    }
    if output.finish(.clean) != .clean { throw ExitCode(Outcome.trouble.rawValue) }
  }
}

/// Text in columns.
enum Columns {
  static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
