import Foundation
import HoneGrammar

/// Standard output, in blocks: everything is written before the next read could wait.
///
/// With a pager, text is held back until there is more than a screen of it, or all of it.
final class Output {
  private var buffer: [UInt8] = []
  private var pager: Pager?
  /// What the pager was given, for the case that it cannot be run.
  private var paged: [UInt8] = []
  /// Whether nothing more can be written: whoever reads us is gone, or the disk is full.
  private(set) var isClosed = false
  private var hasFailed = false
  /// Whether standard output is a terminal, with a pager before it or without.
  let isTerminal = isatty(STDOUT_FILENO) == 1

  init(pager: Pager? = nil) {
    self.pager = pager
  }

  func write(_ bytes: [UInt8]) {
    buffer += bytes
    if buffer.count > 1 << 16 { flush() }
  }

  func write(_ text: String) { write(Array(text.utf8)) }

  /// Writes an answer, says what it has to say, and notes how it went; false where nobody reads on.
  func take(_ answer: Answer, _ outcome: inout Outcome) -> Bool {
    for line in answer.talk { Talk.say(line) }
    outcome.note(answer.outcome)
    write(answer.bytes)
    return !isClosed
  }

  /// Writes what is waiting. A closed pipe is no fault: the run just ends, with the status that it has so far.
  func flush() {
    if let pager, pager.descriptor == nil {
      guard pager.isNeeded(for: buffer) else { return }
      if !pager.start() { self.pager = nil }
    }
    send()
  }

  private func send() {
    let bytes = buffer
    buffer = []
    guard !bytes.isEmpty, !isClosed else { return }
    if pager?.descriptor != nil { paged += bytes }
    do throws(Descriptor.Fault) {
      try Descriptor.write(bytes, to: pager?.descriptor ?? STDOUT_FILENO)
    } catch {
      if pager?.descriptor != nil { return endPager() }
      isClosed = true
      if error.code == EPIPE { return }
      hasFailed = true
      Talk.say("standard output cannot be written (\(error.words)); what is there is not all")
    }
  }

  /// Waits until the pager is closed. Where it could not be run, its text goes to the terminal after all.
  private func endPager() {
    guard let pager, pager.descriptor != nil else { return }
    let wasRun = pager.finish()
    self.pager = nil
    if wasRun {
      isClosed = true
    } else {
      Talk.say(pager.complaint)
      buffer = paged
      send()
    }
  }

  /// Writes what is waiting, and says how the run went once that is done.
  func finish(_ outcome: Outcome) -> Outcome {
    flush()
    send()
    endPager()
    return hasFailed ? .trouble : outcome
  }
}

/// Standard error: one line a thing that went wrong.
enum Talk {
  static func say(_ message: String) {
    try? FileHandle.standardError.write(contentsOf: Data("hone: \(onOneLine(message))\n".utf8))
  }

  /// A message names files and words of theirs, and those may hold anything: a line end or a sign that steers a terminal is
  /// spelled out.
  private static func onOneLine(_ message: String) -> String {
    guard message.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
      return message
    }
    return message.unicodeScalars.map {
      $0.properties.generalCategory == .control ? $0.escaped(asASCII: true) : String($0)
    }
    .joined()
  }
}

extension Talk {
  /// Says an error, a line for each thing that is wrong.
  static func complain(_ error: any Error) {
    switch error {
    case let trouble as Trouble: say(trouble.message)
    case let errors as GrammarErrors: for problem in errors.problems { say(problem.description) }
    default: say("\(error)")
    }
  }
}

/// Where colours are wanted.
enum Colour: String, CaseIterable {
  case auto, always, never

  func isOn(_ output: Output) -> Bool { isOn(terminal: output.isTerminal) }

  /// Whether they are on for something that is written to a terminal, or is not.
  func isOn(terminal: Bool) -> Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto:
      let environment = ProcessInfo.processInfo.environment
      if let no = environment["NO_COLOR"], !no.isEmpty { return false }
      if let force = environment["CLICOLOR_FORCE"], !force.isEmpty, force != "0" { return true }
      return terminal && environment["TERM"] != "dumb"
    }
  }
}
