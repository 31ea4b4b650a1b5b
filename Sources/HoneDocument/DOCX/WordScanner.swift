internal import HoneCore

/// Finds the paragraphs of a document.
struct WordScanner {
  /// A paragraph that is going on, with what is open in it.
  private struct Open {
    var paragraph: WordParagraph
    /// The links, insertions and the like around what comes, with the tags that end them.
    var holders: [(tag: Int, end: Int, isVital: Bool)] = []
    /// Fields that began: where, and whether what they show has begun.
    var fields: [(tag: Int, isShown: Bool)] = []
    let end: Int
  }

  /// A run that is going on.
  private struct Run {
    let end: Int
    let look: WordLook
    let start: Int
    let isHidden: Bool
  }

  private let xml: WordXML
  private var finished: [WordParagraph] = []
  private var open: [Open] = []
  private var runs: [Run] = []
  private var count = 0
  /// Copies of text boxes that are open, with the tags that end them.
  private var copies: [(copy: WordCopy, end: Int)] = []
  /// What is open of which there are copies: the tags that begin and end it, and how many copies have begun.
  private var alternatives: [(tag: Int, end: Int, copies: Int)] = []
  private var boxes: [Int] = []
  private var failure: DocumentError?

  init(_ xml: WordXML) {
    self.xml = xml
  }

  /// The paragraphs, in the order in which they begin.
  static func paragraphs(_ xml: WordXML) throws(DocumentError) -> [WordParagraph] {
    var scanner = WordScanner(xml)
    var index = 0
    while index < xml.tokens.count {
      index = scanner.take(index) + 1
      if let failure = scanner.failure { throw failure }
    }
    return scanner.finished.sorted { $0.number < $1.number }
  }

  /// Takes a token, or an element with all that is in it; gives the number of the last token that was taken.
  private mutating func take(_ index: Int) -> Int {
    switch xml.tokens[index].kind {
    case .start, .empty: return begin(index)
    case .end:
      leave(index)
      return index
    case .text, .raw:
      checkStray(index)
      return index
    case .comment, .other: return index
    }
  }

  private mutating func begin(_ index: Int) -> Int {
    let end = xml.partners[index]
    guard let name = xml.word(index) else {
      return beginForeign(index, end)
    }
    switch name {
    case "p":
      count += 1
      let paragraph = WordParagraph(number: count, copy: copies.last?.copy, depth: boxes.count)
      open.append(Open(paragraph: paragraph, end: end))
      if end == index { leave(index) }
    case "pPr":
      describe(index)
      return end
    case "r":
      beginRun(index)
    case "rPr", "sectPr", "tblPr", "trPr", "tcPr", "sdtPr", "sdtEndPr", "del", "moveFrom", "instrText",
      "delText":
      return end
    case "txbxContent":
      boxes.append(end)
    case "hyperlink", "fldSimple", "ins", "moveTo", "smartTag", "sdt", "customXml", "bdo", "dir":
      hold(index, isVital: name == "hyperlink" || name == "fldSimple" || name == "sdt")
    case "fldChar": field(index)
    case "t":
      addText(index)
      return end
    case "tab", "ptab": add(.tab, index...end)
    case "br", "cr": add(.lineBreak, index...end)
    case "noBreakHyphen": add(.letter("-"), index...end)
    case "sym": add(.opaque(symbol(index)), index...end)
    default: break
    }
    return index
  }

  private mutating func beginForeign(_ index: Int, _ end: Int) -> Int {
    switch xml.local(index) {
    case "AlternateContent": if end > index { alternatives.append((index, end, 0)) }
    case "Choice", "Fallback": beginCopy(index)
    case "oMath":
      add(.opaque(mathematics(index)), index...end)
      return end
    default: break
    }
    return index
  }

  private mutating func leave(_ index: Int) {
    if alternatives.last?.end == index { alternatives.removeLast() }
    while let run = runs.last, run.end == index { runs.removeLast() }
    if boxes.last == index { boxes.removeLast() }
    if copies.last?.end == index { copies.removeLast() }
    if let holder = open.last?.holders.last, holder.end == index { open[open.count - 1].holders.removeLast() }
    if let last = open.last, last.end == index {
      finished.append(last.paragraph)
      open.removeLast()
    }
  }

  // MARK: - Paragraphs

  private mutating func describe(_ index: Int) {
    guard !open.isEmpty else { return }
    let place = open.count - 1
    open[place].paragraph.style = xml.value("pStyle", of: index)
    open[place].paragraph.level = xml.value("outlineLvl", of: index).flatMap { Int($0) }.flatMap {
      $0 < 9 ? $0 + 1 : nil
    }
    if let list = xml.child("numPr", of: index) {
      open[place].paragraph.list = xml.value("numId", of: list) ?? nil
    }
  }

  private mutating func beginCopy(_ index: Int) {
    guard xml.partners[index] > index, let box = alternatives.last else { return }
    copies.append((WordCopy(box: box.tag, copy: box.copies), xml.partners[index]))
    alternatives[alternatives.count - 1].copies += 1
  }

  private mutating func hold(_ index: Int, isVital: Bool) {
    guard !open.isEmpty, xml.partners[index] > index else { return }
    open[open.count - 1].holders.append((index, xml.partners[index], isVital))
  }

  /// A field is three signs in runs of their own: where it begins, where what it shows begins, where it ends.
  private mutating func field(_ index: Int) {
    guard !open.isEmpty else { return }
    let place = open.count - 1
    switch xml.attribute("fldCharType", of: index) {
    case "begin": open[place].fields.append((index, false))
    case "separate":
      if !open[place].fields.isEmpty { open[place].fields[open[place].fields.count - 1].isShown = true }
    case "end": _ = open[place].fields.popLast()
    default: break
    }
  }

