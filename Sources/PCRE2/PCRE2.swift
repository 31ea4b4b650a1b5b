internal import CPCRE2

/// The PCRE2 library this program runs with.
public enum Library {
  /// Its version and date, as in `10.42 2022-12-11`.
  public static var version: String {
    var buffer = [UInt8](repeating: 0, count: 64)
    // SAFETY: PCRE2 documents 24 bytes as enough for its version.
    let length = unsafe buffer.withUnsafeMutableBufferPointer {
      unsafe pcre2_config_8(UInt32(PCRE2_CONFIG_VERSION), $0.baseAddress)
    }
    return String(decoding: buffer.prefix(max(0, Int(length) - 1)), as: UTF8.self)
  }
}
