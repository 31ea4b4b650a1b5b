internal import HoneCore

/// Splits the body of a bullet into sentences.
struct SentenceSplitter {
  /// The sentences from an offset on, without the spaces between them.
  ///
  /// - Parameter isAbbreviation: whether a word, in lower case and with its period, ends no sentence.
  func sentences(in bytes: [UInt8], from start: Int, isAbbreviation: (String) -> Bool) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var begin = skipSpaces(bytes, start)
    var at = begin
    while at < bytes.count {
      guard bytes[at] == 0x2E || bytes[at] == 0x21 || bytes[at] == 0x3F else {
        at += 1
        continue
      }
      var end = at + 1
      while end < bytes.count, mayFollowSentence(bytes[end]) { end += 1 }
      let next = skipSpaces(bytes, end)
      if next > end, next < bytes.count, opensSentence(bytes, next),
        !self.isAbbreviation(bytes, begin, at, isAbbreviation)
      {
        sentences.append(begin..<end)
        begin = next
        at = next
      } else {
        at = end
      }
    }
    if begin < bytes.count {
      var end = bytes.count
      while end > begin, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
      if end > begin { sentences.append(begin..<end) }
    }
    return sentences
  }

  /// Whether a sign goes with the end of a sentence: more of them, quotation marks, brackets.
  private func mayFollowSentence(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2E, 0x21, 0x3F, 0x22, 0x27, 0x29, 0x5D: true
    default: false
    }
  }

  private func skipSpaces(_ bytes: [UInt8], _ start: Int) -> Int {
    var at = start
    while case let length = Bytes.spaceLength(at: at, in: bytes), length > 0 { at += length }
    return at
  }

  private func opensSentence(_ bytes: [UInt8], _ at: Int) -> Bool {
    let byte = bytes[at]
    return Bytes.isUpper(byte) || Bytes.isDigit(byte) || byte >= 0x80 || byte == 0x22 || byte == 0x28
      || byte == 0x5B
  }

  /// Whether the period at an offset belongs to an abbreviation or an initial.
  private func isAbbreviation(_ bytes: [UInt8], _ begin: Int, _ period: Int, _ isKnown: (String) -> Bool)
    -> Bool
  {
    var start = period
    while start > begin, bytes[start - 1] != 0x20, bytes[start - 1] != 0x28 { start -= 1 }
    let word = bytes.lowered(start..<(period + 1))
    if isKnown(word) { return true }
    return period - start == 1 && Bytes.isUpper(bytes[start])
  }
}
