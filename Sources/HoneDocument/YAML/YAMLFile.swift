/// Reads YAML files: RenderCV, imprecv, JSON Resume written as YAML, the data of static sites.
enum YAMLFile: Reader {
  static func read(_ bytes: [UInt8], _ grammar: FormatGrammar) throws(DocumentError) -> Document {
    let tree = try YAMLTree(bytes)
    let data = DataGrammar(grammar)
    var bullets: [SourceBullet] = []
    var unknown: [Int] = []
    for root in tree.roots {
      var walk = DataWalk(data, YAMLHost(bytes), root: root)
      walk.walk(root)
      bullets += walk.bullets
      unknown += walk.unknown
    }
    let notes = DataNotes.notes(unknown: unknown, isEmpty: bullets.isEmpty, in: bytes)
    return Document(.yaml, bytes, bullets: bullets, comments: tree.comments, notes: notes)
  }
}

/// Decodes the scalars of a YAML file.
struct YAMLHost: DataHost {
  private let file: Layer

  init(_ bytes: [UInt8]) {
    file = Layer(bytes)
  }

  var linesAreMeant: Bool { false }

  func layer(of scalar: DataScalar) -> Layer? {
    var builder = LayerBuilder(file)
    let bytes = file.bytes
    let isKnown =
      switch scalar.style {
      case .plain: YAMLPlain(bytes, scalar).decode(into: &builder)
      case .singleQuoted, .doubleQuoted: YAMLQuoted(bytes, scalar).decode(into: &builder)
      case .literal, .folded: YAMLBlock(bytes, scalar).decode(into: &builder)
      case .json: false
      }
    guard isKnown else { return nil }
    let layer = builder.layer(YAMLSpelling.words(scalar))
    // What Yams makes of the scalar is the measure; the end of a block is the host's business.
    return isSame(layer.bytes, scalar) ? layer : nil
  }

  private func isSame(_ bytes: [UInt8], _ scalar: DataScalar) -> Bool {
    guard let value = scalar.value?.utf8 else { return false }
    guard value.starts(with: bytes) else { return false }
    let rest = value.dropFirst(bytes.count)
    return rest.isEmpty
      || ((scalar.style == .literal || scalar.style == .folded) && rest.allSatisfy { $0 == 0x0A })
  }
}
