internal import HoneCore

/// Tells which paragraphs of a document are bullets, and in which sections they stand.
struct WordReading {
  private typealias Role = BlockRole<WordLine>

  /// The bullets found, in the order of the file.
  private(set) var bullets: [SourceBullet] = []
  /// The number of the paragraph of each.
  private(set) var numbers: [Int] = []
  /// Bullets that stand in several copies of one text box.
  private(set) var twins: [[Int]] = []
  /// What was left alone.
  private(set) var notes: [Note] = []

  private let xml: WordXML
  private let layer: Layer
  private let styles: WordStyles
  private let words: SectionWords
  private let known: LineWords
  private let paragraphs: [WordParagraph]
  private var headings: JobHeadings
  private var copies: [WordCopy?] = []

  init(_ xml: WordXML, _ styles: WordStyles, _ grammar: FormatGrammar) throws(DocumentError) {
    self.xml = xml
    self.styles = styles
    words = grammar.sections
    known = grammar.lines
    layer = Layer(xml.bytes)
    paragraphs = try WordScanner.paragraphs(xml)
    headings = JobHeadings(grammar.sections)
  }

  /// Reads the paragraphs.
  mutating func read() {
    let roles = roles()
    let listed = Role.partsWithLists(roles)
    var region = 0
    var outside: (headings: JobHeadings, copy: WordCopy?)?
    for (paragraph, role) in zip(paragraphs, roles) {
      // Each copy of a text box begins in the section that the box stands in.
      if let last = outside, paragraph.copy != last.copy {
        headings.leave(to: last.headings)
        outside = nil
      }
      if paragraph.copy != nil, outside == nil { outside = (headings, paragraph.copy) }
      if case .heading(let heading, let level) = role {
        region += 1
        headings.enter(heading, level)
      } else {
        take(role, paragraph, hasList: listed.contains(region))
      }
    }
    findTwins()
  }

  private mutating func take(_ role: Role, _ paragraph: WordParagraph, hasList: Bool) {
    headings.pass()
    switch role {
    case .heading, .nothing: break
    case .bullets(let lines):
      for line in lines {
        guard let bullet = WordEmission.bullet(line, xml, layer, headings.current) else { continue }
        let shape = BulletShape(bullet.text, known)
        if shape.words > 1, !shape.isNoBullet, !shape.isKeywordList, !shape.isDated { add(bullet, paragraph) }
      }
    case .prose(let lines):
      guard let line = lines.first, let kind = headings.current?.kind, kind.isLive,
        kind == .summary || !hasList,
        let bullet = WordEmission.bullet(line, xml, layer, headings.current)
      else { return }
      let shape = BulletShape(bullet.text, known)
      let isLong = shape.words >= (kind == .summary ? 5 : shape.isSentence ? 8 : 14)
      if isLong, !shape.isNoBullet, !shape.isKeywordList, !shape.isDated { add(bullet, paragraph) }
    }
  }

  private mutating func add(_ bullet: SourceBullet, _ paragraph: WordParagraph) {
    bullets.append(bullet)
    numbers.append(paragraph.number)
    copies.append(paragraph.copy)
  }

  // MARK: - Copies

  /// Pairs the bullets of the copies of a text box; where they differ, none of them is a bullet.
  private mutating func findTwins() {
    var boxes: [Int: [[Int]]] = [:]
    for (index, copy) in copies.enumerated() {
      guard let copy else { continue }
      var lists = boxes[copy.box] ?? []
      while lists.count <= copy.copy { lists.append([]) }
      lists[copy.copy].append(index)
      boxes[copy.box] = lists
    }
    var odd: Set<Int> = []
    for (_, lists) in boxes.sorted(by: { $0.key < $1.key }) where lists.count > 1 {
      let same = lists.allSatisfy { list in
        list.count == lists[0].count
          && zip(list, lists[0]).allSatisfy { bullets[$0].text == bullets[$1].text }
      }
      if same {
        twins += lists[0].indices.map { place in lists.map { $0[place] } }
      } else {
        odd.formUnion(lists.joined())
      }
    }
    if !odd.isEmpty { leaveOut(odd) }
  }

  private mutating func leaveOut(_ odd: Set<Int>) {
    let kept = bullets.indices.filter { !odd.contains($0) }
    let places = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    notes.append(
      Note(line: numbers[odd.min() ?? 0], "the copies of this text box differ; it is left as it is"))
    bullets = kept.map { bullets[$0] }
    numbers = kept.map { numbers[$0] }
    twins = twins.map { $0.compactMap { places[$0] } }
  }

  // MARK: - Roles

  private func roles() -> [Role] {
    let levels = paragraphs.map { styledHeading($0) }
    let sections = zip(paragraphs, levels).filter { paragraph, level in
      level != nil && words.kind(of: text(of: paragraph))?.isLive == true
    }
    let typedLevel = sections.compactMap(\.1).min() ?? 1
    var first: WordParagraph?
    return zip(paragraphs, levels).map { paragraph, level in
      if let level { return .heading(text(of: paragraph), level: level) }
      if isTypedHeading(paragraph, first, isPlainEnough: sections.isEmpty) {
        first = first ?? paragraph
        return .heading(text(of: paragraph), level: typedLevel)
      }
      return role(of: paragraph)
    }
  }

  private func role(of paragraph: WordParagraph) -> Role {
    let lines = WordLine.lines(of: paragraph, xml.bytes)
    let isListed = paragraph.list.map { $0 != "0" } ?? styles.isList(paragraph.style)
    if isListed || lines.allSatisfy(\.isMarked) { return .bullets(lines) }
    return lines.count == 1 ? .prose(lines) : .nothing
  }

  // MARK: - Headings

  private func text(of paragraph: WordParagraph) -> String {
    guard paragraph.pieces.count < 60 else { return "" }
    let text = paragraph.text(xml.bytes)
    let lower = text.firstIndex { $0 != 0x20 } ?? 0
    let upper = text.lastIndex { $0 != 0x20 }.map { $0 + 1 } ?? lower
    return upper - lower < 400 ? text.text(lower..<upper) : ""
  }

  private func styledHeading(_ paragraph: WordParagraph) -> Int? {
    if paragraph.pieces.isEmpty || styles.isTitle(paragraph.style) { return nil }
    return paragraph.level ?? styles.headingLevel(paragraph.style)
  }

  /// Whether a paragraph is a heading by its words: bold or in capitals, and known.
  ///
  /// Skills and awards inside a job look otherwise than the headings of sections.
  private func isTypedHeading(_ paragraph: WordParagraph, _ first: WordParagraph?, isPlainEnough: Bool)
    -> Bool
  {
    guard let look = paragraph.pieces.first?.look else { return false }
    let text = text(of: paragraph)
    guard text.utf8.count <= 60, let kind = words.kind(of: text) else { return false }
    let isBold = look.isBold || styles.isBold(paragraph.style)
    // Some number their headings by hand.
    let isListed = paragraph.list.map { $0 != "0" } ?? styles.isList(paragraph.style)
    if isListed, !isBold { return false }
    let isCapital =
      look.isCaps || styles.isCaps(paragraph.style)
      || !text.unicodeScalars.contains { $0.properties.isLowercase }
    guard isBold || isCapital || isPlainEnough else { return false }
    if kind == .skills || kind == .awards, let first, let other = first.pieces.first?.look {
      return first.style == paragraph.style && other.format == look.format
    }
    return true
  }
}
