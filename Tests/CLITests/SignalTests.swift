import Foundation
import HoneTestSupport
import Testing

/// A run that somebody breaks off: the shell is told by which signal, and nothing half done is left.
@Suite struct SignalTests {
  /// A file whose writing takes a while: what is no bullet is passed on fast.
  private static let large = Array(
    ("- Responsible for training rankers\n"
      + String(repeating: String(repeating: "X", count: 60_000) + "\n\n", count: 100)).utf8)

  private static func temporaryFiles(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix(".hone-") }
  }

  /// Starts the program as a shell does: the threads of a test block all signals, and a process takes that over.
  private static func start(_ process: Process) throws {
    var all = sigset_t()
    var before = sigset_t()
    // SAFETY: both sets outlive the calls that they are lent to.
    unsafe sigfillset(&all)
    unsafe pthread_sigmask(SIG_UNBLOCK, &all, &before)
    defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
    try process.run()
  }

  @Test(.timeLimit(.minutes(5)), arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT])
  func aSignalInTheMiddleOfAWriteLeavesNoTemporaryFile(_ number: Int32) throws {
    // A busy machine may look away while the file is there.
    for _ in 1...20 where try isSeenAndBrokenOff(by: number) { return }
    Issue.record("no write was seen")
  }

  /// Sends the signal as soon as the temporary file is there; false where it came and went unseen.
  private func isSeenAndBrokenOff(by number: Int32) throws -> Bool {
    try TemporaryFolder.with { folder in
      try TemporaryFolder.write(SignalTests.large, to: "\(folder)/a.txt")
      let process = HoneTool.process(
        HoneTool.path, ["rewrite", "--in-place", "--quiet", "a.txt"], in: folder)
      try SignalTests.start(process)
      while process.isRunning, try SignalTests.temporaryFiles(folder).isEmpty { usleep(200) }
      kill(process.processIdentifier, number)
      process.waitUntilExit()
      guard process.terminationReason == .uncaughtSignal else { return false }
      // A shell makes 128 and the number of it: 130 for the interrupt key.
      #expect(process.terminationStatus == number)
      #expect(try SignalTests.temporaryFiles(folder).isEmpty)
      let size = try FileManager.default.attributesOfItem(atPath: "\(folder)/a.txt")[.size] as? Int
      #expect(size == SignalTests.large.count - 17, "the file was replaced before the signal counted")
      return true
    }
  }

  @Test(.timeLimit(.minutes(5)), arguments: [SIGINT, SIGTERM]) func aSignalEndsAPipeAtOnce(_ number: Int32)
    throws
  {
    try TemporaryFolder.with { folder in
      let process = HoneTool.process(HoneTool.path, ["--safe"], in: folder)
      let (input, output) = (Pipe(), Pipe())
      process.standardInput = input
      process.standardOutput = output
      try SignalTests.start(process)
      try input.fileHandleForWriting.write(contentsOf: Data("Responsible for training rankers\n".utf8))
      let answer = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
      #expect(answer == "Trained rankers\n")
      kill(process.processIdentifier, number)
      process.waitUntilExit()
      #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == number)
    }
  }
}
