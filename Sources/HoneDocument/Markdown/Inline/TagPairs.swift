internal import HoneCore

/// The tags of a paragraph: those that belong together are a wrapper, all others are bytes that stay.
struct TagPairs {
  private var tags: [(tag: HTMLTagSyntax, range: Range<Int>)] = []

  /// How many tags there are.
  var count: Int { tags.count }

  mutating func add(_ tag: HTMLTagSyntax, _ range: Range<Int>) { tags.append((tag, range)) }

  /// Forgets the tags from one on.
  mutating func drop(from index: Int) {
    if index < tags.count { tags.removeSubrange(index...) }
  }

  /// Makes wrappers of the tags that pair and stand in the same wrapper of Markdown's own.
  func resolve(into pieces: inout [InlinePiece]) {
    guard !tags.isEmpty else { return }
    let homes = homes(in: pieces)
    var partner: [Int: Int] = [:]
    var open: [String: [Int]] = [:]
    var order: [Int] = []
    for (index, entry) in tags.enumerated() {
      switch entry.tag.role {
      case .void: break
      case .open:
        open[entry.tag.name, default: []].append(index)
        order.append(index)
      case .close:
        guard let opener = open[entry.tag.name]?.popLast() else { continue }
        // Tags that stayed open inside are no wrappers.
        while let last = order.popLast(), last != opener { _ = open[tags[last].tag.name]?.popLast() }
        if homes[opener] == homes[index] { partner[opener] = index }
      }
    }
    let closers = Set(partner.values)
    for index in tags.indices {
      let kind: InlinePiece.Kind =
        partner[index] != nil
        ? .open(isVital: tags[index].tag.name == "a") : closers.contains(index) ? .close : .hidden
      pieces.append(InlinePiece(kind, tags[index].range))
    }
  }

  /// For each tag, the wrapper around it, by its place; -1 for none.
  private func homes(in pieces: [InlinePiece]) -> [Int] {
    let markup = pieces.filter {
      switch $0.kind {
      case .open, .close: true
      default: false
      }
    }.sorted { $0.range.lowerBound < $1.range.lowerBound }
    var open: [Int] = []
    var next = 0
    return tags.map { entry in
      while next < markup.count, markup[next].range.lowerBound < entry.range.lowerBound {
        if case .open = markup[next].kind {
          open.append(markup[next].range.lowerBound)
        } else {
          _ = open.popLast()
        }
        next += 1
      }
      return open.last ?? -1
    }
  }
}
