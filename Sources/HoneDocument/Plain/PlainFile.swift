/// Plain text that is read whole.
///
/// Where a stream has to judge each line when it comes, a file shows headings, signs and the width of its lines before
/// anything is said of one of them.
enum PlainFile: Reader {
  static func read(_ bytes: [UInt8], _ grammar: FormatGrammar) throws(DocumentError) -> Document {
    let words = PlainWords(grammar)
    let lines = lines(of: bytes, words)
    if let long = lines.firstIndex(where: { $0.range.count > PlainReader.longestLine + 1 }) {
      throw DocumentError(line: long + 1, "this line \(PlainReader.tooLong)")
    }
    let headings = lines.map { $0.heading(words) }
    // A list of lines without a heading or a sign is what a stream gets.
    guard headings.contains(where: { $0 != nil }) || lines.contains(where: { $0.marker != nil }) else {
      return try document(bytes, .plain, mode: .plain)
    }
    var page = PlainPage(bytes, lines, headings, words)
    return page.document()
  }

  private static func lines(of bytes: [UInt8], _ words: PlainWords) -> [PlainLine] {
    var ranges: [Range<Int>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      ranges.append(start..<end)
      start = end + 1
    }
    let texts = ranges.map { PlainLine.textStart(bytes, $0)..<$0.upperBound }
    let odd = texts.count { PlainLine.beginsOddly(bytes, $0) }
    let numbers = texts.enumerated().compactMap { index, text in
      LetterNumber(bytes, text).map { (line: index, number: $0) }
    }
    let series = LetterNumber.series(numbers)
    return ranges.indices.map { index in
      PlainLine(bytes, ranges[index], words, .init(areOdd: odd > 1, numbered: series.contains(index)))
    }
  }

  static func document(_ bytes: [UInt8], _ format: Format, mode: PlainReader.Mode) throws(DocumentError)
    -> Document
  {
    var reader = PlainReader(mode: mode)
    var bullets: [SourceBullet] = []
    for item in reader.read(bytes) + reader.finish() {
      switch item {
      case .bullet(let bullet): bullets.append(bullet)
      case .other: break
      case .unreadable(_, let line, let reason): throw DocumentError(line: line, "this line \(reason)")
      }
    }
    return Document(format, bytes, bullets: bullets)
  }
}

/// A file each of whose lines is a bullet.
enum LinesFile: Reader {
  static func read(_ bytes: [UInt8], _ grammar: FormatGrammar) throws(DocumentError) -> Document {
    try PlainFile.document(bytes, .lines, mode: .lines)
  }
}
