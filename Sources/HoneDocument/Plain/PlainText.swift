internal import HoneCore

/// Hands the lines of a bullet over, as somebody reads them: ligatures are letters, a word that was hyphenated at the end
/// of a line is one word.
struct PlainText {
  let bytes: [UInt8]
  let words: PlainWords

  /// The bullet of lines that belong together, by the bytes of their texts.
  func bullet(_ lines: [Range<Int>], _ layer: Layer, _ section: Section?) -> SourceBullet? {
    var builder = BulletBuilder(source: layer)
    for (index, line) in lines.enumerated() {
      guard index + 1 < lines.count else {
        text(line, into: &builder)
        break
      }
      let next = lines[index + 1]
      let joint = joint(line, next)
      text(line.lowerBound..<joint.textEnd, into: &builder)
      let isPage = bytes[joint.textEnd..<next.lowerBound].contains(0x0C)
      if isPage {
        // The end of a page stays where it is.
        builder.opaque(joint.isSpace ? " " : "", joint.textEnd..<next.lowerBound)
      } else if joint.isSpace {
        builder.softBreak(joint.textEnd..<next.lowerBound)
      } else {
        builder.hidden(joint.textEnd..<next.lowerBound)
      }
    }
    return builder.bullet(section: words.section(section, of: builder.textSoFar), spelling: .plain)
  }

  /// How a line goes on in the next: where its text ends, and whether a space stands between them.
  private func joint(_ line: Range<Int>, _ next: Range<Int>) -> (textEnd: Int, isSpace: Bool) {
    let end = line.upperBound
    guard end - 2 > line.lowerBound, next.lowerBound < next.upperBound else { return (end, true) }
    if bytes[end - 2] == 0xC2, bytes[end - 1] == 0xAD { return (end - 2, false) }
    guard bytes[end - 1] == 0x2D, Bytes.isWord(before: end - 1, in: bytes),
      Bytes.isWord(at: next.lowerBound, in: bytes)
    else { return (end, true) }
    let word = line.reversed().dropFirst().prefix { bytes[$0] != 0x20 && bytes[$0] != 0x09 }
    let stem = bytes[(word.last ?? end)..<(end - 1)]
    let isBroken = stem.allSatisfy { Bytes.isLower($0) || $0 >= 0x80 } && beginsLower(next)
    return isBroken && !words.hyphened.contains(String(decoding: stem, as: UTF8.self))
      ? (end - 1, false) : (end, false)
  }

  private func beginsLower(_ line: Range<Int>) -> Bool {
    Bytes.isLower(bytes[line.lowerBound]) || bytes[line.lowerBound] >= 0x80
  }

  private func text(_ range: Range<Int>, into builder: inout BulletBuilder) {
    var at = range.lowerBound
    var plain = at
    func flush() {
      if plain < at { builder.verbatim(plain..<at) }
    }
    while at < range.upperBound {
      if let (letters, length) = PlainText.ligature(bytes, at, range.upperBound) {
        flush()
        if letters.isEmpty {
          builder.unseen(at..<(at + length))
        } else {
          builder.atom(letters, at..<(at + length))
        }
        at += length
        plain = at
      } else if bytes[at] == 0x20, at + 1 < range.upperBound, bytes[at + 1] == 0x20 {
        flush()
        let from = at
        while at < range.upperBound, bytes[at] == 0x20 { at += 1 }
        builder.atom(" ", from..<at)
        plain = at
      } else {
        at += 1
      }
    }
    flush()
  }

  private static let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]

  /// The letters of a ligature at an offset and its length; no letters for a soft hyphen or a space of no width.
  private static func ligature(_ bytes: [UInt8], _ at: Int, _ end: Int) -> (String, Int)? {
    guard bytes[at] >= 0xC2, at + 1 < end else { return nil }
    if bytes[at] == 0xC2 { return bytes[at + 1] == 0xAD ? ("", 2) : nil }
    guard at + 2 < end else { return nil }
    if bytes[at] == 0xE2, bytes[at + 1] == 0x80, bytes[at + 2] == 0x8B { return ("", 3) }
    guard bytes[at] == 0xEF, bytes[at + 1] == 0xAC, case let index = Int(bytes[at + 2]) - 0x80,
      ligatures.indices.contains(index)
    else { return nil }
    return (ligatures[index], 3)
  }
}

extension Spelling {
  /// Words in a plain file: a word that looks like the sign before a bullet must not begin a line, nor a label.
  static let plainFile = Spelling(
    mayBeginLine: { word in
      Marker.length(at: 0, in: word) == 0 && word.last != 0x3A
        && LetterNumber(word + [0x20], 0..<(word.count + 1)) == nil
        && word.text(0..<word.count).contains { $0.isLetter || $0.isNumber || $0 == "&" }
        && !(word.count > 1 && "-*+>~=#|_".utf8.contains(word[0]) && Bytes.isUpper(word[1]))
    },
    slot: { _, shown in shown },
    words: { Array($0.utf8) })
}
