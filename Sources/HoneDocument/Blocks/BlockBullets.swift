internal import HoneCore

/// Makes bullets of the items of an outline, under the headings that they stand under.
struct BlockBullets {
  /// What a markup language says of lines.
  struct Language {
    let spelling: Spelling
    /// Hands lines over to a builder.
    let scan: (_ lines: [Range<Int>], _ builder: inout BulletBuilder) -> Void
  }

  private let layer: Layer
  private let outline: BlockOutline
  private let sections: SectionWords
  private let known: LineWords
  private let language: Language
  private let dead: [Range<Int>]

  init(_ layer: Layer, _ outline: BlockOutline, _ grammar: FormatGrammar, _ language: Language) {
    self.layer = layer
    self.outline = outline
    sections = grammar.sections
    known = grammar.lines
    self.language = language
    dead = outline.dead
  }

  /// The bullets in the order of the file.
  func bullets() -> [SourceBullet] {
    var sections = BlockSections(sections, headings: headings())
    var bullets: [SourceBullet] = []
    for entry in outline.entries {
      switch entry {
      case .heading: sections.next()
      case .item(let index):
        let item = outline.items[index]
        guard !isDead(item), let bullet = bullet(of: item, sections) else { continue }
        bullets.append(bullet)
      }
    }
    return bullets
  }

  private func bullet(of item: BlockOutline.Item, _ sections: BlockSections) -> SourceBullet? {
    let lines = withoutPicture(item.lines)
    guard let first = lines.first, let last = lines.last else { return nil }
    let spelling = item.isHTML ? Spelling.html(rewraps: true) : language.spelling
    let builder = scan(lines, isHTML: item.isHTML)
    guard let bullet = builder.bullet(spelling: spelling) else { return nil }
    guard ItemShape.saysSomething(bullet.text, known) else { return nil }
    // What a site generator fills in, an address alone: there is nothing to write anew.
    let isWritten = bullet.segments.contains { segment in
      (segment.kind == .verbatim || segment.kind == .atom)
        && bullet.text[segment.text].contains(where: Bytes.isWord)
    }
    guard isWritten else { return nil }
    let shape = ItemShape(
      text: bullet.text.text(0..<bullet.text.count),
      source: layer.bytes.text(first.lowerBound..<last.upperBound),
      isOneWrapper: isOneWrapper(bullet), hasChildren: item.hasChildren, known: known)
    guard !shape.isNoBullet else { return nil }
    let section = sections.section(isQuiet: item.isQuiet || (sections.isHead && shape.isContact))
    return builder.bullet(section: section, spelling: spelling)
  }

  /// The lines without the picture that somebody put before the words: “🚀 Built …”.
  private func withoutPicture(_ lines: [Range<Int>]) -> [Range<Int>] {
    guard let first = lines.first else { return lines }
    let length = Pictures.length(at: first.lowerBound, in: layer.bytes, upTo: first.upperBound)
    guard length > 0 else { return lines }
    let rest = InlineLines.trim((first.lowerBound + length)..<first.upperBound, in: layer.bytes)
    return rest.isEmpty ? Array(lines.dropFirst()) : [rest] + lines.dropFirst()
  }

  /// Whether all words stand in one wrapper, or in links.
  private func isOneWrapper(_ bullet: SourceBullet) -> Bool {
    let words = bullet.segments.filter { segment in
      bullet.text[segment.text].contains(where: Bytes.isWord)
    }
    guard let outer = words.first?.wrappers.first else { return false }
    return words.allSatisfy { $0.wrappers.first == outer }
      || words.allSatisfy { segment in segment.wrappers.contains { bullet.wrappers[$0].isVital } }
  }

  private func scan(_ lines: [Range<Int>], isHTML: Bool = false) -> BulletBuilder {
    var builder = BulletBuilder(source: layer)
    if isHTML {
      for line in lines { HTMLInline.scan(line, into: &builder) }
    } else {
      language.scan(lines, &builder)
    }
    return builder
  }

  private func isDead(_ item: BlockOutline.Item) -> Bool {
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
      let bullet = scan(heading.lines).bullet(spelling: language.spelling)
      let text = bullet.map { $0.text.text(0..<$0.text.count) } ?? ""
      return .init(text: text, level: heading.level, followsHeading: heading.followsHeading)
    }
  }
}
