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
      let bullets = HTMLFragment.bullets(in: 0..<layer.bytes.count, of: layer, section: section).filter {
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
      MarkdownInline.scan(block.range, into: &builder)
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
}

/// A part of a string: an item of a list in it, or a paragraph.
struct TextBlock {
  var range: Range<Int>
  /// Whether a marker stood before it.
  var isMarked: Bool
}

/// Tells what a string is written in.
struct DataMarkup {
  private let bytes: [UInt8]
  private let grammar: DataGrammar

  init(_ bytes: [UInt8], _ grammar: DataGrammar) {
    self.bytes = bytes
    self.grammar = grammar
  }

  /// HTML where a tag stands, LaTeX where a macro of text stands, `nil` where nothing tells.
  var found: DataGrammar.Markup? {
    var isList: Bool?
    for at in bytes.indices {
      switch bytes[at] {
      case 0x3C:
        guard let tag = tag(at + 1) else { continue }
        // A list of Markdown may break its lines so.
        if tag != "br" { return .html }
        let hasList = isList ?? hasList
        isList = hasList
        if !hasList { return .html }
      case 0x5C where isMacro(at + 1): return .latex
      default: break
      }
    }
    return nil
  }

  /// The name of a tag that tells HTML, or `nil`.
  private func tag(_ start: Int) -> String? {
    let from = start < bytes.count && bytes[start] == 0x2F ? start + 1 : start
    var at = from
    while at < bytes.count, at - from < 8, Bytes.isWord(bytes[at]) { at += 1 }
    guard at > from, at < bytes.count, [0x3E, 0x20, 0x2F, 0x0A].contains(bytes[at]) else { return nil }
    let name = bytes.lowered(from..<at)
    return grammar.tags.contains(name) && bytes[at...].prefix(2000).contains(0x3E) ? name : nil
  }

  /// Whether a line begins with a hyphen or a star: a list of Markdown.
  private var hasList: Bool {
    var isAtLineStart = true
    for (index, byte) in bytes.enumerated() {
      if isAtLineStart, byte == 0x2D || byte == 0x2A, index + 1 < bytes.count, bytes[index + 1] == 0x20 {
        return true
      }
      if byte == 0x0A || byte == 0x0D { isAtLineStart = true } else if byte != 0x20 { isAtLineStart = false }
    }
    return false
  }

  private func isMacro(_ start: Int) -> Bool {
    var at = start
    while at < bytes.count, at - start < 12, Bytes.isLower(bytes[at]) { at += 1 }
    guard at > start, at < bytes.count, bytes[at] == 0x7B || bytes[at] == 0x20 else { return false }
    return grammar.macros.contains(bytes.text(start..<at))
  }
}
