internal import HoneCore

/// A line of a block: all of it, or what stands between two `<br>`.
struct HTMLLine {
  /// The numbers of its tokens.
  let tokens: Range<Int>
  /// Where its text begins behind the sign of a list that somebody typed or drew; `nil` where there is none.
  let marked: Int?
  /// Where its text ends, if that is before its last token does.
  var end: Int?
}

extension HTMLPage {
  /// The lines of a block.
  func lines(of block: HTMLBlock, _ hints: HTMLHints, in bytes: [UInt8]) -> [HTMLLine] {
    var lines: [HTMLLine] = []
    var start = block.tokens.lowerBound
    func end(before index: Int) {
      let tokens = start..<index
      if !tokens.isEmpty {
        lines.append(HTMLLine(tokens: tokens, marked: marker(of: tokens, hints, in: bytes)))
      }
      start = index + 1
    }
    for index in block.tokens {
      let kind = elements.tokens[index].kind
      if kind == .start || kind == .empty || kind == .end, elements.name(of: index) == "br" {
        end(before: index)
      }
    }
    end(before: block.tokens.upperBound)
    return lines
  }

  /// Where the text behind a list sign begins, if the tokens begin with one.
  private func marker(of tokens: Range<Int>, _ hints: HTMLHints, in bytes: [UInt8]) -> Int? {
    var hasDot = false
    var index = tokens.lowerBound
    while index < tokens.upperBound {
      let token = elements.tokens[index]
      switch token.kind {
      case .start, .empty:
        if let partner = elements.partners[index], isDrawnSign(token, in: bytes) {
          return elements.tokens[min(partner, tokens.upperBound - 1)].range.upperBound
        }
        if hints.isDot(index, of: elements, in: bytes) { hasDot = true }
        if HTMLNames.hidden.contains(elements.name(of: index)), let partner = elements.partners[index] {
          index = min(partner, tokens.upperBound - 1)
        }
      case .other, .comment:
        if let end = drawnSign(at: index, tokens, in: bytes) { return end }
      case .text:
        let text = visible(token.range, in: bytes)
        if !text.isEmpty { return hasDot ? text.lowerBound : behindSign(text, in: bytes) }
      case .end, .raw:
        break
      }
      index += 1
    }
    return hasDot ? elements.tokens[tokens.upperBound - 1].range.upperBound : nil
  }

  /// Behind `<![if !supportLists]>…<![endif]>`: the sign of a list as Word writes it, often in comments.
  private func drawnSign(at index: Int, _ tokens: Range<Int>, in bytes: [UInt8]) -> Int? {
    guard says("[if !supportlists]", elements.tokens[index], in: bytes) else { return nil }
    let end = tokens.prefix { $0 < index + 24 }.first { place in
      place > index && says("[endif]", elements.tokens[place], in: bytes)
    }
    return end.map { elements.tokens[$0].range.upperBound }
  }

  /// Whether a declaration or a comment says something and nothing else.
  private func says(_ words: String, _ token: MarkupToken, in bytes: [UInt8]) -> Bool {
    guard token.kind == .other || token.kind == .comment, token.range.count < 40 else { return false }
    let text = bytes.lowered(token.range)
    return text == "<!--\(words)-->" || text == "<!\(words)>"
  }

  /// Whether a tag begins a sign that Word drew: `style='mso-list:Ignore'`.
  private func isDrawnSign(_ token: MarkupToken, in bytes: [UInt8]) -> Bool {
    guard token.range.count > 20, token.range.count < 400 else { return false }
    return HTMLAttributes(token, in: bytes).value(of: "style")?.filter { $0 != " " }.contains(
      "mso-list:ignore") == true
  }

  /// Text without the white space before it.
  private func visible(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var at = range.lowerBound
    while at < range.upperBound {
      let space = Bytes.spaceLength(at: at, in: bytes)
      if space > 0 {
        at += space
      } else if bytes[at] == 0x26,
        let entity = Entity(at: at, before: range.upperBound, in: bytes, isXML: false),
        entity.meaning == .blank || entity.meaning == .text(" ")
      {
        at = entity.range.upperBound
      } else {
        break
      }
    }
    return min(at, range.upperBound)..<range.upperBound
  }

