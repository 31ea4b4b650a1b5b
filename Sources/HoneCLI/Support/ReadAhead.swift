import Foundation
import Synchronization

/// Reads standard input while what was read before is worked on, so that a batch is as large as the work is slow.
///
/// Whoever asks gets everything that is there, and waits only where nothing is. What is read ahead is bounded, so
/// memory stays flat on a stream without end.
final class ReadAhead: Sendable {
  private struct Waiting {
    var bytes: [UInt8] = []
    var reads = 0
    var isAtEnd = false
    var fault: Descriptor.Fault?
  }

  private static let mostReads = 64

  private let waiting = Mutex(Waiting())
  private let filled = DispatchSemaphore(value: 0)
  private let room = DispatchSemaphore(value: mostReads)

  /// Begins to read.
  init() {
    Thread.detachNewThread { self.read() }
  }

  private func read() {
    var isAtEnd = false
    while !isAtEnd {
      room.wait()
      var bytes: [UInt8] = []
      var fault: Descriptor.Fault?
      do throws(Descriptor.Fault) {
        bytes = try Descriptor.read(STDIN_FILENO)
      } catch {
        fault = error
      }
      isAtEnd = bytes.isEmpty
      waiting.withLock { waiting in
        waiting.bytes += bytes
        waiting.reads += 1
        waiting.isAtEnd = bytes.isEmpty
        waiting.fault = fault
      }
      filled.signal()
    }
  }

  /// The bytes that are there; `nil` at the end.
  func next() throws(Descriptor.Fault) -> [UInt8]? {
    filled.wait()
    let taken = waiting.withLock { waiting in
      defer { waiting = Waiting(isAtEnd: waiting.isAtEnd, fault: waiting.fault) }
      return waiting
    }
    // A read was signalled once and is taken once; the end is signalled again for whoever asks again.
    for _ in 1..<max(1, taken.reads) { filled.wait() }
    for _ in 0..<taken.reads { room.signal() }
    if taken.isAtEnd { filled.signal() }
    if taken.bytes.isEmpty, let fault = taken.fault { throw fault }
    return taken.bytes.isEmpty ? nil : taken.bytes
  }
}
