internal import HoneCore
internal import HoneGrammar

/// Reads AsciiDoc files.
///
/// A bullet is the text of an item of a list; what is attached to it by `+` is not.
enum AsciiDocFile: Reader {
  static func read(_ bytes: [UInt8], _ grammar: FormatGrammar) throws(DocumentError) -> Document {
    var blocks = AsciiDocBlocks(bytes, AsciiDocGrammar(grammar["asciidoc"]))
    let outline = blocks.read()
    let attributes = blocks.attributes
    let language = BlockBullets.Language(
      spelling: .asciidoc,
      scan: { lines, builder in AsciiDocInline.scan(lines, attributes: attributes, into: &builder) })
    let bullets = BlockBullets(Layer(bytes), outline, grammar, language).bullets()
    return Document(.asciidoc, bytes, bullets: bullets, comments: outline.comments)
  }
}

/// What is data about AsciiDoc: `Grammars/formats/asciidoc.yaml`.
struct AsciiDocGrammar {
  let opaqueStyles: Set<String>
  let attributes: [String: String]

  init(_ node: Node?) {
    opaqueStyles = Set(node?["opaque-styles"]?.strings ?? [])
    var attributes: [String: String] = [:]
    for (name, value) in node?["attributes"]?.pairs ?? [] { attributes[name] = value.text }
    self.attributes = attributes
  }
}
