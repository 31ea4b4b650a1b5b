/// Text to search: bytes that are known to be UTF-8.
///
/// The type is the proof of validity that lets `Pattern` skip PCRE2's own check on every match: there is no
/// other way to hand a pattern its text.
public struct Subject: Sendable {
  /// The UTF-8 bytes of the text.
  public let bytes: [UInt8]

  /// The text of a string, which is always valid.
  public init(_ string: String) {
    bytes = Array(string.utf8)
  }

  /// Bytes from outside, or `nil` where they are not UTF-8.
  public init?(validating bytes: [UInt8]) {
    guard Subject.isUTF8(bytes) else { return nil }
    self.bytes = bytes
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    if bytes.allSatisfy({ $0 < 0x80 }) { return true }
    return String(validating: bytes, as: UTF8.self) != nil
  }
}
