internal import HoneCore

/// Decodes and spells the strings of JSON.
enum JSONString {
  /// What a string says, and the way back to its bytes; `nil` where an escape stands for no character.
  ///
  /// - Parameters:
  ///   - range: what stands between the quotes.
  ///   - isASCII: whether new words must be ASCII, since all else is.
  static func decode(_ range: Range<Int>, in outer: Layer, isASCII: Bool = false) -> Layer? {
    let bytes = outer.bytes
    var builder = LayerBuilder(outer)
    var at = range.lowerBound
    var start = at
    while at < range.upperBound {
      guard bytes[at] == 0x5C else {
        at += 1
        continue
      }
      if start < at { builder.verbatim(start..<at) }
      guard let (text, end) = escape(at, range.upperBound, bytes) else { return nil }
      builder.atom(text, at..<end)
      at = end
      start = at
    }
    if start < at { builder.verbatim(start..<at) }
    return builder.layer { spell($0, isASCII: isASCII) }
  }

  /// What an escape stands for, and where it ends.
  private static func escape(_ start: Int, _ limit: Int, _ bytes: [UInt8]) -> ([UInt8], Int)? {
    guard start + 1 < limit else { return nil }
    switch bytes[start + 1] {
    case 0x22, 0x5C, 0x2F: return ([bytes[start + 1]], start + 2)
    case 0x62: return ([0x08], start + 2)
    case 0x66: return ([0x0C], start + 2)
    case 0x6E: return ([0x0A], start + 2)
    case 0x72: return ([0x0D], start + 2)
    case 0x74: return ([0x09], start + 2)
    case 0x75: return unicode(start, limit, bytes)
    default: return nil
    }
  }

  private static func unicode(_ start: Int, _ limit: Int, _ bytes: [UInt8]) -> ([UInt8], Int)? {
    guard let high = hex(start + 2, limit, bytes) else { return nil }
    if let scalar = Unicode.Scalar(high) { return (Array(String(scalar).utf8), start + 6) }
    // A surrogate is half a character.
    guard high < 0xDC00, start + 7 < limit, bytes[start + 6] == 0x5C, bytes[start + 7] == 0x75,
      let low = hex(start + 8, limit, bytes), (0xDC00..<0xE000).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
    else { return nil }
    return (Array(String(scalar).utf8), start + 12)
  }

  private static func hex(_ start: Int, _ limit: Int, _ bytes: [UInt8]) -> UInt32? {
    guard start + 4 <= limit else { return nil }
    var value: UInt32 = 0
    for byte in bytes[start..<(start + 4)] {
      guard let digit = Bytes.hexDigit(byte) else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return value
  }

  private static func spell(_ words: [UInt8], isASCII: Bool) -> [UInt8]? {
    var result: [UInt8] = []
    for scalar in String(decoding: words, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\"", "\\": result += [0x5C, UInt8(ascii: scalar)]
      case _ where scalar.value < 0x20: return nil
      case _ where isASCII && !scalar.isASCII:
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          result += Array("\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8)
        }
      default: result += Array(String(scalar).utf8)
      }
    }
    return result
  }
}

extension Bytes {
  /// The value of a hexadecimal digit, or `nil`.
  static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}
