import HoneReport
import Testing

/// How many columns a text takes on a terminal.
@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("naïve", 5), ("nai\u{308}ve", 5), ("検索", 4), ("한국어", 6), ("ｆｕｌｌ", 8), ("ﾊﾝ", 2),
    ("🚀", 2), ("👩‍🔬", 2), ("🇩🇪", 2), ("❤", 1), ("❤\u{FE0F}", 2), ("→ ≤ ×", 5), ("“—…”", 4), ("a\u{200B}b", 2),
    ("so\u{AD}ft", 4), ("עברית", 5),
  ])
  func aTextIsAsWideAsATerminalShowsIt(_ text: String, _ columns: Int) {
    #expect(DisplayWidth.of(text) == columns, "\(text)")
  }
}
