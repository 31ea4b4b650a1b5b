internal import HoneCore

/// Finds the bullets in a tree of data.
///
/// A key says whether what stands behind it is bullets, and the outermost key that names a section says in which
/// one. Nothing is asked of the shape in between, so that an unknown schema is read like a known one.
struct DataWalk {
  let grammar: DataGrammar
  let host: any DataHost
  let schema: DataGrammar.Schema
  private(set) var bullets: [SourceBullet] = []
  /// The strings that should hold bullets and could not be decoded, by where they begin.
  private(set) var unknown: [Int] = []

  /// Where the walk stands.
  struct Context {
    var section: Section?
    /// The outermost key that is more than a holder of others.
    var outer: String?
    /// Whether a list was passed: what stands in none tells of the file, not of deeds.
    var isInList = false
    /// Whether texts that stand here are bullets, and with how many words at least.
    var least: Int?
    /// Whether a key around this said that it holds bullets.
    var isCarried = false
    /// Whether a text here is an item of a list.
    var isItem = false
    /// Whether the keys here are headings.
    var areSections = false
  }

  init(_ grammar: DataGrammar, _ host: any DataHost, root: DataNode) {
    self.grammar = grammar
    self.host = host
    schema = grammar.schema(of: root)
  }

  /// Walks a whole tree; one that is a draft as a whole is still what somebody wants to have read.
  mutating func walk(_ root: DataNode) {
    if case .map(let pairs) = root { visit(pairs, Context()) } else { visit(root, Context()) }
  }

  mutating func visit(_ node: DataNode, _ context: Context) {
    switch node {
    case .truth, .other: break
    case .text(let scalar): if let least = context.least { take(scalar, context, least: least) }
    case .list(let nodes):
      var inner = context
      inner.isInList = true
      inner.isItem = true
      for node in nodes { visit(node, inner) }
    case .map(let pairs): if !grammar.isOff(pairs) { visit(pairs, context) }
    }
  }

  mutating func visit(_ pairs: [DataNode.Pair], _ context: Context) {
    if grammar.isOneLine(pairs) { return }
    var context = context
    context.isItem = false
    if context.section == nil || context.areSections { enter(pairs, &context) }
    let hasBullets = pairs.contains {
      grammar.isCarrier($0) && !schema.blurbs.contains($0.name) && isFilled($0.value)
    }
    for pair in pairs {
      if context.areSections, !isHeading(pair) {
        visitSection(pair, context)
      } else if isCarrier(pair, context, among: pairs) {
        if hasBullets, schema.blurbs.contains(pair.name), context.section?.kind != .projects { continue }
        carry(pair, context, least: isLabel(pair, among: pairs) ? 4 : 2)
      } else if grammar.entries.contains(pair.name), context.isCarried || context.section != nil,
        !isMap(pair.value)
      {
        carry(pair, context, least: 4)
      } else if context.isCarried, case .list = pair.value, !grammar.skip.contains(pair.name) {
        carry(pair, context, least: 4)
      } else if context.section?.kind.isLive == true, isTexts(pair.value), !grammar.skip.contains(pair.name) {
        // Nobody knows the key, but a list of sentences in a job is what was done there.
        carry(pair, context, least: 6)
      } else if pair.value.isNested, !grammar.skip.contains(pair.name) || isLiveSection(pair, context) {
        descend(pair, context)
      } else if case .text = pair.value, context.section == nil || context.section?.kind == .contact,
        grammar.kind(of: pair.key) == .summary
      {
        carry(pair, context, least: 2)
      }
    }
  }

  /// Whether a text that stands beside others may say no more than what something is: “Frontend developer”.
  private func isLabel(_ pair: DataNode.Pair, among pairs: [DataNode.Pair]) -> Bool {
    if case .text = pair.value { return pairs.count > 1 }
    return false
  }

  private func isMap(_ node: DataNode) -> Bool {
    if case .map = node { return true }
    return false
  }

  private func isTexts(_ node: DataNode) -> Bool {
    guard case .list(let nodes) = node, !nodes.isEmpty else { return false }
    return nodes.allSatisfy { if case .text = $0 { true } else { false } }
  }

  private func isFilled(_ node: DataNode) -> Bool {
    switch node {
    case .text(let scalar): scalar.range.count > 2
    case .list(let nodes): !nodes.isEmpty
    case .map(let pairs): !pairs.isEmpty
    case .truth, .other: false
    }
  }

  // MARK: - Bullets

  private func isCarrier(_ pair: DataNode.Pair, _ context: Context, among pairs: [DataNode.Pair]) -> Bool {
    guard grammar.isCarrier(pair) else { return false }
    if case .list = pair.value { return true }
    if context.section != nil || context.isCarried || grammar.kind(of: pair.key) == .summary { return true }
    return context.isInList
      && pairs.contains { grammar.dated.contains($0.name) || grammar.headings.contains($0.name) }
  }

  private mutating func carry(_ pair: DataNode.Pair, _ context: Context, least: Int) {
    var inner = context
    let kind = grammar.kind(of: pair.key)
    if context.section == nil, !context.isInList, let kind {
      inner.section = Section(heading: pair.key, kind: kind)
    } else if context.section?.kind == .contact, kind == .summary {
      inner.section = Section(heading: pair.key, kind: .summary)
    }
    inner.least = least
    inner.isCarried = true
    visit(pair.value, inner)
  }

  private mutating func take(_ scalar: DataScalar, _ context: Context, least: Int) {
    let section = context.section ?? context.outer.map { Section(heading: $0, kind: .experience) }
    switch section?.kind {
    case .skills, .contact, .other: return
    default: break
    }
    guard let layer = host.layer(of: scalar) else {
      unknown.append(scalar.range.lowerBound)
      return
    }
    let text = DataText(layer, grammar, schema.markup, linesAreMeant: host.linesAreMeant)
    bullets += text.bullets(section, least: least, isItem: context.isItem)
  }
}
