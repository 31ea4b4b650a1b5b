/// Follows the headings of a file that has some with a level and others that are only lines in bold.
struct BlockSections {
  /// A heading: its text, and how deep it stands; `nil` for a line that only looks like one.
  struct Heading {
    let text: String
    let level: Int?
  }

  /// Deeper than any level of a heading.
  private static let bold = 100

  private let words: SectionWords
  private let headings: [Heading]
  /// Whether some heading with a level says what stands under it: then lines in bold only divide its section.
  private let hasKnownLevels: Bool
  private let firstKnown: Int?
  private var tracker: SectionTracker
  private var passed = 0

  init(_ words: SectionWords, headings: [Heading]) {
    self.words = words
    self.headings = headings
    tracker = SectionTracker(words)
    hasKnownLevels = headings.contains { $0.level != nil && words.kind(of: $0.text) != nil }
    firstKnown = headings.firstIndex { words.kind(of: $0.text) != nil }
  }

  /// Comes to the next heading.
  mutating func next() {
    guard passed < headings.count else { return }
    let heading = headings[passed]
    passed += 1
    if let level = heading.level { return tracker.enter(heading.text, level: level) }
    // Where lines in bold are all there is, those that name a section stand above the others.
    let isKnown = words.kind(of: heading.text) != nil
    tracker.enter(
      heading.text, level: isKnown && !hasKnownLevels ? BlockSections.bold : BlockSections.bold + 1)
  }

  /// Whether this is the head of the file: a name and addresses, before the first heading that says something.
  var isHead: Bool { passed <= 1 && firstKnown.map { passed <= $0 } ?? false }

  /// The section here.
  ///
  /// - Parameter isQuiet: whether what stands here is no bullet, whatever the section.
  func section(isQuiet: Bool) -> Section? {
    guard isQuiet else { return tracker.current }
    return Section(heading: tracker.current?.heading ?? "", kind: .other)
  }
}
