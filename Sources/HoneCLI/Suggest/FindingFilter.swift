import HoneBaseline
import HoneCore
import HoneGrammar
import HoneReport

/// Which findings of a record are told, and whether one of them fails the run.
///
/// Records come one after the other, in their order: of equal findings a baseline accepts the first ones.
struct FindingFilter {
  private let run: SuggestRun
  private let grammars: [Grammar]
  private var accepted: Baseline?
  /// What a baseline that is written is to accept.
  private(set) var found = Baseline()
  /// What it is not to accept anew: findings that stand below the level that is asked for.
  private var below = Baseline()
  /// The files that were read, as they were named, and as the baseline names them.
  private var files: [String: String] = [:]
  private var lookedAt: Set<String> = []
  /// Failing findings that were told, and those that were not.
  private var failing = (told: 0, untold: 0)
  private(set) var tally = FindingTally()
  /// The level at which findings failed.
  private var failOn = Level.warning

  init(_ run: SuggestRun, _ grammars: [Grammar]) {
    self.run = run
    self.grammars = grammars
    if case .hold(_, let accepted) = run.baseline { self.accepted = accepted }
  }

  /// Notes that a file was read, whatever was found in it.
  mutating func note(file: String) {
    guard let name = run.baseline?.file.name(of: file) else { return }
    files[file] = name
    lookedAt.insert(name)
  }

  /// The record as it is to be told, or `nil` where nothing of it is; notes what fails.
  mutating func show(_ record: BulletRecord, _ showing: Showing, _ outcome: inout Outcome) -> BulletRecord? {
    let asked = record.findings.filter { isAsked($0.rule, $0.kind) }
    if case .write = run.baseline {
      note(asked, from: min(showing.level, showing.failOn), of: record)
      return nil
    }
    let open = asked.filter { !isAccepted($0, in: record) }
    let told = told(open, showing)
    let failures = open.count { $0.level >= showing.failOn }
    if failures > 0 {
      outcome.note(.findings)
      failOn = showing.failOn
    }
    let toldFailures = told.count { $0.level >= showing.failOn }
    failing.told += toldFailures
    failing.untold += failures - toldFailures
    tally.add(told, hidden: open.count { $0.level >= showing.level } - told.count)
    if told.isEmpty, !run.showsAll { return nil }
    // Where findings are left out, a rewrite that mends none of the others would answer another question.
    return record.showing(told).offering(
      atMost: showing.limit, areUseful: !run.only.isEmpty || asked.count > open.count)
  }

  /// Whether a rule is among those that the command line asks for.
  private func isAsked(_ rule: String, _ kind: String?) -> Bool {
    run.only.isEmpty || run.only.contains(rule) || kind.map(run.only.contains) ?? true
  }

  private func told(_ findings: [Finding], _ showing: Showing) -> [Finding] {
    let shown = findings.filter { $0.level >= showing.level }
    guard showing.questions != .all else { return shown }
    let questions = shown.indices.filter { shown[$0].level == .question }
    // What asks about words that stand there is sharper than what misses something in the whole.
    let asked = questions.first { !shown[$0].isOfAbsence } ?? questions.first
    return shown.enumerated().filter { index, finding in
      finding.level != .question || (showing.questions == .one && index == asked)
    }.map(\.element)
  }

  // MARK: - Baseline

  private mutating func isAccepted(_ finding: Finding, in record: BulletRecord) -> Bool {
    guard let file = files[record.file] else { return false }
    let isAccepted = accepted?.take(file: file, bullet: record.text, rule: finding.rule) ?? false
    if isAccepted { tally.accepted += 1 }
    return isAccepted
  }

  private mutating func note(_ findings: [Finding], from level: Level, of record: BulletRecord) {
    guard let file = files[record.file] else { return }
    for finding in findings {
      let entry = Baseline.Entry(file: file, bullet: record.text, rule: finding.rule, count: 1)
      if finding.level >= level { found.add(entry) } else { below.add(entry) }
    }
  }

  /// What is to be said at the end of a run.
  ///
  /// - Parameter isWhole: whether all that was named was looked at.
  func remarks(isWhole: Bool) -> [String] {
    var remarks: [String] = []
    if failing.told == 0, failing.untold > 0 {
      remarks.append(
        "\(FindingTally.count(failing.untold, "finding")) at --fail-on \(failOn.name) or above, and none of them told; see --level and --questions"
      )
    }
    if isWhole, let file = run.baseline?.file, let accepted {
      let gone = accepted.entries.filter(wasLookedAt)
      let count = gone.reduce(0) { $0 + $1.count }
      if count > 0, let first = gone.first {
        remarks.append(
          "\(file.path): \(FindingTally.count(count, "accepted finding")) \(count == 1 ? "is" : "are") found no more, such as \(first.rule) in \(first.file); `hone suggest --write-baseline` drops \(count == 1 ? "it" : "them")"
        )
      }
    }
    return remarks
  }

  /// What is to be written: the findings of this run, and what the old baseline accepts where it did not look.
  ///
  /// What stands below the level that is asked for is not accepted anew, and stays accepted where it was.
  func baseline(after old: Baseline?) -> Baseline {
    var new = found
    for entry in old?.entries ?? [] {
      if wasLookedAt(entry) {
        let count = min(below.count(of: entry), entry.count - found.count(of: entry))
        if count > 0 { new.add(entry.counting(count)) }
      } else {
        new.add(entry)
      }
    }
    return new
  }

  /// Whether this run would have found what an entry accepts. A file that is not there now may be so on another branch.
  private func wasLookedAt(_ entry: Baseline.Entry) -> Bool {
    guard lookedAt.contains(entry.file) else { return false }
    if run.only.isEmpty || run.only.contains(entry.rule) { return true }
    return grammars.lazy.compactMap { $0.rule(entry.rule)?.kind }.first.map(run.only.contains) ?? false
  }
}
