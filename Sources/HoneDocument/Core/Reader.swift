/// Reads one format.
protocol Reader {
  /// The document of a file's bytes.
  ///
  /// - Throws: where the bytes are not what they are said to be; a reader never guesses.
  static func read(_ bytes: [UInt8], _ grammar: FormatGrammar) throws(DocumentError) -> Document
}

extension Document {
  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: all of its bytes.
  ///   - format: what it is.
  /// - Throws: where it is not.
  public static func read(_ bytes: [UInt8], as format: Format, _ grammar: FormatGrammar = .builtIn)
    throws(DocumentError) -> Document
  {
    if format != .docx, format != .pdf { try Encoding.check(bytes) }
    if format.isOfLines { try Encoding.checkLineEnds(bytes) }
    return try reader(of: format).read(bytes, grammar)
  }

  private static func reader(of format: Format) -> any Reader.Type {
    switch format {
    case .plain: PlainFile.self
    case .lines: LinesFile.self
    case .markdown: MarkdownFile.self
    case .latex: LaTeXFile.self
    case .json: JSONFile.self
    case .yaml: YAMLFile.self
    case .typst: TypstFile.self
    case .org: OrgFile.self
    case .html: HTMLFile.self
    case .asciidoc: AsciiDocFile.self
    case .docx: DOCXFile.self
    case .pdf: PDFFile.self
    }
  }
}
