import ArgumentParser
import Foundation
import Hone
import HoneCheck
import HoneGrammar

struct GrammarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grammar", abstract: "Check a grammar, measure it, or begin one.",
    discussion: """
      A grammar is a pack of YAML files: words, patterns, rules with examples that prove them, templates. A pack can extend \
      another; --grammar uses it.

      EXAMPLES
        hone grammar new my-pack.yaml        # a small pack to begin from
        hone grammar check my-pack.yaml      # does it load, do its examples hold?
        hone suggest --grammar my-pack.yaml resume.md
        hone grammar eval --grammar my-pack.yaml labels.jsonl
      """,
    subcommands: [GrammarCheckCommand.self, GrammarEvalCommand.self, GrammarNewCommand.self])
}

struct GrammarCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Load packs, run their examples, and say all that is wrong.",
    discussion: """
      EXAMPLES
        hone grammar check                   # the built-in grammars
        hone grammar check my-pack/          # a pack of your own

      EXIT STATUS
        0  every pack is as it should be
        2  something is wrong with one; each fault has its line
      """)

  @Argument(help: "Packs: folders or files; the built-in ones where none is named.", completion: .packs)
  var paths: [String] = []

  func run() throws {
    var outcome = Outcome.clean
    let output = Output()
    for name in paths.isEmpty ? BuiltIn.packNames : paths {
      do {
        let grammar = try GrammarChoice.loadWithExamples([PackName(name)])
        let summary = try GrammarCheck.run(grammar)
        output.write(
          "\(grammar.label): \(summary.rules) rules, \(summary.examples) examples, all as they should be\n")
      } catch let errors as GrammarErrors {
        output.flush()
        for problem in errors.problems { Talk.say(problem.description) }
        outcome.note(.trouble)
      }
    }
    throw ExitCode(output.finish(outcome).rawValue)
  }
}

struct GrammarNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Write a small pack that loads, to begin your own from.",
    discussion: """
      EXAMPLES
        hone grammar new my-pack.yaml
        hone grammar check my-pack.yaml
      """)

  @Argument(help: "The file to write; it must not be there yet.", completion: .file(extensions: ["yaml"]))
  var path: String

  func run() throws {
    guard !FileManager.default.fileExists(atPath: path) else {
      throw Trouble(message: "\(path): this is there already; name a new file")
    }
    do {
      let text = GrammarNewCommand.starter.replacing("FILE", with: path)
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
    } catch {
      throw Trouble(message: "\(path): this cannot be written; check the folder and its permissions")
    }
  }

  private static let starter = #"""
    # A pack of your own. Try it:  hone grammar check FILE  and  hone suggest --grammar FILE
    name: my-pack
    version: 0.1.0
    extends: ml-engineer

    terms:                      # words to add to a list that the base has, or to take out
      filler_adverb: {add: [wonderfully]}

    rules:
      - id: my.dots             # family.fault
        kind: house-style       # one of the kinds that `hone rules` lists, or your own
        level: warning
        match: '(?<phrase>(?:connected|connecting)\s+the\s+dots)'
        message: "“{phrase}” says nothing that a reader can check."
        why: "Name what was joined to what."
        source: our style guide
        examples:               # they prove the rule: a pack whose examples fail does not load
          - {flag: 'Rewrote onboarding, [[connecting the dots]] between sign-up and billing'}
          - {pass: 'Rewrote onboarding, which joined sign-up and billing'}

    """#
}
