/// Writes JSON as bytes: keys in the order in which they are given, nothing escaped that need not be.
struct JSONText {
  private(set) var bytes: [UInt8] = []

  mutating func raw(_ text: String) {
    bytes += text.utf8
  }

  mutating func number(_ value: Int) {
    bytes += String(value).utf8
  }

  mutating func range(_ range: Range<Int>) {
    bytes.append(0x5B)
    number(range.lowerBound)
    bytes.append(0x2C)
    number(range.upperBound)
    bytes.append(0x5D)
  }

  mutating func string(_ text: String) {
    bytes.append(0x22)
    // Hardly any text has something to escape: it is copied whole.
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }) else {
      bytes += text.utf8
      bytes.append(0x22)
      return
    }
    for byte in text.utf8 {
      switch byte {
      case 0x22: bytes += [0x5C, 0x22]
      case 0x5C: bytes += [0x5C, 0x5C]
      case 0x0A: bytes += [0x5C, 0x6E]
      case 0x0D: bytes += [0x5C, 0x72]
      case 0x09: bytes += [0x5C, 0x74]
      case 0..<0x20:
        bytes += [0x5C, 0x75, 0x30, 0x30, JSONText.digits[Int(byte >> 4)], JSONText.digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    bytes.append(0x22)
  }

  mutating func optional(_ text: String?) {
    if let text { string(text) } else { raw("null") }
  }

  mutating func list<Element>(_ elements: [Element], _ write: (inout JSONText, Element) -> Void) {
    bytes.append(0x5B)
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(0x2C) }
      write(&self, element)
    }
    bytes.append(0x5D)
  }

  private static let digits = Array("0123456789abcdef".utf8)
}
