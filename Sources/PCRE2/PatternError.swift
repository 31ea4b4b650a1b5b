internal import CPCRE2

/// A pattern that PCRE2 does not take.
public struct PatternError: Error, Sendable, CustomStringConvertible {
  /// PCRE2's number for the fault.
  public let code: Int32
  /// Where in the pattern the fault was noticed: an offset in bytes.
  public let offset: Int
  /// PCRE2's own words for the fault.
  public let message: String

  /// The fault and its offset, in one line.
  public var description: String { "\(message) (at byte \(offset) of the pattern)" }

  init(code: Int32, offset: Int) {
    self.code = code
    self.offset = offset
    message = errorText(code)
  }
}

/// A match that was given up: PCRE2 says why by a number.
public struct MatchError: Error, Sendable, CustomStringConvertible {
  /// PCRE2's number for the fault.
  public let code: Int32
  /// PCRE2's own words for the fault.
  public var description: String { errorText(code) }

  /// Whether the pattern ran into one of its limits and so costs too much on this text.
  public var isTooCostly: Bool {
    switch code {
    case PCRE2_ERROR_MATCHLIMIT, PCRE2_ERROR_DEPTHLIMIT, PCRE2_ERROR_HEAPLIMIT,
      PCRE2_ERROR_JIT_STACKLIMIT, PCRE2_ERROR_RECURSELOOP:
      true
    default:
      false
    }
  }
}

private func errorText(_ code: Int32) -> String {
  var buffer = [UInt8](repeating: 0, count: 256)
  // SAFETY: PCRE2 writes at most `count` bytes, a NUL among them, into the buffer it is lent for this call.
  let length = unsafe buffer.withUnsafeMutableBufferPointer {
    unsafe pcre2_get_error_message_8(code, $0.baseAddress, $0.count)
  }
  guard length > 0 else { return "PCRE2 error \(code)" }
  return String(decoding: buffer.prefix(Int(length)), as: UTF8.self)
}
