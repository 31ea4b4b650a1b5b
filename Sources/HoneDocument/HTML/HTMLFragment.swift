internal import HoneCore

/// Finds bullets in a piece of HTML: a string in a JSON file.
enum HTMLFragment {
  /// The bullets of a range of a layer, in order: its list items and paragraphs, or all of it where it has no tags.
  ///
  /// - Parameters:
  ///   - section: what they stand under.
  ///   - known: the words of dates and addresses.
  ///   - spelling: how new words are written; the layer spells them for what is around it.
  static func bullets(
    in range: Range<Int>, of layer: Layer, section: Section?, _ known: LineWords,
    spelling: Spelling = .html(rewraps: false)
  ) -> [SourceBullet] {
    let hints = HTMLHints(nil)
    let page = HTMLPageScanner.page(layer.bytes, range, hints)
    var bullets: [SourceBullet] = []
    for block in page.blocks where block.headingLevel == nil && !block.isSkipped {
      for line in page.bulletLines(of: block, hints, in: layer.bytes) {
        guard let bullet = page.bullet(line, of: layer, section, spelling) else { continue }
        let shape = BulletShape(bullet.text, known)
        if shape.words > 1, !shape.isNoBullet, !shape.isKeywordList { bullets.append(bullet) }
      }
    }
    return bullets
  }
}

extension Spelling {
  /// HTML: its own signs are escaped.
  static func html(rewraps: Bool) -> Spelling {
    let mayBeginLine: @Sendable ([UInt8]) -> Bool = { _ in true }
    return Spelling(mayBeginLine: rewraps ? mayBeginLine : nil) { MarkupText.escaped($0) }
  }
}

/// Text as HTML and XML spell it.
enum MarkupText {
  /// Text with the signs of markup escaped.
  static func escaped(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x26: bytes += "&amp;".utf8
      case 0x3C: bytes += "&lt;".utf8
      case 0x3E: bytes += "&gt;".utf8
      default: bytes.append(byte)
      }
    }
    return bytes
  }
}

extension HTMLPage {
  /// The lines of a block that are bullets if it is one: each line that somebody put a sign before, or all as one.
  func bulletLines(of block: HTMLBlock, _ hints: HTMLHints, in bytes: [UInt8]) -> [HTMLLine] {
    let lines = lines(of: block, hints, in: bytes)
    let isTyped = lines.dropFirst().contains { $0.marked != nil }
    guard isTyped else {
      return [HTMLLine(tokens: block.tokens, marked: lines.first?.marked)]
    }
    var result: [HTMLLine] = []
    for line in lines {
      if line.marked == nil, let last = result.last, goesOn(line, in: bytes) {
        result[result.count - 1] = HTMLLine(
          tokens: last.tokens.lowerBound..<line.tokens.upperBound, marked: last.marked)
      } else {
        result.append(line)
      }
    }
    return result.filter { $0.marked != nil }
  }

  /// Whether a line without a sign belongs to the one before it: it begins in the middle of a sentence.
  private func goesOn(_ line: HTMLLine, in bytes: [UInt8]) -> Bool {
    let text = Array(elements.text(line.tokens).utf8)
    return text.first { $0 != 0x20 }.map(Bytes.isLower) ?? false
  }

  /// A line as a bullet; `nil` where it shows no text.
  func bullet(_ line: HTMLLine, of layer: Layer, _ section: Section?, _ spelling: Spelling) -> SourceBullet? {
    guard !line.tokens.isEmpty else { return nil }
    let tokens = elements.tokens
    let upper = line.end ?? tokens[line.tokens.upperBound - 1].range.upperBound
    let lower = max(tokens[line.tokens.lowerBound].range.lowerBound, line.marked ?? 0)
    guard lower < upper else { return nil }
    var builder = BulletBuilder(source: layer)
    HTMLInline.scan(lower..<upper, into: &builder)
    return builder.bullet(section: section, spelling: spelling)
  }
}
