import Foundation
import HoneTestSupport

/// What a run of the real binary left behind.
struct Run {
  let status: Int32
  let out: [UInt8]
  let err: String

  /// Standard output as text.
  var text: String { String(decoding: out, as: UTF8.self) }
  /// The lines of standard output.
  var lines: [String] { text.split(separator: "\n").map(String.init) }
  /// The lines of standard error.
  var complaints: [String] { err.split(separator: "\n").map(String.init) }
}

/// Runs the binary that was built beside these tests.
enum Binary {
  /// Where it is.
  static let path: String = {
    // The test runner and the program are products of one build, in one folder.
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    while folder.path != "/" {
      let candidate = folder.appendingPathComponent("hone").path
      if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
      folder.deleteLastPathComponent()
    }
    return "\(Repository.root)/.build/debug/hone"
  }()

  /// Runs it with arguments, in a folder, with some bytes on standard input.
  static func run(
    _ arguments: [String] = [], in folder: String? = nil, input: [UInt8] = [],
    environment: [String: String] = [:]
  ) throws -> Run {
    try TemporaryFolder.with { scratch in
      // Files, not pipes: nothing here can fill up and wait.
      let paths = ["in", "out", "err"].map { "\(scratch)/\($0)" }
      try TemporaryFolder.write(input, to: paths[0])
      for path in paths.dropFirst() { try TemporaryFolder.write([], to: path) }
      let process = Process()
      process.executableURL = URL(fileURLWithPath: path)
      process.arguments = arguments
      process.currentDirectoryURL = URL(fileURLWithPath: folder ?? scratch)
      process.environment = ["PATH": "/usr/bin:/bin", "HOME": scratch].merging(environment) { $1 }
      process.standardInput = FileHandle(forReadingAtPath: paths[0])
      process.standardOutput = FileHandle(forWritingAtPath: paths[1])
      process.standardError = FileHandle(forWritingAtPath: paths[2])
      try process.run()
      process.waitUntilExit()
      let read = { (path: String) in FileManager.default.contents(atPath: path) ?? Data() }
      return Run(
        status: process.terminationStatus, out: Array(read(paths[1])),
        err: String(decoding: read(paths[2]), as: UTF8.self))
    }
  }

  /// Runs it with a text on standard input.
  static func run(_ arguments: [String] = [], text: String, environment: [String: String] = [:]) throws -> Run
  {
    try run(arguments, input: Array(text.utf8), environment: environment)
  }

  /// Runs a shell script with `hone` on its path.
  static func shell(_ script: String, in folder: String) throws -> Run {
    let process = Process()
    let out = Pipe()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", script]
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    let tools = URL(fileURLWithPath: path).deletingLastPathComponent().path
    process.environment = ["PATH": "\(tools):/usr/bin:/bin", "HOME": folder]
    process.standardOutput = out
    process.standardError = out
    try process.run()
    let bytes = out.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Run(status: process.terminationStatus, out: Array(bytes), err: "")
  }
}

/// The guide's two lines.
enum Guide {
  static let weak = "Trained machine learning models."
  static let strong =
    "Improved home feed engagement by 14% through a transformer-based ranking model, serving 25M+ daily predictions with p99 latency under 50ms."
}
