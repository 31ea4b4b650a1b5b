/// How much a finding matters, from a remark to a fault that must not leave the house.
public enum Level: Int, Comparable, Sendable, CaseIterable {
  /// Worth knowing; shown only when asked for.
  case info
  /// Something that only the writer can answer.
  case question
  /// A weakness that hone can see for itself.
  case warning
  /// A left-over slot and its like: not to be sent to anybody.
  case error

  /// The level by its name in a grammar or on the command line, or `nil`.
  public init?(name: String) {
    guard let level = Level.allCases.first(where: { $0.name == name }) else { return nil }
    self = level
  }

  /// The name of the level as grammars and reports spell it.
  public var name: String {
    switch self {
    case .info: "info"
    case .question: "question"
    case .warning: "warning"
    case .error: "error"
    }
  }

  /// Orders levels by weight.
  public static func < (one: Level, other: Level) -> Bool { one.rawValue < other.rawValue }
}
