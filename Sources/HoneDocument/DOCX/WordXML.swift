internal import HoneCore

/// An XML file cut into tokens whose tags are known to match.
///
/// A rewrite that would put a word between two tags where none may stand leaves a file that is refused here.
struct WordXML {
  let bytes: [UInt8]
  let tokens: [MarkupToken]
  /// For each tag the number of its partner; its own for an empty one, and for anything else.
  let partners: [Int]
  /// The sign of Word's own namespace: `w:`.
  private let prefix: [UInt8]

  /// The tokens of a file.
  ///
  /// - Throws: where the bytes are not UTF-8, or tags do not match.
  init(_ bytes: [UInt8], name: String) throws(DocumentError) {
    try Encoding.check(bytes)
    self.bytes = bytes
    tokens = MarkupTokenizer.tokens(bytes, isXML: true)
    var partners = Array(tokens.indices)
    var open: [Int] = []
    for (index, token) in tokens.enumerated() {
      // A tag that the file ends in is none.
      let isWhole = token.kind == .text || bytes[token.range.upperBound - 1] == 0x3E
      guard isWhole else { throw WordXML.damaged(name) }
      if token.kind == .start { open.append(index) }
      if token.kind == .end {
        guard let last = open.popLast(), bytes[tokens[last].name].elementsEqual(bytes[token.name]) else {
          throw WordXML.damaged(name)
        }
        partners[last] = index
        partners[index] = last
      }
    }
    guard open.isEmpty else { throw WordXML.damaged(name) }
    self.partners = partners
    prefix = WordXML.prefix(tokens, bytes)
  }

  private static func damaged(_ name: String) -> DocumentError {
    DocumentError("\(name) in this document is damaged: its tags do not match")
  }

  /// What stands before the names of Word's own elements: some programs call its namespace `ns0`.
  private static func prefix(_ tokens: [MarkupToken], _ bytes: [UInt8]) -> [UInt8] {
    guard let root = tokens.first(where: { $0.kind == .start }),
      let colon = bytes[root.name].firstIndex(of: 0x3A)
    else { return [] }
    return Array(bytes[root.name.lowerBound...colon])
  }

  /// The name of a tag in Word's own namespace, without its sign; `nil` for any other.
  func word(_ index: Int) -> String? {
    let name = tokens[index].name
    guard name.count > prefix.count, bytes[name].starts(with: prefix) else { return nil }
    if prefix.isEmpty, bytes[name].contains(0x3A) { return nil }
    return bytes.text((name.lowerBound + prefix.count)..<name.upperBound)
  }

  /// The name of a tag without the sign of any namespace.
  func local(_ index: Int) -> String {
    let name = tokens[index].name
    let start = bytes[name].firstIndex(of: 0x3A).map { $0 + 1 } ?? name.lowerBound
    return bytes.text(start..<name.upperBound)
  }

  /// The value of an attribute of a tag by its name without the sign of a namespace, or `nil`.
  func attribute(_ name: String, of index: Int) -> String? {
    let token = tokens[index]
    var at = token.name.upperBound
    let end = token.range.upperBound
    while at < end {
      guard let equals = bytes[at..<end].firstIndex(of: 0x3D) else { return nil }
      var lower = equals
      while lower > at, !HTMLText.isSpace(bytes[lower - 1]), bytes[lower - 1] != 0x3A { lower -= 1 }
      guard let opening = bytes[equals..<end].firstIndex(where: { $0 == 0x22 || $0 == 0x27 }),
        let closing = bytes[(opening + 1)..<end].firstIndex(of: bytes[opening])
      else { return nil }
      if bytes[lower..<equals].elementsEqual(name.utf8) { return bytes.text((opening + 1)..<closing) }
      at = closing + 1
    }
    return nil
  }

  /// The numbers of the tags that begin the children of an element.
  func children(of index: Int) -> [Int] {
    var children: [Int] = []
    var at = index + 1
    while at < partners[index] {
      let kind = tokens[at].kind
      if kind == .start || kind == .empty { children.append(at) }
      at = partners[at] + 1
    }
    return children
  }

  /// The child of an element by its name, or `nil`.
  func child(_ name: String, of index: Int) -> Int? {
    children(of: index).first { word($0) == name }
  }

  /// The `w:val` of a child of an element, or `nil`.
  func value(_ name: String, of index: Int) -> String? {
    child(name, of: index).flatMap { attribute("val", of: $0) }
  }
}
