import Testing

@testable import HoneDocument

/// Text of a page from the places of its words.
@Suite struct PDFTests {
  /// A column of lines, each with its left edge and its height on the page.
  private func flow(_ lines: [(left: Int, top: Int, text: String)]) -> String {
    let shown = lines.map { line in
      var left = line.left
      let words = line.text.split(separator: " ").map { word in
        defer { left += word.count * 5 + 4 }
        return
          "<word xMin=\"\(left)\" yMin=\"\(line.top)\" xMax=\"\(left + word.count * 5)\" yMax=\"\(line.top + 9)\">\(word)</word>"
      }
      return
        "<line xMin=\"\(line.left)\" yMin=\"\(line.top)\" yMax=\"\(line.top + 9)\">\(words.joined(separator: "\n"))</line>"
    }
    return "<flow><block>\(shown.joined())</block></flow>"
  }

  private func lines(_ flows: String...) -> [String] {
    let page = "<doc><page>\(flows.joined())</page></doc>"
    let text = PDFLayout.text(ofWords: Array(page.utf8))
    return String(decoding: text, as: UTF8.self).split(separator: "\n").map { line in
      String(line.drop { $0 == " " })
    }
  }

  @Test func columnsStandOneBehindTheOther() {
    let left = flow([(40, 10, "Work"), (48, 24, "• Led teams &amp; more"), (56, 38, "in Leeds")])
    let right = flow([(300, 10, "Skills"), (300, 24, "Rust")])
    #expect(lines(left, right) == ["Work", "• Led teams & more", "in Leeds", "Skills", "Rust"])
  }

  @Test func aCellOfATableStandsWhole() {
    let table = flow([
      (40, 10, "Research Assistant"), (300, 10, "• Led the work on"), (40, 24, "2014 – 2016"),
      (308, 24, "old maps"),
      (40, 40, "Education"),
    ])
    #expect(
      lines(table) == ["Research Assistant", "2014 – 2016", "• Led the work on", "old maps", "Education"])
  }

  @Test func signsOfAColumnOfTheirOwnComeToTheirText() {
    let signs = flow([(40, 10, "•"), (40, 24, "\u{88}")])
    #expect(
      lines(signs, flow([(60, 10, "Led teams"), (60, 24, "Drew maps")])) == ["• Led teams", "• Drew maps"])
  }

  @Test func lettersOfSignFontsAreSigns() {
    #expect(
      lines(flow([(40, 10, "o Led teams"), (40, 24, "\u{F0A7} Drew maps")])) == [
        "• Led teams", "• Drew maps",
      ])
  }

  @Test(arguments: [
    "", "<line>", "<word xMin=\"1e999\">a</word>", "<flow><line xMin=\"nan\"><word>a</word></line>", "<page",
  ])
  func anythingIsRead(_ page: String) {
    _ = PDFLayout.text(ofWords: Array(page.utf8))
  }
}
