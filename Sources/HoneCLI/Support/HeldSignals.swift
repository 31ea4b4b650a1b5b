import Foundation

/// The signals that end a program, held back while a file is replaced: one that comes meanwhile ends the program right after,
/// with the status that a shell expects of it, and no temporary file is left.
///
/// They are held on this thread alone. It is the only one that they could come to: the workers of the dispatch library
/// block all signals, and nothing is read ahead where files are written.
enum HeldSignals {
  private static let ending = [SIGHUP, SIGINT, SIGQUIT, SIGTERM]

  /// Does work that no signal but the deadly one may break off.
  static func during<Result>(_ work: () throws -> Result) rethrows -> Result {
    var held = sigset_t()
    var before = sigset_t()
    // SAFETY: both sets outlive the calls that they are lent to.
    unsafe sigemptyset(&held)
    for signal in ending { unsafe sigaddset(&held, signal) }
    unsafe pthread_sigmask(SIG_BLOCK, &held, &before)
    defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
    return try work()
  }
}
