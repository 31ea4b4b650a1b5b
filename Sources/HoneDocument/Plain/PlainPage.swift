internal import HoneCore

/// The lines of a plain file on their way to bullets.
struct PlainPage {
  private let lines: [PlainLine]
  /// The heading that each line is, or `nil`.
  private let headings: [Section?]
  private let words: PlainWords
  private let text: PlainText
  private let layer: Layer
  private let hasHeadings: Bool
  /// The columns that a line fills where it was broken: the width of the text.
  private let width: Int
  /// Whether bullets with a sign, and texts without one, go on in lines that are not indented below their first.
  private let breaksFlat: (bullets: Bool, prose: Bool)
  private var section: Section?
  private var bullets: [SourceBullet] = []
  private var notes: [Note] = []
  /// The lines of a bullet that may go on, by their numbers.
  private var held: [Int] = []
  /// The last line with a sign that names a job or a project.
  private var name: Int?
  /// Whether the lines held have no sign: they count where they say something.
  private var isProse = false
  /// Whether the section that is read holds lines with signs: then nothing else in it is a bullet.
  private var isMarked = true

  init(_ bytes: [UInt8], _ lines: [PlainLine], _ headings: [Section?], _ words: PlainWords) {
    self.lines = lines
    self.headings = headings
    self.words = words
    text = PlainText(bytes: bytes, words: words)
    layer = Layer(bytes)
    hasHeadings = headings.contains { $0 != nil }
    width = PlainPage.width(of: lines)
    breaksFlat = PlainPage.breaksFlat(lines, headings, words)
  }

  /// Looks for lines that begin in the middle of a sentence.
  private static func breaksFlat(_ lines: [PlainLine], _ headings: [Section?], _ words: PlainWords)
    -> (bullets: Bool, prose: Bool)
  {
    var found = (bullets: false, prose: false)
    var first: (indent: Int, isMarked: Bool)?
    // A sign may stand on a line of its own above the text.
    var isText = true
    for (line, heading) in zip(lines, headings) {
      if heading != nil || line.isRule || (line.isBlank && line.marker == nil) {
        first = nil
      } else if line.marker != nil || first == nil {
        first = (line.indent, line.marker != nil)
      } else if let head = first, isText, line.indent <= head.indent {
        if !line.beginsInside || line.gap != nil || line.isContact(words) {
          first = nil
        } else if head.isMarked {
          found.bullets = true
        } else {
          found.prose = true
        }
      }
      isText = !line.isBlank
    }
    return (found.bullets, found.bullets || found.prose)
  }

  /// The width to which most lines are broken: a little less than the longest, for letters of a page are not all alike.
  private static func width(of lines: [PlainLine]) -> Int {
    let widths = lines.filter { !$0.isBlank && $0.gap == nil && $0.words.count > 3 }.map(\.width).sorted()
    guard let longest = widths.last else { return .max }
    let typical = widths.count >= 8 ? widths[widths.count - 3] : longest
    return max(40, typical * 93 / 100)
  }

  /// The document.
  mutating func document() -> Document {
    let columns = PlainColumns.lines(lines, words)
    var nextColumns = 0
    var at = 0
    enterPart(from: 0)
    while at < lines.count {
      if nextColumns < columns.count, columns[nextColumns].lowerBound == at {
        release()
        notes.append(Note(line: at + 1, "two columns stand side by side from here on; they were left alone"))
        at = columns[nextColumns].upperBound
        nextColumns += 1
      } else {
        take(at)
        at += 1
      }
    }
    release()
    return Document(.plain, layer.bytes, bullets: bullets, notes: notes)
  }

  // MARK: - Lines

  private mutating func take(_ index: Int) {
    let line = lines[index]
    if let heading = headings[index],
      line.isUpperCase || !(goesOn(index) || (line.beginsInside && !held.isEmpty))
    {
      release()
      section = heading
      enterPart(from: index + 1)
    } else if line.isBlank || line.isRule {
      if !goesOnBehind(index) { release() }
    } else if isFurniture(index) {
      // The foot of a page stands between two lines of a bullet now and then, but nobody can tell.
      release()
    } else if line.marker != nil || isMarkedBefore(index) {
      release()
      isProse = false
      if namesSomething(index) { name = index } else { held = [index] }
    } else if !held.isEmpty, continues(index) {
      if beginsText(index) {
        held = [index]
        isProse = true
      } else {
        held.append(index)
      }
    } else {
      release()
      if (isMarked && !isBelowName(index)) || !mayBeProse(index) { return }
      held = [index]
      isProse = true
    }
  }

  /// Whether it says something of the name right above it.
  private func isBelowName(_ index: Int) -> Bool {
    guard let name, name == index - 1 else { return false }
    return lines[index].indent > lines[name].indent
  }

  /// Whether the sign before the line stands on a line of its own, as some pages are copied.
  private func isMarkedBefore(_ index: Int) -> Bool {
    guard index > 0, lines[index - 1].marker != nil else { return false }
    return lines[index - 1].isBlank
  }

  /// Whether a line with a sign names a job, a project or an address, and what is said of it stands below.
  private func namesSomething(_ index: Int) -> Bool {
    let line = lines[index]
    if isHead && line.isContact(words) { return true }
    if line.endsInDate(words) && (line.gap != nil || line.isTitle) { return true }
    if line.isTitle, line.string.hasSuffix(":") { return true }
    guard line.isTitle, let next = lines[(index + 1)...].first(where: { !$0.isBlank }) else { return false }
    return next.marker != nil && next.indent > line.indent
  }

