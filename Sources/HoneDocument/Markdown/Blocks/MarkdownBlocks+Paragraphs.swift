internal import HoneCore

// What a paragraph turns out to be when it ends.
extension MarkdownBlocks {
  mutating func closeParagraph() {
    guard !paragraph.isEmpty else { return }
    takeReferences()
    let lines = paragraph
    paragraph = []
    guard let first = lines.first, let last = lines.last else { return }
    readComments(first.lowerBound..<last.upperBound)
    if isTable(lines) { return }
    if isItemText {
      takeItem(lines)
    } else {
      takeProse(lines)
    }
  }

  var isQuiet: Bool {
    containers.contains { $0.kind == .footnote } || divs.isQuiet(outline)
  }

  private mutating func takeItem(_ lines: [Range<Int>]) {
    let signed = SignedLines(lines, bytes, isItem: true)
    let own = MarkdownBlocks.withoutSign(MarkdownBlocks.withoutTask(signed.before, bytes), bytes)
    if !own.isEmpty {
      let item = outline.add(.init(lines: own, hasChildren: !signed.bullets.isEmpty, isQuiet: isQuiet))
      containers[containers.count - 1].item = item
    }
    for bullet in signed.bullets { _ = outline.add(.init(lines: bullet, isQuiet: isQuiet)) }
  }

  private mutating func takeProse(_ lines: [Range<Int>]) {
    let signed = SignedLines(lines, bytes, isItem: false)
    if let first = signed.before.first,
      MarkdownBold.isBold(first, bytes) || grammar.isBareHeading(bytes.text(first))
    {
      outline.entries.append(.heading(.init(level: nil, lines: [first])))
    }
    for bullet in signed.bullets { _ = outline.add(.init(lines: bullet, isQuiet: isQuiet)) }
  }

  /// The lines without `[x]` at their beginning.
  static func withoutTask(_ lines: [Range<Int>], _ bytes: [UInt8], signs: [UInt8] = [0x20, 0x78, 0x58])
    -> [Range<Int>]
  {
    guard let first = lines.first, first.count >= 3, bytes[first.lowerBound] == 0x5B,
      signs.contains(bytes[first.lowerBound + 1]), bytes[first.lowerBound + 2] == 0x5D,
      first.count == 3 || bytes[first.lowerBound + 3] == 0x20 || bytes[first.lowerBound + 3] == 0x09
    else { return lines }
    let rest = InlineLines.trim((first.lowerBound + 3)..<first.upperBound, in: bytes)
    return (rest.isEmpty ? [] : [rest]) + lines.dropFirst()
  }

  /// The lines without a sign that is written as code at their beginning: `` - `-` Built … ``.
  private static func withoutSign(_ lines: [Range<Int>], _ bytes: [UInt8]) -> [Range<Int>] {
    guard let first = lines.first, first.count >= 3, bytes[first.lowerBound] == 0x60,
      let end = bytes[first].dropFirst().prefix(8).firstIndex(of: 0x60), end > first.lowerBound + 1,
      !bytes[(first.lowerBound + 1)..<end].contains(where: { Bytes.isWord($0) && $0 != 0x5F })
    else { return lines }
    let rest = InlineLines.trim((end + 1)..<first.upperBound, in: bytes)
    return (rest.isEmpty ? [] : [rest]) + lines.dropFirst()
  }

  /// A second line of `|---|---|` makes a table of a paragraph.
  private func isTable(_ lines: [Range<Int>]) -> Bool {
    guard lines.count > 1 else { return false }
    let line = bytes[lines[1]]
    return line.contains(0x7C) && line.contains(0x2D)
      && line.allSatisfy { [0x7C, 0x2D, 0x3A, 0x20, 0x09].contains($0) }
  }

  // MARK: - Comments

  private mutating func readComments(_ range: Range<Int>) {
    var at = range.lowerBound
    while let start = Bytes.find("<!--", in: bytes, at..<range.upperBound) {
      guard let end = Bytes.find("-->", in: bytes, (start + 4)..<range.upperBound) else {
        // It may go on behind the paragraph: a parser does not see it so, but the author does.
        if let far = farCommentEnd(from: range.upperBound) { outline.dead.append(start..<far) }
        return
      }
      outline.comments.append(start..<(end + 3))
      at = end + 3
    }
  }

