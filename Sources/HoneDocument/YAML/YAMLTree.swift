internal import Yams

/// A YAML file as a tree that knows the bytes of its scalars.
///
/// Yams says what the file means and where each scalar begins; where it ends follows from its style. What an alias stands
/// for is met once, where it is written out.
struct YAMLTree {
  /// The documents of the file.
  private(set) var roots: [DataNode] = []
  /// The comments, with their signs.
  private(set) var comments: [Range<Int>] = []

  private let bytes: [UInt8]
  private var places: YAMLPlaces
  /// The place of the last scalar.
  private var last = (line: 0, column: 0)
  /// Where the last scalar ends.
  private var end: Int

  init(_ bytes: [UInt8]) throws(DocumentError) {
    self.bytes = bytes
    end = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    places = YAMLPlaces(bytes, start: end)
    let text = String(decoding: bytes[end...], as: UTF8.self)
    do {
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      while let root = try parser.nextRoot() { roots.append(node(root, isInFlow: false)) }
    } catch let error as YamlError {
      throw YAMLTree.fault(error)
    } catch {
      throw DocumentError("this is no YAML: \(error)")
    }
    findComments(upTo: bytes.count)
  }

  private mutating func node(_ yaml: Yams.Node, isInFlow: Bool) -> DataNode {
    guard let mark = yaml.mark else { return .other }
    if case .scalar(let scalar) = yaml, scalar.string.isEmpty, scalar.style == .plain { return .other }
    guard (mark.line, mark.column) > last, let start = places.offset(line: mark.line, column: mark.column)
    else {
      return .other
    }
    switch yaml {
    case .scalar(let scalar):
      last = (mark.line, mark.column)
      return self.scalar(scalar, start, isInFlow)
    case .sequence(let nodes):
      let isInFlow = isInFlow || opensFlow(start)
      return .list(nodes.map { node($0, isInFlow: isInFlow) })
    case .mapping(let mapping):
      let isInFlow = isInFlow || opensFlow(start)
      return .map(
        mapping.map { pair in
          let key = pair.key.scalar?.string ?? ""
          _ = node(pair.key, isInFlow: isInFlow)
          return DataNode.Pair(key, node(pair.value, isInFlow: isInFlow))
        })
    case .alias: return .other
    }
  }

  private func opensFlow(_ start: Int) -> Bool {
    let at = skipProperties(start)
    return at < bytes.count && (bytes[at] == 0x5B || bytes[at] == 0x7B)
  }

  private mutating func scalar(_ scalar: Yams.Node.Scalar, _ place: Int, _ isInFlow: Bool) -> DataNode {
    findComments(upTo: place)
    let start = skipProperties(place)
    var style = DataScalar.Style.plain
    var upper: Int?
    switch scalar.style {
    case .singleQuoted:
      style = .singleQuoted
      upper = YAMLQuoted.end(from: start, isDouble: false, in: bytes)
    case .doubleQuoted:
      style = .doubleQuoted
      upper = YAMLQuoted.end(from: start, isDouble: true, in: bytes)
    case .literal, .folded:
      style = scalar.style == .folded ? .folded : .literal
      let block = YAMLBlock(bytes, start, scalar.string, isFolded: style == .folded)
      upper = block.end
      end = start
      findComments(upTo: block.header.upperBound)
    case .plain, .any: upper = YAMLPlain(bytes, start, scalar.string).end
    }
    guard let upper, upper > start else { return .other }
    end = max(end, upper)
    return .text(DataScalar(range: start..<upper, style: style, isInFlow: isInFlow, value: scalar.string))
  }

  /// Where a node itself begins that has an anchor or a tag before it.
  private func skipProperties(_ start: Int) -> Int {
    var at = start
    while at < bytes.count, bytes[at] == 0x26 || bytes[at] == 0x21 {
      while at < bytes.count, bytes[at] > 0x20 { at += 1 }
      while at < bytes.count, bytes[at] <= 0x20 || bytes[at] == 0x23 {
        at = bytes[at] == 0x23 ? YAMLBreaks.lineEnd(from: at, in: bytes) : at + 1
      }
    }
    return at
  }

  /// Finds the comments between the last scalar and a place.
  private mutating func findComments(upTo limit: Int) {
    var at = end
    while at < limit {
      guard bytes[at] == 0x23, at == 0 || bytes[at - 1] <= 0x20 || at == 3 else {
        at += 1
        continue
      }
      let lineEnd = YAMLBreaks.lineEnd(from: at, in: bytes)
      comments.append(at..<lineEnd)
      at = lineEnd
    }
    end = max(end, limit)
  }

  /// What libyaml says, without what only programmers can do.
  private static func clear(_ text: String) -> String {
    text.hasPrefix("Maximum nesting level") ? "values are nested too deeply" : text
  }

  private static func fault(_ error: YamlError) -> DocumentError {
    switch error {
    case .scanner(_, let what, let mark, _), .parser(_, let what, let mark, _),
      .composer(_, let what, let mark, _):
      DocumentError(
        line: mark.line, "column \(mark.column): this is no YAML that hone can read: \(clear(what))")
    case .duplicatedKeysInMapping(let duplicates, let context):
      DocumentError(
        line: context.mark.line,
        "the key \(duplicates.map { "“\($0)”" }.joined(separator: ", ")) stands twice in this map; keep one")
    case .reader(let what, _, _, _): DocumentError("this is no YAML: \(what)")
    default: DocumentError("this is no YAML: \(error)")
    }
  }
}
