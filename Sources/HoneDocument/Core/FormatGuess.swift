internal import HoneCore

/// Tells a format by the name of a file, and by its first bytes where the name says nothing.
public enum FormatGuess {
  /// The format of a file, or what stands against it.
  ///
  /// A name is believed, but for plain text that is plainly something else: to write into it line by line would harm it.
  public static func format(ofName name: String, _ bytes: [UInt8]) throws(DocumentError) -> Format {
    let content = format(of: bytes)
    if let ending = ending(of: name) {
      guard let named = Format.named(ending) else {
        if let content { return content }
        throw DocumentError(
          "hone does not know files that end in .\(ending); say what it is with --from FORMAT: \(Format.names)"
        )
      }
      if named == .plain, let content {
        throw DocumentError(
          "this looks like \(content.rawValue) and not like plain text; say --from \(content.rawValue), or --from plain if it is"
        )
      }
      return named
    }
    return content ?? .plain
  }

  /// What stands behind the last dot of a file's name, or `nil`.
  private static func ending(of name: String) -> String? {
    let file = name.split(separator: "/").last ?? ""
    guard let dot = file.lastIndex(of: "."), dot != file.startIndex else { return nil }
    return String(file[file.index(after: dot)...])
  }

  /// The format that bytes give away, or `nil` where they could be plain text.
  static func format(of bytes: [UInt8]) -> Format? {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return .docx }
    if bytes.starts(with: Array("%PDF-".utf8)) { return .pdf }
    let head = String(decoding: bytes.prefix(16_384), as: UTF8.self)
    let lines = head.split(whereSeparator: \.isNewline).map {
      $0.drop { $0 == " " || $0 == "\t" || $0 == "\u{FEFF}" }
    }
    .filter { !$0.isEmpty }
    guard let first = lines.first else { return nil }
    let lowered = first.lowercased()
    if lowered.hasPrefix("<!doctype") || lowered.hasPrefix("<html") || lowered.hasPrefix("<?xml") {
      return .html
    }
    if first.hasPrefix("{"), head.contains("\":") { return .json }
    if lines.contains(where: { line in latexSigns.contains { line.hasPrefix($0) } }) { return .latex }
    if lines.contains(where: { $0.hasPrefix("#import \"") || $0.hasPrefix("#show:") || $0.hasPrefix("#set ") }
    ) {
      return .typst
    }
    if lines.contains(where: { $0.lowercased().hasPrefix("#+title:") }) { return .org }
    if first == "---" { return hasTextBehindFrontMatter(lines) ? .markdown : .yaml }
    if isYAML(lines) { return .yaml }
    if lines.contains(where: { $0.hasPrefix("## ") || $0.hasPrefix("### ") }) { return .markdown }
    return nil
  }

  /// Whether most lines are keys of a map, or items below one.
  private static func isYAML(_ lines: [Substring]) -> Bool {
    let told = lines.filter { !$0.hasPrefix("#") }
    let keys = told.filter { line in
      let key = (line.hasPrefix("- ") ? line.dropFirst(2) : line).prefix {
        $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-"
      }
      let rest = line.drop { $0 == "-" || $0 == " " }.dropFirst(key.count)
      return !key.isEmpty && rest.first == ":" && (rest.count == 1 || rest.dropFirst().first == " ")
    }
    // A key with nothing behind it opens what stands below: no prose has that.
    return keys.count >= 3 && keys.count * 2 >= told.count && keys.contains { $0.last == ":" }
  }

  /// Whether a second line of dashes closes what the first one opened, and a heading of Markdown stands behind it.
  private static func hasTextBehindFrontMatter(_ lines: [Substring]) -> Bool {
    guard let end = lines.dropFirst().firstIndex(where: { $0 == "---" || $0 == "..." }) else { return false }
    return lines[(end + 1)...].contains { $0.hasPrefix("# ") || $0.hasPrefix("## ") || $0.hasPrefix("### ") }
  }

  private static let latexSigns = [
    "\\documentclass", "\\begin{", "\\section", "\\resume", "\\cventry", "\\cvsection", "\\item",
    "\\newcommand",
  ]
}
