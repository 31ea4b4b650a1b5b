/// Scans the inline markup of Typst.
enum TypstInline {
  /// Hands what stands in a range of the builder's layer over to it.
  static func scan(_ range: Range<Int>, into builder: inout BulletBuilder) {
    _ = scan(range, into: &builder, .builtIn)
  }

  /// The same, with the names of a grammar.
  ///
  /// - Returns: whether there are letters that somebody wrote, and not only what code puts there.
  static func scan(_ range: Range<Int>, into builder: inout BulletBuilder, _ grammar: TypstGrammar) -> Bool {
    var scanner = TypstScanner(builder, TypstSyntax(builder.source.bytes, range), grammar)
    scanner.markup(range)
    builder = scanner.builder
    return scanner.hasWords
  }
}

extension Spelling {
  /// Words in Typst markup.
  static let typst = Spelling(mayBeginLine: { !TypstSpelling.beginsBlock($0) }) { TypstSpelling.markup($0) }

  /// Words in a string of Typst code.
  static let typstString = Spelling(mayBeginLine: { _ in true }) { TypstSpelling.string($0) }
}

/// How Typst spells new words.
enum TypstSpelling {
  private static let signs: Set<UInt8> = Set("\\#$*_`<@[]~".utf8)

  static func markup(_ words: String) -> [UInt8]? {
    var result: [UInt8] = []
    for byte in words.utf8 {
      if byte < 0x20 { return nil }
      // Two slashes begin a comment, two hyphens are a dash.
      let isDoubled = byte == 0x2F || byte == 0x2D ? result.last == byte : byte == 0x2A && result.last == 0x2F
      if signs.contains(byte) || isDoubled { result.append(0x5C) }
      result.append(byte)
    }
    return result
  }

  static func string(_ words: String) -> [UInt8]? {
    var result: [UInt8] = []
    for byte in words.utf8 {
      if byte < 0x20 { return nil }
      if byte == 0x22 || byte == 0x5C { result.append(0x5C) }
      result.append(byte)
    }
    return result
  }

  /// Whether a word at the head of a line would begin a list or a heading.
  static func beginsBlock(_ word: [UInt8]) -> Bool {
    guard let first = word.first else { return false }
    if word.count == 1, first == 0x2D || first == 0x2B || first == 0x2F { return true }
    if first == 0x3D { return word.allSatisfy { $0 == 0x3D } }
    return word.last == 0x2E && word.count > 1 && word.dropLast().allSatisfy { $0 &- 0x30 < 10 }
  }
}
