/// What a block of a page or a paragraph of a document may be, by its shape alone.
enum BlockRole<Line> {
  /// A heading of a level.
  case heading(String, level: Int)
  /// Lines of a list, or with a typed sign.
  case bullets([Line])
  /// Running text.
  case prose([Line])
  case nothing

  /// The numbers of the parts between headings in which lists stand: other text there is no bullet.
  static func partsWithLists(_ roles: [BlockRole]) -> Set<Int> {
    var part = 0
    var listed: Set<Int> = []
    for role in roles {
      switch role {
      case .heading: part += 1
      case .bullets: listed.insert(part)
      case .prose, .nothing: break
      }
    }
    return listed
  }
}
