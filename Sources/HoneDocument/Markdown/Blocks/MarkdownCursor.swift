/// A place in a line of Markdown, counted in bytes and in columns: a tab reaches to the next multiple of four.
struct MarkdownCursor {
  let bytes: [UInt8]
  /// The end of the line, without its line end.
  let end: Int
  private(set) var at: Int
  private(set) var column = 0
  /// The columns of a tab that are still to come.
  private var tabRest = 0

  init(_ bytes: [UInt8], _ line: Range<Int>) {
    self.bytes = bytes
    at = line.lowerBound
    end = line.upperBound
  }

  /// The byte here, 0 at the end.
  var byte: UInt8 { at < end ? bytes[at] : 0 }

  /// The columns of white space here, and the offset behind it.
  var space: (columns: Int, offset: Int) {
    var columns = tabRest
    var offset = tabRest > 0 ? at + 1 : at
    while offset < end {
      if bytes[offset] == 0x20 {
        columns += 1
      } else if bytes[offset] == 0x09 {
        columns += 4 - (column + columns) % 4
      } else {
        break
      }
      offset += 1
    }
    return (columns, offset)
  }

  /// Goes on by bytes that are no white space.
  mutating func advance(bytes count: Int) {
    at = min(at + count, end)
    column += count
    tabRest = 0
  }

  /// Goes on by columns of white space.
  mutating func advance(columns count: Int) {
    var left = count
    while left > 0, at < end {
      if bytes[at] == 0x09 {
        if tabRest == 0 { tabRest = 4 - column % 4 }
        let used = min(left, tabRest)
        column += used
        tabRest -= used
        left -= used
        if tabRest == 0 { at += 1 }
      } else if bytes[at] == 0x20 {
        column += 1
        left -= 1
        at += 1
      } else {
        return
      }
    }
  }

  /// Goes on behind the white space here.
  mutating func skipSpace() { advance(columns: space.columns) }
}
