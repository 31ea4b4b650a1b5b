internal import HoneCore

/// Reads plain lines as they come: marked lines are bullets, deeper unmarked lines continue them, and any other line
/// is a bullet too unless it is blank, a heading, a date or a contact line.
///
/// What it says of a line depends on the lines alone, never on when they arrive: a marked bullet is held until the
/// next line shows whether it goes on.
public struct PlainReader {
  /// How lines become bullets.
  public enum Mode: Sendable {
    /// Marked lines, continuations, headings told apart.
    case plain
    /// Every line is one bullet.
    case lines
    /// Every record up to a NUL is one bullet, and may hold lines.
    case records

    /// The byte that ends a line or a record.
    var end: UInt8 { self == .records ? 0 : 0x0A }
  }

  /// The longest line that is read as text, in bytes.
  public static let longestLine = 64 * 1024

  private let mode: Mode
  private var buffer: [UInt8] = []
  private var searched = 0
  private var lineNumber = 1
  private var offset = 0
  private var passesLongLine = false
  private var pending: Pending?
  /// The indentation of a bullet that was too long, while its lines pass.
  private var passedIndent: Int?

  /// A reader.
  public init(mode: Mode = .plain) {
    self.mode = mode
  }

  /// Takes the next bytes and gives back what they complete.
  public mutating func read(_ bytes: [UInt8]) -> [DocumentItem] {
    var items: [DocumentItem] = []
    buffer += bytes
    var start = 0
    while let end = end(from: max(start, searched)) {
      let line = Array(buffer[start...end])
      start = end + 1
      searched = start
      take(line, into: &items)
    }
    buffer.removeFirst(start)
    searched = buffer.count
    if buffer.count > PlainReader.longestLine + 2 {
      // Too long for a bullet: it passes as it comes, and memory stays flat.
      if !passesLongLine {
        release(into: &items)
        items.append(.unreadable([], line: lineNumber, reason: PlainReader.tooLong))
        passesLongLine = true
      }
      items.append(.other(buffer))
      offset += buffer.count
      buffer = []
      searched = 0
    }
    return items
  }

  /// Gives back what is left when there are no more bytes.
  public mutating func finish() -> [DocumentItem] {
    var items: [DocumentItem] = []
    if !buffer.isEmpty {
      let line = buffer
      buffer = []
      searched = 0
      take(line, into: &items)
    }
    release(into: &items)
    return items
  }

  static let tooLong = "is longer than 64 KiB"

  private func end(from start: Int) -> Int? {
    start < buffer.count ? buffer[start...].firstIndex(of: mode.end) : nil
  }

  private mutating func take(_ line: [UInt8], into items: inout [DocumentItem]) {
    defer {
      lineNumber += 1
      offset += line.count
    }
    if passesLongLine {
      passesLongLine = false
      items.append(.other(line))
      return
    }
    if let reason = fault(of: line) {
      passedIndent = nil
      release(into: &items)
      items.append(.unreadable(line, line: lineNumber, reason: reason))
      return
    }
    if mode == .records {
      items.append(Pending(record: line, lineNumber, offset).map { .bullet($0.bullet()) } ?? .other(line))
      return
    }
    let shape = LineShape(line)
    if mode == .lines {
      items.append(
        shape.text.isEmpty ? .other(line) : .bullet(Pending(line, shape, lineNumber, offset).bullet()))
      return
    }
    if shape.marker == nil, !shape.text.isEmpty {
      if let indent = passedIndent, shape.indent > indent {
        items.append(.other(line))
        return
      }
      if let held = pending, shape.indent > held.indent, !PlainLine.hasGap(line, shape.text) {
        if held.raw.count + line.count > PlainReader.longestLine {
          passPending(with: line, into: &items)
        } else {
          pending?.add(line, shape, offset)
        }
        return
      }
    }
    // Below a bullet a line with a gap in it tells of the next job.
    let isBelow = pending.map { shape.marker == nil && shape.indent > $0.indent } ?? false
    passedIndent = nil
    release(into: &items)
    if isBelow || shape.text.isEmpty
      || (shape.marker == nil && LineKind.isNoBullet(line, shape.text, .builtIn))
    {
      items.append(.other(line))
    } else if shape.marker == nil {
      items.append(.bullet(Pending(line, shape, lineNumber, offset).bullet()))
    } else {
      pending = Pending(line, shape, lineNumber, offset)
    }
  }

