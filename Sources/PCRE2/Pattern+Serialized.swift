internal import CPCRE2

extension Pattern {
  /// The compiled pattern as bytes, which only the very same library on the same kind of machine takes back.
  ///
  /// A pattern with machine code loses it.
  public func serialized() -> [UInt8] {
    var code: OpaquePointer? = unsafe compiled
    var bytes: UnsafeMutablePointer<UInt8>?
    var count = 0
    // SAFETY: PCRE2 reads one code and hands out a buffer of `count` bytes, which is freed once it was copied.
    guard unsafe pcre2_serialize_encode_8(&code, 1, &bytes, &count, nil) == 1, let bytes = unsafe bytes else {
      return []
    }
    defer { unsafe pcre2_serialize_free_8(bytes) }
    return unsafe Array(UnsafeBufferPointer(start: bytes, count: count))
  }

  /// A pattern from bytes that `serialized` made, or `nil` where another library made them.
  ///
  /// PCRE2 looks at the version and the kind of machine, and trusts the rest: take only bytes that came with the program.
  public convenience init?(serialized bytes: [UInt8], limits: MatchLimits = .trusted) {
    var code: OpaquePointer?
    // SAFETY: PCRE2 reads the header first, then as many bytes as that says, and copies what it keeps.
    let count = unsafe bytes.withUnsafeBufferPointer {
      unsafe $0.isEmpty ? 0 : pcre2_serialize_decode_8(&code, 1, $0.baseAddress, nil)
    }
    guard count == 1, let code = unsafe code else { return nil }
    unsafe self.init(compiled: code, limits: limits)
  }
}
