internal import HoneCore

/// Makes bullets of the items of an outline, under the headings that they stand under.
struct MarkdownBullets {
  private let layer: Layer
  private let outline: MarkdownOutline
  private let grammar: MarkdownGrammar
  private let dead: [Range<Int>]

  init(_ layer: Layer, _ outline: MarkdownOutline, _ grammar: MarkdownGrammar) {
    self.layer = layer
    self.outline = outline
    self.grammar = grammar
    dead = outline.dead
  }

  /// The bullets in the order of the file.
  func bullets() -> [SourceBullet] {
    var tracker = BlockSections(grammar.sections, headings: headings())
    var bullets: [SourceBullet] = []
    for entry in outline.entries {
      switch entry {
      case .heading: tracker.next()
      case .item(let index):
        let item = outline.items[index]
        guard !isDead(item), let bullet = bullet(of: item, tracker) else { continue }
        bullets.append(bullet)
      }
    }
    return bullets.sorted { $0.start < $1.start }
  }

  private func bullet(of item: MarkdownOutline.Item, _ tracker: BlockSections) -> SourceBullet? {
    guard let first = item.lines.first, let last = item.lines.last else { return nil }
    let plain = scan(item.lines)
    guard let bullet = plain.bullet(spelling: .markdown) else { return nil }
    let shape = ItemShape(
      text: bullet.text.text(0..<bullet.text.count),
      source: layer.bytes.text(first.lowerBound..<last.upperBound),
      isOneWrapper: item.lines.count == 1
        && (MarkdownBold.isBold(first, layer.bytes) || isLink(first)),
      hasChildren: item.hasChildren)
    guard !shape.isNoBullet else { return nil }
    let section = tracker.section(isQuiet: item.isQuiet || (tracker.isHead && shape.isContact))
    return plain.bullet(section: section, spelling: .markdown)
  }

  private func scan(_ lines: [Range<Int>]) -> BulletBuilder {
    var builder = BulletBuilder(source: layer)
    MarkdownInline.scan(lines, references: outline.references, into: &builder)
    return builder
  }

  /// Whether a line is nothing but a link.
  private func isLink(_ line: Range<Int>) -> Bool {
    let bytes = layer.bytes
    guard bytes[line].first == 0x5B, bytes[line].last == 0x29,
      let closing = bytes[line].firstIndex(of: 0x5D), closing + 1 < line.upperBound,
      bytes[closing + 1] == 0x28
    else { return false }
    return bytes[line].firstIndex(of: 0x29) == line.upperBound - 1
  }

  private func isDead(_ item: MarkdownOutline.Item) -> Bool {
    guard let start = item.lines.first?.lowerBound else { return true }
    var lower = 0
    var upper = dead.count
    while lower < upper {
      let middle = (lower + upper) / 2
      if dead[middle].upperBound <= start { lower = middle + 1 } else { upper = middle }
    }
    return lower < dead.count && dead[lower].contains(start)
  }

  private func headings() -> [BlockSections.Heading] {
    outline.entries.compactMap { entry in
      guard case .heading(let heading) = entry else { return nil }
      let bullet = scan(heading.lines).bullet(spelling: .markdown)
      let text = bullet.map { $0.text.text(0..<$0.text.count) } ?? ""
      return .init(text: text, level: heading.level)
    }
  }
}
