/// What is data about Markdown: `Grammars/formats/markdown.yaml`, and the words of headings.
struct MarkdownGrammar {
  let sections: SectionWords
  private let quiet: Set<String>

  init(_ grammar: FormatGrammar) {
    sections = grammar.sections
    quiet = Set(grammar["markdown"]?["quiet-blocks"]?.strings ?? [])
  }

  /// Whether items of a `:::` block with these classes are no bullets.
  func isQuiet(_ classes: [String]) -> Bool {
    classes.contains { quiet.contains($0) || sections.kind(of: $0)?.isLive == false }
  }

  /// Whether a line that stands alone is a heading by its words: in capitals, or with a colon behind it.
  func isBareHeading(_ line: String) -> Bool {
    guard line.utf8.count < 60, let kind = sections.kind(of: line) else { return false }
    let isLoud = !line.unicodeScalars.contains { $0.properties.isLowercase }
    return kind.isLive ? isLoud : isLoud || line.hasSuffix(":")
  }
}
