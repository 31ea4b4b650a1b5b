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
  let crew: Crew
  let grammar: Grammar
  let formats: FormatGrammar
  /// Whether it is the only file: archives behind each other are none.
  let isAlone: Bool

  /// - Parameter clear: called before anything is said or written.
  func run(_ output: Output, _ outcome: inout Outcome, clear: () -> Void) throws {
    let (old, document) = try input.document(formats)
    try refuseWhatCannotBeWritten(document, output)
    var tally = Tally()
    let rewrites = rewrites(of: document, &tally, &outcome)
    let rewritten: Rewritten
    do throws(DocumentError) {
      rewritten = try document.rewriting(rewrites, formats)
    } catch {
      throw Trouble(
        message: "\(input.place(ofLine: max(1, error.line))): \(error.text); nothing of the file was written")
    }
    tally.rewritten = rewrites.count - rewritten.refused.count
    clear()
    for note in FileNotes.lines(document, grammar, input) { Talk.say(note) }
    for index in rewritten.refused {
      Talk.say(
        "\(input.place(ofLine: document.bullets[index].line)): the rewrite of this bullet would harm the file; it stays as it was"
      )
    }
    try deliver(rewritten, old, document, output, &outcome)
    if !run.isQuiet { Talk.say(tally.line(input.isStandardInput ? "standard input" : input.name)) }
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

  private func rewrites(of document: Document, _ tally: inout Tally, _ outcome: inout Outcome) -> [Int:
    Rewrite]
  {
    let live = document.bullets.indices.filter { document.bullets[$0].isLive }
    tally.read = live.count
    var choices: [Choice] = []
    var bullets = 0
    var status = Outcome.clean
    crew.work(on: live.map { .bullet(document.bullets[$0]) }, bullets: &bullets) {
      [run, input] share, worker in
      FileRewrite.answer(share, run, input, worker)
    } take: { answer in
      choices += answer.choices
      for line in answer.talk { Talk.say(line) }
      status.note(answer.outcome)
      return true
    }
    outcome.note(status)
    var variety = Variety()
    var rewrites: [Int: Rewrite] = [:]
    for (index, choice) in zip(live, choices) {
      let rewrite = variety.choose(choice)
      rewrites[index] = rewrite
      let mended = Set(rewrite?.mends ?? [])
      if rewrite.map({ !$0.slots.isEmpty }) ?? false || !choice.open.isSubset(of: mended) {
        tally.waiting += 1
      }
    }
    document.matchTwins(&rewrites)
    return rewrites
  }

  private static func answer(_ share: Share, _ run: RewriteRun, _ input: Input, _ worker: Worker) -> Answer {
    var answer = Answer()
    for case .bullet(let bullet) in share.items {
      do throws(EngineError) {
        answer.choices.append(try run.choice(bullet, of: input, worker))
      } catch {
        answer.say("\(input.place(ofLine: bullet.line)): \(error); the bullet stays as it was")
        answer.choices.append(Choice(at: 0, bullet: bullet, rewrites: []))
      }
    }
    return answer
  }

  // MARK: - Delivering

  private func deliver(
    _ rewritten: Rewritten, _ old: [UInt8], _ document: Document, _ output: Output, _ outcome: inout Outcome
  ) throws {
    let isChanged = !rewritten.edits.isEmpty
    switch run.delivery {
    case .output: output.write(isChanged ? rewritten.bytes : old)
    case .diff:
      output.write(UnifiedDiff.write(GitPath.name(input.reportedName), document.bytes, rewritten.edits))
    case .check: if isChanged { outcome.note(.findings) }
    case .inPlace(let backup):
      if isChanged { try AtomicFile(input.name).replace(old, with: rewritten.bytes, backup: backup) }
    }
  }
}

/// What was done to a file, in numbers.
private struct Tally {
  var read = 0
  var rewritten = 0
  var waiting = 0

  func line(_ name: String) -> String {
    "\(name): \(read) \(read == 1 ? "bullet" : "bullets") read, \(rewritten) rewritten, \(waiting) waiting for facts"
  }
}