  private func behindSign(_ text: Range<Int>, in bytes: [UInt8]) -> Int? {
    let at = text.lowerBound
    if bytes[at] == 0x26, let entity = Entity(at: at, before: text.upperBound, in: bytes, isXML: false) {
      guard case .text(let meant) = entity.meaning, Marker.isSign(meant) || HTMLPage.signs.contains(meant)
      else {
        return nil
      }
      return entity.range.upperBound
    }
    // A number is the sign of a list in plain text alone: here it may be a year.
    if Bytes.isWord(bytes[at]), bytes[at] < 0x80 { return nil }
    let length = Marker.length(at: at, in: bytes)
    if length > 0 { return bytes[at] != 0x28 ? at + length : nil }
    guard bytes[at] >= 0xC2 else { return nil }
    let next = at + (bytes[at] < 0xE0 ? 2 : 3)
    guard next <= text.upperBound, HTMLPage.signs.contains(bytes.text(at..<next)) else { return nil }
    return next == text.upperBound || HTMLText.isSpace(bytes[next]) ? next : nil
  }

  /// Signs that pages have before a bullet, beside those of plain text.
  private static let signs: Set<String> = [
    "›", "»", "→", "⇒", "➔", "➜", "❖", "✦", "★", "☆", "☑", "☞", "✱", "✅", "⮞", "⯈",
  ]

  // MARK: - Several bullets on a line

  /// The parts of a line between signs of lists that stand in its middle: “Built this • Led that”.
  func parts(of line: HTMLLine, in bytes: [UInt8]) -> [HTMLLine] {
    var parts: [HTMLLine] = []
    var start = line.marked
    for index in line.tokens where elements.tokens[index].kind == .text {
      let range = elements.tokens[index].range
      var at = max(range.lowerBound, start ?? range.lowerBound)
      while at < range.upperBound {
        guard let end = endOfSign(at, range, in: bytes) else {
          at += 1
          continue
        }
        parts.append(HTMLLine(tokens: line.tokens, marked: start, end: at))
        start = end
        at = end
      }
    }
    return parts + [HTMLLine(tokens: line.tokens, marked: start)]
  }

  /// Where `•` or `&bull;` ends that stands at an offset with white space on both sides.
  private func endOfSign(_ at: Int, _ range: Range<Int>, in bytes: [UInt8]) -> Int? {
    guard at > range.lowerBound, HTMLText.isSpace(bytes[at - 1]) else { return nil }
    var end = at
    if bytes[at] == 0x26 {
      guard let entity = Entity(at: at, before: range.upperBound, in: bytes, isXML: false),
        entity.meaning == .text("•")
      else { return nil }
      end = entity.range.upperBound
    } else {
      guard at + 3 <= range.upperBound, bytes[at..<(at + 3)].elementsEqual("•".utf8) else { return nil }
      end = at + 3
    }
    return end < range.upperBound && HTMLText.isSpace(bytes[end]) ? end : nil
  }

  // MARK: - What wraps a line

  /// Whether all words of some tokens stand in elements of these names.
  func isWholly(_ names: Set<String>, _ tokens: Range<Int>) -> Bool {
    var index = tokens.lowerBound
    var isInside = false
    while index < tokens.upperBound {
      let kind = elements.tokens[index].kind
      if kind == .start || kind == .empty, names.contains(elements.name(of: index)),
        let partner = elements.partners[index]
      {
        if elements.hasText(index..<partner) { isInside = true }
        index = partner + 1
        continue
      }
      if kind == .text, elements.hasText(index..<(index + 1)) {
        let words = elements.text(index..<(index + 1)).contains { $0.isLetter || $0.isNumber }
        if words { return false }
      }
      index += 1
    }
    return isInside
  }
}
