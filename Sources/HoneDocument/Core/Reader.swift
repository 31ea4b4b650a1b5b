/// Reads one format.
protocol Reader {
  /// The document of a file's bytes.
  ///
  /// - Throws: where the bytes are not what they are said to be; a reader never guesses.
  static func read(_ bytes: [UInt8], _ grammar: FormatGrammar) throws(DocumentError) -> Document
}

extension Document {
  /// Makes text of a PDF's bytes; what `pdftotext` prints will do.
  public typealias PDFTextMaker = ([UInt8]) throws(DocumentError) -> [UInt8]

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: all of its bytes.
  ///   - format: what it is; `FormatGuess` tells it by name and content.
  ///   - grammar: what is known of the format: macros, keys, headings.
  ///   - pdfText: asked for the text of a PDF, for hone has no reader of its own and starts no program here.
  /// - Throws: where it is not of that format, is no UTF-8, or is damaged; a reader never guesses.
  public static func read(
    _ bytes: [UInt8], as format: Format, _ grammar: FormatGrammar = .builtIn, pdfText: PDFTextMaker? = nil
  ) throws(DocumentError) -> Document {
    if format != .docx, format != .pdf { try Encoding.check(bytes) }
    if format.isOfLines { try Encoding.checkLineEnds(bytes) }
    var document =
      if let reader = reader(of: format) {
        try reader.read(bytes, grammar)
      } else {
        try PDFFile.read(bytes, grammar, pdfText)
      }
    document.file = bytes
    document.formats = grammar
    return document.spellingSlots(grammar)
  }

  /// Reads a text file.
  ///
  /// - Throws: where it is not of that format.
  public static func read(_ text: String, as format: Format, _ grammar: FormatGrammar = .builtIn)
    throws(DocumentError) -> Document
  {
    try read(Array(text.utf8), as: format, grammar)
  }

  private static func reader(of format: Format) -> (any Reader.Type)? {
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
    case .pdf: nil
    }
  }
}
