public import HoneCore

/// A file with rewrites in the place of some of its bullets.
public struct Rewritten: Sendable {
  /// The whole file; what it was, bit for bit, where nothing was changed.
  public let bytes: [UInt8]
  /// What was changed, in order: offsets in the document's bytes.
  public let edits: [Edit]
  /// The bullets that could not be changed without harm to the file, by their numbers.
  public let refused: [Int]
}

extension Document {
  /// Puts rewrites in the place of bullets.
  ///
  /// The outcome is read again, and must hold the same bullets but for those rewrites, each as it was meant; a rewrite
  /// after which it does not is left out. So a reader that is wrong about a file cannot damage it. A bullet that is too
  /// short then to be told from a name or a list of words is still one to a reader that judges none by its looks.
  ///
  /// - Parameter rewrites: by the number of the bullet.
  /// - Throws: where the format is read only, or the file cannot be put together.
  public func rewriting(_ rewrites: [Int: Rewrite]) throws(DocumentError) -> Rewritten {
    guard let pack else { throw DocumentError("hone reads \(format.rawValue) files but does not write them") }
    var edits: [Int: [Edit]] = [:]
    for (index, rewrite) in rewrites {
      if let found = bullets[index].edits(for: rewrite), !found.isEmpty { edits[index] = found }
    }
    for twins in twins where !twins.allSatisfy({ edits[$0] != nil }) {
      for index in twins { edits[index] = nil }
    }
    var proof = RewriteProof(self, rewrites, formats, pack)
    var good = edits
    if !proof.holds(good) { good = try largestThatHolds(edits, rewrites, &proof) }
    let all = good.values.joined().sorted { $0.range.lowerBound < $1.range.lowerBound }
    let refused = rewrites.keys.filter { good[$0] == nil && !isAsItWas($0, rewrites) }.sorted()
    return Rewritten(
      bytes: all.isEmpty ? file : try pack(all.applied(to: bytes)), edits: all, refused: refused)
  }

  /// Gives bullets that hold the same text the same rewrite: that of the first which has one.
  public func matchTwins(_ rewrites: inout [Int: Rewrite]) {
    for twins in twins {
      let chosen = twins.first { bullets[$0].isLive && rewrites[$0] != nil }.flatMap { rewrites[$0] }
      for twin in twins { rewrites[twin] = chosen }
    }
  }

  private func isAsItWas(_ index: Int, _ rewrites: [Int: Rewrite]) -> Bool {
    rewrites[index].map { $0.text == bullets[index].text.text(0..<bullets[index].text.count) } ?? true
  }

  /// The edits without those that harm the file: halves of them are tried until the harmful ones are found.
  private func largestThatHolds(
    _ edits: [Int: [Edit]], _ rewrites: [Int: Rewrite], _ proof: inout RewriteProof
  ) throws(DocumentError) -> [Int: [Edit]] {
    var good: [Int: [Edit]] = [:]
    var waiting = [edits.keys.sorted()]
    while let part = waiting.popLast() {
      var tried = good
      for index in part { tried[index] = edits[index] }
      if proof.holds(tried) {
        good = tried
        continue
      }
      if part.count == 1 {
        // A line that is broken elsewhere may mean something: the words alone may do.
        let index = part[0]
        if let rewrite = rewrites[index], let plain = bullets[index].edits(for: rewrite, rewraps: false) {
          tried[index] = plain
          if proof.holds(tried) { good = tried }
        }
        continue
      }
      waiting.append(Array(part[(part.count / 2)...]))
      waiting.append(Array(part[..<(part.count / 2)]))
    }
    // Twins change together or not at all.
    for twins in twins where !twins.allSatisfy({ good[$0] != nil }) {
      for index in twins { good[index] = nil }
    }
    return good
  }
}
