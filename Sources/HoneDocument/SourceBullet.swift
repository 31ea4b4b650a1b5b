/// A bullet as it stands in a file: its plain text, and the way back to the bytes of the file.
public struct SourceBullet: Sendable {
  /// The plain text, wrapped lines joined by single spaces.
  public let text: [UInt8]
  /// The number of its first line, from 1.
  public let line: Int
  /// The column of its text in that line: bytes from 1.
  public let column: Int
  /// All its bytes, from its marker to its line end.
  public let raw: [UInt8]
  /// Where `raw` begins in the file: a byte offset.
  public let start: Int
  /// For each stretch of `text`: where it begins there and where in the file.
  let segments: [(text: Int, file: Int, count: Int)]
  /// What stands before the text in `raw`: indentation, marker, space.
  let prefix: [UInt8]
  /// What stands after it: trailing spaces and the line end.
  let suffix: [UInt8]
  /// What its later lines begin with; `nil` for a bullet of one line.
  let hanging: [UInt8]?
  /// The longest of its lines, in bytes.
  let width: Int

  /// The bytes of the file from the first of its text to the last.
  public var byteRange: Range<Int> {
    guard let first = segments.first, let last = segments.last else { return start..<start }
    return first.file..<(last.file + last.count)
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
    for segment in segments {
      let end = segment.text + segment.count
      if offset >= segment.text, offset < end || (isEnd && offset == end && offset > segment.text) {
        return segment.file + offset - segment.text
      }
    }
    if isEnd { return nil }
    // An empty range at the very end.
    if let last = segments.last, offset == last.text + last.count { return last.file + last.count }
    return nil
  }

  /// The bytes of the bullet with another text: marker, line end and hanging indent as they were.
  ///
  /// A bullet that was wrapped by hand is wrapped again, to the width that it had.
  public func replacing(_ text: String) -> [UInt8] {
    guard let hanging else { return prefix + Array(text.utf8) + suffix }
    let lineEnd: [UInt8] = suffix.suffix(2) == [0x0D, 0x0A] || raw.contains(0x0D) ? [0x0D, 0x0A] : [0x0A]
    var lines: [[UInt8]] = []
    var current = prefix
    var isEmpty = true
    for word in text.utf8.split(separator: 0x20, omittingEmptySubsequences: false) {
      if !isEmpty, current.count + 1 + word.count > width {
        lines.append(current)
        current = hanging
        isEmpty = true
      }
      if !isEmpty { current.append(0x20) }
      current += word
      isEmpty = false
    }
    lines.append(current)
    return Array(lines.joined(separator: lineEnd)) + suffix
  }
}

/// What a reader finds in a file, in order: the bullets, and everything else.
public enum DocumentItem: Sendable {
  /// A bullet.
  case bullet(SourceBullet)
  /// Bytes that are no bullet and pass as they are.
  case other([UInt8])
  /// A line that cannot be read as text and passes as it is, with the reason.
  case unreadable([UInt8], line: Int, reason: String)
}
