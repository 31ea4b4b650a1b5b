// Which keys and titles begin a section, and what stands below them.
extension DataWalk {
  /// A map may say itself what it is: by a title, or by keys that only one kind of entry has.
  func enter(_ pairs: [DataNode.Pair], _ context: inout Context) {
    if context.areSections { return }
    let isEntry = pairs.contains { grammar.dated.contains($0.name) }
    if !isEntry, pairs.contains(where: { $0.value.isNested || grammar.entries.contains($0.name) }),
      let title = title(of: pairs), let kind = grammar.kind(of: title)
    {
      context.section = Section(heading: title, kind: kind)
    } else if context.section == nil, let kind = grammar.kind(by: pairs) {
      context.section = Section(heading: context.outer ?? "", kind: kind)
    }
  }

  func title(of pairs: [DataNode.Pair]) -> String? {
    for key in grammar.headings {
      guard let pair = pairs.first(where: { $0.name == key }), case .text(let scalar) = pair.value,
        let layer = host.layer(of: scalar), layer.bytes.count <= 100
      else { continue }
      let title = DataKey.bare(String(decoding: layer.bytes, as: UTF8.self))
      if !title.isEmpty { return title }
    }
    return nil
  }

  func isHeading(_ pair: DataNode.Pair) -> Bool {
    if case .text = pair.value { return grammar.headings.contains(pair.name) }
    return false
  }

  /// A key right below `sections` is a heading, known or not; a title that stands below it is what readers see.
  mutating func visitSection(_ pair: DataNode.Pair, _ context: Context) {
    var inner = context
    inner.areSections = false
    if grammar.holders.contains(pair.name), case .map = pair.value {
      inner.areSections = true
      return visit(pair.value, inner)
    }
    let title =
      pair.value.pairs.contains { $0.value.isNested || $0.name == "content" }
      ? title(of: pair.value.pairs) : nil
    let kind = grammar.kind(of: pair.key) ?? title.flatMap(grammar.kind)
    inner.outer = pair.key
    inner.section = Section(heading: title ?? pair.key, kind: kind ?? .experience)
    inner.least = 4
    visit(pair.value, inner)
  }

  /// Whether a key that elsewhere holds no bullet begins a section here.
  func isLiveSection(_ pair: DataNode.Pair, _ context: Context) -> Bool {
    context.section == nil && grammar.kind(of: pair.key)?.isLive == true
  }

  mutating func descend(_ pair: DataNode.Pair, _ context: Context) {
    var inner = context
    inner.least = nil
    inner.isCarried = false
    if context.section == nil {
      if pair.name == "sections" || pair.name == "custom", case .map = pair.value {
        inner.areSections = true
      } else if !grammar.holders.contains(pair.name) {
        if let kind = grammar.kind(of: pair.key) {
          inner.section = Section(heading: pair.key, kind: kind)
          // Texts that stand in a section itself are its bullets.
          if kind.isLive { inner.least = 4 }
        }
        if inner.outer == nil { inner.outer = pair.key }
      }
    } else if context.section?.kind == .contact, grammar.kind(of: pair.key) == .summary {
      inner.section = Section(heading: pair.key, kind: .summary)
      inner.least = 4
    }
    visit(pair.value, inner)
  }
}
