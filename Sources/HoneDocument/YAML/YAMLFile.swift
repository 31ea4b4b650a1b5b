/// Reads YAML files.
enum YAMLFile: Reader {
  static func read(_ bytes: [UInt8], _ grammar: FormatGrammar) throws(DocumentError) -> Document {
    throw DocumentError("hone cannot read YAML files yet; give --from plain to read it as plain lines")
  }
}
