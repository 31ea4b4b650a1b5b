internal import HoneCore

/// Where blocks and drawers end: one without an end is none.
struct OrgEnds {
  private var blocks: [String: [Int]] = [:]
  private var environments: [String: [Int]] = [:]
  /// For each line, the next `:END:` before a headline.
  private var drawers: [Int?] = []

  init(_ lines: [OrgLine], _ bytes: [UInt8]) {
    drawers = Array(repeating: nil, count: lines.count)
    var next: Int?
    for index in lines.indices.reversed() {
      let line = lines[index]
      drawers[index] = next
      if line.stars(bytes) != nil { next = nil }
      if line.drawer(bytes) == "end" { next = index }
    }
    for (index, line) in lines.enumerated() {
      if let keyword = line.keyword(bytes), keyword.hasPrefix("end_") {
        blocks[String(keyword.dropFirst(4)), default: []].append(index)
      } else if let name = line.environment(bytes, "end") {
        environments[name, default: []].append(index)
      }
    }
  }

  func drawer(_ index: Int) -> Int? { drawers[index] }

  func block(_ name: String, _ index: Int) -> Int? { OrgEnds.first(blocks[name] ?? [], behind: index) }

  func environment(_ name: String, _ index: Int) -> Int? {
    OrgEnds.first(environments[name] ?? [], behind: index)
  }

  private static func first(_ ends: [Int], behind index: Int) -> Int? {
    var lower = 0
    var upper = ends.count
    while lower < upper {
      let middle = (lower + upper) / 2
      if ends[middle] <= index { lower = middle + 1 } else { upper = middle }
    }
    return lower < ends.count ? ends[lower] : nil
  }
}
