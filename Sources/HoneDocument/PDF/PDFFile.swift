/// Reads PDF files: their text, as somebody else's program finds it, read as plain text. They are never written.
enum PDFFile {
  static func read(_ bytes: [UInt8], _ grammar: FormatGrammar, _ makeText: Document.PDFTextMaker?)
    throws(DocumentError) -> Document
  {
    guard bytes.starts(with: "%PDF-".utf8) || bytes.prefix(1024).contains(0x25) else {
      throw DocumentError("this is no PDF file")
    }
    guard let makeText else {
      throw DocumentError(
        "hone has no PDF reader of its own; give `pdfText` one, or read the text as plain text")
    }
    let text = try makeText(bytes)
    guard text.contains(where: { $0 > 0x20 }) else {
      throw DocumentError("this PDF holds no text; is it a picture of a page? hone does not read pictures")
    }
    let plain = try PlainFile.read(text, grammar)
    return Document(.pdf, text, bullets: plain.bullets, notes: plain.notes, pack: nil)
  }
}
