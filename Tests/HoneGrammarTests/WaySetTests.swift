import Testing

@testable import HoneGrammar

/// Which ways a bullet calls, a bit each.
@Suite struct WaySetTests {
  @Test func holdsWhatWasPutIn() {
    var set = WaySet(count: 200)
    set.insert([0, 63, 64, 199])
    #expect((0..<200).filter(set.contains) == [0, 63, 64, 199])
  }

  /// Every range of a set that goes over several words, against the plain way of asking.
  @Test func meetsARangeWhereOneOfItsWaysIsIn() {
    for ways in [[], [0], [63], [64], [127, 128], [191], [5, 70, 180]] {
      var set = WaySet(count: 192)
      set.insert(ways)
      for lower in 0...192 {
        for upper in lower...192 {
          let range = lower..<upper
          #expect(set.intersects(range) == ways.contains(where: range.contains), "\(ways) \(range)")
        }
      }
    }
  }

  @Test func membersOfARangeComeInOrderAndReadBackFromText() {
    var set = WaySet(count: 300)
    let members = [0, 1, 63, 64, 127, 128, 255, 299]
    set.insert(members)
    for lower in [0, 1, 2, 63, 64, 65, 200, 299] {
      for upper in [lower, lower + 1, 64, 128, 300] where upper >= lower {
        #expect(Array(set.members(of: lower..<upper)) == members.filter { (lower..<upper).contains($0) })
      }
    }
    let read = WaySet(text: Array(set.text.utf8)[...])
    #expect(Array(read.members(of: 0..<300)) == members)
  }
}
