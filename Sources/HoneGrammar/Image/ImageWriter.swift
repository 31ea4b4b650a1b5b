/// Writes values one behind the other: a number in digits and a colon, a text behind its length.
struct ImageWriter {
  private(set) var bytes: [UInt8] = []

  mutating func number(_ value: Int) {
    bytes += String(value).utf8
    bytes.append(0x3A)
  }

  mutating func flag(_ value: Bool) { number(value ? 1 : 0) }

  mutating func text(_ text: String) {
    number(text.utf8.count)
    bytes += text.utf8
  }

  mutating func optional(_ text: String?) {
    flag(text != nil)
    if let text { self.text(text) }
  }

  mutating func list<Element>(
    _ elements: some Collection<Element>, _ write: (inout ImageWriter, Element) -> Void
  ) {
    number(elements.count)
    for element in elements { write(&self, element) }
  }

  mutating func texts(_ texts: some Collection<String>) { list(texts) { $0.text($1) } }

  mutating func numbers(_ numbers: [Int]) { list(numbers) { $0.number($1) } }
}

/// Reads what `ImageWriter` wrote, in the same order.
struct ImageReader {
  let bytes: [UInt8]
  var at = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func number() -> Int {
    var number = 0
    while bytes[at] != 0x3A {
      number = number &* 10 &+ Int(bytes[at] &- 0x30)
      at &+= 1
    }
    at &+= 1
    return number
  }

  mutating func flag() -> Bool { number() == 1 }

  mutating func text() -> String {
    let count = number()
    defer { at += count }
    return String(decoding: bytes[at..<(at + count)], as: UTF8.self)
  }

  /// Goes past a text that is read later, by the reader that is returned.
  mutating func later() -> ImageReader {
    let count = number()
    var reader = self
    reader.at = at
    at += count
    return reader
  }

  mutating func optional() -> String? { flag() ? text() : nil }

  mutating func list<Element>(_ read: (inout ImageReader) -> Element) -> [Element] {
    let count = number()
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(read(&self)) }
    return elements
  }

  mutating func texts() -> [String] { list { $0.text() } }

  mutating func numbers() -> [Int] { list { $0.number() } }
}
