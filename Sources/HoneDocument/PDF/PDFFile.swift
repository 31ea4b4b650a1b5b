/// Reads PDF files: their text, as `pdftotext` finds it, read as plain text. They are never written.
enum PDFFile: Reader {
  static func read(_ bytes: [UInt8], _ grammar: FormatGrammar) throws(DocumentError) -> Document {
    guard bytes.starts(with: "%PDF-".utf8) || bytes.prefix(1024).contains(0x25) else {
      throw DocumentError("this is no PDF file")
    }
    let text = try PDFText.text(of: bytes)
    guard text.contains(where: { $0 > 0x20 }) else {
      throw DocumentError("this PDF holds no text; is it a picture of a page? hone does not read pictures")
    }
    let plain = try PlainFile.read(text, grammar)
    return Document(.pdf, text, bullets: plain.bullets, notes: plain.notes, pack: nil)
  }
}
