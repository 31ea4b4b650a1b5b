/// What somebody typed where a question stood.
enum Reply: Equatable {
  /// An answer, in their words.
  case answer(String)
  /// Nothing: the answer that stood there stays, or the question is passed over.
  case nothing
  /// The question is passed over, whatever was answered before.
  case skip
  /// The question before this one.
  case back
  /// Another answer of this bullet, by its name where one was given.
  case edit(String?)
  /// Enough for today.
  case quit
  /// What can be typed here.
  case help
  /// A command that there is not.
  case unknown(String)

  /// The command that somebody meant who typed no colon, or `nil`.
  static func meant(by answer: String) -> String? {
    let word = answer.lowercased()
    return ["q", "quit", "exit", "back", "skip", "help", "edit"].contains(word)
      ? (word == "exit" || word == "q" ? "quit" : word) : nil
  }

  /// Reads a line; a colon begins a command and two a text that begins with a colon.
  init(_ line: String?) {
    guard let line else {
      self = .quit
      return
    }
    if line.isEmpty {
      self = .nothing
    } else if line.hasPrefix("::") {
      self = .answer(String(line.dropFirst()))
    } else if line.hasPrefix(":") {
      self = Reply.command(line)
    } else {
      self = .answer(line)
    }
  }

  private static func command(_ line: String) -> Reply {
    let words = line.dropFirst().split(separator: " ", maxSplits: 1).map(String.init)
    switch words.first ?? "" {
    case "b", "back": return .back
    case "e", "edit": return .edit(words.count > 1 ? words[1] : nil)
    case "q", "quit": return .quit
    case "s", "skip": return .skip
    case "h", "help", "?": return .help
    default: return .unknown(line)
    }
  }

  /// What can be typed, a line each.
  static let helpLines = [
    "an answer and Enter   puts it into the bullet, in your words",
    "Enter alone           keeps the answer that stands there, or passes the question over",
    ":skip                 passes the question over; the clause that asks goes",
    ":back                 to the question before",
    ":edit, :edit NAME     to another answer of this bullet",
    ":quit                 stops; the answers are kept and hone fill goes on from there",
    "::text                an answer that begins with a colon",
  ]
}
