internal import HoneCore

/// Tells which blocks of a page are bullets, and in which sections they stand.
struct HTMLReading {
  private typealias Role = BlockRole<HTMLLine>

  /// The bullets found, in the order of the page.
  private(set) var bullets: [SourceBullet] = []
  private var page: HTMLPage
  private let layer: Layer
  private let hints: HTMLHints
  private let words: SectionWords
  private let known: LineWords
  private let spelling = Spelling.html(rewraps: true)
  private var headings: JobHeadings
  /// Whether headings are told by `<h2>` and its like, or by the words of any line.
  private var hasHeadings = false
  /// Whether any heading of the page is known, and whether one has been passed.
  private var hasSections = false
  private var isInSections = false

  init(_ page: HTMLPage, of layer: Layer, _ hints: HTMLHints, _ grammar: FormatGrammar) {
    self.layer = layer
    self.hints = hints
    words = grammar.sections
    known = grammar.lines
    headings = JobHeadings(grammar.sections)
    self.page = page
    hasHeadings = page.blocks.contains { block in
      block.headingLevel != nil && !block.isSkipped && words.kind(of: heading(of: block))?.isLive == true
    }
    if !hasHeadings { self.page = page.splitting(where: { isHeading($0) }, hints, in: layer.bytes) }
  }

  /// Reads the page.
  mutating func read() {
    let roles = roles()
    hasSections = roles.contains { role in
      if case .heading(let heading, _) = role { return words.kind(of: heading) != nil }
      return false
    }
    let listed = Role.partsWithLists(roles)
    var region = 0
    var outer: [(headings: JobHeadings, blocks: Int)] = []
    var blocks = 0
    for event in page.events {
      switch event {
      case .enter(let hint):
        outer.append((headings, blocks))
        enter(hint: hint)
      case .leave:
        // An element that held nothing but a heading was its box, and not that of the section.
        if let last = outer.popLast(), blocks > last.blocks { headings.leave(to: last.headings) }
      case .block(let index):
        if case .heading(let heading, let level) = roles[index] {
          region += 1
          enter(heading, level)
        } else {
          blocks += 1
          take(roles[index], hasList: listed.contains(region))
        }
      }
    }
  }

  /// Comes to an element that tells the section it holds; where that stands under a heading already, it tells nothing new.
  private mutating func enter(hint: String) {
    let kind = words.kind(of: hint)
    if let current = headings.current, kind == words.kind(of: current.heading) { return }
    headings.enter(hint: hint)
    isInSections = true
  }

  private mutating func enter(_ heading: String, _ level: Int) {
    // The title of a page is no summary.
    if level == 1, words.isTitle(heading) { return }
    if headings.enter(heading, level) { isInSections = true }
  }

  private mutating func take(_ role: Role, hasList: Bool) {
    headings.pass()
    switch role {
    case .heading, .nothing:
      break
    case .bullets(let lines):
      for line in lines {
        guard let bullet = page.bullet(line, of: layer, headings.current, spelling) else { continue }
        let shape = BulletShape(bullet.text, known)
        if shape.words >= fewestWords, !shape.isNoBullet, !shape.isKeywordList { bullets.append(bullet) }
      }
    case .prose(let lines):
      guard let section = headings.current, let kind = words.kind(of: section.heading), kind.isLive else {
        return
      }
      if kind != .summary, hasList { return }
      for line in lines { takeProse(line, kind) }
    }
  }

  /// Takes running text: all of it, or each part where it is several bullets on a line.
  private mutating func takeProse(_ line: HTMLLine, _ kind: Section.Kind) {
    let parts = page.parts(of: line, in: layer.bytes).compactMap {
      page.bullet($0, of: layer, headings.current, spelling)
    }
    let shapes = parts.map { BulletShape($0.text, known) }
    let isSeveral =
      parts.count > 1 && shapes.allSatisfy { $0.words >= 3 && !$0.isNoBullet && !$0.isKeywordList }
    if isSeveral {
      bullets += parts
    } else if let bullet = page.bullet(line, of: layer, headings.current, spelling) {
      let shape = BulletShape(bullet.text, known)
      let isLong = shape.words >= (kind == .summary ? 5 : shape.isSentence ? 8 : 14)
      if isLong, !shape.isNoBullet, !shape.isKeywordList, !shape.isDated { bullets.append(bullet) }
    }
  }

