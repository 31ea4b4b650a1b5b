internal import HoneCore

/// Finds the bullets in one string of a file that keeps data.
struct DataText {
  private let layer: Layer
  private let grammar: DataGrammar
  private let linesAreMeant: Bool
  private let markup: DataGrammar.Markup

  init(_ layer: Layer, _ grammar: DataGrammar, _ markup: DataGrammar.Markup, linesAreMeant: Bool) {
    self.layer = layer
    self.grammar = grammar
    self.linesAreMeant = linesAreMeant
    self.markup = DataMarkup(layer.bytes, grammar).found ?? markup
  }

  /// The bullets of the string.
  ///
  /// Where a text about a job holds a list, what stands around the list introduces it.
  ///
  /// - Parameters:
  ///   - least: how many words one must have that no marker tells.
  ///   - isItem: whether the string is itself an item of a list.
  func bullets(_ section: Section?, least: Int, isItem: Bool) -> [SourceBullet] {
    let keepsAll = isItem || section?.kind == .summary
    if markup == .html {
      let bullets = HTMLFragment.bullets(
        in: 0..<layer.bytes.count, of: layer, section: section, grammar.lines
      ).filter {
        DataShape($0.text, grammar).isBullet(least: 2)
      }
      return keepsAll ? bullets : HTMLLists(layer).listed(bullets)
    }
    let found = TextBlocks(layer.bytes, linesAreMeant: linesAreMeant).blocks.map { block in
      (isMarked: block.isMarked, bullets: parts(of: block).compactMap { bullet($0, section, least) })
    }
    let hasList = found.contains { $0.isMarked && !$0.bullets.isEmpty }
    return found.filter { keepsAll || !hasList || $0.isMarked }.flatMap(\.bullets)
  }

  private func parts(of block: TextBlock) -> [TextBlock] {
    FoldedList(layer).parts(of: block).flatMap { SignRow(layer.bytes).parts(of: $0) }
  }

  private func bullet(_ block: TextBlock, _ section: Section?, _ least: Int) -> SourceBullet? {
    var builder = BulletBuilder(source: layer)
    let spelling: Spelling
    switch markup {
    case .markdown:
      scanMarkdown(block.range, into: &builder)
      spelling = .markdown
    case .html:
      HTMLInline.scan(block.range, into: &builder)
      spelling = .html(rewraps: false)
    case .typst:
      TypstInline.scan(block.range, into: &builder)
      spelling = .typst
    case .latex:
      LaTeXInline.scan(block.range, into: &builder)
      spelling = .latex
    }
    guard let bullet = builder.bullet(section: section, spelling: spelling),
      DataShape(bullet.text, grammar).isBullet(least: block.isMarked ? min(least, 2) : least)
    else { return nil }
    return bullet
  }

  private func scanMarkdown(_ range: Range<Int>, into builder: inout BulletBuilder) {
    var start = range.lowerBound
    for call in TypstCalls(layer.bytes).calls(in: range) {
      if start < call.range.lowerBound { scanWords(start..<call.range.lowerBound, into: &builder) }
      start = call.range.upperBound
      if let content = call.content {
        builder.opaque(layer.bytes.text(content), call.range)
        continue
      }
      // Of the spaces around what does not show one is enough.
      let isBehindSpace =
        call.range.lowerBound == range.lowerBound || layer.bytes[call.range.lowerBound - 1] == 0x20
      while isBehindSpace, start < range.upperBound, layer.bytes[start] == 0x20 { start += 1 }
      builder.hidden(call.range.lowerBound..<start)
    }
    if start < range.upperBound { scanWords(start..<range.upperBound, into: &builder) }
  }

  /// A scanner of paragraphs drops the spaces at their ends; those beside a call are needed.
  private func scanWords(_ range: Range<Int>, into builder: inout BulletBuilder) {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, layer.bytes[lower] == 0x20 { lower += 1 }
    while upper > lower, layer.bytes[upper - 1] == 0x20 { upper -= 1 }
    if range.lowerBound < lower { builder.verbatim(range.lowerBound..<lower) }
    if lower < upper { MarkdownInline.scan(lower..<upper, into: &builder) }
    if upper < range.upperBound { builder.verbatim(upper..<range.upperBound) }
  }
}
