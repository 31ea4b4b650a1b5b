internal import HoneCore

/// The runs of `*`, `_` and `~~` in a paragraph, and CommonMark's way to pair them.
struct EmphasisRuns {
  private struct Run {
    let sign: UInt8
    let length: Int
    /// What is not yet part of a pair.
    var rest: Range<Int>
    let canOpen: Bool
    let canClose: Bool
    var previous: Int
    var next: Int
  }

  private var runs: [Run] = []

  /// How many runs there are.
  var count: Int { runs.count }

  /// Adds a run.
  ///
  /// - Parameters:
  ///   - before: the end of the character before it, or `nil` at the beginning of a line.
  ///   - behind: the start of the character behind it, or `nil` at the end of a line.
  mutating func add(_ range: Range<Int>, in bytes: [UInt8], before: Int?, behind: Int?) {
    let left = before.map { Flank(before: $0, in: bytes) } ?? .space
    let right = behind.map { Flank(at: $0, in: bytes) } ?? .space
    let isLeft = right != .space && (right != .punctuation || left != .word)
    let isRight = left != .space && (left != .punctuation || right != .word)
    let isScore = bytes[range.lowerBound] == 0x5F
    runs.append(
      Run(
        sign: bytes[range.lowerBound], length: range.count, rest: range,
        canOpen: isLeft && (!isScore || !isRight || left == .punctuation),
        canClose: isRight && (!isScore || !isLeft || right == .punctuation),
        previous: runs.count - 1, next: runs.count + 1))
  }

  /// Pairs the runs from one on.
  mutating func pair(from bottom: Int, in bytes: [UInt8], into pieces: inout [InlinePiece]) {
    guard bottom < runs.count else { return }
    runs[bottom].previous = bottom - 1
    // Below these places no partner was found for a run of that kind.
    var floors: [Int: Int] = [:]
    var closer = bottom
    while closer < runs.count {
      guard runs[closer].canClose, !runs[closer].rest.isEmpty else {
        closer = runs[closer].next
        continue
      }
      let kind = Int(runs[closer].sign) * 8 + runs[closer].length % 3 * 2 + (runs[closer].canOpen ? 1 : 0)
      let floor = max(floors[kind] ?? bottom, bottom)
      guard let opener = opener(of: closer, floor) else {
        floors[kind] = closer
        if !runs[closer].canOpen { unlink(closer) }
        closer = runs[closer].next
        continue
      }
      join(opener, closer, into: &pieces)
      if runs[closer].rest.isEmpty { closer = runs[closer].next }
    }
  }

  private func opener(of closer: Int, _ floor: Int) -> Int? {
    var at = runs[closer].previous
    while at >= floor {
      if fits(runs[at], runs[closer]) { return at }
      at = runs[at].previous
    }
    return nil
  }

  private func fits(_ opener: Run, _ closer: Run) -> Bool {
    guard opener.canOpen, opener.sign == closer.sign, !opener.rest.isEmpty else { return false }
    if opener.sign == 0x7E { return opener.rest.count == closer.rest.count }
    // “One of them both opens and closes”: then their lengths must not add up to a multiple of three.
    guard opener.canClose || closer.canOpen else { return true }
    return (opener.length + closer.length) % 3 != 0 || (opener.length % 3 == 0 && closer.length % 3 == 0)
  }

  private mutating func join(_ opener: Int, _ closer: Int, into pieces: inout [InlinePiece]) {
    let used = min(runs[opener].rest.count, runs[closer].rest.count, 2)
    let left = runs[opener].rest
    let right = runs[closer].rest
    pieces.append(InlinePiece(.open(isVital: false), (left.upperBound - used)..<left.upperBound))
    pieces.append(InlinePiece(.close, right.lowerBound..<(right.lowerBound + used)))
    runs[opener].rest = left.lowerBound..<(left.upperBound - used)
    runs[closer].rest = (right.lowerBound + used)..<right.upperBound
    // What stands between them finds no partner outside.
    runs[opener].next = closer
    runs[closer].previous = opener
    if runs[opener].rest.isEmpty { unlink(opener) }
  }

  private mutating func unlink(_ run: Int) {
    let previous = runs[run].previous
    let next = runs[run].next
    if previous >= 0 { runs[previous].next = next }
    if next < runs.count { runs[next].previous = previous }
  }

  /// Gives what found no partner back as text and forgets the runs from one on.
  mutating func flush(from bottom: Int, into pieces: inout [InlinePiece]) {
    guard bottom < runs.count else { return }
    for run in runs[bottom...] where !run.rest.isEmpty { pieces.append(InlinePiece(.text, run.rest)) }
    drop(from: bottom)
  }

  /// Forgets the runs from one on.
  mutating func drop(from bottom: Int) {
    guard bottom < runs.count else { return }
    runs.removeSubrange(bottom...)
    for index in runs.indices where runs[index].next > bottom { runs[index].next = bottom }
  }
}
