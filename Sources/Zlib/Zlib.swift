internal import CZlib

/// Packs and unpacks the members of a zip archive, and sums them up: the wall around zlib.
///
/// Nothing outlives a call. What a caller must know beforehand is how long the outcome is; a zip directory says so.
public enum Zlib {
  /// The CRC-32 of bytes, as zip archives have it.
  public static func crc32(_ bytes: [UInt8]) -> UInt32 {
    // SAFETY: the buffer outlives the call, and its length is passed with it.
    let sum = unsafe bytes.withUnsafeBufferPointer {
      unsafe crc32_z(0, $0.baseAddress, $0.count)
    }
    return UInt32(truncatingIfNeeded: bytes.isEmpty ? 0 : sum)
  }

  /// Unpacks a raw deflate stream that makes exactly `size` bytes, or `nil` where it does not.
  public static func inflate(_ packed: ArraySlice<UInt8>, size: Int) -> [UInt8]? {
    guard packed.count <= Zlib.longest, size <= Zlib.longest else { return nil }
    var stream = unsafe z_stream()
    guard unsafe inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, streamSize) == Z_OK else { return nil }
    defer { unsafe _ = inflateEnd(&stream) }
    var end = Z_OK
    // One byte more than there should be, so that too much is seen, and so that nothing has an address too.
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size + 1) { room, count in
      unsafe packed.withUnsafeBufferPointer { source in
        // SAFETY: zlib only reads from `next_in`, and both buffers outlive the call with the lengths given here.
        unsafe stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        unsafe stream.avail_in = UInt32(source.count)
        unsafe stream.next_out = room.baseAddress
        unsafe stream.avail_out = UInt32(size + 1)
        end = unsafe CZlib.inflate(&stream, Z_FINISH)
      }
      count = unsafe size + 1 - Int(stream.avail_out)
    }
    return unsafe end == Z_STREAM_END && bytes.count == size && stream.avail_in == 0 ? bytes : nil
  }

  /// Packs bytes into a raw deflate stream, or `nil` where there is no memory for it.
  public static func deflate(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count <= Zlib.longest else { return nil }
    var stream = unsafe z_stream()
    guard
      unsafe deflateInit2_(
        &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        streamSize) == Z_OK
    else { return nil }
    defer { unsafe _ = deflateEnd(&stream) }
    let bound = unsafe Int(deflateBound(&stream, UInt(bytes.count)))
    var end = Z_OK
    let packed = unsafe [UInt8](unsafeUninitializedCapacity: bound) { room, count in
      unsafe bytes.withUnsafeBufferPointer { source in
        // SAFETY: as above.
        unsafe stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        unsafe stream.avail_in = UInt32(source.count)
        unsafe stream.next_out = room.baseAddress
        unsafe stream.avail_out = UInt32(bound)
        end = unsafe CZlib.deflate(&stream, Z_FINISH)
      }
      count = unsafe bound - Int(stream.avail_out)
    }
    return end == Z_STREAM_END ? packed : nil
  }

  /// The most bytes that are packed or unpacked at once: a résumé's text is far smaller, and zlib counts in 32 bits.
  public static let longest = 1 << 28

  private static let streamSize = unsafe Int32(MemoryLayout<z_stream>.size)
}
