public import HoneCore

/// Writes edits as a patch that `git apply` takes.
public struct UnifiedDiff {
  private static let context = 3

  /// Whole lines that change: which of the old ones, and what they become.
  private struct Change {
    var old: Range<Int>
    var new: [UInt8]
  }

  private let bytes: [UInt8]
  /// Where each line begins; the last is the end of the file.
  private let starts: [Int]

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    for (at, byte) in bytes.enumerated() where byte == 0x0A && at + 1 < bytes.count { starts.append(at + 1) }
    self.starts = bytes.isEmpty ? [0] : starts + [bytes.count]
  }

  /// The patch of a file; nothing where there are no edits.
  ///
  /// - Parameters:
  ///   - path: the file as the patch is to name it, relative to where it will be applied.
  ///   - bytes: the file as it is.
  ///   - edits: in order, none overlapping another.
  public static func write(_ path: String, _ bytes: [UInt8], _ edits: [Edit]) -> [UInt8] {
    if edits.isEmpty { return [] }
    let diff = UnifiedDiff(bytes)
    var patch = Array(
      "diff --git \(quoted("a/" + path)) \(quoted("b/" + path))\n--- \(named("a/" + path))\n+++ \(named("b/" + path))\n"
        .utf8)
    var shift = 0
    for hunk in hunks(of: diff.changes(of: edits)) { patch += diff.text(of: hunk, &shift) }
    return patch
  }

  private func changes(of edits: [Edit]) -> [Change] {
    var groups: [(lines: Range<Int>, edits: [Edit])] = []
    for edit in edits {
      let first = line(at: edit.range.lowerBound)
      // An edit that ends where a line ends leaves the next one alone, unless it takes the line end away.
      let end = max(edit.range.lowerBound, edit.range.upperBound - 1)
      let joins = !edit.range.isEmpty && bytes[end] == 0x0A && edit.bytes.last != 0x0A
      let last = min(line(at: end) + (joins ? 1 : 0), max(0, starts.count - 2))
      if let group = groups.last, first < group.lines.upperBound {
        groups[groups.count - 1].lines = group.lines.lowerBound..<max(group.lines.upperBound, last + 1)
        groups[groups.count - 1].edits.append(edit)
      } else {
        groups.append((first..<(last + 1), [edit]))
      }
    }
    return groups.map { lines, edits in
      let range = starts[lines.lowerBound]..<starts[min(lines.upperBound, starts.count - 1)]
      return Change(old: lines, new: edits.applied(to: Array(bytes[range]), from: range.lowerBound))
    }
  }

  private func line(at offset: Int) -> Int {
    var lower = 0
    var upper = starts.count - 1
    while upper - lower > 1 {
      let middle = (lower + upper) / 2
      if starts[middle] <= offset { lower = middle } else { upper = middle }
    }
    return lower
  }

  /// Changes whose context touches stand in one hunk.
  private static func hunks(of changes: [Change]) -> [[Change]] {
    var hunks: [[Change]] = []
    for change in changes {
      if let last = hunks.last?.last, change.old.lowerBound - last.old.upperBound <= 2 * context {
        hunks[hunks.count - 1].append(change)
      } else {
        hunks.append([change])
      }
    }
    return hunks
  }

  private func text(of hunk: [Change], _ shift: inout Int) -> [UInt8] {
    let lineCount = starts.count - 1
    let from = max(0, hunk[0].old.lowerBound - UnifiedDiff.context)
    let to = min(lineCount, hunk[hunk.count - 1].old.upperBound + UnifiedDiff.context)
    var body: [UInt8] = []
    var at = from
    var added = 0
    for change in hunk {
      for line in at..<change.old.lowerBound { body += marked(" ", oldLine(line)) }
      for line in change.old { body += marked("-", oldLine(line)) }
      for line in UnifiedDiff.lines(change.new) {
        body += marked("+", line)
        added += 1
      }
      added -= change.old.count
      at = change.old.upperBound
    }
    for line in at..<to { body += marked(" ", oldLine(line)) }
    let header = "@@ -\(from + 1),\(to - from) +\(from + 1 + shift),\(to - from + added) @@\n"
    shift += added
    return Array(header.utf8) + body
  }

  private func oldLine(_ line: Int) -> ArraySlice<UInt8> { bytes[starts[line]..<starts[line + 1]] }

  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var at = 0
    while at < bytes.count {
      let end = bytes[at...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      lines.append(bytes[at..<end])
      at = end
    }
    return lines
  }

  private func marked(_ sign: String, _ line: ArraySlice<UInt8>) -> [UInt8] {
    let text = Array(sign.utf8) + line
    return line.last == 0x0A ? text : text + Array("\n\\ No newline at end of file\n".utf8)
  }

  /// A name that git would read otherwise is spelled as git spells it.
  private static func quoted(_ name: String) -> String {
    guard name.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C || $0 == 0x7F }) else {
      return name
    }
    var result = "\""
    for byte in name.utf8 {
      switch byte {
      case 0x22: result += "\\\""
      case 0x5C: result += "\\\\"
      case 0x0A: result += "\\n"
      case 0x09: result += "\\t"
      case 0..<0x20, 0x7F...:
        let digits = String(byte, radix: 8)
        result += "\\" + String(repeating: "0", count: 3 - digits.count) + digits
      default: result.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    return result + "\""
  }

  /// Behind a name with a space stands a tab, as git has it.
  private static func named(_ name: String) -> String {
    let quoted = quoted(name)
    return quoted.hasPrefix("\"") || !quoted.contains(" ") ? quoted : quoted + "\t"
  }
}
