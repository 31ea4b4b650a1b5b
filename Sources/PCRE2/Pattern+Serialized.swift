internal import CPCRE2

extension Pattern {
  /// The compiled pattern as text, which only the very same library on the same kind of machine takes back.
  ///
  /// Three bytes are four digits of six bits, from `0` to `o`; of what is left over one byte is two digits, two are three. So
  /// compiled patterns can lie in a program as the text that a compiler takes. A pattern with machine code loses it.
  public func serialized() -> [UInt8] {
    var code: OpaquePointer? = unsafe compiled
    var bytes: UnsafeMutablePointer<UInt8>?
    var count = 0
    // SAFETY: PCRE2 reads one code and hands out a buffer of `count` bytes, which is freed once it was copied.
    guard unsafe pcre2_serialize_encode_8(&code, 1, &bytes, &count, nil) == 1, let bytes = unsafe bytes else {
      return []
    }
    defer { unsafe pcre2_serialize_free_8(bytes) }
    return SixBits.text(of: unsafe Array(UnsafeBufferPointer(start: bytes, count: count)))
  }

  /// A pattern from a text that `serialized` made, or `nil` where another library made it.
  ///
  /// PCRE2 looks at the version and the kind of machine, and trusts the rest: take only what came with the program.
  ///
  /// - Parameters:
  ///   - text: a text that holds it.
  ///   - range: where it stands there, in bytes; the whole text when left out.
  ///   - head: digits that go before it, four at a time: what all patterns of one library begin with is kept once.
  public convenience init?(
    serialized text: String, in range: Range<Int>? = nil, behind head: [UInt8] = [],
    limits: MatchLimits = .trusted
  ) {
    let range = range ?? 0..<text.utf8.count
    precondition(range.lowerBound >= 0 && range.upperBound <= text.utf8.count && head.count % 4 == 0)
    // SAFETY: the digits are read within the bounds of both buffers while they are lent. Some texts lend nothing: they are
    // copied first.
    let lent: OpaquePointer?? = unsafe text.utf8.withContiguousStorageIfAvailable {
      unsafe Pattern.decoded(UnsafeBufferPointer(rebasing: $0[range]), behind: head)
    }
    let code: OpaquePointer? =
      if let lent = unsafe lent { unsafe lent } else {
        unsafe Array(text.utf8)[range].withUnsafeBufferPointer { unsafe Pattern.decoded($0, behind: head) }
      }
    guard let code = unsafe code else { return nil }
    unsafe self.init(compiled: code, limits: limits)
  }

  /// The length of what PCRE2 writes before a pattern, in bytes: four numbers of 32 bits.
  private static let serializedHeader = 16

  private static func decoded(_ digits: UnsafeBufferPointer<UInt8>, behind head: [UInt8]) -> OpaquePointer? {
    let headLength = head.count / 4 * 3
    let length = headLength + SixBits.length(of: digits.count)
    // PCRE2 reads its header before it asks how long the rest is.
    if length < serializedHeader { return nil }
    // SAFETY: the buffer is as long as what the digits say, is freed here, and PCRE2 copies what it keeps of it.
    let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: length)
    defer { unsafe bytes.deallocate() }
    unsafe head.withUnsafeBufferPointer { unsafe SixBits.read($0, into: bytes, at: 0) }
    unsafe SixBits.read(digits, into: bytes, at: headLength)
    var code: OpaquePointer?
    let count = unsafe pcre2_serialize_decode_8(&code, 1, bytes.baseAddress, nil)
    return count == 1 ? unsafe code : nil
  }
}

/// Bytes as text: three of them are four digits from `0` to `o`.
private enum SixBits {
  static func text(of bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 4 / 3 + 4)
    var at = 0
    while at < bytes.count {
      let group = bytes[at..<min(at + 3, bytes.count)]
      let value = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for index in 0...group.count { text.append(UInt8(0x30 + value >> (18 - 6 * index) & 63)) }
      at += 3
    }
    return text
  }

  /// How many bytes so many digits are.
  static func length(of digits: Int) -> Int { digits / 4 * 3 + max(0, digits % 4 - 1) }

  /// Writes the bytes of some digits into a buffer that has room for them behind an offset.
  static func read(
    _ digits: UnsafeBufferPointer<UInt8>, into bytes: UnsafeMutableBufferPointer<UInt8>, at start: Int
  ) {
    func digit(_ at: Int) -> UInt32 { unsafe UInt32(digits[at] &- 0x30) }
    var to = start
    for at in stride(from: 0, to: digits.count & ~3, by: 4) {
      let value = digit(at) << 18 | digit(at &+ 1) << 12 | digit(at &+ 2) << 6 | digit(at &+ 3)
      unsafe bytes[to] = UInt8(truncatingIfNeeded: value >> 16)
      unsafe bytes[to &+ 1] = UInt8(truncatingIfNeeded: value >> 8)
      unsafe bytes[to &+ 2] = UInt8(truncatingIfNeeded: value)
      to &+= 3
    }
    let at = digits.count & ~3
    if digits.count - at > 1 {
      unsafe bytes[to] = UInt8(truncatingIfNeeded: digit(at) << 2 | digit(at + 1) >> 4)
    }
    if digits.count - at > 2 {
      unsafe bytes[to + 1] = UInt8(truncatingIfNeeded: digit(at + 1) << 4 | digit(at + 2) >> 2)
    }
  }
}
