import Foundation
import HoneTestSupport

/// The built program, run as a script runs it.
enum HoneTool {
  /// What a run left behind.
  struct Run: Sendable {
    let status: Int32
    let bytes: [UInt8]
    let errors: String

    /// Standard output as text.
    var output: String { String(decoding: bytes, as: UTF8.self) }
    /// The lines of standard output.
    var lines: [String] { output.split(separator: "\n").map(String.init) }
    /// The lines of standard error.
    var complaints: [String] { errors.split(separator: "\n").map(String.init) }
  }

  /// The program beside the test bundle.
  static let path: String = {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
    let runner = bundle ?? URL(fileURLWithPath: CommandLine.arguments[0])
    return runner.deletingLastPathComponent().appendingPathComponent("hone").path
  }()

  /// Runs the program in a folder of its own.
  static func run(
    _ arguments: String..., input: String = "", files: [String: String] = [:],
    environment: [String: String] = [:]
  ) throws -> Run {
    try TemporaryFolder.with(files) { folder in
      try run(arguments, input: Array(input.utf8), in: folder, environment: environment)
    }
  }

  /// Runs the program in a folder on bytes of any kind.
  static func run(
    _ arguments: [String], input: [UInt8] = [], in folder: String, environment: [String: String] = [:]
  ) throws -> Run {
    try start(path, arguments, input: input, in: folder, environment: environment)
  }

  /// Runs a shell script in which `$HONE` is the program.
  static func shell(
    _ script: String, input: [UInt8] = [], in folder: String, by shell: String = "/bin/sh"
  ) throws -> Run {
    try start(shell, ["-c", script], input: input, in: folder, environment: ["HONE": path])
  }

  /// Runs any program in a folder.
  static func start(
    _ program: String, _ arguments: [String], input: [UInt8] = [], in folder: String,
    environment: [String: String] = [:]
  ) throws -> Run {
    // Files instead of pipes: nothing can wait for anything.
    let streams = folder + "/.streams"
    for name in ["in", "out", "err"] {
      try TemporaryFolder.write(name == "in" ? input : [], to: "\(streams)/\(name)")
    }
    let process = process(program, arguments, in: folder, environment: environment)
    process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: "\(streams)/in"))
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: "\(streams)/out"))
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: "\(streams)/err"))
    try process.run()
    process.waitUntilExit()
    let output = try Data(contentsOf: URL(fileURLWithPath: "\(streams)/out"))
    let errors = try Data(contentsOf: URL(fileURLWithPath: "\(streams)/err"))
    // A signal is no status of the contract.
    let status =
      process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
    return Run(status: status, bytes: Array(output), errors: String(decoding: errors, as: UTF8.self))
  }

  /// A process that is not started yet, with an environment that holds nothing of the user's.
  static func process(
    _ program: String, _ arguments: [String], in folder: String, environment: [String: String] = [:]
  ) -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    process.environment = ["PATH": path, "SWIFT_BACKTRACE": "enable=no"].merging(environment) { $1 }
    return process
  }
}
