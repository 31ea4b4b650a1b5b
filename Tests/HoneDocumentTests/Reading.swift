import HoneCore
import HoneDocument

/// What a reader makes of bytes, in forms that tests can compare.
enum Reading {
  /// The items of a text, fed at once.
  static func items(_ text: String, mode: PlainReader.Mode = .plain) -> [DocumentItem] {
    items(Array(text.utf8), mode: mode)
  }

  /// The items of bytes, fed at once.
  static func items(_ bytes: [UInt8], mode: PlainReader.Mode = .plain) -> [DocumentItem] {
    var reader = PlainReader(mode: mode)
    return reader.read(bytes) + reader.finish()
  }

  /// The texts of the bullets.
  static func texts(_ text: String, mode: PlainReader.Mode = .plain) -> [String] {
    bullets(text, mode: mode).map { String(decoding: $0.text, as: UTF8.self) }
  }

  /// The bullets.
  static func bullets(_ text: String, mode: PlainReader.Mode = .plain) -> [SourceBullet] {
    items(text, mode: mode).compactMap { item in
      if case .bullet(let bullet) = item { return bullet }
      return nil
    }
  }

  /// A rewrite that keeps the words which a text shares with a bullet at its beginning, and brings the others.
  static func rewrite(_ text: String, of bullet: SourceBullet) -> Rewrite {
    let new = Array(text.utf8)
    var shared = zip(new, bullet.text).prefix { $0 == $1 }.count
    while shared > 0, shared < new.count, new[shared] & 0xC0 == 0x80 { shared -= 1 }
    var pieces: [Piece] = []
    if shared > 0 { pieces.append(Piece(String(decoding: new[..<shared], as: UTF8.self), .kept(0..<shared))) }
    if shared < new.count { pieces.append(Piece(String(decoding: new[shared...], as: UTF8.self), .grammar)) }
    return Rewrite(pieces: pieces, tier: .safe, template: Rewrite.inPlace, mends: [], slots: [])
  }

  /// Whether two files hold as many bullets, perhaps only for a reader that judges none by its looks.
  static func holdsAsMany(_ file: [UInt8], as other: [UInt8], _ format: Format) throws -> Bool {
    try [FormatGrammar.builtIn, .builtIn.lenient].contains { grammar in
      try Document.read(file, as: format, grammar).bullets.count
        == Document.read(other, as: format, grammar).bullets.count
    }
  }

  /// The bytes of an item as they stood in the file.
  static func raw(_ item: DocumentItem) -> [UInt8] {
    switch item {
    case .bullet(let bullet): bullet.raw
    case .other(let bytes): bytes
    case .unreadable(let bytes, _, _): bytes
    }
  }

  /// An item in one line: its kind, place and text.
  static func shown(_ item: DocumentItem) -> String {
    switch item {
    case .bullet(let bullet):
      "bullet \(bullet.line):\(bullet.column) \(bullet.byteRange) \(String(decoding: bullet.text, as: UTF8.self).debugDescription)"
    case .other(let bytes): "other \(bytes)"
    case .unreadable(let bytes, let line, let reason): "unreadable \(line) \(reason) \(bytes)"
    }
  }
}
