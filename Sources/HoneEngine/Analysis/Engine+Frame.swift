internal import HoneCore
internal import HoneGrammar
internal import PCRE2

extension Engine {
  /// Tiles a bullet: the label, then sentence by sentence whatever part's pattern takes the next words.
  ///
  /// Captures made inside a called fragment are lost and a repeated group keeps its last repeat only, so the parts are
  /// not one pattern but a loop: each is tried, in the order of its file, where the last one ended.
  func tile(_ analysis: Analysis) throws(EngineError) -> [Tile] {
    var tiles: [Tile] = []
    if let label = analysis.label {
      tiles.append(Tile(part: "label", shape: "label", range: label, captures: [:]))
    }
    for sentence in analysis.sentences {
      try tile(sentence, of: analysis, into: &tiles)
    }
    return tiles
  }

  private func tile(_ sentence: Range<Int>, of analysis: Analysis, into tiles: inout [Tile])
    throws(EngineError)
  {
    var last = "start"
    var at = sentence.lowerBound
    while at < sentence.upperBound {
      let space = Bytes.spaceLength(at: at, in: analysis.bytes)
      if space > 0 {
        at += space
        continue
      }
      if let tile = try next(at, after: last, sentence, analysis) {
        tiles.append(tile)
        last = tile.part
        at = tile.range.upperBound
      } else {
        let end = wordEnd(at, sentence, analysis.bytes)
        if last == "rest", let before = tiles.last {
          tiles[tiles.count - 1] = Tile(
            part: "rest", shape: "rest", range: before.range.lowerBound..<end, captures: [:])
        } else {
          tiles.append(Tile(part: "rest", shape: "rest", range: at..<end, captures: [:]))
        }
        last = "rest"
        at = end
      }
    }
  }

  private func next(_ at: Int, after last: String, _ sentence: Range<Int>, _ analysis: Analysis)
    throws(EngineError) -> Tile?
  {
    for index in grammar.frame.indices {
      let part = grammar.frame[index]
      let way = grammar.way(ofPart: index)
      guard analysis.called.contains(way), beginsAnywhere[way] || analysis.places.has(way, in: at...at),
        part.shape != "label", part.after.isEmpty || part.after.contains(last)
      else { continue }
      let pattern = try self.pattern(ofWay: way, of: .part(index))
      guard
        let match = try first(
          pattern, in: analysis, from: at, end: sentence.upperBound, owner: "the part “\(part.name)”"),
        match.upper > at
      else { continue }
      var captures: [String: Range<Int>] = [:]
      for group in pattern.groups where !group.name.hasPrefix("d_") {
        if let range = match.range(ofGroup: group.number) { captures[group.name] = range }
      }
      return Tile(part: part.name, shape: part.shape, range: at..<match.upper, captures: captures)
    }
    return nil
  }

  private func wordEnd(_ start: Int, _ sentence: Range<Int>, _ bytes: [UInt8]) -> Int {
    var at = start
    while at < sentence.upperBound, Bytes.spaceLength(at: at, in: bytes) == 0 { at += 1 }
    return max(at, start + 1)
  }
}
