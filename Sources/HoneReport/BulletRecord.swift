public import HoneCore

/// What a report says of one bullet.
public struct BulletRecord: Sendable {
  /// The file as the user named it; `-` for standard input.
  public let file: String
  /// The number of the bullet in its file, from 0.
  public let index: Int
  /// The line it begins in, from 1.
  public let line: Int
  /// The column of its text, in bytes from 1.
  public let column: Int
  /// The heading of its section, or `nil`.
  public let section: String?
  /// The bytes of its text in the file.
  public let byteRange: Range<Int>
  /// Its plain text.
  public let text: String
  /// The findings to show, by place.
  public private(set) var findings: [Finding]
  /// The facts that a rewrite must not lose.
  public let facts: [Fact]
  /// The safe rewrite, or `nil`.
  public private(set) var safe: Rewrite?
  /// The rewrites with slots, best first.
  public private(set) var rewrites: [Rewrite]
  /// `name@version` of the grammar.
  public let grammar: String
  /// Whether bytes and lines are those of the file itself: those of an archive's member are none that others could use.
  public let hasPlaces: Bool
  /// The bytes of the file behind a range of the text, or `nil`.
  public let fileRange: @Sendable (Range<Int>) -> Range<Int>?
  /// The line of a byte of the file, and its column in characters, both from 1.
  public let place: @Sendable (Int) -> (line: Int, column: Int)
  /// What a rewrite changes in the file.
  public let edits: @Sendable (Rewrite) -> [Edit]

  /// A record.
  public init(
    file: String, index: Int, line: Int, column: Int, section: String?, byteRange: Range<Int>, text: String,
    findings: [Finding], facts: [Fact], safe: Rewrite?, rewrites: [Rewrite], grammar: String, hasPlaces: Bool,
    fileRange: @escaping @Sendable (Range<Int>) -> Range<Int>?,
    place: @escaping @Sendable (Int) -> (line: Int, column: Int),
    edits: @escaping @Sendable (Rewrite) -> [Edit]
  ) {
    self.file = file
    self.index = index
    self.line = line
    self.column = column
    self.section = section
    self.byteRange = byteRange
    self.text = text
    self.findings = findings
    self.facts = facts
    self.safe = safe
    self.rewrites = rewrites
    self.grammar = grammar
    self.hasPlaces = hasPlaces
    self.fileRange = fileRange
    self.place = place
    self.edits = edits
  }

  /// The same with these findings.
  public func showing(_ findings: [Finding]) -> BulletRecord {
    var record = self
    record.findings = findings
    return record
  }

  /// The same with fewer rewrites.
  ///
  /// - Parameters:
  ///   - limit: how many with slots there are at most.
  ///   - areUseful: whether all must mend one of the findings to show.
  public func offering(atMost limit: Int, areUseful: Bool) -> BulletRecord {
    func isUseful(_ rewrite: Rewrite) -> Bool {
      !areUseful || findings.contains { mends(rewrite, $0) }
    }
    var record = self
    record.safe = safe.flatMap { isUseful($0) ? $0 : nil }
    record.rewrites = Array(rewrites.filter(isUseful).prefix(limit))
    return record
  }

  /// Whether a rewrite mends a finding: it says so, or none of the weak words stand in it any more.
  func mends(_ rewrite: Rewrite, _ finding: Finding) -> Bool {
    if rewrite.mends.contains(finding.rule) { return true }
    // A question is not answered by leaving out what it asks about.
    return finding.level >= .warning
      && !rewrite.pieces.contains { $0.source?.overlaps(finding.range) ?? false }
  }

  /// The file as reports name it that want a name of everything.
  var artifact: String { file == "-" ? "stdin" : file }

  /// The words that a finding is about.
  func words(of finding: Finding) -> String { Array(text.utf8).text(finding.range) }

  /// The best rewrite that mends a finding, the ones with slots first, or `nil`.
  func best(for finding: Finding) -> Rewrite? {
    (rewrites + (safe.map { [$0] } ?? [])).first { mends($0, finding) }
  }

  /// All rewrites in the order in which they are offered: the safe one first.
  public var offered: [Rewrite] { (safe.map { [$0] } ?? []) + rewrites }
}