  private mutating func farCommentEnd(from start: Int) -> Int? {
    if nextCommentEnd < start {
      nextCommentEnd = Bytes.find("-->", in: bytes, start..<bytes.count).map { $0 + 3 } ?? Int.max
    }
    return nextCommentEnd < start + 20_000 ? nextCommentEnd : nil
  }

  // MARK: - References

  /// Takes the definitions of labels at the paragraph's beginning out of it.
  mutating func takeReferences() {
    var taken = 0
    while taken < paragraph.count, let count = definition(at: taken) { taken += count }
    if taken > 0 { paragraph.removeFirst(min(taken, paragraph.count)) }
  }

  /// How many lines a definition `[label]: address "title"` takes.
  private mutating func definition(at index: Int) -> Int? {
    let line = paragraph[index]
    guard !line.isEmpty, bytes[line.lowerBound] == 0x5B else { return nil }
    var at = line.lowerBound + 1
    while at < line.upperBound, bytes[at] != 0x5D {
      if bytes[at] == 0x5B { return nil }
      at += bytes[at] == 0x5C ? 2 : 1
    }
    guard at + 1 < line.upperBound, bytes[at + 1] == 0x3A, at > line.lowerBound + 1,
      at - line.lowerBound < 1000
    else {
      return nil
    }
    let label = MarkdownText.folded(bytes[(line.lowerBound + 1)..<at])
    guard !label.isEmpty else { return nil }
    var rest = InlineLines.trim((at + 2)..<line.upperBound, in: bytes)
    var count = 1
    if rest.isEmpty {
      guard paragraph.count > index + 1 else { return nil }
      rest = paragraph[index + 1]
      count = 2
    }
    guard let title = titleStart(rest) else { return nil }
    if label == "//" || label == "comment" {
      // The sign that closes the title must not stick to the last word.
      outline.comments.append(line.lowerBound..<(rest.upperBound - (title < rest.upperBound ? 1 : 0)))
    } else {
      outline.references.insert(label)
    }
    // A title may stand in a line of its own.
    if title == rest.upperBound, paragraph.count > index + count, isTitle(paragraph[index + count]) {
      count += 1
    }
    return count
  }

  /// Where the title begins; the end of the line where there is none, `nil` where the line is no definition.
  private func titleStart(_ line: Range<Int>) -> Int? {
    var at = line.lowerBound
    if bytes[at] == 0x3C {
      guard let end = bytes[line].firstIndex(of: 0x3E) else { return nil }
      at = end + 1
    } else {
      while at < line.upperBound, bytes[at] > 0x20 { at += 1 }
    }
    let rest = InlineLines.trim(at..<line.upperBound, in: bytes)
    if rest.isEmpty { return line.upperBound }
    return rest.lowerBound > at && isTitle(rest) ? rest.lowerBound : nil
  }

  private func isTitle(_ line: Range<Int>) -> Bool {
    guard line.count > 1 else { return false }
    let last = bytes[line.upperBound - 1]
    switch bytes[line.lowerBound] {
    case 0x22: return last == 0x22
    case 0x27: return last == 0x27
    case 0x28: return last == 0x29
    default: return false
    }
  }
}

/// Lines that are one piece of markup.
enum MarkdownBold {
  /// Whether all of a line is in bold, a colon behind it left aside.
  static func isBold(_ line: Range<Int>, _ bytes: [UInt8]) -> Bool {
    var line = line
    if let last = bytes[line].last, last == 0x3A || last == 0x5C {
      line = line.lowerBound..<(line.upperBound - 1)
    }
    line = InlineLines.trim(line, in: bytes)
    let text = bytes.text(line)
    for (opening, closing) in [
      ("**", "**"), ("__", "__"), ("<b>", "</b>"), ("<strong>", "</strong>"), ("`", "`"),
    ]
    where text.hasPrefix(opening) && text.hasSuffix(closing) {
      let inside = text.dropFirst(opening.count).dropLast(closing.count)
      if inside.count > 1, text.count > opening.count + closing.count, !inside.contains(opening) {
        return true
      }
    }
    return false
  }
}
