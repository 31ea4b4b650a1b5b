/// A file that cannot be read as what it is said to be.
public struct DocumentError: Error, Sendable, CustomStringConvertible {
  /// The line where, from 1; 0 where it is the file as a whole.
  public let line: Int
  /// What is wrong and what to do, to stand behind the file's name.
  public let text: String

  /// An error.
  public init(line: Int = 0, _ text: String) {
    self.line = line
    self.text = text
  }

  /// What is wrong, with its line.
  public var description: String { line > 0 ? "line \(line): \(text)" : text }
}

/// Something that a reader left alone because it did not understand it.
public struct Note: Sendable, Hashable {
  /// The line, from 1; 0 where it is the file as a whole.
  public let line: Int
  /// What was left alone.
  public let text: String

  /// A note.
  public init(line: Int = 0, _ text: String) {
    self.line = line
    self.text = text
  }
}

/// A résumé file: its bytes, and the bullets in it.
public struct Document: Sendable {
  /// What it was read as.
  public let format: Format
  /// The bytes that it was read from.
  public internal(set) var file: [UInt8]
  /// The bytes that all offsets count in: the file's own, or those of the member of an archive that holds the text.
  public let bytes: [UInt8]
  /// The bullets in the order of the file, none overlapping another.
  public private(set) var bullets: [SourceBullet]
  /// What was not understood.
  public private(set) var notes: [Note]
  /// Comments, with their signs.
  let comments: [Range<Int>]
  /// Bullets that hold the same text and change together or not at all, by their numbers.
  let twins: [[Int]]
  /// What was known of its format when it was read.
  var formats = FormatGrammar.builtIn
  /// Puts new bytes in the place of `bytes` and gives the file; `nil` where hone only reads this format.
  let pack: (@Sendable ([UInt8]) throws(DocumentError) -> [UInt8])?
  /// Whether lines mean something to who keeps the file; if not, lines are numbers of paragraphs, set by the reader.
  private let hasLines: Bool

  /// A document of bullets that a reader found.
  ///
  /// - Parameters:
  ///   - comments: every comment of the host, its signs included: an off-switch may stand there.
  ///   - lines: the number of each bullet where the file has no lines of its own.
  ///   - twins: bullets that hold the same text and change together, by their numbers.
  ///   - pack: makes the file of new bytes; the bytes themselves when left out, and `nil` where the format is read only.
  init(
    _ format: Format, _ bytes: [UInt8], bullets: [SourceBullet], comments: [Range<Int>] = [],
    notes: [Note] = [],
    lines: [Int]? = nil, twins: [[Int]] = [],
    pack: (@Sendable ([UInt8]) throws(DocumentError) -> [UInt8])? = { $0 }
  ) {
    self.format = format
    self.bytes = bytes
    file = bytes
    self.comments = comments
    self.twins = twins
    self.pack = pack
    self.notes = notes
    hasLines = lines == nil
    self.bullets = bullets
    if let lines {
      for index in self.bullets.indices where index < lines.count {
        self.bullets[index].line = lines[index]
        self.bullets[index].column = 1
      }
    } else {
      setPlaces()
    }
    var switches = OffSwitches(comments, in: bytes)
    self.notes += switches.apply(to: &self.bullets)
    leaveLongOnes()
  }

  /// The numbers of the bullets that rules run on: of those that stand in several copies the first.
  public var reported: [Int] {
    let copies = Set(twins.flatMap { $0.dropFirst() })
    return bullets.indices.filter { bullets[$0].isLive && !copies.contains($0) }
  }

  /// A bullet beyond every measure is text that was taken for one.
  private mutating func leaveLongOnes() {
    for index in bullets.indices where bullets[index].text.count > PlainReader.longestLine {
      if bullets[index].isLive {
        notes.append(
          Note(line: bullets[index].line, "this bullet \(PlainReader.tooLong); it is left as it is"))
      }
      bullets[index].isOff = true
    }
  }

  /// The same document with each bullet changed.
  func withBullets(_ change: (SourceBullet) -> SourceBullet) -> Document {
    var document = self
    document.bullets = bullets.map(change)
    return document
  }

  /// Whether hone can write this format.
  public var isWritable: Bool { pack != nil }

  /// Whether the file has lines; if not, `line` of a bullet is the number of its paragraph.
  public var hasLineNumbers: Bool { hasLines }

  private mutating func setPlaces() {
    var line = 1
    var lineStart = 0
    var at = 0
    for index in bullets.indices {
      let start = bullets[index].byteRange.lowerBound
      while at < min(start, bytes.count) {
        if bytes[at] == 0x0A {
          line += 1
          lineStart = at + 1
        }
        at += 1
      }
      bullets[index].line = line
      bullets[index].column = start - lineStart + 1
    }
  }
}
