import ArgumentParser
import Foundation
import HoneEngine
import HoneEvaluation
import HoneGrammar

struct GrammarEvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Hold a grammar against labelled bullets: precision and recall of each kind.",
    usage: "hone grammar eval [<options>] <files> ...",
    discussion: """
      A labelled file is JSON Lines: {"text": "…", "kinds": ["…"]}, and where readers said so "strong", "facts" \
      and "numbers".

      EXAMPLES
        hone grammar eval labels.jsonl
        hone grammar eval --list labels.jsonl     # every miss and false alarm
        hone grammar eval --grammar my-pack/ labels.jsonl
      """)

  @Argument(help: "Labelled files.", completion: .file(extensions: ["jsonl"]))
  var files: [String]

  @OptionGroup var grammarOptions: GrammarOptions

  @Flag(help: "Print the misses and false alarms instead of the figures.")
  var list = false

  func run() throws {
    let grammar = try grammarOptions.setting().grammar
    let output = Output()
    var outcome = Outcome.clean
    for file in files {
      do {
        let bullets = try read(file)
        let evaluation = try Evaluation(of: bullets, by: Engine(grammar, usesJIT: bullets.count > 200))
        if list {
          output.write(EvaluationTable.list(evaluation))
        } else {
          output.write("\(file == files.first ? "" : "\n")\(file), by \(grammar.label): ")
          output.write(EvaluationTable.write(evaluation))
        }
      } catch let trouble as Trouble {
        // The other files go on.
        output.flush()
        Talk.say(trouble.message)
        outcome.note(.trouble)
      }
    }
    throw ExitCode(output.finish(outcome).rawValue)
  }

  private func read(_ file: String) throws -> [LabelledBullet] {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw Trouble(message: "\(file): this cannot be read; name a file of labelled bullets")
    }
    do {
      let bullets = try LabelledBullet.read(data)
      if bullets.isEmpty {
        throw Trouble(message: "\(file): there is no labelled bullet in it; name another file")
      }
      return bullets
    } catch let error as LabelError {
      throw Trouble(message: "\(file): \(error)")
    }
  }
}