  /// Whether a deeper line is a text of its own below a name: the name had room for its first word.
  private func beginsText(_ index: Int) -> Bool {
    guard held.count == 1, !isProse, case let name = lines[held[0]], case let line = lines[index],
      !line.beginsInside,
      name.isTitle, !name.isOpen(words), let first = line.words.first
    else { return false }
    return name.width + 1 + first.count < width / 10 * 9 && line.isClosed
  }

  /// Whether no section began yet, though some will: names and addresses stand there.
  private var isHead: Bool { hasHeadings && section == nil }

  /// Looks whether the part of the file up to the next heading holds lines with signs.
  private mutating func enterPart(from start: Int) {
    var at = start
    isMarked = false
    while at < lines.count, headings[at] == nil {
      if lines[at].marker != nil { isMarked = true }
      at += 1
    }
  }

  private func mayBeProse(_ index: Int) -> Bool {
    let line = lines[index]
    if case .sign? = line.start(words) { return false }
    return !isHead && !line.isUpperCase && !line.beginsInside && !line.string.hasSuffix(":")
      && !line.isEntry(words) && !line.isContact(words)
  }

  private func isFurniture(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.isPageNumber(words) else { return false }
    // A number alone may be the last word of a bullet: then it stands in its line's place.
    return !(line.words.count == 1 && !held.isEmpty && line.indent > lines[held[0]].indent)
  }

  // MARK: - How bullets go on

  /// Whether a line belongs to what is held.
  private func continues(_ index: Int) -> Bool {
    let line = lines[index]
    let last = lines[held[held.count - 1]]
    if beginsAnew(index) { return false }
    if line.beginsInside { return line.gap == nil }
    if line.beginsPage || line.gap != nil || LineKind.isDate(line.string, words.lines)
      || line.isContact(words)
    {
      return false
    }
    if !isProse, line.indent > lines[held[0]].indent { return true }
    if goesOn(index) { return true }
    if line.isUpperCase || line.endsInDate(words) || namesEntry(index) { return false }
    // Where nothing tells that lines go on so, the next job begins here.
    let breaksFlat = isProse ? breaksFlat.prose : breaksFlat.bullets
    guard breaksFlat || line.string.first?.isNumber == true, !line.mayBeName(words) else { return false }
    return !last.isClosed && line.isWrapped(after: last, width: width)
  }

  /// Whether a line begins something of its own, with a sign that hone does not know, a label, or as `eBay Inc` does.
  private func beginsAnew(_ index: Int) -> Bool {
    let line = lines[index]
    switch line.start(words) {
    case .sign, .list: return true
    case .number: return !goesOn(index)
    case nil: return line.beginsInside && isFlat(index) && !goesOn(index) && line.mayBeName(words)
    }
  }

  /// Whether a line is indented no deeper than the first of what is held.
  private func isFlat(_ index: Int) -> Bool {
    held.first.map { lines[index].indent <= lines[$0].indent } ?? true
  }

  /// Whether what is held cannot end before a line.
  private func goesOn(_ index: Int) -> Bool {
    guard let last = held.last, last == index - 1 else { return false }
    guard lines[last].isOpen(words), !lines[index].isBlank else { return false }
    let word = lines[last].words.last?.lowercased() ?? ""
    return !(words.weaklyOpen.contains(word) && isFlat(index) && lines[index].mayBeName(words))
  }

  /// Whether a sentence goes on behind a single blank line, as where every line of a page was copied with one.
  private func goesOnBehind(_ blank: Int) -> Bool {
    guard let last = held.last, last == blank - 1, lines[blank].isBlank, lines[blank].marker == nil,
      blank + 1 < lines.count, case let next = lines[blank + 1], next.beginsInside, next.gap == nil,
      !lines[last].isClosed, !next.isContact(words)
    else { return false }
    return lines[last].isOpen(words) || next.isWrapped(after: lines[last], width: width)
  }

  /// Whether the line is the first of several that name a job: the next has its date, or is a name as well.
  private func namesEntry(_ index: Int) -> Bool {
    guard index + 1 < lines.count, case let next = lines[index + 1], next.marker == nil else { return false }
    if next.isEntry(words) { return true }
    return lines[index].isTitle && !next.isBlank && headings[index + 1] == nil && !next.beginsInside
  }

  private mutating func release() {
    defer { held = [] }
    if held.isEmpty { return }
    // Text with a gap in it is torn out of a table, and what a page's end cuts off has its rest elsewhere.
    if held.contains(where: { lines[$0].gap != nil }) || isCutOff { return }
    guard let bullet = text.bullet(held.map { lines[$0].text }, layer, section) else { return }
    if isProse, !words.lines.isLenient, !PlainPage.saysSomething(bullet.text) { return }
    if Prose.hasLetters(bullet.text) { bullets.append(bullet) }
  }

  /// Whether a page ends within the sentence that is held.
  private var isCutOff: Bool {
    guard let last = held.last, lines[last].isOpen(words) else { return false }
    let rest = lines[(last + 1)...].prefix { $0.isBlank || $0.isPageNumber(words) || $0.beginsPage }
    return rest.contains { $0.beginsPage }
  }

  /// Whether text without a sign is more than a name.
  private static func saysSomething(_ text: [UInt8]) -> Bool {
    let words = text.split(separator: 0x20)
    let lower = words.filter { $0.first.map(Bytes.isLower) ?? false }.count
    guard words.count >= 4, lower * 3 >= words.count else { return false }
    return text.last == 0x2E || (words.count >= 5 && lower * 2 >= words.count)
  }
}
