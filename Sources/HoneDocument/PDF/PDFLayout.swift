internal import HoneCore

/// Makes plain text of the places of words that `pdftotext -bbox-layout` gives.
///
/// It keeps columns apart, as `-raw` does, and indentation, as `-layout` does: wrapped lines are told by it.
public enum PDFLayout {
  private struct Line {
    var words: [(text: [UInt8], left: Double, right: Double)] = []
    var top = 0.0
    var bottom = 0.0
    var left: Double { words.first?.left ?? 0 }
    var right: Double { words.last?.right ?? 0 }
  }

  /// Points to a column of the text; half of a space.
  private static let column = 2.0
  /// A gap this wide is one between columns.
  private static let wideGap = 24.0

  /// The text of the words.
  ///
  /// - Parameter page: what `pdftotext -bbox-layout` writes.
  public static func text(ofWords page: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    for flow in flows(page) {
      let left = flow.map(\.left).min() ?? 0
      for line in cells(flow) where !line.words.isEmpty {
        text += [UInt8](repeating: 0x20, count: min(200, max(0, Int((line.left - left) / column))))
        var right = line.left
        for (index, word) in line.words.enumerated() {
          if index > 0 { text += word.left - right > wideGap ? [0x20, 0x20, 0x20, 0x20] : [0x20] }
          text += index == 0 && line.words.count > 1 && isDrawnSign(word.text) ? Array("•".utf8) : word.text
          right = word.right
        }
        text.append(0x0A)
      }
      text.append(0x0A)
    }
    return text
  }

  /// The lines of each column in the order of reading.
  private static func flows(_ page: [UInt8]) -> [[Line]] {
    var flows: [[Line]] = []
    let tokens = MarkupTokenizer.tokens(page, isXML: true)
    var word: (left: Double, right: Double)?
    for token in tokens {
      let name = page.lowered(token.name)
      switch (token.kind, name) {
      case (.start, "flow"): flows.append([])
      case (.start, "line"):
        if flows.isEmpty { flows.append([]) }
        flows[flows.count - 1].append(
          Line(top: number("ymin", token, page), bottom: number("ymax", token, page)))
      case (.start, "word"): word = (number("xmin", token, page), number("xmax", token, page))
      case (.end, "word"): word = nil
      case (.end, "page"): joinSigns(&flows)
      case (.text, _):
        guard let place = word, let flow = flows.indices.last, let line = flows[flow].indices.last else {
          continue
        }
        flows[flow][line].words.append((plain(token.range, page), place.left, place.right))
      default: break
      }
    }
    return flows
  }

  /// Whether a word that begins a line is the sign of a list in a font of signs, whose letters mean something else.
  private static func isDrawnSign(_ word: [UInt8]) -> Bool {
    let scalars = word.text(0..<word.count).unicodeScalars
    guard scalars.count == 1, let scalar = scalars.first else { return false }
    // TeX's own fonts tell no letters at all for their signs, and then they come out as control characters.
    return ["o", "§", "Ø", "ü"].contains(scalar) || (0xE000...0xF8FF).contains(scalar.value)
      || scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
  }

  /// The lines with those of a table's left cell before those of the cell beside it, and not row by row.
  private static func cells(_ lines: [Line]) -> [Line] {
    var result: [Line] = []
    var right: [Line] = []
    func flush() {
      result += right
      right = []
    }
    for (index, line) in lines.enumerated() {
      if let edge = right.first?.left {
        let isRight = line.left >= edge - 3
        let isRow =
          index + 1 < lines.count && areBeside(line, lines[index + 1]) && lines[index + 1].left >= edge - 3
        if isRight {
          right.append(line)
          continue
        }
        if isRow {
          result.append(line)
          continue
        }
        flush()
      }
      if index > 0, areBeside(lines[index - 1], line) { right = [line] } else { result.append(line) }
    }
    flush()
    return result
  }

  /// Whether the second of two lines stands on the right of the first.
  private static func areBeside(_ one: Line, _ other: Line) -> Bool {
    let middle = (other.top + other.bottom) / 2
    return other.left > one.right && middle > one.top && middle < one.bottom
  }

  /// Puts the sign of a list before its text, where the page has them in columns of their own.
  private static func joinSigns(_ flows: inout [[Line]]) {
    var signs: [Int: [(flow: Int, line: Int)]] = [:]
    for flow in flows.indices {
      for line in flows[flow].indices where flows[flow][line].words.count == 1 {
        let only = flows[flow][line]
        let text = only.words[0].text
        guard Marker.isSign(text.text(0..<text.count)) || isDrawnSign(text) else { continue }
        signs[Int((only.top + only.bottom) / 16), default: []].append((flow, line))
      }
    }
    if signs.isEmpty { return }
    for flow in flows.indices {
      for line in flows[flow].indices where flows[flow][line].words.count > 1 {
        let text = flows[flow][line]
        let middle = (text.top + text.bottom) / 2
        let near = [-1, 0, 1].flatMap { signs[Int(middle / 8) + $0] ?? [] }
        for sign in near.prefix(40) {
          let only = flows[sign.flow][sign.line]
          guard only.words.count == 1,
            abs((only.top + only.bottom) / 2 - middle) < (text.bottom - text.top) / 2,
            only.right <= text.left, text.left - only.right < 40
          else { continue }
          flows[flow][line].words.insert(only.words[0], at: 0)
          flows[sign.flow][sign.line].words = []
          break
        }
      }
    }
  }

  private static func number(_ name: String, _ token: MarkupToken, _ page: [UInt8]) -> Double {
    let value = HTMLAttributes(token, in: page).value(of: name).flatMap { Double($0) } ?? 0
    // A page is never so large, and no number may be too large to be a column.
    return value.isFinite ? min(1e6, max(-1e6, value)) : 0
  }

  private static func plain(_ range: Range<Int>, _ page: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    var at = range.lowerBound
    while at < range.upperBound {
      if page[at] == 0x26, let entity = Entity(at: at, before: range.upperBound, in: page, isXML: true) {
        if case .text(let meant) = entity.meaning { text += meant.utf8 }
        at = entity.range.upperBound
      } else {
        text.append(page[at])
        at += 1
      }
    }
    return text
  }
}
