/// A piece of a grammar file, with its place: what the loader reads, whether it came from YAML or from the form
/// that the built-in packs are embedded in.
public struct Node: Sendable {
  /// What a node holds.
  public enum Value: Sendable {
    /// A single text, and whether it stood plain (`null` and `off` mean something only there).
    case scalar(String, plain: Bool)
    /// Nodes in order.
    case list([Node])
    /// Keys and values in order.
    case map([(key: Node, value: Node)])
  }

  /// What it holds.
  public var value: Value
  /// Where it stands.
  public let place: Place

  /// A node at a place.
  public init(_ value: Value, _ place: Place) {
    self.value = value
    self.place = place
  }

  /// The text of a scalar, `nil` for anything else and for a plain null.
  public var text: String? {
    guard case .scalar(let text, let plain) = value, !(plain && (text == "" || text == "null" || text == "~"))
    else { return nil }
    return text
  }

  /// Whether this is a plain null: a key with nothing behind it.
  public var isNull: Bool {
    if case .scalar(let text, true) = value { return text == "" || text == "null" || text == "~" }
    return false
  }
}

/// A place in a grammar file.
public struct Place: Sendable, Hashable, CustomStringConvertible {
  /// The file as the user named it, or as it stands below its pack.
  public let file: String
  /// The line, from 1; 0 where it is not known.
  public let line: Int
  /// The column in characters, from 1; 0 where it is not known.
  public let column: Int

  /// A place.
  public init(file: String, line: Int = 0, column: Int = 0) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// `file:line:column`.
  public var description: String { line == 0 ? file : "\(file):\(line):\(column)" }
}

/// One thing that is wrong with a grammar.
public struct GrammarProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// Where.
  public let place: Place
  /// What is wrong and what to do.
  public let text: String

  /// A problem.
  public init(_ place: Place, _ text: String) {
    self.place = place
    self.text = text
  }

  /// `file:line:column: what, and what to do`.
  public var description: String { "\(place): \(text)" }
}

/// All that is wrong with a grammar: it does not load.
public struct GrammarErrors: Error, Sendable, CustomStringConvertible {
  /// The problems, by place.
  public let problems: [GrammarProblem]

  /// All of these problems, sorted.
  public init(_ problems: [GrammarProblem]) {
    self.problems = problems.sorted {
      ($0.place.file, $0.place.line, $0.place.column, $0.text)
        < ($1.place.file, $1.place.line, $1.place.column, $1.text)
    }
  }

  /// One line a problem.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}
