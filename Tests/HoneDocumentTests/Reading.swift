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
