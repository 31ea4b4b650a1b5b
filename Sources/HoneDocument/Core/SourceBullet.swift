internal import HoneCore

/// A bullet as it stands in a file: its plain text, and the way back to the bytes of the file.
public struct SourceBullet: Sendable {
  /// The plain text that rules see: markup gone, escapes resolved, wrapped lines joined by single spaces.
  public let text: [UInt8]
  /// The number of the line where its text begins, from 1.
  public internal(set) var line = 0
  /// The column of its text in that line: bytes from 1.
  public internal(set) var column = 0
  /// Whether it is a record of a stream that NULs separate: `line` is the record's number then.
  var isRecord = false
  /// The section that it stands in, or `nil`.
  public let section: Section?
  /// Whether somebody switched hone off here, for all rules or for these alone.
  public internal(set) var isOff = false
  /// The rules, by id or kind, that a comment switched off here.
  public internal(set) var rulesOff: Set<String> = []
  /// The bytes of the file that hold it.
  public let raw: [UInt8]
  /// Where `raw` begins in the file: a byte offset.
  public let start: Int
  let segments: [Segment]
  let wrappers: [Wrapper]
  let spelling: Spelling
  /// How somebody wants slots written here; `nil` for the host's own way.
  var slotSpelling: SlotSpelling?
  let respell: @Sendable ([UInt8]) -> [UInt8]?

  init(
    text: [UInt8], raw: [UInt8], start: Int, segments: [Segment], wrappers: [Wrapper] = [],
    section: Section? = nil, spelling: Spelling = .plain,
    respell: @escaping @Sendable ([UInt8]) -> [UInt8]? = { $0 }
  ) {
    self.text = text
    self.raw = raw
    self.start = start
    self.segments = segments
    self.wrappers = wrappers
    self.section = section
    self.spelling = spelling
    self.respell = respell
  }

  /// Whether some of its words are a link out of the file, in its markup.
  public var holdsLink: Bool {
    wrappers.contains { $0.isVital && (holdsAddress($0.opening) || holdsAddress($0.closing)) }
  }

  private func holdsAddress(_ range: Range<Int>) -> Bool {
    let lower = max(0, range.lowerBound - start)
    let upper = min(raw.count, range.upperBound - start)
    return lower < upper && Bytes.find("://", in: raw, lower..<upper) != nil
  }

  /// Whether rules run on it: its section says so, and nobody switched them off.
  public var isLive: Bool { !isOff && (section?.kind.isLive ?? true) }

  /// The bytes of the file from the first of its text to the last.
  public var byteRange: Range<Int> {
    let shown = segments.lazy.filter { !$0.text.isEmpty }
    guard let first = shown.first, let last = shown.last else { return start..<start }
    return first.source.lowerBound..<last.source.upperBound
  }

  /// The bytes of the file behind a range of the text, or `nil` where that range has none of its own.
  public func fileRange(of range: Range<Int>) -> Range<Int>? {
    guard let lower = fileOffset(range.lowerBound, isEnd: false),
      let upper = fileOffset(range.upperBound, isEnd: true),
      lower <= upper
    else { return nil }
    return lower..<upper
  }

  private func fileOffset(_ offset: Int, isEnd: Bool) -> Int? {
    for segment in segments where !segment.text.isEmpty && segment.kind != .softBreak {
      let text = segment.text
      guard offset >= text.lowerBound, offset < text.upperBound || (isEnd && offset == text.upperBound),
        !(isEnd && offset == text.lowerBound && offset > 0)
      else { continue }
      if segment.kind == .verbatim { return segment.source.lowerBound + offset - text.lowerBound }
      // An atom has its bytes as a whole.
      return isEnd && offset > text.lowerBound ? segment.source.upperBound : segment.source.lowerBound
    }
    if isEnd { return nil }
    // An empty range at the very end.
    return offset == text.count ? byteRange.upperBound : nil
  }
}

extension SourceBullet {
  /// Finds the line of a byte of the bullet, and its column in characters.
  ///
  /// - Parameter lines: the lines of its file; `nil` where the bullet came alone, or its file has none.
  public func places(in lines: LineIndex?) -> @Sendable (Int) -> (line: Int, column: Int) {
    if let lines { return { lines.place(of: $0) } }
    // A bullet of a stream holds its lines from their beginning; a record is a line, and so is a paragraph of an archive.
    let own = LineIndex(raw, firstLine: line, lineEnd: isRecord ? 0 : 0x0A)
    let start = start
    return { own.place(of: $0 - start) }
  }
}

/// What a reader of a stream finds, in order: the bullets, and everything else.
public enum DocumentItem: Sendable {
  /// A bullet.
  case bullet(SourceBullet)
  /// Bytes that are no bullet and pass as they are.
  case other([UInt8])
  /// A line that cannot be read as text and passes as it is, with the reason.
  case unreadable([UInt8], line: Int, reason: String)
}
