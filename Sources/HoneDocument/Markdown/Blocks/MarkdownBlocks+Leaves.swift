internal import HoneCore

// The blocks that hold no others: headings, breaks, code, HTML, and lines that mean something to a site generator.
extension MarkdownBlocks {
  /// Begins a leaf, if the rest of the line is one.
  mutating func beginLeaf(_ rest: Range<Int>, _ matched: Int, _ isInParagraph: Bool) -> Bool {
    if isInvisible(rest) { return true }
    if let heading = MarkdownStarts.heading(bytes, rest) {
      close(downTo: matched)
      markContent()
      add(heading: [heading.text], level: heading.level)
    } else if let fence = MarkdownStarts.fence(bytes, rest) {
      close(downTo: matched)
      markContent()
      leaf = .fence(sign: fence.sign, length: fence.length)
    } else if let html = MarkdownHTML.start(bytes, rest, isInParagraph: !paragraph.isEmpty) {
      close(downTo: matched)
      markContent()
      beginHTML(html, rest)
    } else if isInParagraph, let level = MarkdownStarts.underline(bytes, rest), takeHeading(level) {
      // The paragraph was a heading.
    } else if MarkdownStarts.isThematicBreak(bytes, rest) {
      close(downTo: matched)
      markContent()
    } else if let colons = MarkdownDivs.fence(bytes, rest) {
      close(downTo: matched)
      markContent()
      divs.take(
        bytes.text(colons..<rest.upperBound), grammar, depth: containers.count, headings: outline.levelled)
    } else {
      return false
    }
    return true
  }

  /// Lines of Liquid and kramdown stand between others as if they were not there, save that a paragraph ends.
  private mutating func isInvisible(_ rest: Range<Int>) -> Bool {
    let line = InlineLines.trim(rest, in: bytes)
    if isCommand(line) {
      closeParagraph()
      return true
    }
    guard line.count > 3, bytes[line.lowerBound] == 0x7B, bytes[line.upperBound - 1] == 0x7D else {
      return false
    }
    switch bytes[line.lowerBound + 1] {
    case 0x25:
      guard bytes[line.upperBound - 2] == 0x25 else { return false }
      closeParagraph()
      let text = bytes.text((line.lowerBound + 2)..<(line.upperBound - 2))
      let word = text.drop { $0 == "-" || $0.isWhitespace }.prefix { $0.isLetter }
      if word == "comment" {
        if text.contains("endcomment") {
          outline.comments.append(line)
        } else {
          leaf = .liquid(start: line.lowerBound)
        }
      }
      return true
    case 0x3A:
      // `{:toc}` takes the place of the item above it.
      if isItemText, !paragraph.isEmpty, bytes.text(line).contains("toc") { paragraph = [] }
      closeParagraph()
      return true
    default:
      return false
    }
  }

  /// A line of TeX that shows nothing: `\newpage`, `\vspace{1em}`.
  private func isCommand(_ line: Range<Int>) -> Bool {
    guard line.count > 3, line.count < 80, bytes[line.lowerBound] == 0x5C else { return false }
    var at = line.lowerBound + 1
    while at < line.upperBound, Bytes.isLower(bytes[at]) { at += 1 }
    guard at > line.lowerBound + 2 else { return false }
    if at == line.upperBound { return true }
    return bytes[at] == 0x7B && bytes[line.upperBound - 1] == 0x7D
      && !bytes[at..<line.upperBound].contains(0x20)
  }

  mutating func add(heading lines: [Range<Int>], level: Int?) {
    // In an item a heading is as deep as a line in bold.
    let isNested = containers.contains { $0.kind == .item }
    outline.entries.append(
      .heading(.init(level: isNested ? nil : level, lines: lines, followsHeading: followsHeading)))
    followsHeading = true
    if !isNested, level != nil { outline.levelled += 1 }
  }

  private mutating func takeHeading(_ level: Int) -> Bool {
    takeReferences()
    guard !paragraph.isEmpty else { return false }
    let lines = paragraph
    paragraph = []
    followsHeading = paragraphFollowsHeading
    add(heading: lines, level: level)
    return true
  }
}
