internal import HoneCore

/// A line of an AsciiDoc file, told by its beginning.
struct AsciiDocLine {
  /// Its bytes without white space at their end.
  let range: Range<Int>
  /// Its bytes without white space at either end.
  let text: Range<Int>

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    text = InlineLines.trim(range, in: bytes)
    self.range = range.lowerBound..<max(range.lowerBound, text.upperBound)
  }

  /// Whether white space stands before its text.
  var isIndented: Bool { range.lowerBound < text.lowerBound }

  /// Whether it is a comment: `// …`.
  func isComment(_ bytes: [UInt8]) -> Bool {
    range.count >= 2 && bytes[range.lowerBound] == 0x2F && bytes[range.lowerBound + 1] == 0x2F
      && (range.count == 2 || bytes[range.lowerBound + 2] != 0x2F)
  }

  /// What a line of delimiters opens and closes.
  enum Delimiter {
    /// Text that is shown as it stands, a table or a comment: nothing in it is read.
    case opaque(isComment: Bool)
    /// A frame around other blocks.
    case frame
  }

  /// The block that the line opens or closes.
  func delimiter(_ bytes: [UInt8]) -> Delimiter? {
    let text = bytes[range]
    guard let first = text.first, text.count >= 2 else { return nil }
    if text.count == 2 { return text.allSatisfy { $0 == 0x2D } ? .frame : nil }
    if text.starts(with: "```".utf8) { return .opaque(isComment: false) }
    guard text.count >= 4 else { return nil }
    if [0x7C, 0x2C, 0x3A, 0x21].contains(first), text.dropFirst().allSatisfy({ $0 == 0x3D }) {
      return .opaque(isComment: false)
    }
    guard text.allSatisfy({ $0 == first }) else { return nil }
    switch first {
    case 0x2F: return .opaque(isComment: true)
    case 0x2D, 0x2E, 0x2B: return .opaque(isComment: false)
    case 0x3D, 0x2A, 0x5F: return .frame
    default: return nil
    }
  }

  /// The level and the text of a section title: `== Title`.
  func title(_ bytes: [UInt8]) -> (level: Int, text: Range<Int>)? {
    guard let first = bytes[range].first, first == 0x3D || first == 0x23 else { return nil }
    let level = bytes[range].prefix { $0 == first }.count
    guard level <= 6, range.lowerBound + level < range.upperBound, bytes[range.lowerBound + level] == 0x20
    else {
      return nil
    }
    var text = InlineLines.trim((range.lowerBound + level)..<range.upperBound, in: bytes)
    let tail = bytes[text].reversed().prefix { $0 == first }.count
    if tail == level, tail + 1 < text.count, bytes[text.upperBound - tail - 1] == 0x20 {
      text = InlineLines.trim(text.lowerBound..<(text.upperBound - tail), in: bytes)
    }
    return (level, text)
  }

  /// The level that it gives as an underline to a title in the line above.
  func underline(_ bytes: [UInt8], of title: Range<Int>) -> Int? {
    guard let first = bytes[range].first, range.count >= 3, bytes[range].allSatisfy({ $0 == first }) else {
      return nil
    }
    let levels: [UInt8: Int] = [0x3D: 1, 0x2D: 2, 0x7E: 3, 0x5E: 4, 0x2B: 5]
    guard let level = levels[first], bytes[title].contains(where: Bytes.isWord) else { return nil }
    let length = bytes[title].count { $0 & 0xC0 != 0x80 }
    return abs(length - range.count) <= 1 ? level : nil
  }

  /// The marker of an item, as items of one list share it, and where its text begins.
  func item(_ bytes: [UInt8]) -> (marker: String, text: Int)? {
    guard let first = bytes[text].first else { return nil }
    var length = 1
    var marker: String?
    switch first {
    case 0x2D: marker = "-"
    case 0x2A, 0x2E:
      length = bytes[text].prefix { $0 == first }.count
      if length <= 6 { marker = bytes.text(text.lowerBound..<(text.lowerBound + length)) }
    case 0x30...0x39:
      length = bytes[text].prefix(while: Bytes.isDigit).count + 1
      let dot = text.lowerBound + length - 1
      if dot < text.upperBound, bytes[dot] == 0x2E { marker = "1." }
    case 0xE2 where bytes[text].starts(with: [0xE2, 0x80, 0xA2]):
      length = 3
      marker = "•"
    default: break
    }
    let behind = text.lowerBound + length
    guard let marker, behind < text.upperBound, bytes[behind] == 0x20 || bytes[behind] == 0x09 else {
      return nil
    }
    return (marker, InlineLines.trim(behind..<text.upperBound, in: bytes).lowerBound)
  }

  /// The sign behind the term of a description list.
  func term(_ bytes: [UInt8]) -> String? {
    guard let first = bytes[text].first, first != 0x3A, first != 0x2F else { return nil }
    var at = text.lowerBound + 1
    while at < text.upperBound {
      guard bytes[at] == 0x3A || bytes[at] == 0x3B else {
        at += 1
        continue
      }
      let count = bytes[at..<text.upperBound].prefix { $0 == bytes[at] }.count
      let end = at + count
      if (bytes[at] == 0x3A ? 2...4 : 2...2).contains(count), end == text.upperBound || bytes[end] == 0x20 {
        return bytes.text(at..<end)
      }
      at = end
    }
    return nil
  }

  /// Whether it sets an attribute: the name and the value.
  func attribute(_ bytes: [UInt8]) -> (name: String, value: String)? {
    guard range.count > 2, bytes[range.lowerBound] == 0x3A,
      let end = bytes[(range.lowerBound + 1)..<range.upperBound].firstIndex(of: 0x3A),
      end > range.lowerBound + 1,
      bytes[(range.lowerBound + 1)..<end].allSatisfy({ Bytes.isWord($0) || $0 == 0x2D || $0 == 0x21 }),
      end + 1 == range.upperBound || bytes[end + 1] == 0x20
    else { return nil }
    let value = InlineLines.trim((end + 1)..<range.upperBound, in: bytes)
    return (bytes.text((range.lowerBound + 1)..<end), bytes.text(value))
  }

  /// The style in `[style, …]`, perhaps empty; `nil` where the line is no such line.
  func style(_ bytes: [UInt8]) -> String? {
    guard range.count >= 2, bytes[range.lowerBound] == 0x5B, bytes[range.upperBound - 1] == 0x5D else {
      return nil
    }
    let inside = (range.lowerBound + 1)..<(range.upperBound - 1)
    return bytes.lowered(inside).prefix { $0.isLetter || $0.isNumber }.description
  }

  /// Whether it is a title of a block: `.Title`.
  func isBlockTitle(_ bytes: [UInt8]) -> Bool {
    range.count > 1 && bytes[range.lowerBound] == 0x2E && bytes[range.lowerBound + 1] > 0x20
      && bytes[range.lowerBound + 1] != 0x2E
  }

  /// Whether it is for the processor alone, or only divides: `ifdef::x[]`, `<<<`, `'''`.
  func isDirective(_ bytes: [UInt8]) -> Bool {
    let line = bytes[range]
    if ["ifdef::", "ifndef::", "ifeval::", "endif::", "include::", "toc::", "image::", "video::"].contains(
      where: {
        line.starts(with: $0.utf8)
      })
    {
      return true
    }
    guard let first = line.first, line.count >= 3 else { return false }
    // Three of them with spaces between divide too.
    if [0x2D, 0x2A, 0x5F].contains(first), line.count == 5 {
      return line.elementsEqual([first, 0x20, first, 0x20, first])
    }
    return [0x3C, 0x27, 0x2D, 0x2A].contains(first) && line.allSatisfy { $0 == first }
      && (first == 0x3C || line.count == 3)
  }
}
