internal import HoneCore

/// Finds the paragraphs of a document: what nests in what. What a run shows is told by `WordText`.
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
  private let text: WordText
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
    text = WordText(xml)
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
      if !open.isEmpty, text.isStray(index) { failure = WordScanner.torn }
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
    case "sym": add(.opaque(text.symbol(index)), index...end)
    default: break
    }
    return index
  }

  private mutating func beginForeign(_ index: Int, _ end: Int) -> Int {
    switch xml.local(index) {
    case "AlternateContent": if end > index { alternatives.append((index, end, 0)) }
    case "Choice", "Fallback": beginCopy(index)
    case "oMath":
      add(.opaque(text.mathematics(index)), index...end)
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
    let isVital = field != nil || paragraph.holders.contains { $0.isVital }
    let look = text.look(of: index, holder: field?.tag ?? holder?.tag, isVital: isVital)
    let isHidden = (field.map { !$0.isShown } ?? false) || text.isHidden(index)
    runs.append(
      Run(
        end: xml.partners[index], look: look,
        start: paragraph.holders.first.map { xml.tokens[$0.tag].range.lowerBound } ?? start,
        isHidden: isHidden))
  }

  // MARK: - Text

  private mutating func addText(_ index: Int) {
    switch text.content(of: index) {
    case .nothing: break
    case .words(let range): add(.text, range, index)
    case .odd(let shown, let isTorn):
      if isTorn { failure = WordScanner.torn }
      add(.opaque(shown), index...xml.partners[index])
    }
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
      look = .plain(holder: token, isVital: true)
      start = range.lowerBound
    }
    open[open.count - 1].paragraph.pieces.append(
      WordPiece(kind: kind, range: range, token: token, look: look, start: start))
  }

  private static let torn = DocumentError("this document is damaged: words stand between its runs")
}
