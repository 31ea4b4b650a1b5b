import HoneTestSupport
import Testing

/// A promise that a bullet breaks.
struct Fault: Sendable {
  let bullet: String
  let what: String
}

/// A fault that is known: which bullets show it, where, and why.
struct KnownFault: Sendable {
  let reason: Comment
  let sources: Set<Source>
  let covers: @Sendable (Fault) -> Bool
}

/// Says which bullets break a promise: the first of them, and how many.
func report(
  _ faults: [Fault], of source: Source, known: [KnownFault] = [],
  at location: SourceLocation = #_sourceLocation
) {
  expectNone(faults.filter { fault in !known.contains { $0.covers(fault) } }, source, location)
  for one in known where one.sources.contains(source) {
    withKnownIssue(one.reason) { expectNone(faults.filter(one.covers), source, location) }
  }
}

private func expectNone(_ faults: [Fault], _ source: Source, _ location: SourceLocation) {
  let isFree = faults.isEmpty
  let shown = faults.prefix(12).map { "\($0.bullet.debugDescription)\n    \($0.what)" }.joined(
    separator: "\n")
  #expect(
    isFree, "\(faults.count) faults in \(source.rawValue) bullets, seed \(Seed.value):\n\(shown)",
    sourceLocation: location)
}
