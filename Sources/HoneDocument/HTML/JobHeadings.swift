/// Follows the headings of a page or a document in which jobs may have headings of their section's level.
struct JobHeadings {
  private let words: SectionWords
  private var tracker: SectionTracker
  /// The level of the heading that the current section has.
  private var level = 0
  /// Whether jobs have headings of the level of their section's, and whether a heading came last.
  private var isFlat = false
  private var isHeadingLast = false

  init(_ words: SectionWords) {
    self.words = words
    tracker = SectionTracker(words)
  }

  /// The section that holds what comes next, or `nil`.
  var current: Section? { tracker.current }

  /// Comes to a heading; true where a section begins with it.
  @discardableResult mutating func enter(_ heading: String, _ level: Int) -> Bool {
    let kind = words.kind(of: heading)
    // “Key achievements” of a job are its bullets; those of a life are a section.
    if kind == .awards, tracker.current?.kind.isLive == true, self.level > 0, level > self.level {
      return false
    }
    // Where a job has the same heading as its section, it stands right behind that.
    if kind != nil {
      isFlat = false
    } else if level == self.level, isFlat || isHeadingLast {
      isFlat = true
    }
    isHeadingLast = true
    tracker.enter(heading, level: isFlat && kind == nil ? max(level, self.level + 1) : level)
    if kind != nil { self.level = level }
    return kind != nil
  }

  /// Comes to an element that tells the section it holds.
  mutating func enter(hint: String) {
    tracker.enter(hint, level: 0)
    level = 0
    isFlat = false
  }

  /// Comes to what is no heading.
  mutating func pass() { isHeadingLast = false }

  /// Goes back to where an element began that ends here.
  mutating func leave(to outer: JobHeadings) {
    tracker = outer.tracker
    level = outer.level
  }
}
