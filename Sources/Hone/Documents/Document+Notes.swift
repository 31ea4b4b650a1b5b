internal import HoneCore
public import HoneDocument
internal import HoneEngine
public import HoneGrammar

extension Document {
  /// What is to be said of the file, once: what its reader did not understand, and each off-switch that names no rule of a
  /// grammar, or one that finds nothing there.
  public func notes(under grammar: Grammar) -> [Note] {
    let named = Set(bullets.flatMap(\.rulesOff))
    if named.isEmpty { return notes }
    let known = named.intersection(grammar.rules.flatMap { [$0.id, $0.kind] })
    let unknown = named.subtracting(known).sorted().map { rule in
      Note("a comment switches “\(rule)” off, but there is no such rule or kind; see `hone rules`")
    }
    let idle = known.subtracting(found(by: Hone(grammar))).sorted().map { rule in
      Note("a comment switches “\(rule)” off, but it finds nothing there; take it out")
    }
    return notes + unknown + idle
  }

  /// The rules and kinds that find something where a comment switches them off.
  private func found(by hone: Hone) -> Set<String> {
    hone.engine.readsFiles = true
    var found: Set<String> = []
    for bullet in bullets where bullet.isLive && !bullet.rulesOff.isEmpty {
      // What costs too much is said when the bullet itself is worked on.
      guard let analysis = try? hone.engine.analyze(String(decoding: bullet.text, as: UTF8.self)) else {
        continue
      }
      found.formUnion(bullet.rulesOff.intersection(analysis.findings.flatMap { [$0.rule, $0.kind] }))
    }
    return found
  }
}