  /// The fewest words that a bullet has: before the first section of a page stand names, places and addresses.
  private var fewestWords: Int { hasSections && !isInSections ? 5 : 2 }

  // MARK: - Roles

  private func roles() -> [Role] {
    var first: HTMLBlock?
    return page.blocks.enumerated().map { index, block in
      if block.isSkipped { return .nothing }
      if let level = block.headingLevel { return .heading(heading(of: block), level: level) }
      if !hasHeadings, block.item == nil, let heading = typedHeading(block, first) {
        first = first ?? block
        return .heading(heading, level: 1)
      }
      return role(of: block, index)
    }
  }

  private func role(of block: HTMLBlock, _ index: Int) -> Role {
    let lines = page.bulletLines(of: block, hints, in: layer.bytes)
    if let item = block.item {
      if isBullet(block, in: page.items[item]) { return .bullets(lines) }
    } else if lines.allSatisfy({ $0.marked != nil }) {
      let shown = lines.filter { page.elements.hasText($0.tokens) && isAfterSign($0) }
      // A picture of a dot in a cell of its own stands before the text of the next one.
      return shown.isEmpty ? .nothing : .bullets(shown)
    } else if index > 0, isDot(page.blocks[index - 1], before: block) {
      return .bullets(lines)
    }
    if page.isWholly(["a"], block.tokens) || ["th", "dt", "caption", "legend"].contains(block.container) {
      return .nothing
    }
    return .prose(page.lines(of: block, hints, in: layer.bytes))
  }

  private func isAfterSign(_ line: HTMLLine) -> Bool {
    page.elements.tokens[line.tokens].contains { $0.kind == .text && $0.range.upperBound > line.marked ?? 0 }
  }

  private func isBullet(_ block: HTMLBlock, in item: HTMLItem) -> Bool {
    if page.isWholly(["a"], block.tokens) || item.hasHeading { return false }
    // An item of several blocks holds a job: its name, its dates, what was done there.
    let isTitle = item.hasList || item.blocks > 1
    if isTitle, page.isWholly(["b", "strong"], block.tokens) { return false }
    if item.blocks > 1, block.container != "li" { return false }
    guard isTitle || item.blocks == 1, block.tokens.count < 400 else { return true }
    return !BulletShape(Array(heading(of: block).utf8), known).isDated
  }

  private func isDot(_ block: HTMLBlock, before next: HTMLBlock) -> Bool {
    guard block.depth == next.depth || block.depth == next.depth - 1 else { return false }
    let lines = page.bulletLines(of: block, hints, in: layer.bytes)
    return lines.count == 1 && lines[0].marked != nil && !isAfterSign(lines[0])
  }

  // MARK: - Headings

  private func heading(of block: HTMLBlock) -> String {
    guard block.range.count < 4000 else { return "" }
    let text = Array(page.elements.text(block.tokens).utf8)
    let lower = text.firstIndex { $0 != 0x20 } ?? 0
    let upper = text.lastIndex { $0 != 0x20 }.map { $0 + 1 } ?? lower
    return text.text(lower..<upper)
  }

  /// Whether a line of a block is a heading: known, and in capitals, marked up as a whole or before a colon.
  private func isHeading(_ line: HTMLLine) -> Bool {
    let tokens = page.elements.tokens
    let bytes =
      tokens[line.tokens.lowerBound].range.lowerBound..<tokens[line.tokens.upperBound - 1].range.upperBound
    guard bytes.count < 400, line.marked == nil else { return false }
    let text = page.elements.text(line.tokens)
    guard words.kind(of: text) != nil else { return false }
    return page.isWholly(HTMLReading.emphasis, line.tokens) || text.last { $0 != " " } == ":"
      || !text.unicodeScalars.contains { $0.properties.isLowercase }
  }

  private static let emphasis: Set<String> = ["b", "strong", "u", "big", "font", "span", "em", "i"]

  /// The heading that a line is by its words alone; `nil` where it is none.
  ///
  /// A line of another kind than the first heading, and deeper in the page, is a part of a job: “Technologies”.
  private func typedHeading(_ block: HTMLBlock, _ first: HTMLBlock?) -> String? {
    guard block.range.count < 1000 else { return nil }
    let text = heading(of: block)
    guard text.utf8.count <= 60, words.kind(of: text) != nil else { return nil }
    if let first, block.style != first.style || block.container != first.container,
      block.depth > first.depth + 1
    {
      return nil
    }
    return text
  }
}
