internal import HoneCore

/// What stands beside a run, as far as emphasis asks.
enum Flank {
  case space
  case punctuation
  case word

  /// The character that ends at an offset.
  init(before offset: Int, in bytes: [UInt8]) {
    var start = offset - 1
    while start > 0, offset - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    self.init(at: max(start, 0), in: bytes)
  }

  /// The character at an offset.
  init(at offset: Int, in bytes: [UInt8]) {
    guard offset < bytes.count else {
      self = .space
      return
    }
    if bytes[offset] < 0x80 {
      let byte = bytes[offset]
      self = byte <= 0x20 ? .space : MarkdownText.isPunctuation(byte) ? .punctuation : .word
      return
    }
    if Bytes.spaceLength(at: offset, in: bytes) > 0 {
      self = .space
      return
    }
    let upper = min(offset + 4, bytes.count)
    let scalar = String(decoding: bytes[offset..<upper], as: UTF8.self).unicodeScalars.first
    switch scalar?.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      self = .punctuation
    case .spaceSeparator, .lineSeparator, .paragraphSeparator: self = .space
    default: self = .word
    }
  }
}

/// Small questions about Markdown's bytes.
enum MarkdownText {
  /// Whether a byte is ASCII punctuation: a backslash before it makes it plain.
  static func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
      || (0x7B...0x7E).contains(byte)
  }

  /// A label as two spellings of it are compared: without case, white space as one space.
  static func folded(_ label: ArraySlice<UInt8>) -> String {
    String(decoding: label, as: UTF8.self).lowercased().split { $0 == " " || $0 == "\t" || $0.isNewline }
      .joined(separator: " ")
  }
}
