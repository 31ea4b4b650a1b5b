/// Reads Typst files.
enum TypstFile: Reader {
  static func read(_ bytes: [UInt8], _ grammar: FormatGrammar) throws(DocumentError) -> Document {
    throw DocumentError("hone cannot read Typst files yet; give --from plain to read it as plain lines")
  }
}
