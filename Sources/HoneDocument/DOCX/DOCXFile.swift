/// Reads DOCX files: paragraphs in lists, and those with a typed sign.
///
/// Offsets count in the member that holds the text; all others stay as they are, bit for bit.
enum DOCXFile: Reader {
  static func read(_ bytes: [UInt8], _ grammar: FormatGrammar) throws(DocumentError) -> Document {
    let package = try DOCXPackage(bytes)
    let xml = try WordXML(package.document, name: package.name)
    let styles = try package.styles().map { bytes throws(DocumentError) in
      try WordXML(bytes, name: "styles.xml")
    }
    var reading = try WordReading(xml, WordStyles(styles), grammar)
    reading.read()
    return Document(
      .docx, xml.bytes, bullets: reading.bullets, notes: reading.notes, lines: reading.numbers,
      twins: reading.twins,
      pack: { new throws(DocumentError) in try package.replacing(new) })
  }
}
