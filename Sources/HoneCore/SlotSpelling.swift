/// How a slot is written: its name between signs of somebody's own, such as `<<{name}>>`.
public struct SlotSpelling: Sendable, Hashable {
  /// What stands before the name.
  public let before: String
  /// What stands behind it.
  public let behind: String

  /// Why a text is no spelling that could be read back.
  public struct Problem: Error, Sendable, Hashable {
    /// What is wrong, and what to do.
    public let text: String
  }

  /// As a terminal and plain text show slots: `[name]`.
  public static let brackets = SlotSpelling(before: "[", behind: "]")
  /// As files show them: `TODO(hone:name)`.
  public static let toDo = SlotSpelling(before: "TODO(hone:", behind: ")")

  private init(before: String, behind: String) {
    self.before = before
    self.behind = behind
  }

  /// The spelling that a text with one `{name}` in it means.
  ///
  /// - Throws: what would keep hone from finding such a slot again, or have it find one in plain prose.
  public init(_ text: String) throws(Problem) {
    let halves = text.split(separator: "{name}", omittingEmptySubsequences: false).map(String.init)
    guard halves.count == 2 else {
      throw Problem(text: "it must hold `{name}` once, as `<<{name}>>` does")
    }
    (before, behind) = (halves[0], halves[1])
    guard let last = before.last, let first = behind.first else {
      throw Problem(text: "signs must stand before `{name}` and behind it, as in `<<{name}>>`")
    }
    guard SlotSpelling.isSign(last), SlotSpelling.isSign(first) else {
      throw Problem(
        text: "a sign must touch `{name}` on both sides, as in `TODO({name})`: letters would run into it")
    }
    guard text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }), text.utf8.count <= 60
    else {
      throw Problem(text: "it must be one short line, as `<<{name}>>` is")
    }
    guard (before + behind).allSatisfy(SlotSpelling.isVisible) else {
      throw Problem(text: "it holds a sign that nobody sees; take signs that show, as in `<<{name}>>`")
    }
    if before.first == " " || behind.last == " " {
      throw Problem(text: "it must not begin or end with a space")
    }
    if (before + behind).contains(where: \.isNumber) {
      throw Problem(text: "a digit in it would read as a figure; take another sign")
    }
    if (before + behind).allSatisfy({ SlotSpelling.prose.contains($0) }) {
      throw Problem(text: "prose may hold `\(spell("users"))` too; take `<<{name}>>` or the like")
    }
  }

  /// A slot's name as one word of letters, digits and hyphens, which every file bears.
  public static func word(_ name: String) -> String {
    String(name.map { $0.isLetter || $0.isNumber ? $0 : "-" })
  }

  /// A slot of this name.
  public func spell(_ name: String) -> String { before + name + behind }

  /// Whether a slot of any name stands in a text.
  public func stands(in text: String) -> Bool {
    guard let open = text.firstRange(of: before) else { return false }
    let name = text[open.upperBound...].firstRange(of: behind)
    return name.map { $0.lowerBound > open.upperBound } ?? false
  }

  /// Signs that stand around words of prose.
  private static let prose: Set<Character> = [
    "(", ")", "\"", "'", "“", "”", "„", "‘", "’", "«", "»", ",", ".", ";", ":", "!", "?", "-", "–", "—", "/",
    " ", "…",
    "·", "•", "*", "_", "`", "&", "+",
  ]

  /// Whether a sign shows whole; an emoji may say that it wants its colours.
  private static func isVisible(_ character: Character) -> Bool {
    let scalars = Array(character.unicodeScalars)
    let shape = scalars[0].properties.isEmoji && scalars.count == 2 && scalars[1] == "\u{FE0F}"
    return (shape ? scalars[..<1] : scalars[...]).allSatisfy(isVisible)
  }

  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == " " { return true }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator,
      .paragraphSeparator:
      return false
    default: return !scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  private static func isSign(_ character: Character) -> Bool {
    // Names hold letters, digits, spaces, hyphens, and bars between choices.
    !character.isLetter && !character.isNumber && !" -|_".contains(character)
  }
}

extension SlotSpelling: CustomStringConvertible {
  /// As a configuration writes it.
  public var description: String { spell("{name}") }
}
