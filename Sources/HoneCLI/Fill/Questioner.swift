import Hone
import HoneCore
import HoneFacts
import HoneGrammar
import HoneReport

/// Asks one question, and asks back where an answer gives pause.
struct Questioner {
  let terminal: Terminal
  let hone: Hone

  /// The reply to a question: an answer as it will be kept, or a command.
  func ask(_ question: Interview.Question) -> Reply {
    let slot = question.slot
    let style = terminal.style
    let context = question.context.isEmpty ? "" : " (\(question.context))"
    terminal.say("  \(style.yellow(question.key))\(unit(slot)): \(slot.question)\(context)")
    if !question.hint.isEmpty { terminal.say(style.dim("    e.g. \(question.hint)")) }
    if let former = question.former { terminal.say("    Enter keeps “\(former)”") }
    var doubted: String?
    var line = terminal.ask("> ")
    while case .answer(let answer) = Reply(line) {
      if let fault = fault(answer) {
        terminal.say("    " + fault)
        line = terminal.ask("> ")
        continue
      }
      if answer != doubted, let command = Reply.meant(by: answer) {
        doubted = answer
        terminal.say(
          "    “\(answer)” would stand in the bullet; for the command type :\(command). The same again keeps it as said."
        )
        line = terminal.ask("> ")
        continue
      }
      let check = hone.answerCheck(for: slot)
      guard answer != doubted, let doubt = check.doubt(answer) else {
        return .answer(check.choice(answer) ?? answer)
      }
      doubted = answer
      terminal.say("    " + Questioner.words(doubt, answer, slot, check))
      line = terminal.ask("> ")
      if doubt == .noUnit { line = whole(answer, line, check) }
    }
    return Reply(line)
  }

  /// The number of a first answer with the unit of a second one; Enter takes the unit that is asked for.
  private func whole(_ number: String, _ line: String?, _ check: AnswerCheck) -> String? {
    switch Reply(line) {
    case .nothing: check.plainUnit.map { AnswerCheck.joined(number, $0) } ?? line
    case .answer(let unit) where !unit.contains(where: \.isNumber): AnswerCheck.joined(number, unit)
    default: line
    }
  }

  /// What makes an answer none at all, or `nil`.
  private func fault(_ answer: String) -> String? {
    switch hone.fault(inAnswer: answer) {
    case .noText?: "That holds a key that is no text; type it again."
    case .unreadable?: "That cannot be read; put it in other words."
    case .placeholder?: "That is still to be filled in; give the fact, or Enter alone to pass it over."
    case nil: nil
    }
  }

  private func unit(_ slot: Slot) -> String { slot.unit.map { " (\($0))" } ?? "" }

  private static func words(_ doubt: AnswerDoubt, _ answer: String, _ slot: Slot, _ check: AnswerCheck)
    -> String
  {
    switch doubt {
    case .noUnit:
      let unit = slot.unit.map { " (\($0))" } ?? ""
      let enter = check.plainUnit.map { "Enter for “\(AnswerCheck.joined(answer, $0))”, or t" } ?? "T"
      return "\(answer) what?\(unit) \(enter)ype the unit; the same again keeps it as said."
    case .noFigure:
      return
        "There is no figure in that\(slot.unit.map { " (\($0))" } ?? ""); the same again keeps it as said."
    case .otherUnit:
      let sample = slot.samples.first.map { ", as in “\($0)”" } ?? ""
      return
        "“\(answer)” is no figure of that kind\(slot.unit.map { " (\($0))" } ?? "")\(sample); the same again keeps it as said."
    case .doubled(let word): return "“\(word)” stands there twice; the same again keeps it as said."
    case .noChoice:
      return "It is one of \(slot.choices.joined(separator: ", ")); the same again keeps your word."
    }
  }
}
