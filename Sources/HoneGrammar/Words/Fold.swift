internal import HoneCore

/// Makes letters, spaces and hyphens of a text those that terms are written with.
enum Fold {
  /// The byte that a text has for a term at an offset, and how many bytes of the text it stands for.
  static func byte(at offset: Int, in bytes: [UInt8]) -> (byte: UInt8, width: Int) {
    let byte = bytes[offset]
    if byte < 0x80 { return (Bytes.lowered(separator(byte)), 1) }
    let space = Bytes.spaceLength(at: offset, in: bytes)
    if space > 0 { return (0x20, space) }
    if byte == 0xE2, offset + 2 < bytes.count, bytes[offset + 1] == 0x80 {
      switch bytes[offset + 2] {
      case 0x90, 0x91: return (0x20, 3)  // hyphens
      case 0x99: return (0x27, 3)  // the curly apostrophe
      default: break
      }
    }
    return (byte, 1)
  }

  /// Space and hyphen are one.
  static func separator(_ byte: UInt8) -> UInt8 { byte == 0x2D ? 0x20 : byte }
}

/// A hash that grows byte by byte and is the same on every machine.
struct WordHash {
  private var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func take(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

  /// The number of a bucket.
  func bucket(_ mask: Int) -> Int { Int(truncatingIfNeeded: value ^ (value >> 29)) & mask }

  /// What tells most keys of one bucket apart.
  var check: Int { Int(truncatingIfNeeded: value >> 48) & 0xFFF }
}
