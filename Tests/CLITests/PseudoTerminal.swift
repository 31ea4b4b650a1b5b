import Foundation
import HoneTestSupport
import Testing

/// A terminal that a test types at: the program runs behind `script`, which gives it a real pseudo-terminal.
enum PseudoTerminal {
  private static let script = "/usr/bin/script"

  /// Where there is no `script`, the tests that need one are passed over.
  static let isMissing = !FileManager.default.isExecutableFile(atPath: script)
  static let isMissingWord: Comment =
    "there is no script(1) here to open a pseudo-terminal; it comes with bsdutils"

  /// What a terminal showed, and how the program ended.
  struct Screen: Sendable {
    let status: Int32
    let text: String

    /// The lines, without the ends that a terminal needs.
    var lines: [String] { text.split(whereSeparator: \.isNewline).map(String.init) }
  }

  /// A program at work that a test types at as it goes.
  struct Session {
    private let process: Process
    private let keys = Pipe()
    private let shown: String

    fileprivate init(_ process: Process, shown: String) throws {
      self.process = process
      self.shown = shown
      process.standardInput = keys
      try process.run()
    }

    private var text: String {
      get throws { try String(decoding: Data(contentsOf: URL(fileURLWithPath: shown)), as: UTF8.self) }
    }

    /// Waits until the terminal shows a text, and types then.
    func type(_ text: String, after sign: String) throws {
      let deadline = Date().addingTimeInterval(120)
      while try !self.text.contains(sign) {
        guard Date() < deadline, process.isRunning else {
          Issue.record("“\(sign)” was not shown: \(try self.text)")
          break
        }
        Thread.sleep(forTimeInterval: 0.02)
      }
      try keys.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    }

    /// What was shown once the program has ended.
    func end() throws -> Screen {
      process.waitUntilExit()
      try keys.fileHandleForWriting.close()
      return Screen(status: process.terminationStatus, text: try text)
    }
  }

  /// Begins to run the program in a folder.
  static func begin(_ arguments: [String], in folder: String) throws -> Session {
    let shown = folder + "/.shown"
    try TemporaryFolder.write([], to: shown)
    let process = HoneTool.process(
      script, command(arguments), in: folder, environment: ["TERM": "dumb"])
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: shown))
    process.standardError = FileHandle.nullDevice
    return try Session(process, shown: shown)
  }

  /// What `script` is called with to run the program.
  private static func command(_ arguments: [String]) -> [String] {
    #if os(macOS)
      return ["-q", "/dev/null", HoneTool.path] + arguments
    #else
      let words = ([HoneTool.path] + arguments).map { "'\($0)'" }.joined(separator: " ")
      return ["-qec", words, "/dev/null"]
    #endif
  }

  /// Runs the program in a folder and types lines at it, and then the sign for the end of input.
  static func run(
    _ arguments: [String], typing lines: [String], in folder: String,
    environment: [String: String] = ["TERM": "dumb"]
  ) throws -> Screen {
    let typed = folder + "/.typed"
    let shown = folder + "/.shown"
    try TemporaryFolder.write(Array(lines.map { $0 + "\n" }.joined().utf8), to: typed)
    try TemporaryFolder.write([], to: shown)
    // A pager would wait for keys that nobody types; those who try one name it.
    let namesPager = environment["PAGER"] != nil || environment["HONE_PAGER"] != nil
    let process = HoneTool.process(
      script, command(arguments), in: folder,
      environment: namesPager ? environment : environment.merging(["HONE_PAGER": ""]) { $1 })
    process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: typed))
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: shown))
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let text = try String(decoding: Data(contentsOf: URL(fileURLWithPath: shown)), as: UTF8.self)
    return Screen(status: process.terminationStatus, text: text)
  }
}
