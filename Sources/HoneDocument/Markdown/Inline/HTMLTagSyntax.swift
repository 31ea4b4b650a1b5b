internal import HoneCore

/// A tag of HTML as CommonMark knows it.
struct HTMLTagSyntax {
  enum Role { case open, close, void }

  let name: String
  let role: Role
  let end: Int

  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
  ]

  /// The tag at an offset, or `nil`.
  static func tag(at start: Int, in bytes: [UInt8], upTo end: Int, missing: inout [UInt8: Int])
    -> HTMLTagSyntax?
  {
    var at = start + 1
    let isClosing = at < end && bytes[at] == 0x2F
    if isClosing { at += 1 }
    let nameStart = at
    guard at < end, Bytes.isLower(bytes[at]) || Bytes.isUpper(bytes[at]) else { return nil }
    while at < end, isNamed(bytes[at]) { at += 1 }
    let name = bytes.lowered(nameStart..<at)
    if !isClosing {
      while let next = attributeEnd(at, bytes, end, &missing) { at = next }
    }
    while at < end, bytes[at] <= 0x20 { at += 1 }
    let isEmpty = !isClosing && at < end && bytes[at] == 0x2F
    if isEmpty { at += 1 }
    guard at < end, bytes[at] == 0x3E else { return nil }
    let role: Role = isClosing ? .close : isEmpty || void.contains(name) ? .void : .open
    return HTMLTagSyntax(name: name, role: role, end: at + 1)
  }

  private static func isNamed(_ byte: UInt8) -> Bool {
    Bytes.isLower(byte) || Bytes.isUpper(byte) || Bytes.isDigit(byte) || byte == 0x2D
  }

  /// The end of ` name="value"`.
  private static func attributeEnd(_ start: Int, _ bytes: [UInt8], _ end: Int, _ missing: inout [UInt8: Int])
    -> Int?
  {
    var at = start
    while at < end, bytes[at] <= 0x20 { at += 1 }
    guard at > start, at < end, isNamed(bytes[at]) || bytes[at] == 0x5F || bytes[at] == 0x3A else {
      return nil
    }
    while at < end, isNamed(bytes[at]) || [0x5F, 0x3A, 0x2E].contains(bytes[at]) { at += 1 }
    var value = at
    while value < end, bytes[value] <= 0x20 { value += 1 }
    guard value < end, bytes[value] == 0x3D else { return at }
    value += 1
    while value < end, bytes[value] <= 0x20 { value += 1 }
    guard value < end else { return nil }
    let quote = bytes[value]
    if quote == 0x22 || quote == 0x27 {
      if let none = missing[quote], value >= none { return nil }
      var upper = value + 1
      while upper < end, bytes[upper] != quote { upper += 1 }
      if upper < end { return upper + 1 }
      missing[quote] = min(missing[quote] ?? value, value)
      return nil
    }
    let from = value
    while value < end, bytes[value] > 0x20, ![0x22, 0x27, 0x3D, 0x3C, 0x3E, 0x60].contains(bytes[value]) {
      value += 1
    }
    return value > from ? value : nil
  }
}
