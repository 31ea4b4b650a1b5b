/// What the blocks of a file come to: headings and items in order, and what stands between them.
struct BlockOutline {
  /// A heading.
  struct Heading {
    /// How deep it stands; a line in bold has no level of its own.
    let level: Int?
    let lines: [Range<Int>]
    /// Whether nothing stands between it and the heading before it.
    var followsHeading = false
  }

  /// The text of an item of a list, which may be a bullet.
  struct Item {
    var lines: [Range<Int>]
    /// Whether items stand below it.
    var hasChildren = false
    /// Whether it stands where no item is a bullet: in a footnote, a grid.
    var isQuiet: Bool
    /// Whether it is a list item of HTML, and so is all markup in it.
    var isHTML = false
  }

  enum Entry {
    case heading(Heading)
    case item(Int)
  }

  var entries: [Entry] = []
  /// How many headings have a level of their own.
  var levelled = 0
  var items: [Item] = []
  var comments: [Range<Int>] = []
  /// Text that no one sees, and that is no comment.
  var dead: [Range<Int>] = []
  /// The labels that links may name.
  var references: Set<String> = []

  mutating func add(_ item: Item) -> Int {
    items.append(item)
    entries.append(.item(items.count - 1))
    return items.count - 1
  }
}
