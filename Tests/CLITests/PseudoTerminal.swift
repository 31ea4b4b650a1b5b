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

  /// Runs the program in a folder and types lines at it, and then the sign for the end of input.
  static func run(
    _ arguments: [String], typing lines: [String], in folder: String,
    environment: [String: String] = ["TERM": "dumb"]
  ) throws -> Screen {
    let typed = folder + "/.typed"
    let shown = folder + "/.shown"
    try TemporaryFolder.write(Array(lines.map { $0 + "\n" }.joined().utf8), to: typed)
    try TemporaryFolder.write([], to: shown)
    #if os(macOS)
      let command = ["-q", "/dev/null", HoneTool.path] + arguments
    #else
      let words = ([HoneTool.path] + arguments).map { "'\($0)'" }.joined(separator: " ")
      let command = ["-qec", words, "/dev/null"]
    #endif
    let process = HoneTool.process(script, command, in: folder, environment: environment)
    process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: typed))
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: shown))
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let text = try String(decoding: Data(contentsOf: URL(fileURLWithPath: shown)), as: UTF8.self)
    return Screen(status: process.terminationStatus, text: text)
  }
}
