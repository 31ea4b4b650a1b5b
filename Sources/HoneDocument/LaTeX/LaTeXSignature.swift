/// What the arguments of a macro hold.
struct LaTeXSignature: Sendable, Equatable {
  enum Argument: Character, Sendable {
    /// Text that rules see and edit.
    case text = "t"
    /// Text that rules see and nobody edits.
    case opaque = "o"
    /// A bullet.
    case bullet = "b"
    /// Prose, a bullet a paragraph, or lists.
    case body = "p"
    /// Prose where it reads like prose.
    case perhaps = "?"
    /// Nothing for a reader of bullets.
    case nothing = "-"
  }

  /// The arguments in braces, in order.
  let arguments: [Argument]
  /// Whether any number of arguments that hold nothing may stand before the last.
  let isOpenEnded: Bool
  /// What a single argument holds, where that is something else.
  let single: Argument?

  init(_ arguments: [Argument]) {
    self.arguments = arguments
    isOpenEnded = false
    single = nil
  }

  /// The signature that a text of the data stands for.
  init(_ text: String) {
    let parts = text.split(separator: "|")
    let last = parts.last ?? ""
    arguments = last.compactMap(Argument.init)
    isOpenEnded = last.first == "+"
    single = parts.count > 1 ? parts[0].first.flatMap(Argument.init) : nil
  }

  /// The text of the data that stands for it.
  var text: String {
    let last = (isOpenEnded ? "+" : "") + String(arguments.map(\.rawValue))
    return single.map { "\($0.rawValue)|\(last)" } ?? last
  }

  /// How many arguments may follow.
  var limit: Int { isOpenEnded ? .max : arguments.count }

  /// The roles of as many arguments as there are.
  func roles(_ count: Int) -> [Argument] {
    if count == 1, let single { return [single] }
    guard isOpenEnded else { return Array(arguments.prefix(count)) }
    guard count > 0 else { return [] }
    return [Argument](repeating: .nothing, count: count - 1) + [arguments.last ?? .nothing]
  }
}

/// What a macro means to a reader of bullets.
enum LaTeXMacro: Sendable, Equatable {
  /// Stands in the middle of text.
  case inline(LaTeXSignature)
  /// Stands for these characters.
  case symbol(String)
  /// Prints nothing, or changes how what follows looks.
  case silent
  /// Ends a line of text.
  case line
  /// Pushes what follows to the other margin: a heading with a date, as a rule.
  case fill
  /// Ends a paragraph.
  case paragraph
  case item
  /// Stands between bullets, or holds them in its arguments.
  case block(LaTeXSignature)
  /// A heading of this level in the last of its arguments that are text, or in the first.
  case heading(level: Int, LaTeXSignature)
}

extension LaTeXMacro {
  /// The macro that a text of the data stands for: `b`, `inline t`, `heading t 2`, `symbol C++`.
  init?(_ text: String) {
    let words = text.split(separator: " ", maxSplits: 2).map(String.init)
    let signature = LaTeXSignature(words.count > 1 ? words[1] : words.first ?? "")
    switch words.first {
    case nil: return nil
    case "silent": self = .silent
    case "line": self = .line
    case "fill": self = .fill
    case "paragraph": self = .paragraph
    case "item": self = .item
    case "symbol": self = .symbol(String(text.dropFirst("symbol ".count)))
    case "inline": self = .inline(signature)
    case "heading": self = .heading(level: words.count > 2 ? Int(words[2]) ?? 1 : 1, signature)
    default: self = .block(signature)
    }
  }

  /// The text of the data that stands for it.
  var text: String {
    switch self {
    case .silent: "silent"
    case .line: "line"
    case .fill: "fill"
    case .paragraph: "paragraph"
    case .item: "item"
    case .symbol(let text): "symbol \(text)"
    case .inline(let signature): "inline \(signature.text)"
    case .heading(let level, let signature): "heading \(signature.text) \(level)"
    case .block(let signature): signature.text
    }
  }
}
