/// Rules for grammars that are about something else.
enum Rules {
  /// What a rule needs besides its id and message.
  static let rest = "kind: k\n    level: info\n    match: 'a'\n    why: w\n    source: s"

  /// What a rule needs besides its id, in one line.
  static let flow = "kind: k, level: info, match: 'abc', message: m, why: w, source: s"

  /// A rule of seven lines, as an item of a list.
  static func whole(_ id: String, match: String = "abc", message: String = "m") -> String {
    """
      - id: \(id)
        kind: k
        level: info
        match: '\(match)'
        message: '\(message)'
        why: w
        source: s

    """
  }
}
