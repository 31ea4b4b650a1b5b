internal import HoneCore

/// A headline behind its stars.
struct OrgHeadline {
  /// The title, without keyword, priority and tags.
  let title: Range<Int>
  /// Whether its tree is not exported.
  let isHidden: Bool

  init(_ range: Range<Int>, _ bytes: [UInt8], _ grammar: OrgGrammar) {
    var title = InlineLines.trim(range, in: bytes)
    var isHidden = false
    if let word = OrgHeadline.firstWord(title, bytes), grammar.keywords.contains(bytes.text(word)) {
      title = InlineLines.trim(word.upperBound..<title.upperBound, in: bytes)
    }
    if title.count >= 4, bytes[title.lowerBound] == 0x5B, bytes[title.lowerBound + 1] == 0x23,
      bytes[title.lowerBound + 3] == 0x5D
    {
      title = InlineLines.trim((title.lowerBound + 4)..<title.upperBound, in: bytes)
    }
    if let word = OrgHeadline.firstWord(title, bytes), bytes.text(word) == "COMMENT" {
      isHidden = true
      title = InlineLines.trim(word.upperBound..<title.upperBound, in: bytes)
    }
    if let start = OrgHeadline.tags(title, bytes) {
      let tags = bytes.text(start..<title.upperBound).split(separator: ":").map { $0.lowercased() }
      if tags.contains(where: grammar.hiddenTags.contains) { isHidden = true }
      title = InlineLines.trim(title.lowerBound..<start, in: bytes)
    }
    self.title = title
    self.isHidden = isHidden
  }

  private static func firstWord(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int>? {
    let end = bytes[range].firstIndex(of: 0x20) ?? range.upperBound
    return end > range.lowerBound ? range.lowerBound..<end : nil
  }

  /// Where ` :one:two:` begins.
  private static func tags(_ range: Range<Int>, _ bytes: [UInt8]) -> Int? {
    guard range.count > 2, bytes[range.upperBound - 1] == 0x3A else { return nil }
    var at = range.upperBound - 1
    while at > range.lowerBound, bytes[at - 1] > 0x20 {
      guard Bytes.isWord(bytes[at - 1]) || [0x3A, 0x40, 0x23, 0x25, 0x2D].contains(bytes[at - 1]) else {
        return nil
      }
      at -= 1
    }
    return bytes[at] == 0x3A && at < range.upperBound - 2 ? at : nil
  }
}

/// The text of an item behind its marker.
enum OrgItemText {
  /// The text without `[@5]`, `[X]` and the label of `label :: text`.
  static func text(_ range: Range<Int>, _ bytes: [UInt8], isOrdered: Bool) -> Range<Int> {
    var text = InlineLines.trim(range, in: bytes)
    if let behind = bracketed(text, bytes, { $0.first == 0x40 }) { text = behind }
    if let behind = bracketed(text, bytes, { $0.count == 1 && [0x20, 0x2D, 0x58, 0x78].contains($0.first) }) {
      text = behind
    }
    if !isOrdered, let label = label(text, bytes) {
      text = InlineLines.trim(label..<text.upperBound, in: bytes)
    }
    return text
  }

  private static func bracketed(_ text: Range<Int>, _ bytes: [UInt8], _ fits: (ArraySlice<UInt8>) -> Bool)
    -> Range<Int>?
  {
    guard bytes[text].first == 0x5B, let closing = bytes[text].prefix(12).firstIndex(of: 0x5D),
      fits(bytes[(text.lowerBound + 1)..<closing]),
      closing + 1 == text.upperBound || bytes[closing + 1] == 0x20 || bytes[closing + 1] == 0x09
    else { return nil }
    return InlineLines.trim((closing + 1)..<text.upperBound, in: bytes)
  }

  /// The end of ` :: `.
  private static func label(_ text: Range<Int>, _ bytes: [UInt8]) -> Int? {
    var at = text.lowerBound + 1
    while at + 2 < text.upperBound {
      if bytes[at] == 0x20, bytes[at + 1] == 0x3A, bytes[at + 2] == 0x3A,
        at + 3 == text.upperBound || bytes[at + 3] == 0x20
      {
        return at + 3
      }
      at += 1
    }
    return nil
  }
}