  // MARK: - Runs

  private mutating func beginRun(_ index: Int) {
    guard xml.partners[index] > index, let paragraph = open.last else { return }
    let start = xml.tokens[index].range.lowerBound
    let field = paragraph.fields.last
    let holder = paragraph.holders.last
    let properties = xml.child("rPr", of: index)
    let isVital = field != nil || paragraph.holders.contains { $0.isVital }
    let look = WordLook(
      format: properties.map { format(of: $0) } ?? [], holder: field?.tag ?? holder?.tag ?? -1,
      isVital: isVital,
      isBold: properties.flatMap { WordStyles.isOn("b", $0, xml) } ?? false,
      isCaps: properties.flatMap { WordStyles.isOn("caps", $0, xml) } ?? false)
    let isHidden =
      (field.map { !$0.isShown } ?? false)
      || properties.flatMap { WordStyles.isOn("vanish", $0, xml) } ?? false
    runs.append(
      Run(
        end: xml.partners[index], look: look,
        start: paragraph.holders.first.map { xml.tokens[$0.tag].range.lowerBound } ?? start,
        isHidden: isHidden))
  }

  /// What nobody sees of a run's formatting: its language, where the spelling was not checked, which font is meant.
  private static let unseen: Set<String> = [
    "lang", "noProof", "rtl", "cs", "bCs", "iCs", "szCs", "rPrChange",
  ]

  private func format(of properties: Int) -> [UInt8] {
    var format: [UInt8] = []
    for child in xml.children(of: properties) {
      guard let name = xml.word(child) else { continue }
      if WordScanner.unseen.contains(name) { continue }
      if name == "rFonts", xml.attribute("hint", of: child) != nil, xml.attribute("ascii", of: child) == nil {
        continue
      }
      format += xml.bytes[xml.tokens[child].range]
    }
    return format
  }

  // MARK: - Text

  private mutating func addText(_ index: Int) {
    let end = xml.partners[index]
    guard end > index else { return }
    let inside = xml.tokens[(index + 1)..<end]
    guard inside.allSatisfy({ $0.kind == .text }) else {
      // CDATA, a comment inside a word: no program writes them. A tag there is a rewrite gone wrong.
      if inside.contains(where: { [.start, .empty, .end].contains($0.kind) }) { failure = WordScanner.torn }
      return add(.opaque(plain(index...end)), index...end)
    }
    var range = xml.tokens[index].range.upperBound..<xml.tokens[end].range.lowerBound
    if xml.attribute("space", of: index) != "preserve" { range = trimmed(range) }
    add(.text, range, index)
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, HTMLText.isSpace(xml.bytes[lower]) { lower += 1 }
    while upper > lower, HTMLText.isSpace(xml.bytes[upper - 1]) { upper -= 1 }
    return lower..<upper
  }

  private mutating func add(_ kind: WordPiece.Kind, _ tokens: ClosedRange<Int>) {
    let range =
      xml.tokens[tokens.lowerBound].range.lowerBound..<xml.tokens[tokens.upperBound].range.upperBound
    add(kind, range, tokens.lowerBound)
  }

  private mutating func add(_ kind: WordPiece.Kind, _ range: Range<Int>, _ token: Int) {
    // The paragraph stays where it is: a copy of it would be one of all its pieces.
    guard !range.isEmpty, let end = open.last?.end else { return }
    // A copy inside a run and not around a text box: a sign that older programs show in another way.
    if let copy = copies.last, copy.end < end { return }
    let look: WordLook
    let start: Int
    if let run = runs.last, run.end < end {
      if run.isHidden { return }
      look = run.look
      start = run.start
    } else {
      guard case .opaque = kind else { return }
      look = WordLook(format: [], holder: token, isVital: true, isBold: false, isCaps: false)
      start = range.lowerBound
    }
    open[open.count - 1].paragraph.pieces.append(
      WordPiece(kind: kind, range: range, token: token, look: look, start: start))
  }

  /// Text that no element holds which may hold some: a rewrite went wrong.
  private mutating func checkStray(_ index: Int) {
    guard !open.isEmpty else { return }
    let range = xml.tokens[index].range
    if xml.tokens[index].kind == .text, xml.bytes[range].allSatisfy(HTMLText.isSpace) { return }
    guard index > 0 else { return }
    let before = index - 1
    let kind = xml.tokens[before].kind
    let parent = kind == .start ? xml.word(before) : nil
    let isForeign = kind == .start && parent == nil
    if isForeign || parent.map({ !WordScanner.isStructure($0) }) ?? false { return }
    failure = WordScanner.torn
  }

  private static let torn = DocumentError("this document is damaged: words stand between its runs")

  private static func isStructure(_ name: String) -> Bool {
    ["p", "r", "body", "hyperlink", "ins", "smartTag", "sdtContent", "tc", "tr", "tbl"].contains(name)
  }

  private func plain(_ tokens: ClosedRange<Int>) -> String {
    var text: [UInt8] = []
    for token in xml.tokens[tokens] where token.kind == .text {
      let look = WordLook(format: [], holder: -1, isVital: false, isBold: false, isCaps: false)
      WordPiece(kind: .text, range: token.range, token: 0, look: look, start: 0).append(to: &text, xml.bytes)
    }
    return text.text(0..<text.count)
  }

  private func mathematics(_ index: Int) -> String {
    let text = plain(index...xml.partners[index]).filter { !$0.isWhitespace }
    return text.isEmpty ? "x" : text
  }

  private func symbol(_ index: Int) -> String {
    let code = xml.attribute("char", of: index).flatMap { UInt32($0, radix: 16) }.flatMap(Unicode.Scalar.init)
    return code.map { String(Character($0)) } ?? "\u{F0B7}"
  }
}
