internal import HoneCore

// What begins with `<`: addresses, comments, tags of HTML.
extension MarkdownScanner {
  mutating func angle() {
    if let upper = angleAddress() {
      let inside = (at + 1)..<(upper - 1)
      return take(.opaque(bytes.text(inside)), at..<upper)
    }
    if byte(at + 1) == 0x21, byte(at + 2) == 0x2D, byte(at + 3) == 0x2D, let upper = commentEnd() {
      return take(.hidden, at..<upper)
    }
    guard let tag = HTMLTagSyntax.tag(at: at, in: bytes, upTo: end, missing: &missing) else {
      at += 1
      return
    }
    let range = at..<tag.end
    if tag.name == "br" { return lineBreak(range) }
    flushText(upTo: at)
    tags.add(tag, range)
    resume(at: range.upperBound)
  }

  /// `<br>` shows as white space; at the end of a bullet it shows nothing.
  private mutating func lineBreak(_ range: Range<Int>) {
    var lower = range.lowerBound
    while lower > max(textStart, lines[line].lowerBound), bytes[lower - 1] == 0x20 { lower -= 1 }
    var upper = range.upperBound
    while upper < end, bytes[upper] <= 0x20 { upper += 1 }
    if line + 1 < lines.count, upper > lines[line].upperBound, upper < lines[line + 1].lowerBound {
      upper = lines[line + 1].lowerBound
    }
    take(upper >= end ? .hidden : .opaque(" "), lower..<upper)
  }

  private mutating func commentEnd() -> Int? {
    var from = at + 4
    while let upper = find(0x3E, from: from) {
      if bytes[upper - 1] == 0x2D, bytes[upper - 2] == 0x2D { return upper + 1 }
      from = upper + 1
    }
    // No comment ends behind this place: do not look again.
    missing[0x3E] = min(missing[0x3E] ?? at, at)
    return nil
  }

  /// The end of `<https://…>` or `<name@host>`.
  private func angleAddress() -> Int? {
    var upper = at + 1
    var isAddress = false
    while upper < end, bytes[upper] > 0x20, bytes[upper] != 0x3C, bytes[upper] != 0x3E {
      if bytes[upper] == 0x3A, upper - at > 2 { isAddress = isAddress || isScheme(at + 1, upper) }
      if bytes[upper] == 0x40, upper > at + 1 { isAddress = true }
      upper += 1
    }
    guard isAddress, upper < end, bytes[upper] == 0x3E else { return nil }
    return upper + 1
  }

  private func isScheme(_ lower: Int, _ upper: Int) -> Bool {
    upper - lower <= 32
      && bytes[lower..<upper].allSatisfy {
        Bytes.isDigit($0) || Bytes.isLower($0) || Bytes.isUpper($0) || $0 == 0x2B || $0 == 0x2E || $0 == 0x2D
      }
  }
}
