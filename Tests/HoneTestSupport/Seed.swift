import Foundation

/// Where random tests begin; `HONE_SEED=7 swift test` tries other cases.
package enum Seed {
  /// The seed in force; failures name it.
  package static let value =
    ProcessInfo.processInfo.environment["HONE_SEED"].flatMap(UInt64.init) ?? 20_251_107
}

/// Random numbers that are the same on every machine and in every run (SplitMix64).
package struct SeededRandom: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Numbers for a test; two tests with one seed and two names see different ones.
  package init(seed: UInt64 = Seed.value, for name: String) {
    state = name.utf8.reduce(seed &+ 0x9E37_79B9_7F4A_7C15) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  /// The next number.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A member of a list.
  package mutating func pick<Element>(_ list: [Element]) -> Element {
    list[Int.random(in: list.indices, using: &self)]
  }

  /// True in so many of a hundred cases.
  package mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }
}