  private mutating func release(into items: inout [DocumentItem]) {
    if let held = pending { items.append(.bullet(held.bullet())) }
    pending = nil
  }

  /// A bullet that has grown too long passes with all of its lines, for half of one says something else.
  private mutating func passPending(with line: [UInt8], into items: inout [DocumentItem]) {
    guard let held = pending else { return }
    items.append(
      .unreadable(held.raw + line, line: held.line, reason: "begins a bullet that \(PlainReader.tooLong)"))
    passedIndent = held.indent
    pending = nil
  }

  private func fault(of line: [UInt8]) -> String? {
    if line.count > PlainReader.longestLine + 2 { return PlainReader.tooLong }
    if mode != .records, line.contains(0) { return "holds a NUL byte" }
    if Encoding.loneReturn(line) != nil { return Encoding.hasLoneReturn }
    if line.contains(where: { $0 >= 0x80 }), String(validating: line, as: UTF8.self) == nil {
      return "is not valid UTF-8"
    }
    return nil
  }
}

/// A bullet whose next line may continue it.
private struct Pending {
  let indent: Int
  let line: Int
  /// Its bytes so far.
  private(set) var raw: [UInt8]
  private let column: Int
  private var start: Int
  private var isRecord = false
  private var text: [UInt8]
  private var segments: [Segment]

  init(_ bytes: [UInt8], _ shape: LineShape, _ line: Int, _ start: Int) {
    indent = shape.indent
    self.line = line
    self.start = start
    column = shape.text.lowerBound + 1
    text = []
    segments = []
    raw = bytes
    take(bytes[shape.text], start)
  }

  /// A record: a marker before its first words is none of them, and its line ends are spaces; `nil` where it is blank.
  init?(record: [UInt8], _ number: Int, _ start: Int) {
    let body = record.last == 0 ? record.dropLast() : record[...]
    let lines = body.split(separator: 0x0A, omittingEmptySubsequences: false)
    let shapes = lines.map { LineShape(Array($0)) }
    guard let first = shapes.firstIndex(where: { !$0.text.isEmpty }) else { return nil }
    self.init(Array(lines[first]), shapes[first], number, start + lines[first].startIndex)
    raw = record
    self.start = start
    for (line, shape) in zip(lines, shapes).dropFirst(first + 1) where !shape.text.isEmpty {
      join(
        (shape.marker?.lowerBound ?? shape.text.lowerBound)..<shape.text.upperBound, Array(line),
        start + line.startIndex)
    }
    isRecord = true
  }

  /// Takes text that stands in the file as it is, each soft hyphen in it as one with the letter behind it.
  private mutating func take(_ bytes: ArraySlice<UInt8>, _ start: Int) {
    var at = bytes.startIndex
    while let hyphen = SoftHyphen.first(in: bytes[at...]), hyphen + 2 < bytes.endIndex {
      let letter = bytes[(hyphen + 2)...].dropFirst().prefix { $0 & 0xC0 == 0x80 }.count + 1
      let end = hyphen + 2 + letter
      if at < hyphen { append(.verbatim, bytes[at..<hyphen], (start + at)..<(start + hyphen)) }
      append(.atom, bytes[(hyphen + 2)..<end], (start + hyphen)..<(start + end))
      at = end
    }
    if at < bytes.endIndex { append(.verbatim, bytes[at...], (start + at)..<(start + bytes.endIndex)) }
  }

  private mutating func append(_ kind: Segment.Kind, _ new: ArraySlice<UInt8>, _ source: Range<Int>) {
    segments.append(
      Segment(kind: kind, text: text.count..<(text.count + new.count), source: source, wrappers: []))
    text += new
  }

  mutating func add(_ bytes: [UInt8], _ shape: LineShape, _ start: Int) {
    join(shape.text, bytes, start)
    raw += bytes
  }

  /// Takes words of another line, behind a space that stands for the line's end.
  private mutating func join(_ words: Range<Int>, _ line: [UInt8], _ start: Int) {
    let lower = start + words.lowerBound
    let end = segments.last?.source.upperBound ?? lower
    segments.append(
      Segment(kind: .softBreak, text: text.count..<(text.count + 1), source: end..<lower, wrappers: []))
    text.append(0x20)
    take(line[words], start)
  }

  func bullet() -> SourceBullet {
    var bullet = SourceBullet(text: text, raw: raw, start: start, segments: segments)
    bullet.line = line
    bullet.column = column
    bullet.isRecord = isRecord
    return bullet
  }
}
