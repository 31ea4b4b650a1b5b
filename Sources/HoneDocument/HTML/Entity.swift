internal import HoneCore

/// A character reference of HTML or XML: `&amp;`, `&#8217;`.
struct Entity {
  enum Meaning: Equatable {
    /// It stands for this text.
    case text(String)
    /// It stands for something that is not seen: a soft hyphen, a joiner.
    case blank
    /// It is spelled as one, and nobody here knows it.
    case unknown
  }

  let meaning: Meaning
  /// Its bytes.
  let range: Range<Int>

  /// The reference that begins at an `&` and ends before an offset; `nil` where the `&` is only itself.
  init?(at start: Int, before end: Int, in bytes: [UInt8], isXML: Bool) {
    guard start + 1 < end else { return nil }
    let found =
      bytes[start + 1] == 0x23
      ? Entity.number(at: start, before: end, in: bytes, isXML)
      : Entity.name(at: start, before: end, in: bytes, isXML)
    guard let found else { return nil }
    self = found
  }

  private init(_ meaning: Meaning, _ range: Range<Int>) {
    self.meaning = meaning
    self.range = range
  }

  // MARK: - By number

  private static func number(at start: Int, before end: Int, in bytes: [UInt8], _ isXML: Bool) -> Entity? {
    var at = start + 2
    let isHex = at < end && bytes[at] | 0x20 == 0x78
    if isHex { at += 1 }
    let first = at
    var value: UInt32 = 0
    while at < end, let digit = digit(bytes[at], isHex) {
      value = min(0x20_0000, value * (isHex ? 16 : 10) + digit)
      at += 1
    }
    guard at > first else { return nil }
    if at < end, bytes[at] == 0x3B { at += 1 } else if isXML { return nil }
    return Entity(meaning(of: isXML ? value : remapped(value)), start..<at)
  }

  private static func digit(_ byte: UInt8, _ isHex: Bool) -> UInt32? {
    if Bytes.isDigit(byte) { return UInt32(byte - 0x30) }
    let letter = byte | 0x20
    return isHex && letter >= 0x61 && letter <= 0x66 ? UInt32(letter - 0x61 + 10) : nil
  }

  /// HTML takes numbers from 128 to 159 for those of Windows-1252.
  private static func remapped(_ value: UInt32) -> UInt32 {
    guard value >= 0x80, value < 0xA0 else { return value }
    return windows1252[Int(value - 0x80)]
  }

  private static let windows1252: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
    0x8D,
    0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161,
    0x203A,
    0x0153, 0x9D, 0x017E, 0x0178,
  ]

  // MARK: - By name

  private static func name(at start: Int, before end: Int, in bytes: [UInt8], _ isXML: Bool) -> Entity? {
    var at = start + 1
    while at < end, at - start <= 32, Bytes.isDigit(bytes[at]) || Bytes.isLetter(bytes[at]) { at += 1 }
    guard at > start + 1 else { return nil }
    let isClosed = at < end && bytes[at] == 0x3B
    let name = bytes.text((start + 1)..<at)
    if isClosed, let code = names[name]?.code, !isXML || xmlNames.contains(name) {
      return Entity(meaning(of: code), start..<(at + 1))
    }
    if !isXML {
      // HTML takes some names without a semicolon, and the longest that stands there.
      for length in stride(from: min(6, at - start - 1), through: 2, by: -1) {
        let end = start + 1 + length
        if let (code, isOpen) = names[bytes.text((start + 1)..<end)], isOpen {
          return Entity(meaning(of: code), start..<end)
        }
      }
    }
    return isClosed ? Entity(.unknown, start..<(at + 1)) : nil
  }

  private static let xmlNames: Set<String> = ["amp", "lt", "gt", "quot", "apos"]

  private static let names: [String: (code: UInt32, isOpen: Bool)] = {
    var names: [String: (code: UInt32, isOpen: Bool)] = [:]
    for row in EntityNames.table.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let parts = row.split(separator: "=")
      guard parts.count == 2, let code = UInt32(parts[1], radix: 16) else { continue }
      let isOpen = parts[0].hasSuffix("!")
      names[String(isOpen ? parts[0].dropLast() : parts[0])] = (code, isOpen)
    }
    return names
  }()

  // MARK: - What rules see

  /// Spaces of all kinds are spaces to rules, and a hyphen at which no line ends is a hyphen.
  private static func meaning(of code: UInt32) -> Meaning {
    switch code {
    case 0x09, 0x0A, 0x0C, 0x0D, 0x20, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .text(" ")
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0xFEFF: .blank
    case 0x2011: .text("-")
    case 0..<0x20, 0x7F..<0xA0: .unknown
    default: Unicode.Scalar(code).map { .text(String(Character($0))) } ?? .unknown
    }
  }
}
