internal import HoneCore
internal import HoneEngine

/// Puts edits into a text and mends the seams: spaces, commas, articles, capitals.
///
/// Away from the edits nothing changes: an author's double space stays.
struct Seams {
  let articles: Articles

  /// The text with its edits, as pieces that refer to it; `nil` where edits overlap.
  func apply(_ edits: [DraftEdit], to base: Analysis) -> Draft? {
    let bytes = base.bytes
    let starts = Set(base.sentences.map(\.lowerBound))
    var out: [Piece] = []
    var at = 0
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      guard edit.range.lowerBound >= at else { return nil }
      append(at..<edit.range.lowerBound, of: bytes, to: &out)
      at = edit.range.upperBound
      var replacement = edit.pieces.filter { !$0.text.isEmpty }
      if replacement.isEmpty { at = closeGap(&out, bytes, at) }
      let opens = opensSentence(edit.range.lowerBound, starts, bytes)
      // A capital that goes from within a sentence began a line of its own, as behind `<br>`; a lone letter, such as “I”, has one
      // wherever it stands.
      let beganHigh =
        replacement.isEmpty && edit.range.count > 1 && Bytes.isUpper(bytes[edit.range.lowerBound])
      if beganHigh || (opens && opensHigh(edit.range.lowerBound, bytes)) {
        if replacement.isEmpty {
          at = capitalizeNext(&out, bytes, at)
        } else {
          capitalizeFirst(&replacement)
        }
      }
      fixArticle(&out, before: replacement, bytes, at)
      out += resolveArticles(replacement, followedBy: bytes[at...])
    }
    append(at..<bytes.count, of: bytes, to: &out)
    return Draft(Draft.joined(out))
  }

  /// Whether the first word of a sentence begins at an offset: nothing but signs stands before it.
  private func opensSentence(_ offset: Int, _ starts: Set<Int>, _ bytes: [UInt8]) -> Bool {
    guard offset < bytes.count, let start = starts.filter({ $0 <= offset }).max() else { return false }
    return Bytes.words(in: bytes, range: start..<offset).isEmpty
  }

  /// Whether a sentence that begins here begins high: with a capital, or with what has none to show, a number or a name such as iOS.
  private func opensHigh(_ offset: Int, _ bytes: [UInt8]) -> Bool {
    guard Bytes.isLower(bytes[offset]) else { return true }
    guard let word = Bytes.words(in: bytes, range: offset..<bytes.count).first else { return false }
    return word.lowerBound == offset && bytes[word].contains(where: Bytes.isUpper)
  }

  private func append(_ range: Range<Int>, of bytes: [UInt8], to out: inout [Piece]) {
    if !range.isEmpty { out.append(Piece(bytes.text(range), .kept(range))) }
  }

  /// After a deletion: one space where there were two, none before a comma or at the start.
  private func closeGap(_ out: inout [Piece], _ bytes: [UInt8], _ start: Int) -> Int {
    var at = start
    let before = out.last?.text.utf8.last
    if before == nil || before == 0x20 || before == 0x09 || before == 0x28 {
      if before == nil { while at < bytes.count, bytes[at] == 0x2C { at += 1 } }
      while let length = spaceLength(bytes, at) { at += length }
    }
    if before == 0x20,
      at == bytes.count || (at < bytes.count && [0x2C, 0x2E, 0x3B, 0x3A, 0x29, 0x21].contains(bytes[at]))
    {
      trimSpace(&out)
    }
    return at
  }

  /// The bytes of a space: also of a tab, and of one that breaks no line.
  private func spaceLength(_ bytes: [UInt8], _ at: Int) -> Int? {
    guard at < bytes.count else { return nil }
    if bytes[at] == 0x20 || bytes[at] == 0x09 { return 1 }
    if bytes[at...].starts(with: [0xC2, 0xA0]) { return 2 }
    return bytes[at...].starts(with: [0xE2, 0x80, 0xAF]) ? 3 : nil
  }

  private func trimSpace(_ out: inout [Piece]) {
    guard let last = out.last, last.text.utf8.last == 0x20 else { return }
    out.removeLast()
    let text = String(last.text.dropLast())
    guard !text.isEmpty else { return trimSpace(&out) }
    if case .kept(let range) = last.origin {
      out.append(Piece(text, .kept(range.lowerBound..<(range.upperBound - 1)), clause: last.clause))
    } else {
      out.append(Piece(text, last.origin, clause: last.clause))
    }
    trimSpace(&out)
  }

  private func capitalizeNext(_ out: inout [Piece], _ bytes: [UInt8], _ at: Int) -> Int {
    guard at < bytes.count, Bytes.isLower(bytes[at]) else { return at }
    let word = Bytes.words(in: bytes, range: at..<min(at + 64, bytes.count)).first ?? at..<(at + 1)
    guard word.lowerBound == at else { return at }
    out.append(Piece(Seams.capitalized(bytes.text(word)), .inflected(word)))
    return word.upperBound
  }

  private func capitalizeFirst(_ pieces: inout [Piece]) {
    guard let first = pieces.first, let letter = first.text.utf8.first, Bytes.isLower(letter) else { return }
    switch first.origin {
    case .slot, .fact: return
    case .grammar, .inflected:
      pieces[0] = Piece(Seams.capitalized(first.text), first.origin, clause: first.clause)
    case .kept(let range):
      let bytes = Array(first.text.utf8)
      let word = Bytes.words(in: bytes).first ?? 0..<1
      let split = range.lowerBound + word.upperBound
      pieces[0] = Piece(
        Seams.capitalized(bytes.text(word)), .inflected(range.lowerBound..<split), clause: first.clause)
      if word.upperBound < bytes.count {
        let rest = Piece(
          bytes.text(word.upperBound..<bytes.count), .kept(split..<range.upperBound), clause: first.clause)
        pieces.insert(rest, at: 1)
      }
    }
  }

  static func capitalized(_ text: String) -> String {
    guard let first = text.utf8.first, Bytes.isLower(first) else { return text }
    return String(decoding: [first & ~0x20] + text.utf8.dropFirst(), as: UTF8.self)
  }

  /// Chooses `a` or `an` again where the word behind it has changed.
  private func fixArticle(_ out: inout [Piece], before replacement: [Piece], _ bytes: [UInt8], _ at: Int) {
    guard let last = out.last, case .kept(let range) = last.origin else { return }
    let text = Array(last.text.utf8)
    guard let word = Bytes.words(in: text).last, text[word.upperBound...].allSatisfy({ $0 == 0x20 }),
      word.upperBound < text.count
    else { return }
    let article = text.lowered(word)
    guard article == "a" || article == "an" else { return }
    // A letter is no article: "Option A tests", "Hepatitis A".
    if Bytes.isUpper(text[word.lowerBound]), range.lowerBound + word.lowerBound > 0, word.lowerBound > 0 {
      return
    }
    let right = articles.article(before: next(replacement, bytes, at))
    guard right != article else { return }
    out.removeLast()
    let split = range.lowerBound + word.lowerBound
    if word.lowerBound > 0 {
      out.append(Piece(text.text(0..<word.lowerBound), .kept(range.lowerBound..<split), clause: last.clause))
    }
    let spelled = Bytes.isUpper(text[word.lowerBound]) ? Seams.capitalized(right) : right
    out.append(Piece(spelled, .grammar, clause: last.clause))
    let after = range.lowerBound + word.upperBound
    out.append(
      Piece(text.text(word.upperBound..<text.count), .kept(after..<range.upperBound), clause: last.clause))
  }

  private func next(_ replacement: [Piece], _ bytes: [UInt8], _ at: Int) -> String {
    let text = replacement.map(\.text).joined().drop { $0 == " " }
    if !text.isEmpty { return String(text) }
    return bytes.text(at..<min(at + 64, bytes.count).roundedDown(in: bytes))
  }

  /// Gives each article placeholder its form.
  func resolveArticles(_ pieces: [Piece], followedBy rest: ArraySlice<UInt8>) -> [Piece] {
    pieces.enumerated().map { index, piece in
      guard piece.text == Articles.placeholder else { return piece }
      let behind =
        pieces[(index + 1)...].map(\.text).joined() + String(decoding: rest.prefix(64), as: UTF8.self)
      let following = behind.drop { $0 == " " }
      return Piece(articles.article(before: String(following)), .grammar, clause: piece.clause)
    }
  }
}

extension Int {
  /// The offset moved back to the start of a character.
  func roundedDown(in bytes: [UInt8]) -> Int {
    var at = self
    while at > 0, at < bytes.count, bytes[at] & 0xC0 == 0x80 { at -= 1 }
    return at
  }
}
