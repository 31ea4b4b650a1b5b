import HoneGrammar
import Testing

/// Where in a bullet each pattern may begin.
@Suite struct PlacesTests {
  @Test func eachPatternHasItsPlacesFromLeftToRightAndEachOnce() {
    var places = Places(patterns: 3)
    for (offset, pattern) in [(0, 1), (4, 0), (4, 1), (9, 1), (9, 1), (2, 1)] {
      places.add(offset, to: pattern)
    }
    #expect(places.offsets(of: 0) == [4])
    #expect(places.offsets(of: 1) == [0, 2, 4, 9])
    #expect(places.offsets(of: 2) == [])
    #expect(places.has(0) && places.has(1) && !places.has(2))
    #expect(places.has(1, in: 5...9))
    #expect(!places.has(1, in: 5...8))
    #expect(!places.has(2, in: 0...9))
  }

  @Test func whoStopsGetsNoMore() {
    var places = Places(patterns: 1)
    for offset in [3, 5, 8] { places.add(offset, to: 0) }
    var seen: [Int] = []
    places.forEach(of: 0) { offset in
      seen.append(offset)
      return seen.count < 2
    }
    #expect(seen == [3, 5])
  }
}
