internal import HoneGrammar
internal import PCRE2

/// Looks for matches of a pattern by those of its ways that the bullet calls, each where it may begin.
///
/// What is found is what one pattern of all ways would find: the match that begins first, and of two that begin at one place
/// that of the earlier way.
struct WaySearch {
  /// A match, and the pattern that made it.
  struct Found {
    let match: Match
    let pattern: Pattern
  }

  private let ways: Range<Int>
  private let owner: Engine.WayOwner
  private let analysis: Analysis
  private let engine: Engine
  /// Where the text ends for a match; its own end where nothing is said.
  var end: Int?

  init(_ ways: Range<Int>, of owner: Engine.WayOwner, in analysis: Analysis, _ engine: Engine) {
    self.ways = ways
    self.owner = owner
    self.analysis = analysis
    self.engine = engine
  }

  /// The ways that are worth a try.
  private var called: WaySet.Members { analysis.called.members(of: ways) }

  /// The match that begins at the first of these places that has one, or `nil`.
  func match(atFirstOf places: [Int]) throws(EngineError) -> Found? {
    for place in places {
      for way in called where mayBegin(way, at: place) {
        if let found = try find(way, from: place) { return found }
      }
    }
    return nil
  }

  private func mayBegin(_ way: Int, at place: Int) -> Bool {
    engine.beginsAnywhere[way] || analysis.places.has(way, in: place...place)
  }

  /// A match right at a place, wherever else it might begin.
  func match(rightAt place: Int) throws(EngineError) -> Found? {
    for way in called {
      if let found = try find(way, from: place) { return found }
    }
    return nil
  }

  /// Some match that begins between two offsets, or at one of them; not always the first of them.
  func match(from first: Int, to last: Int) throws(EngineError) -> Found? {
    for way in called {
      if engine.beginsAnywhere[way] {
        if let found = try find(way, from: first), found.match.lower <= last { return found }
      } else if analysis.places.has(way, in: first...max(first, last)) {
        for place in analysis.places.offsets(of: way) where place >= first && place <= last {
          if let found = try find(way, from: place) { return found }
        }
      }
    }
    return nil
  }

  /// All matches from an offset on, from left to right, none overlapping.
  func matches(from start: Int) throws(EngineError) -> [Found] {
    var lines: [Line] = []
    for way in called {
      var line = Line(way: way)
      if !engine.beginsAnywhere[way] {
        if !analysis.places.has(way) { continue }
        line.places = analysis.places.offsets(of: way)[...]
      }
      // Most ways match nowhere, and are done with at once.
      try advance(&line, from: start, before: nil)
      if line.next != nil { lines.append(line) }
    }
    if lines.isEmpty { return [] }
    var found: [Found] = []
    var from = start
    while true {
      var first: Found?
      for index in lines.indices {
        try advance(&lines[index], from: from, before: first?.match.lower)
        if let next = lines[index].next, next.match.lower < first?.match.lower ?? .max { first = next }
      }
      guard let first else { return found }
      found.append(first)
      // Shipped patterns match no empty text; one that did must not be found for ever.
      from = max(first.match.upper, first.match.lower + 1)
    }
  }

  /// One way on its way through the bullet.
  private struct Line {
    let way: Int
    /// Where it may still begin; `nil` for anywhere.
    var places: ArraySlice<Int>? = nil
    /// Its next match, once it was looked for.
    var next: Found? = nil
    var isDone = false
  }

  /// Finds the next match of a way, unless it would begin behind a match that is known already.
  private func advance(_ line: inout Line, from: Int, before limit: Int?) throws(EngineError) {
    if let next = line.next, next.match.lower >= from { return }
    line.next = nil
    if line.isDone { return }
    guard var places = line.places else {
      line.next = try find(line.way, from: from)
      line.isDone = line.next == nil
      return
    }
    while let place = places.first, line.next == nil {
      if place >= from {
        if let limit, place >= limit { break }
        line.next = try find(line.way, from: place)
      }
      places.removeFirst()
    }
    line.places = places
    line.isDone = places.isEmpty && line.next == nil
  }

  private func find(_ way: Int, from place: Int) throws(EngineError) -> Found? {
    let pattern = try engine.pattern(ofWay: way, of: owner)
    let match = try engine.first(
      pattern, in: analysis, from: place, end: end, owner: engine.describe(owner))
    return match.map { Found(match: $0, pattern: pattern) }
  }
}
