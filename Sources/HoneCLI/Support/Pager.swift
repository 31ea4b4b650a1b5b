import Foundation

/// The program that shows long text on a terminal a screen at a time, as git has it: `$HONE_PAGER`, `$PAGER`, or less.
///
/// It is started when there is more text than the screen holds. From then on standard error goes to it too where that is a
/// terminal, so that nothing is written across the text. hone's status stays its own.
final class Pager {
  /// What the shell runs.
  private let command: String
  private let screen: TerminalSize
  /// The pipe's end that text is written to, once the pager runs.
  private(set) var descriptor: Int32?
  private var process: pid_t = 0
  /// The terminal that standard error was.
  private var errors: Int32?

  private init(_ command: String) {
    self.command = command
    screen = TerminalSize.current
  }

  /// The pager that the environment asks for; `nil` where standard output is no terminal that can be moved about on, or no pager
  /// is wanted.
  static func ifWanted(_ isWanted: Bool = true) -> Pager? {
    let environment = ProcessInfo.processInfo.environment
    guard isWanted, isatty(STDOUT_FILENO) == 1, let terminal = environment["TERM"], terminal != "dumb" else {
      return nil
    }
    let named = environment["HONE_PAGER"] ?? environment["PAGER"]
    if let named { return named.isEmpty || named == "cat" ? nil : Pager(named) }
    // Nobody asked for less: where it is missing, text is written as it is.
    return isOnPath("less", environment["PATH"] ?? "") ? Pager("less") : nil
  }

  private static func isOnPath(_ program: String, _ path: String) -> Bool {
    path.split(separator: ":").contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
  }

  /// Whether text is longer than a screen.
  func isNeeded(for text: [UInt8]) -> Bool { screen.rows(of: text) >= screen.height }

  /// Starts the pager; false where that fails.
  func start() -> Bool {
    var ends: [Int32] = [0, 0]
    // SAFETY: the array has room for the two ends.
    guard unsafe ends.withUnsafeMutableBufferPointer({ unsafe pipe($0.baseAddress!) }) == 0 else {
      return false
    }
    _ = fcntl(ends[1], F_SETFD, FD_CLOEXEC)
    guard let started = spawn(reading: ends[0]) else {
      ends.forEach { close($0) }
      return false
    }
    close(ends[0])
    process = started
    descriptor = ends[1]
    // Control-C is the pager's: it stops reading, it does not end the run behind the pager's back.
    signal(SIGINT, SIG_IGN)
    signal(SIGQUIT, SIG_IGN)
    if isatty(STDERR_FILENO) == 1 {
      errors = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 10)
      dup2(ends[1], STDERR_FILENO)
    }
    return true
  }

  /// Ends the text and waits until it is read; false where the pager could not be run.
  func finish() -> Bool {
    guard let descriptor else { return true }
    if let errors {
      dup2(errors, STDERR_FILENO)
      close(errors)
    }
    close(descriptor)
    self.descriptor = nil
    var status: Int32 = 0
    // SAFETY: the number outlives the call that writes it.
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    // What a shell says of a program that is none, or is not there.
    let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : 0
    return code != 126 && code != 127
  }

  /// What to say of a pager that could not be run.
  var complaint: String {
    "the pager “\(command)” cannot be run; set HONE_PAGER to one that can, or to nothing"
  }

  private func spawn(reading input: Int32) -> pid_t? {
    var environment = ProcessInfo.processInfo.environment
    // Leave at the end of a short text, keep colours, leave the text on the screen.
    if environment["LESS"] == nil { environment["LESS"] = "FRX" }
    if environment["LV"] == nil { environment["LV"] = "-c" }
    return Pager.spawn(
      ["/bin/sh", "-c", command], environment.map { "\($0.key)=\($0.value)" }, reading: input)
  }

  private static func spawn(_ words: [String], _ environment: [String], reading input: Int32) -> pid_t? {
    #if os(macOS)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = unsafe posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    var process: pid_t = 0
    var signals = sigset_t()
    // SAFETY: every value outlives the calls that it is lent to, and what is made is destroyed here.
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawnattr_init(&attributes)
    defer {
      unsafe posix_spawn_file_actions_destroy(&actions)
      unsafe posix_spawnattr_destroy(&attributes)
    }
    unsafe posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    if input != STDIN_FILENO { unsafe posix_spawn_file_actions_addclose(&actions, input) }
    // hone ignores these; a pager must not.
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, SIGPIPE)
    unsafe sigaddset(&signals, SIGXFSZ)
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    let arguments = unsafe words.map { unsafe strdup($0) } + [nil]
    let variables = unsafe environment.map { unsafe strdup($0) } + [nil]
    defer { unsafe (arguments + variables).forEach { unsafe free($0) } }
    let code = unsafe posix_spawn(&process, words[0], &actions, &attributes, arguments, variables)
    return code == 0 ? process : nil
  }
}
