internal import HoneCore

/// What the runs of a document show: their looks and their words.
struct WordText {
  /// What `<w:t>` holds.
  enum Content {
    case nothing
    /// Words, in these bytes.
    case words(Range<Int>)
    /// CDATA, a comment inside a word: no program writes them. A tag there is a rewrite gone wrong.
    case odd(String, isTorn: Bool)
  }

  private let xml: WordXML

  init(_ xml: WordXML) {
    self.xml = xml
  }

  // MARK: - Looks

  /// How the words of a run look.
  ///
  /// - Parameter holder: the tag of the link or the like around it.
  func look(of run: Int, holder: Int?, isVital: Bool) -> WordLook {
    let properties = xml.child("rPr", of: run)
    return WordLook(
      format: properties.map { format(of: $0) } ?? [], holder: holder ?? -1, isVital: isVital,
      isBold: isOn("b", properties), isCaps: isOn("caps", properties))
  }

  /// Whether nobody sees a run.
  func isHidden(_ run: Int) -> Bool { isOn("vanish", xml.child("rPr", of: run)) }

  private func isOn(_ name: String, _ properties: Int?) -> Bool {
    properties.flatMap { WordStyles.isOn(name, $0, xml) } ?? false
  }

  /// What nobody sees of a run's formatting: its language, where the spelling was not checked, which font is meant.
  private static let unseen: Set<String> = [
    "lang", "noProof", "rtl", "cs", "bCs", "iCs", "szCs", "rPrChange",
  ]

  private func format(of properties: Int) -> [UInt8] {
    var format: [UInt8] = []
    for child in xml.children(of: properties) {
      guard let name = xml.word(child) else { continue }
      if WordText.unseen.contains(name) { continue }
      if name == "rFonts", xml.attribute("hint", of: child) != nil, xml.attribute("ascii", of: child) == nil {
        continue
      }
      format += xml.bytes[xml.tokens[child].range]
    }
    return format
  }

  // MARK: - Words

  /// What an element of text holds.
  func content(of index: Int) -> Content {
    let end = xml.partners[index]
    guard end > index else { return .nothing }
    let inside = xml.tokens[(index + 1)..<end]
    guard inside.allSatisfy({ $0.kind == .text }) else {
      let isTorn = inside.contains { [.start, .empty, .end].contains($0.kind) }
      return .odd(plain(index...end), isTorn: isTorn)
    }
    let range = xml.tokens[index].range.upperBound..<xml.tokens[end].range.lowerBound
    return .words(xml.attribute("space", of: index) == "preserve" ? range : trimmed(range))
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, HTMLText.isSpace(xml.bytes[lower]) { lower += 1 }
    while upper > lower, HTMLText.isSpace(xml.bytes[upper - 1]) { upper -= 1 }
    return lower..<upper
  }

  /// Whether text stands where no element holds it which may hold some: a rewrite went wrong.
  func isStray(_ index: Int) -> Bool {
    let token = xml.tokens[index]
    if token.kind == .text, xml.bytes[token.range].allSatisfy(HTMLText.isSpace) { return false }
    guard index > 0 else { return false }
    // Behind a tag that ends, or one of Word's own that holds no words.
    guard xml.tokens[index - 1].kind == .start else { return true }
    return xml.word(index - 1).map(WordText.structure.contains) ?? false
  }

  private static let structure: Set<String> = [
    "p", "r", "body", "hyperlink", "ins", "smartTag", "sdtContent", "tc", "tr", "tbl",
  ]

  private func plain(_ tokens: ClosedRange<Int>) -> String {
    var text: [UInt8] = []
    for token in xml.tokens[tokens] where token.kind == .text {
      WordPiece(kind: .text, range: token.range, token: 0, look: .plain(), start: 0).append(
        to: &text, xml.bytes)
    }
    return text.text(0..<text.count)
  }

  /// The letters of a formula.
  func mathematics(_ index: Int) -> String {
    let text = plain(index...xml.partners[index]).filter { !$0.isWhitespace }
    return text.isEmpty ? "x" : text
  }

  /// The character of a font of symbols.
  func symbol(_ index: Int) -> String {
    let code = xml.attribute("char", of: index).flatMap { UInt32($0, radix: 16) }.flatMap(Unicode.Scalar.init)
    return code.map { String(Character($0)) } ?? "\u{F0B7}"
  }
}

extension WordLook {
  /// The look of what stands in no run.
  static func plain(holder: Int = -1, isVital: Bool = false) -> WordLook {
    WordLook(format: [], holder: holder, isVital: isVital, isBold: false, isCaps: false)
  }
}
