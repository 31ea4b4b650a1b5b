internal import HoneCore

/// Tells what a string is written in.
struct DataMarkup {
  private let bytes: [UInt8]
  private let grammar: DataGrammar

  init(_ bytes: [UInt8], _ grammar: DataGrammar) {
    self.bytes = bytes
    self.grammar = grammar
  }

  /// HTML where a tag stands, LaTeX where a macro of text stands, `nil` where nothing tells.
  var found: DataGrammar.Markup? {
    var isList: Bool?
    for at in bytes.indices {
      switch bytes[at] {
      case 0x3C:
        guard let tag = tag(at + 1) else { continue }
        // A list of Markdown may break its lines so.
        if tag != "br" { return .html }
        let hasList = isList ?? hasList
        isList = hasList
        if !hasList { return .html }
      case 0x5C where isMacro(at + 1): return .latex
      default: break
      }
    }
    return nil
  }

  /// The name of a tag that tells HTML, or `nil`.
  private func tag(_ start: Int) -> String? {
    let from = start < bytes.count && bytes[start] == 0x2F ? start + 1 : start
    var at = from
    while at < bytes.count, at - from < 8, Bytes.isWord(bytes[at]) { at += 1 }
    guard at > from, at < bytes.count, [0x3E, 0x20, 0x2F, 0x0A].contains(bytes[at]) else { return nil }
    let name = bytes.lowered(from..<at)
    return grammar.tags.contains(name) && bytes[at...].prefix(2000).contains(0x3E) ? name : nil
  }

  /// Whether a line begins with a hyphen or a star: a list of Markdown.
  private var hasList: Bool {
    var isAtLineStart = true
    for (index, byte) in bytes.enumerated() {
      if isAtLineStart, byte == 0x2D || byte == 0x2A, index + 1 < bytes.count, bytes[index + 1] == 0x20 {
        return true
      }
      if byte == 0x0A || byte == 0x0D { isAtLineStart = true } else if byte != 0x20 { isAtLineStart = false }
    }
    return false
  }

  private func isMacro(_ start: Int) -> Bool {
    var at = start
    while at < bytes.count, at - start < 12, Bytes.isLower(bytes[at]) { at += 1 }
    guard at > start, at < bytes.count, bytes[at] == 0x7B || bytes[at] == 0x20 else { return false }
    return grammar.macros.contains(bytes.text(start..<at))
  }
}
