/// Reads HTML files: list items, lines with a typed or drawn sign before them, and the prose of a summary.
enum HTMLFile: Reader {
  static func read(_ bytes: [UInt8], _ grammar: FormatGrammar) throws(DocumentError) -> Document {
    let hints = HTMLHints(grammar["html"])
    let layer = Layer(bytes)
    let page = HTMLPageScanner.page(bytes, 0..<bytes.count, hints)
    var reading = HTMLReading(page, of: layer, hints, grammar)
    reading.read()
    return Document(.html, bytes, bullets: reading.bullets, comments: page.comments)
  }
}
