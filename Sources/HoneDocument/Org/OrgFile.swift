internal import HoneCore
internal import HoneGrammar

/// Reads Org files.
///
/// A bullet is the first paragraph of an item of a list, in trees that are exported.
enum OrgFile: Reader {
  static func read(_ bytes: [UInt8], _ grammar: FormatGrammar) throws(DocumentError) -> Document {
    var blocks = OrgBlocks(bytes, OrgGrammar(grammar["org"]))
    let outline = blocks.read()
    let language = BlockBullets.Language(
      spelling: .org, scan: { lines, builder in OrgInline.scan(lines, into: &builder) })
    let bullets = BlockBullets(Layer(bytes), outline, grammar, language).bullets()
    return Document(.org, bytes, bullets: bullets, comments: outline.comments)
  }
}

/// What is data about Org: `Grammars/formats/org.yaml`.
struct OrgGrammar {
  let opaqueBlocks: Set<String>
  private(set) var keywords: Set<String>
  private(set) var hiddenTags: Set<String>

  init(_ node: Node?) {
    opaqueBlocks = Set(node?["opaque-blocks"]?.strings ?? [])
    keywords = Set(node?["keywords"]?.strings ?? [])
    hiddenTags = Set(node?["hidden-tags"]?.strings ?? [])
  }

  /// More words that may stand before a headline.
  mutating func add(keywords words: [String]) { keywords.formUnion(words.filter { $0 != "|" }) }

  /// More tags of trees that are not exported.
  mutating func hide(_ tags: [String]) { hiddenTags.formUnion(tags.map { $0.lowercased() }) }
}
