/// Reads LaTeX files.
enum LaTeXFile: Reader {
  static func read(_ bytes: [UInt8], _ grammar: FormatGrammar) throws(DocumentError) -> Document {
    throw DocumentError("hone cannot read LaTeX files yet; give --from plain to read it as plain lines")
  }
}
