/// A stretch of inline HTML between two tags of blocks: a paragraph as a person sees it.
struct HTMLBlock {
  /// Its bytes.
  var range: Range<Int>
  /// The numbers of its tokens.
  var tokens: Range<Int>
  /// The name of the element that it stands in.
  let container: String
  /// The class of that element, and whether all of its words are bold: what tells one kind of line from another.
  let style: String
  /// How many elements of blocks it stands in.
  let depth: Int
  /// The level of the heading that it is, or `nil`.
  let headingLevel: Int?
  /// The number of the list item that it stands in, or `nil`.
  let item: Int?
  /// Whether it stands in what is no part of the résumé: navigation, a form, something hidden.
  let isSkipped: Bool
}

/// What is known of a list item once all of it is read.
struct HTMLItem {
  /// Whether a heading stands in it: then it holds a job, and is no bullet.
  var hasHeading = false
  /// Whether a list stands in it.
  var hasList = false
  /// How many blocks stand in it, without those of a list in it.
  var blocks = 0
  /// Whether a program drew the list sign by markup of its own: Microsoft Word.
  var isDrawn = false
}

/// What a page holds, in order.
enum HTMLEvent {
  /// A paragraph, by its number.
  case block(Int)
  /// An element begins whose attributes tell the section that it holds.
  case enter(String)
  /// Such an element ends.
  case leave
}

/// A page cut into blocks.
struct HTMLPage {
  var elements: HTMLElements
  var events: [HTMLEvent] = []
  var blocks: [HTMLBlock] = []
  var items: [HTMLItem] = []

  /// The page with blocks cut at their `<br>` where one of their lines is a heading.
  func splitting(where isHeading: (HTMLLine) -> Bool, _ hints: HTMLHints, in bytes: [UInt8]) -> HTMLPage {
    var page = self
    page.blocks = []
    page.events = []
    for event in events {
      guard case .block(let index) = event else {
        page.events.append(event)
        continue
      }
      let block = blocks[index]
      let isWhole = block.item != nil || block.headingLevel != nil || block.isSkipped
      for part in isWhole ? [block] : parts(of: block, isHeading, lines(of: block, hints, in: bytes)) {
        page.events.append(.block(page.blocks.count))
        page.blocks.append(part)
      }
    }
    return page
  }

  /// A block cut so that each heading in it is a block, and so is all that stands between two of them.
  private func parts(of block: HTMLBlock, _ isHeading: (HTMLLine) -> Bool, _ lines: [HTMLLine]) -> [HTMLBlock]
  {
    let places = lines.count > 1 ? lines.indices.filter { isHeading(lines[$0]) } : []
    if places.isEmpty { return [block] }
    var parts: [HTMLBlock] = []
    var first = 0
    func cut(_ next: Int) {
      if next > first { parts.append(self.part(of: block, lines[first..<next])) }
      first = next
    }
    for place in places {
      cut(place)
      cut(place + 1)
    }
    cut(lines.count)
    return parts
  }

  private func part(of block: HTMLBlock, _ lines: ArraySlice<HTMLLine>) -> HTMLBlock {
    var part = block
    part.tokens = lines[lines.startIndex].tokens.lowerBound..<lines[lines.endIndex - 1].tokens.upperBound
    part.range =
      elements.tokens[part.tokens.lowerBound].range
      .lowerBound..<elements.tokens[part.tokens.upperBound - 1].range.upperBound
    return part
  }

  /// The comments among the tokens.
  var comments: [Range<Int>] { elements.tokens.filter { $0.kind == .comment }.map(\.range) }
}
