internal import HoneCore

/// A line of an Org file, told by its beginning.
struct OrgLine {
  /// Its bytes, without the line end.
  let range: Range<Int>
  /// Its bytes without white space at either end.
  let text: Range<Int>
  /// The columns that it is indented by.
  let indent: Int

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.range = range
    text = InlineLines.trim(range, in: bytes)
    var columns = 0
    for at in range.lowerBound..<text.lowerBound { columns += bytes[at] == 0x09 ? 8 - columns % 8 : 1 }
    indent = columns
  }

  /// The number of stars of a headline.
  func stars(_ bytes: [UInt8]) -> Int? {
    guard range.lowerBound == text.lowerBound else { return nil }
    let count = bytes[text].prefix { $0 == 0x2A }.count
    guard count > 0, text.lowerBound + count < range.upperBound, bytes[text.lowerBound + count] == 0x20 else {
      return nil
    }
    return count
  }

  /// Whether it is a comment: `# …`.
  func isComment(_ bytes: [UInt8]) -> Bool {
    bytes[text].first == 0x23 && (text.count == 1 || bytes[text.lowerBound + 1] == 0x20)
  }

  /// The name of `#+NAME: …`, `#+BEGIN_NAME` or the like, in lower case.
  func keyword(_ bytes: [UInt8]) -> String? {
    guard text.count > 2, bytes[text.lowerBound] == 0x23, bytes[text.lowerBound + 1] == 0x2B else {
      return nil
    }
    let name = bytes[text].dropFirst(2).prefix { Bytes.isWord($0) || $0 == 0x2D }
    return name.isEmpty ? nil : bytes.lowered(name.startIndex..<name.endIndex)
  }

  /// The name of the drawer that it opens, or `end`.
  func drawer(_ bytes: [UInt8]) -> String? {
    guard text.count > 2, bytes[text.lowerBound] == 0x3A, bytes[text.upperBound - 1] == 0x3A else {
      return nil
    }
    let name = (text.lowerBound + 1)..<(text.upperBound - 1)
    guard bytes[name].allSatisfy({ Bytes.isWord($0) || $0 == 0x2D }) else { return nil }
    return bytes.lowered(name)
  }

  /// The name of the LaTeX environment that it begins or ends.
  func environment(_ bytes: [UInt8], _ word: String) -> String? {
    let head = "\\\(word){"
    guard text.count > head.utf8.count, bytes[text].starts(with: head.utf8) else { return nil }
    let start = text.lowerBound + head.utf8.count
    guard let end = bytes[start..<text.upperBound].firstIndex(of: 0x7D) else { return nil }
    return bytes.text(start..<end)
  }

  /// Whether it holds nothing to read: a table, a fixed line, a rule, dates of a task.
  func isNoText(_ bytes: [UInt8]) -> Bool {
    switch bytes[text].first {
    case 0x7C: return true
    case 0x3A: return text.count == 1 || bytes[text.lowerBound + 1] == 0x20
    case 0x2D where text.count >= 5: return bytes[text].allSatisfy { $0 == 0x2D }
    case 0x43, 0x53, 0x44:
      return ["CLOSED:", "SCHEDULED:", "DEADLINE:", "CLOCK:"].contains { bytes[text].starts(with: $0.utf8) }
    default: return false
    }
  }

  /// Where the text behind the marker of an item begins, or `nil`.
  func item(_ bytes: [UInt8]) -> Int? {
    guard let first = bytes[text].first else { return nil }
    var at = text.lowerBound + 1
    switch first {
    case 0x2D, 0x2B: break
    case 0x2A: guard indent > 0 else { return nil }
    case 0x30...0x39:
      while at < text.upperBound, Bytes.isDigit(bytes[at]) { at += 1 }
      guard at < text.upperBound, bytes[at] == 0x2E || bytes[at] == 0x29 else { return nil }
      at += 1
    default: return nil
    }
    guard at == text.upperBound || bytes[at] == 0x20 || bytes[at] == 0x09 else { return nil }
    return at
  }
}
