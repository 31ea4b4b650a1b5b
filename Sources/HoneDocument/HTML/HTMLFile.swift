/// Reads HTML files: list items, lines with a typed or drawn sign before them, and the prose of a summary.
enum HTMLFile: Reader {
  static func read(_ bytes: [UInt8], _ grammar: FormatGrammar) throws(DocumentError) -> Document {
    try MarkupText.check(bytes, "HTML")
    let hints = HTMLHints(grammar["html"])
    let layer = Layer(bytes)
    let page = HTMLPageScanner.page(bytes, 0..<bytes.count, hints)
    var reading = HTMLReading(page, of: layer, hints, grammar.sections)
    reading.read()
    return Document(.html, bytes, bullets: reading.bullets, comments: page.comments)
  }
}

extension MarkupText {
  /// Refuses bytes that are no UTF-8: what a page says of its encoding is as often wrong as right.
  static func check(_ bytes: [UInt8], _ format: String) throws(DocumentError) {
    let line = { (end: Int) in 1 + bytes[..<end].count { $0 == 0x0A } }
    if let zero = bytes.firstIndex(of: 0) {
      throw DocumentError(line: line(zero), "this line holds a NUL byte; is the file UTF-16? hone reads UTF-8")
    }
    guard bytes.contains(where: { $0 >= 0x80 }), String(validating: bytes, as: UTF8.self) == nil else { return }
    throw DocumentError(
      "this \(format) is not UTF-8; where it is Windows-1252, iconv -f WINDOWS-1252 -t UTF-8 makes it so")
  }
}
