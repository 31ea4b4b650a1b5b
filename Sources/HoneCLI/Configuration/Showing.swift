import HoneConfiguration
import HoneCore
import HoneReport

/// What of a bullet `suggest` shows, and what of it makes the run fail.
struct Showing: Sendable {
  /// What a command line says of it.
  struct Asked: Sendable {
    var limit: Int?
    var level: Level?
    var questions: HumanText.Questions?
    var failOn: Level?
  }

  /// How many rewrites with slots.
  let limit: Int
  /// The level from which findings are shown.
  let level: Level
  let questions: HumanText.Questions
  let failOn: Level

  /// As the command line says, else the configuration, else hone.
  ///
  /// - Parameter isForPeople: whether the report is read by people, who get one question a bullet.
  init(_ asked: Asked, _ configuration: Configuration, isForPeople: Bool) {
    let questions = configuration.questions.flatMap { HumanText.Questions(rawValue: $0.value.rawValue) }
    limit = asked.limit ?? configuration.limit?.value ?? Showing.usualLimit
    level = asked.level ?? configuration.level?.value ?? .question
    self.questions = asked.questions ?? questions ?? (isForPeople ? .one : .all)
    failOn = asked.failOn ?? configuration.failOn?.value ?? .warning
  }

  /// How many rewrites are shown where nobody says.
  static let usualLimit = 3
}
