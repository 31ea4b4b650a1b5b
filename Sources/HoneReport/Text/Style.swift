public import HoneCore

/// Terminal colours, or none.
public struct Style: Sendable {
  /// Whether colours are written.
  public let isColoured: Bool

  /// A style with or without colours.
  public init(isColoured: Bool) {
    self.isColoured = isColoured
  }

  /// Faint text.
  public func dim(_ text: String) -> String { wrap(text, "2") }
  /// Underlined text.
  public func underlined(_ text: String) -> String { wrap(text, "4") }
  /// Green text.
  public func green(_ text: String) -> String { wrap(text, "32") }
  /// Yellow text.
  public func yellow(_ text: String) -> String { wrap(text, "33") }
  /// Bold text.
  public func bold(_ text: String) -> String { wrap(text, "1") }

  /// The name of a level in its colour.
  public func label(_ level: Level) -> String { wrap(level.name, colour(of: level)) }

  /// Text in the look that it has in a report.
  func paint(_ text: String, _ look: Look) -> String {
    switch look {
    case .plain: text
    case .faint: dim(text)
    case .rewrite: green(text)
    case .slot: yellow(text)
    case .label(let level): wrap(text, colour(of: level))
    case .weak(let level): wrap(text, "4;\(colour(of: level))")
    }
  }

  private func colour(of level: Level) -> String {
    switch level {
    case .error: "31"
    case .warning: "33"
    case .question: "36"
    case .info: "2"
    }
  }

  private func wrap(_ text: String, _ code: String) -> String {
    isColoured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}

/// What a stretch of a report is, and so how it looks.
enum Look: Hashable, Sendable {
  /// Text as it is.
  case plain
  /// What may be passed over: a rule's id, a reason, a place.
  case faint
  /// The label of a rewrite.
  case rewrite
  /// A slot.
  case slot
  /// The name of a level.
  case label(Level)
  /// Words of a bullet that something was found in.
  case weak(Level)
}
