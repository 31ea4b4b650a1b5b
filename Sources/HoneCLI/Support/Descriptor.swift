import Foundation

/// Reads and writes of the system, with its own word for what went wrong: Foundation's ways trap on what cannot be read,
/// and tell a full disk from a closed pipe by their wording alone.
enum Descriptor {
  /// What the system says against a read or a write.
  struct Fault: Error {
    let code: Int32

    /// The system's own words.
    var words: String {
      let words = NSError(domain: NSPOSIXErrorDomain, code: Int(code)).localizedDescription
      return words.split(separator: ". ").last.map(String.init) ?? words
    }
  }

  /// Opens what stands in for standard streams that the caller closed, so that no file of ours takes their place and is
  /// read or written for them: each may only do what nobody asks of it, and its use is still the fault that it was.
  static func holdStandardPlaces() {
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) == -1 {
      // The lowest number that is free is this one.
      // SAFETY: the name is lent for the call alone.
      _ = unsafe open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  /// The bytes that are there, waiting where there are none; nothing at the end.
  ///
  /// - Parameter most: how many to take at a time; what a stream is worked on in is a few of them.
  static func read(_ descriptor: Int32, most: Int = 8_192) throws(Fault) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: most)
    while true {
      // SAFETY: the buffer outlives the call, and its length is passed with it.
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe Foundation.read(descriptor, $0.baseAddress, $0.count)
      }
      if count >= 0 { return Array(buffer[..<count]) }
      try waitIfAsked(descriptor, for: Int16(POLLIN))
    }
  }

  /// All bytes up to the end.
  static func readAll(_ descriptor: Int32) throws(Fault) -> [UInt8] {
    var all: [UInt8] = []
    while true {
      let bytes = try read(descriptor, most: 1 << 16)
      if bytes.isEmpty { return all }
      all += bytes
    }
  }

  /// All bytes of a file, a pipe or a device.
  static func readAll(_ path: String) throws(Fault) -> [UInt8] {
    // SAFETY: the name is lent for the call alone.
    let descriptor = unsafe open(path, O_RDONLY)
    if descriptor < 0 { throw Fault(code: errno) }
    defer { close(descriptor) }
    return try readAll(descriptor)
  }

  /// Writes all bytes.
  static func write(_ bytes: [UInt8], to descriptor: Int32) throws(Fault) {
    var rest = bytes[...]
    while !rest.isEmpty {
      // SAFETY: the bytes outlive the call, and their number is passed with them.
      let count = unsafe rest.withUnsafeBytes {
        unsafe Foundation.write(descriptor, $0.baseAddress, $0.count)
      }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else {
        try waitIfAsked(descriptor, for: Int16(POLLOUT))
      }
    }
  }

  /// Waits where the system asks to try again; anything else is a fault.
  private static func waitIfAsked(_ descriptor: Int32, for events: Int16) throws(Fault) {
    let code = errno
    if code == EINTR { return }
    guard code == EAGAIN || code == EWOULDBLOCK else { throw Fault(code: code) }
    var waiting = pollfd(fd: descriptor, events: events, revents: 0)
    // SAFETY: one record is passed, and it outlives the call.
    _ = unsafe poll(&waiting, 1, -1)
  }
}
