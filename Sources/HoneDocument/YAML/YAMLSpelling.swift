/// How new words are spelled in a scalar, so that it stays what it is.
enum YAMLSpelling {
  /// Spells words for a scalar; `nil` where it would have to be quoted.
  static func words(_ scalar: DataScalar) -> @Sendable ([UInt8]) -> [UInt8]? {
    switch scalar.style {
    case .doubleQuoted: return { doubleQuoted($0) }
    case .singleQuoted: return { isText($0) ? $0.flatMap { $0 == 0x27 ? [0x27, 0x27] : [$0] } : nil }
    case .plain:
      let isInFlow = scalar.isInFlow
      return { plain($0, isInFlow) }
    case .literal, .folded, .json: return { isText($0) ? $0 : nil }
    }
  }

  private static func doubleQuoted(_ words: [UInt8]) -> [UInt8]? {
    isText(words) ? words.flatMap { $0 == 0x22 || $0 == 0x5C ? [0x5C, $0] : [$0] } : nil
  }

  private static func plain(_ words: [UInt8], _ isInFlow: Bool) -> [UInt8]? {
    guard isText(words) else { return nil }
    for (index, byte) in words.enumerated() {
      switch byte {
      case 0x3A:
        // The end of a key, if white space follows.
        if index + 1 < words.count, words[index + 1] == 0x20 { return nil }
      case 0x23:
        if index > 0, words[index - 1] == 0x20 { return nil }
      case 0x2C, 0x5B, 0x5D, 0x7B, 0x7D: if isInFlow { return nil }
      default: break
      }
    }
    return words
  }

  private static func isText(_ words: [UInt8]) -> Bool {
    !words.contains { $0 < 0x20 || $0 == 0x7F }
  }
}
