/// Follows the headings of a file that has some with a level and others that are only lines in bold.
struct BlockSections {
  /// A heading: its text, and how deep it stands; `nil` for a line that only looks like one.
  struct Heading {
    let text: String
    let level: Int?
    /// Whether nothing stands between it and the heading before it.
    var followsHeading = false
  }

  /// Deeper than any level of a heading.
  private static let bold = 1000

  private let words: SectionWords
  private let headings: [Heading]
  private let kinds: [Section.Kind?]
  /// Whether some heading with a level says what stands under it: then lines in bold only divide its section.
  private let hasKnownLevels: Bool
  private let firstKnown: Int?
  private var tracker: SectionTracker
  private var passed = 0
  /// The level of the last heading that says something, where those on its level below it are jobs or schools.
  private var flat: (level: Int, isOpen: Bool)?

  init(_ words: SectionWords, headings: [Heading]) {
    self.words = words
    self.headings = headings
    tracker = SectionTracker(words)
    kinds = headings.map { words.kind(of: $0.text) }
    hasKnownLevels = zip(headings, kinds).contains { $0.level != nil && $1 != nil }
    firstKnown = kinds.firstIndex { $0 != nil }
  }

  /// Comes to the next heading.
  mutating func next() {
    guard passed < headings.count else { return }
    let heading = headings[passed]
    let kind = kinds[passed]
    passed += 1
    if let level = heading.level {
      tracker.enter(heading.text, level: 2 * level + (isInFlat(heading, level, isKnown: kind != nil) ? 1 : 0))
    } else if kind == .contact, hasKnownLevels {
      // “Details” or “Links” below a job are no addresses.
      return
    } else {
      // Where lines in bold are all there is, those that name a section stand above the others.
      let isSection = kind != nil && !hasKnownLevels
      tracker.enter(heading.text, level: isSection ? BlockSections.bold : BlockSections.bold + 1)
    }
  }

  /// Whether a heading belongs to one on its own level: `## Education`, and below it, with nothing between, `## MIT`.
  private mutating func isInFlat(_ heading: Heading, _ level: Int, isKnown: Bool) -> Bool {
    if isKnown {
      flat = (level, false)
    } else if let (last, isOpen) = flat, last == level, isOpen || heading.followsHeading {
      flat = (level, true)
      return true
    } else if let last = flat?.level, level <= last {
      flat = nil
    }
    return false
  }

  /// Whether this is the head of the file: a name and addresses, before the first heading that says something.
  var isHead: Bool { passed <= 2 && firstKnown.map { passed <= $0 } ?? false }

  /// The section here.
  ///
  /// - Parameter isQuiet: whether what stands here is no bullet, whatever the section.
  func section(isQuiet: Bool) -> Section? {
    guard isQuiet else { return tracker.current }
    return Section(heading: tracker.current?.heading ?? "", kind: .other)
  }
}
