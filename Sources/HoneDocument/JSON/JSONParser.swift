internal import HoneCore

/// Parses JSON as RFC 8259 has it, with the places of its strings.
struct JSONParser {
  /// Values nested deeper than this are no résumé.
  private static let deepest = 500
  private let bytes: [UInt8]
  private var at = 0
  private var depth = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
  }

  /// The value of the file.
  mutating func parse() throws(DocumentError) -> DataNode {
    skipSpace()
    let root = try value()
    skipSpace()
    guard at == bytes.count else { throw fault("something stands behind the end of the value") }
    return root
  }

  private mutating func value() throws(DocumentError) -> DataNode {
    guard let first = current else { throw fault("the file ends where a value should stand") }
    switch first {
    case 0x7B: return try nested { parser throws(DocumentError) in try parser.object() }
    case 0x5B: return try nested { parser throws(DocumentError) in try parser.array() }
    case 0x22: return .text(DataScalar(range: try string(), style: .json))
    case 0x74:
      try literal("true")
      return .truth(true)
    case 0x66:
      try literal("false")
      return .truth(false)
    case 0x6E: try literal("null")
    case 0x2D, 0x30...0x39: try number()
    default: throw fault("no value begins here")
    }
    return .other
  }

  private mutating func nested(_ read: (inout JSONParser) throws(DocumentError) -> DataNode)
    throws(DocumentError)
    -> DataNode
  {
    guard depth < JSONParser.deepest else {
      throw fault("values are nested deeper than \(JSONParser.deepest) times")
    }
    depth += 1
    at += 1
    skipSpace()
    let node = try read(&self)
    depth -= 1
    return node
  }

  private mutating func object() throws(DocumentError) -> DataNode {
    var pairs: [DataNode.Pair] = []
    if take(0x7D) { return .map([]) }
    while true {
      guard current == 0x22 else { throw fault("a key in quotes should stand here") }
      let key = try string()
      skipSpace()
      guard take(0x3A) else { throw fault("a colon should stand here") }
      skipSpace()
      let inside = (key.lowerBound + 1)..<(key.upperBound - 1)
      let text = JSONString.decode(inside, in: Layer(bytes))?.bytes ?? Array(bytes[inside])
      pairs.append(DataNode.Pair(String(decoding: text, as: UTF8.self), try value()))
      skipSpace()
      if take(0x7D) { return .map(pairs) }
      guard take(0x2C) else { throw fault("a comma or } should stand here") }
      skipSpace()
    }
  }

  private mutating func array() throws(DocumentError) -> DataNode {
    var nodes: [DataNode] = []
    if take(0x5D) { return .list([]) }
    while true {
      nodes.append(try value())
      skipSpace()
      if take(0x5D) { return .list(nodes) }
      guard take(0x2C) else { throw fault("a comma or ] should stand here") }
      skipSpace()
    }
  }

  /// A string with its quotes.
  private mutating func string() throws(DocumentError) -> Range<Int> {
    let start = at
    at += 1
    while let byte = current {
      switch byte {
      case 0x22:
        at += 1
        return start..<at
      case 0x5C: try escape()
      case 0..<0x20: throw fault("a control character stands in a string; \\n or \\t may be meant")
      default: at += 1
      }
    }
    at = start
    throw fault("this string does not end")
  }

  private mutating func escape() throws(DocumentError) {
    guard at + 1 < bytes.count else { throw fault("the file ends in a string") }
    switch bytes[at + 1] {
    case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74: at += 2
    case 0x75:
      guard at + 6 <= bytes.count, bytes[(at + 2)..<(at + 6)].allSatisfy({ Bytes.hexDigit($0) != nil }) else {
        throw fault("four hexadecimal digits should follow \\u")
      }
      at += 6
    default: throw fault("JSON has no such escape; \\\\ is a backslash")
    }
  }

  private mutating func number() throws(DocumentError) {
    let start = at
    _ = take(0x2D)
    guard let first = current, Bytes.isDigit(first) else { throw fault("a digit should stand here") }
    at += 1
    if first != 0x30 {
      digits()
    } else if let next = current, Bytes.isDigit(next) {
      at = start
      throw fault("a number may not begin with 0")
    }
    if take(0x2E) { try someDigits() }
    if take(0x65) || take(0x45) {
      _ = take(0x2B) || take(0x2D)
      try someDigits()
    }
  }

  private mutating func someDigits() throws(DocumentError) {
    guard let byte = current, Bytes.isDigit(byte) else { throw fault("a digit should stand here") }
    digits()
  }

  private mutating func digits() {
    while let byte = current, Bytes.isDigit(byte) { at += 1 }
  }

  private mutating func literal(_ word: String) throws(DocumentError) {
    guard bytes[at...].starts(with: word.utf8) else { throw fault("no value begins here") }
    at += word.utf8.count
  }

  private var current: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard current == byte else { return false }
    at += 1
    return true
  }

  private mutating func skipSpace() {
    while at < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) { at += 1 }
  }

  private func fault(_ text: String) -> DocumentError {
    let before = bytes[..<min(at, bytes.count)]
    let line = before.count { $0 == 0x0A } + 1
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return DocumentError(line: line, "column \(at - start + 1): this is no JSON: \(text)")
  }
}
