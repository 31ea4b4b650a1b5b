internal import HoneCore

/// Reads Markdown files.
///
/// A bullet is the first paragraph of an item of a list; `•` at the beginning of a line of text makes one too.
enum MarkdownFile: Reader {
  static func read(_ bytes: [UInt8], _ grammar: FormatGrammar) throws(DocumentError) -> Document {
    var blocks = MarkdownBlocks(bytes, MarkdownGrammar(grammar))
    let outline = blocks.read(from: FrontMatter.end(in: bytes))
    let language = BlockBullets.Language(
      spelling: .markdown,
      scan: { lines, builder in MarkdownInline.scan(lines, references: outline.references, into: &builder) })
    let bullets = BlockBullets(Layer(bytes), outline, grammar, language).bullets()
    let comments = outline.comments.sorted { $0.lowerBound < $1.lowerBound }
    return Document(.markdown, bytes, bullets: bullets, comments: comments)
  }
}

/// What stands between `---` lines (YAML) or `+++` lines (TOML) at the head of a file.
enum FrontMatter {
  /// Where it ends; behind the byte order mark where there is none.
  static func end(in bytes: [UInt8]) -> Int {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var at = start
    guard let fence = line(in: bytes, &at), fence == "---" || fence == "+++" else { return start }
    while at < bytes.count {
      guard let text = line(in: bytes, &at) else { continue }
      if text == fence || (fence == "---" && text == "...") { return at }
    }
    return start
  }

  /// The next line where it is short, without white space at its end.
  private static func line(in bytes: [UInt8], _ at: inout Int) -> String? {
    let lower = at
    while at < bytes.count, bytes[at] != 0x0A { at += 1 }
    var upper = at
    at = min(at + 1, bytes.count)
    while upper > lower, [0x20, 0x09, 0x0D].contains(bytes[upper - 1]) { upper -= 1 }
    return upper - lower == 3 ? bytes.text(lower..<upper) : nil
  }
}
