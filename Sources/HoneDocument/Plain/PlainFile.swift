/// Plain text that is read whole.
enum PlainFile: Reader {
  static func read(_ bytes: [UInt8], _ grammar: FormatGrammar) throws(DocumentError) -> Document {
    try document(bytes, .plain, mode: .plain)
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
