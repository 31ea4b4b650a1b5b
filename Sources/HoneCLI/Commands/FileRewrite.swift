import Hone
import HoneCore
import HoneDocument
import HoneEngine
import HoneGrammar
import HoneReport

/// What becomes of a file whose bullets are rewritten.
enum Delivery: Sendable, Equatable {
  /// The whole file goes to standard output.
  case output
  /// A patch goes there.
  case diff
  /// The file itself is replaced, and a copy of the old one kept under its name with this behind it.
  case inPlace(backup: String?)
  /// Nothing is written; the status says whether bytes would change.
  case check
}

/// Rewrites the bullets of one file.
struct FileRewrite {
  let input: Input
  let run: RewriteRun
  let setting: Setting
  /// Whether it is the only file: archives behind each other are none.
  let isAlone: Bool

  /// - Parameter clear: called before anything is said or written.
  func run(_ output: Output, _ outcome: inout Outcome, clear: () -> Void) throws {
    let (old, document) = try input.document(setting.formats)
    try refuseWhatCannotBeWritten(document, output)
    let offers = offers(for: document, &outcome)
    let rewritten: RewrittenDocument
    do throws(DocumentError) {
      rewritten = try document.rewriting(choosingFrom: offers)
    } catch {
      throw Trouble(
        message: "\(input.place(ofLine: max(1, error.line))): \(error.text); nothing of the file was written")
    }
    clear()
    for note in FileNotes.lines(document, setting.grammar, input) { Talk.say(note) }
    for index in rewritten.refused {
      Talk.say(
        "\(input.place(ofLine: document.bullets[index].line)): the rewrite of this bullet would harm the file; it stays as it was"
      )
    }
    try deliver(rewritten, old, document, output, &outcome)
    if !run.isQuiet {
      Talk.say("\(input.isStandardInput ? "standard input" : input.name): \(rewritten.tally)")
    }
  }

  private func refuseWhatCannotBeWritten(_ document: Document, _ output: Output) throws {
    if !document.isWritable {
      throw Trouble(
        message:
          "\(input.name): hone reads \(document.format.rawValue) files and does not write them; rewrite the file that it was made from"
      )
    }
    if case .inPlace = run.delivery, input.isStandardInput {
      throw Trouble(message: "--in-place writes files; name one, or leave it out to write to standard output")
    }
    guard document.format == .docx else { return }
    if run.delivery == .output, !isAlone {
      throw Trouble(
        message:
          "\(input.name): a DOCX behind another file is none any more; give --in-place, or one file at a time"
      )
    }
    if run.delivery == .diff {
      throw Trouble(
        message:
          "\(input.name): a DOCX has no lines to show as a patch; give --in-place, or redirect the output")
    }
    if run.delivery == .output, output.isTerminal {
      throw Trouble(
        message: "\(input.name): a DOCX is nothing for a terminal; give --in-place, or redirect the output")
    }
  }

  // MARK: - Choosing

  /// What may take the place of each bullet, by its number.
  private func offers(for document: Document, _ outcome: inout Outcome) -> [Int: Offer] {
    let live = document.reported
    var choices: [Choice] = []
    var bullets = 0
    var status = Outcome.clean
    setting.crew.work(on: live.map { .bullet(document.bullets[$0]) }, bullets: &bullets) {
      [run, input] share, worker in
      FileRewrite.answer(share, run, input, worker)
    } take: { answer in
      choices += answer.choices
      for line in answer.talk { Talk.say(line) }
      status.note(answer.outcome)
      return true
    }
    outcome.note(status)
    return Dictionary(uniqueKeysWithValues: zip(live, choices.map(\.offer)))
  }

  private static func answer(_ share: Share, _ run: RewriteRun, _ input: Input, _ worker: Worker) -> Answer {
    var answer = Answer()
    for case .bullet(let bullet) in share.items {
      do throws(EngineError) {
        answer.choices.append(try run.choice(bullet, of: input, worker))
      } catch {
        answer.say("\(input.place(ofLine: bullet.line)): \(error); the bullet stays as it was")
        answer.choices.append(Choice(at: 0, bullet: bullet, offer: Offer()))
      }
    }
    return answer
  }

  // MARK: - Delivering

  private func deliver(
    _ rewritten: RewrittenDocument, _ old: [UInt8], _ document: Document, _ output: Output,
    _ outcome: inout Outcome
  ) throws {
    let isChanged = !rewritten.edits.isEmpty
    switch run.delivery {
    case .output: output.write(rewritten.bytes)
    case .diff:
      output.write(UnifiedDiff.write(GitPath.name(input.reportedName), document.bytes, rewritten.edits))
    case .check: if isChanged { outcome.note(.findings) }
    case .inPlace(let backup):
      if isChanged { try AtomicFile(input.name).replace(old, with: rewritten.bytes, backup: backup) }
    }
  }
}

extension RewrittenDocument {
  /// What was done to the file, in numbers.
  fileprivate var tally: String {
    "\(read) \(read == 1 ? "bullet" : "bullets") read, \(rewritten) rewritten, \(waiting) waiting for facts"
  }
}
