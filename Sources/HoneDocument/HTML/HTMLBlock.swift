/// A stretch of inline HTML between two tags of blocks: a paragraph as a person sees it.
struct HTMLBlock {
  /// Its bytes, without white space and comments at its ends.
  let range: Range<Int>
  /// The numbers of its tokens.
  let tokens: Range<Int>
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

  /// The comments among the tokens.
  var comments: [Range<Int>] { elements.tokens.filter { $0.kind == .comment }.map(\.range) }
}
