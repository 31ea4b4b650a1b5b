internal import HoneCore
public import HoneEngine
internal import HoneGrammar

/// What a grammar finds in labelled bullets, held against what readers see there.
///
/// A kind counts as found at any level: levels say how loudly to speak, not whether something is there.
public struct Evaluation: Sendable {
  /// A bullet of which grammar and readers say different things.
  public struct Difference: Sendable {
    /// The bullet.
    public let text: String
    /// The kind, `fact` or `metric`.
    public let kind: String
    /// What is in question: the words found, or those that the readers named; empty where a whole bullet is.
    public let words: String
    /// Whether the grammar found it and the readers did not.
    public let isFalseAlarm: Bool
  }

  /// How many bullets were read.
  public private(set) var bullets = 0
  /// Each kind that the grammar or the readers know, in alphabetical order.
  public private(set) var kinds: [(name: String, score: Score)] = []
  /// Of the strong bullets, those with a finding above info.
  public private(set) var strongFlagged = Share(of: 0, in: 0)
  /// Facts: one counts as found where its words and those of a labelled one overlap.
  public private(set) var facts = Score()
  /// Numbers that are metrics, among the labelled numbers.
  public private(set) var metrics = Score()
  /// How many numbers were labelled.
  public private(set) var numbers = 0
  /// All misses and false alarms, in the order of the bullets.
  public private(set) var differences: [Difference] = []

  /// Runs a grammar over labelled bullets.
  ///
  /// - Throws: `EngineError` where a pattern does not compile or costs too much.
  public init(of bullets: [LabelledBullet], by engine: Engine) throws(EngineError) {
    let known = Set(engine.grammar.rules.map(\.kind)).union(bullets.flatMap(\.kinds))
    var scores = Dictionary(uniqueKeysWithValues: known.map { ($0, Score()) })
    var flagged = 0
    for bullet in bullets {
      let analysis = try engine.analyze(bullet.text)
      let findings = analysis.findings
      for kind in known.sorted() {
        let found = findings.first { $0.kind == kind }
        let isLabelled = bullet.kinds.contains(kind)
        scores[kind]?.count(found: found != nil, labelled: isLabelled)
        if (found != nil) != isLabelled {
          differ(bullet, kind, found.map { analysis.bytes.text($0.range) } ?? "", isFalseAlarm: found != nil)
        }
      }
      if bullet.isStrong {
        let isFlagged = findings.contains { $0.level > .info }
        flagged += isFlagged ? 1 : 0
        strongFlagged = Share(of: flagged, in: strongFlagged.whole + 1)
      }
      countFacts(bullet, analysis)
      countNumbers(bullet, analysis)
    }
    self.bullets = bullets.count
    kinds = scores.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private mutating func countFacts(_ bullet: LabelledBullet, _ analysis: Analysis) {
    guard let labelled = bullet.facts else { return }
    let ranges = places(of: labelled, in: analysis.bytes)
    let found = merged(analysis.facts.map(\.range))
    for (text, range) in zip(labelled, ranges) {
      let isFound = range.map { range in found.contains { $0.overlaps(range) } } ?? false
      if isFound {
        facts.count(found: true, labelled: true)
      } else {
        facts.count(found: false, labelled: true)
      }
      if !isFound { differ(bullet, "fact", text, isFalseAlarm: false) }
    }
    for range in found where !ranges.contains(where: { $0?.overlaps(range) ?? false }) {
      facts.count(found: true, labelled: false)
      differ(bullet, "fact", analysis.bytes.text(range), isFalseAlarm: true)
    }
  }

  private mutating func countNumbers(_ bullet: LabelledBullet, _ analysis: Analysis) {
    guard let labelled = bullet.numbers else { return }
    let ranges = places(of: labelled.map(\.text), in: analysis.bytes)
    let metricRanges = zip(labelled, ranges).compactMap { $0.metric ? $1 : nil }
    for (number, range) in zip(labelled, ranges) {
      guard let range else { continue }
      numbers += 1
      var marks = analysis.marks(of: PartNames.metric, in: range).map(\.range)
      // “6 ms p99” is one metric to the grammar; a reader who counts “p99” apart does not contradict it.
      if !number.metric { marks.removeAll { mark in metricRanges.contains { $0.overlaps(mark) } } }
      metrics.count(found: !marks.isEmpty, labelled: number.metric)
      if marks.isEmpty == number.metric {
        differ(bullet, "metric", number.text, isFalseAlarm: !number.metric)
      }
    }
  }

  private mutating func differ(
    _ bullet: LabelledBullet, _ kind: String, _ words: String, isFalseAlarm: Bool
  ) {
    differences.append(
      Difference(text: bullet.text, kind: kind, words: words, isFalseAlarm: isFalseAlarm))
  }

  /// Where texts stand in a bullet: each behind the one before where it can, for readers list from left to right.
  private func places(of texts: [String], in bytes: [UInt8]) -> [Range<Int>?] {
    var from = 0
    return texts.map { text in
      let wanted = Array(text.utf8)
      guard let range = bytes.firstRange(of: wanted, from: from) ?? bytes.firstRange(of: wanted, from: 0)
      else { return nil }
      from = range.upperBound
      return range
    }
  }

  /// Facts that overlap are one.
  private func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, last.upperBound > range.lowerBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }
}

extension Array where Element == UInt8 {
  fileprivate func firstRange(of wanted: [UInt8], from start: Int) -> Range<Int>? {
    guard !wanted.isEmpty, count >= wanted.count, start <= count - wanted.count else { return nil }
    for at in start...(count - wanted.count) where self[at..<(at + wanted.count)].elementsEqual(wanted) {
      return at..<(at + wanted.count)
    }
    return nil
  }
}
