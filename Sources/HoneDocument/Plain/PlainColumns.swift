/// Finds where two columns stand side by side, as `pdftotext -layout` leaves them.
///
/// Their lines belong to two texts at once, so they are left alone.
enum PlainColumns {
  /// The lines, by their numbers, that belong to two columns.
  static func lines(_ lines: [PlainLine], _ words: PlainWords) -> [Range<Int>] {
    let columns = lines.map { column($0, words) }
    var found: [Range<Int>] = []
    // Lines of a block that came to nothing: from each of them the same lines would be looked through again.
    var tried: Set<Int> = []
    var at = 0
    while at < lines.count {
      guard !tried.contains(at), let block = block(from: at, lines, columns, &tried) else {
        at += 1
        continue
      }
      found.append(block)
      at = block.upperBound
    }
    return found
  }

  /// The lines from one on that have a second column at the same place, up to the blank line behind the last of them.
  private static func block(
    from start: Int, _ lines: [PlainLine], _ columns: [Int?], _ tried: inout Set<Int>
  ) -> Range<Int>? {
    guard let column = columns[start] else { return nil }
    var last = start
    var members = [start]
    var pairs = 0
    var at = start + 1
    // A column has a gap in it now and then, but not for long.
    while at < lines.count, at - last <= 6 {
      if let other = columns[at], abs(other - column) <= 1 {
        // Places that are set to the right stand a job apart; columns have line below line.
        if last == at - 1 { pairs += 1 }
        last = at
        members.append(at)
      }
      at += 1
    }
    guard members.count >= 3, pairs >= 2 else {
      tried.formUnion(members)
      return nil
    }
    var end = last + 1
    while end < lines.count, !lines[end].isBlank { end += 1 }
    return start..<end
  }

  /// Where the second column of a line begins: text behind a gap that is no date.
  private static func column(_ line: PlainLine, _ words: PlainWords) -> Int? {
    guard let gap = line.gap, gap.column >= 16 else { return nil }
    let right = LineWords.words(of: gap.right)
    let isDate =
      right.contains { $0.count == 4 && Int($0) != nil }
      && right.allSatisfy { Int($0) != nil || words.lines.isNamed($0) }
    return isDate || right.isEmpty ? nil : gap.column
  }
}
