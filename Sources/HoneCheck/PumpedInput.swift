internal import HoneEngine
internal import HoneGrammar

/// Long lines made to slow a pattern down: what its own examples say, over and over, and the usual suspects.
enum PumpedInput {
  /// The words that a rule's pattern is slow on, or `nil`.
  static func tooSlow(_ rule: Rule, _ engine: Engine) -> String? {
    guard let pattern = rule.pattern else { return nil }
    var seeds = ["a", "a ", "aa, ", "and ", "1,", "- ", "training ", "the model and ", "of the "]
    for example in rule.examples.prefix(3) {
      seeds.append(example.text + " ")
      if let span = example.spans.first {
        seeds.append(String(decoding: Array(example.text.utf8)[span], as: UTF8.self) + " ")
      }
    }
    for seed in seeds {
      let copies = max(2, 4_000 / max(1, seed.utf8.count))
      let text = String(repeating: seed, count: copies) + "!"
      do throws(EngineError) {
        try engine.tryCost(of: pattern, owner: rule.id, place: rule.place, on: text)
      } catch {
        if case .tooCostly = error { return String(seed.prefix(40)) }
      }
    }
    return nil
  }
}
