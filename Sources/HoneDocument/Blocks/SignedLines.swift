internal import HoneCore

/// The lines of a paragraph that begin with a sign, as they do where text was pasted: `• Built …`.
struct SignedLines {
  /// What stands before the first sign.
  private(set) var before: [Range<Int>] = []
  /// What stands behind each.
  private(set) var bullets: [[Range<Int>]] = []

  private static let signs = Marker.drawn.union(["▹", "▫", "✅", "☑", "🔹", "🔸", "👉", "◾", "◽"])

  /// Signs that stand between words too: they count where the paragraph itself begins with one.
  private static let dashes: Set<String> = ["–", "—", "−", "·", "→", "»"]

  init(_ lines: [Range<Int>], _ bytes: [UInt8], isItem: Bool) {
    let opensWithDash = !isItem && lines.first.map { SignedLines.dash($0, bytes) > 0 } ?? false
    let series = SignedLines.series(lines, bytes)
    for (index, line) in lines.enumerated() {
      let isLast = index + 1 == lines.count
      for part in SignedLines.parts(line, bytes) {
        var part = part
        if !isLast, part.upperBound == line.upperBound, part.count > 1, bytes[part.upperBound - 1] == 0x5C,
          !bullets.isEmpty || SignedLines.sign(part, bytes) > 0
        {
          part = InlineLines.trim(part.lowerBound..<(part.upperBound - 1), in: bytes)
        }
        let isOwnText = index == 0 && isItem && part.lowerBound == line.lowerBound
        let dash = opensWithDash ? SignedLines.dash(part, bytes) : 0
        let arrow = isItem ? SignedLines.arrow(part, bytes) : 0
        let number = part.lowerBound == line.lowerBound ? series[index] ?? 0 : 0
        let isBelow = index > 0 && part.lowerBound == line.lowerBound && (isItem || !bullets.isEmpty)
        let typed = isBelow ? SignedLines.typed(part, bytes) : 0
        let length = isOwnText ? 0 : max(SignedLines.sign(part, bytes), dash, arrow, number, typed)
        if length > 0 {
          let text = InlineLines.trim((part.lowerBound + length)..<part.upperBound, in: bytes)
          bullets.append(text.isEmpty || SignedLines.isRow(text, bytes) ? [] : [text])
        } else if bullets.isEmpty {
          before.append(part)
        } else if !part.isEmpty, !bullets[bullets.count - 1].isEmpty {
          bullets[bullets.count - 1].append(part)
        }
      }
    }
    bullets.removeAll { $0.isEmpty }
  }

  /// The lengths of the numbers in small letters that some of the lines begin with: `a.`, `b.`.
  private static func series(_ lines: [Range<Int>], _ bytes: [UInt8]) -> [Int: Int] {
    let numbers = lines.enumerated().compactMap { index, line in
      LetterNumber(bytes, line).map { (line: index, number: $0) }
    }.filter { !$0.number.isUpperCase }
    let series = LetterNumber.series(numbers)
    let lengths = numbers.filter { series.contains($0.line) }.map { ($0.line, $0.number.length) }
    return Dictionary(uniqueKeysWithValues: lengths)
  }

  /// The line, cut at each `<br>` behind which a sign stands.
  private static func parts(_ line: Range<Int>, _ bytes: [UInt8]) -> [Range<Int>] {
    guard Bytes.find("<br", in: bytes, line) != nil else { return [line] }
    var parts: [Range<Int>] = []
    var from = line.lowerBound
    var at = from
    while let tag = Bytes.find("<br", in: bytes, at..<line.upperBound),
      let end = bytes[tag..<line.upperBound].firstIndex(of: 0x3E)
    {
      at = end + 1
      let rest = InlineLines.trim(at..<line.upperBound, in: bytes)
      guard sign(rest, bytes) > 0 else { continue }
      parts.append(InlineLines.trim(from..<tag, in: bytes))
      from = rest.lowerBound
    }
    parts.append(InlineLines.trim(from..<line.upperBound, in: bytes))
    return parts
  }

  /// The length of the sign that text begins with; signs of ASCII stand here where a line is indented too deep for a list.
  private static func sign(_ text: Range<Int>, _ bytes: [UInt8]) -> Int {
    guard let first = bytes[text].first else { return 0 }
    if first < 0x80 {
      let isSign = (first == 0x2A || first == 0x2D || first == 0x2B) && text.count > 1
      return isSign && bytes[text.lowerBound + 1] == 0x20 ? 1 : 0
    }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard text.count > length, signs.contains(bytes.text(text.lowerBound..<(text.lowerBound + length))) else {
      return 0
    }
    // A variant of an emoji is a sign too.
    let variant = text.lowerBound + length
    let isVariant =
      variant + 3 <= text.upperBound && bytes[variant..<(variant + 3)].elementsEqual([0xEF, 0xB8, 0x8F])
    return length + (isVariant ? 3 : 0)
  }

  /// The length of a dash or the like that text begins with, and behind which a space stands.
  private static func dash(_ text: Range<Int>, _ bytes: [UInt8]) -> Int {
    guard let first = bytes[text].first, first >= 0xC2 else { return 0 }
    let length = first < 0xE0 ? 2 : 3
    guard text.count > length + 1, bytes[text.lowerBound + length] == 0x20,
      dashes.contains(bytes.text(text.lowerBound..<(text.lowerBound + length)))
    else { return 0 }
    return length
  }

  /// The length of an arrow before a word with a capital: no language knows it as the sign of a list.
  private static func arrow(_ text: Range<Int>, _ bytes: [UInt8]) -> Int {
    guard text.count > 3, bytes[text].prefix(3).elementsEqual([0x2D, 0x3E, 0x20]) else { return 0 }
    return Bytes.isUpper(bytes[text.lowerBound + 3]) ? 2 : 0
  }

  /// The length of a sign that is typed below another bullet, before a word with a capital: the `o` of a word processor, a dash.
  private static func typed(_ text: Range<Int>, _ bytes: [UInt8]) -> Int {
    let isRing =
      text.count > 2 && bytes[text.lowerBound] == 0x6F && [0x20, 0x09].contains(bytes[text.lowerBound + 1])
    let length = isRing ? 1 : dash(text, bytes)
    let rest = bytes[text].dropFirst(length).first { $0 != 0x20 && $0 != 0x09 }
    // A letter beyond ASCII may be a capital.
    return length > 0 && rest.map { Bytes.isUpper($0) || $0 >= 0xC3 } == true ? length : 0
  }

  /// Whether signs stand between words too: a row of skills or of addresses.
  private static func isRow(_ text: Range<Int>, _ bytes: [UInt8]) -> Bool {
    var at = text.lowerBound
    while at + 1 < text.upperBound {
      if bytes[at] == 0x20, bytes[at + 1] >= 0xE2, sign((at + 1)..<text.upperBound, bytes) > 0 { return true }
      at += 1
    }
    return false
  }
}
