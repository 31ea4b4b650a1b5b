internal import HoneCore

/// A scalar in single or double quotes.
struct YAMLQuoted {
  private let bytes: [UInt8]
  private let range: Range<Int>
  private let isDouble: Bool

  init(_ bytes: [UInt8], _ scalar: DataScalar) {
    self.bytes = bytes
    range = scalar.range
    isDouble = scalar.style == .doubleQuoted
  }

  /// Where a scalar ends that begins at an offset, behind its closing quote; `nil` where none closes it.
  static func end(from start: Int, isDouble: Bool, in bytes: [UInt8]) -> Int? {
    let quote: UInt8 = isDouble ? 0x22 : 0x27
    guard start < bytes.count, bytes[start] == quote else { return nil }
    var at = start + 1
    while at < bytes.count {
      if isDouble, bytes[at] == 0x5C {
        at += 2
      } else if bytes[at] == quote {
        if isDouble || at + 1 >= bytes.count || bytes[at + 1] != quote { return at + 1 }
        at += 2
      } else {
        at += 1
      }
    }
    return nil
  }

  func decode(into builder: inout LayerBuilder) -> Bool {
    guard range.count >= 2 else { return false }
    let limit = range.upperBound - 1
    var at = range.lowerBound + 1
    var from = at
    func flush() { if from < at { builder.verbatim(from..<at) } }
    while at < limit {
      let byte = bytes[at]
      if YAMLBreaks.isBlank(byte) || byte == 0x0A || byte == 0x0D {
        guard let (end, breaks) = YAMLBreaks.fold(at: at, upTo: limit, in: bytes) else {
          while at < limit, YAMLBreaks.isBlank(bytes[at]) { at += 1 }
          continue
        }
        flush()
        builder.atom(YAMLBreaks.text(ofFold: breaks), at..<end)
        at = end
        from = at
      } else if byte == 0x27, !isDouble {
        flush()
        builder.atom([0x27], at..<(at + 2))
        at += 2
        from = at
      } else if byte == 0x5C, isDouble {
        flush()
        guard let (text, end) = escape(at, limit) else { return false }
        builder.atom(text, at..<end)
        at = end
        from = at
      } else {
        at += 1
      }
    }
    flush()
    return at == limit
  }

  /// What an escape stands for, and where it ends; nothing for one that joins two lines.
  private func escape(_ start: Int, _ limit: Int) -> ([UInt8], Int)? {
    guard start + 1 < limit else { return nil }
    let sign = bytes[start + 1]
    if sign == 0x0A || sign == 0x0D {
      guard let (end, breaks) = YAMLBreaks.fold(at: start + 1, upTo: limit, in: bytes) else { return nil }
      return ([UInt8](repeating: 0x0A, count: breaks - 1), end)
    }
    if let text = YAMLQuoted.escapes[sign] { return (Array(text.utf8), start + 2) }
    guard let digits = YAMLQuoted.digits[sign], start + 2 + digits <= limit else { return nil }
    var value: UInt32 = 0
    for byte in bytes[(start + 2)..<(start + 2 + digits)] {
      guard let digit = Bytes.hexDigit(byte) else { return nil }
      value = value << 4 | UInt32(digit)
    }
    guard let scalar = Unicode.Scalar(value) else { return nil }
    return (Array(String(scalar).utf8), start + 2 + digits)
  }

  private static let digits: [UInt8: Int] = [0x78: 2, 0x75: 4, 0x55: 8]
  private static let escapes: [UInt8: String] = [
    0x30: "\u{0}", 0x61: "\u{7}", 0x62: "\u{8}", 0x74: "\t", 0x09: "\t", 0x6E: "\n", 0x76: "\u{B}",
    0x66: "\u{C}",
    0x72: "\r", 0x65: "\u{1B}", 0x20: " ", 0x22: "\"", 0x2F: "/", 0x5C: "\\", 0x4E: "\u{85}", 0x5F: "\u{A0}",
    0x4C: "\u{2028}", 0x50: "\u{2029}", 0x27: "'",
  ]
}
