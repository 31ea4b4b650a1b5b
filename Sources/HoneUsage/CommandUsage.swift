internal import Foundation

/// A command as its declaration describes it: what completions, man pages and the words about a wrong argument are made of.
public struct CommandUsage: Sendable {
  /// The words that call it: `hone`, `grammar`, `check`.
  public let path: [String]
  /// What it does, in a sentence.
  public let abstract: String
  /// What else there is to say, with its sections.
  public let discussion: String
  /// The commands below it, in their order; those that are for programs are not among them.
  public let subcommands: [CommandUsage]
  /// Options, flags and positional arguments in their order.
  public let arguments: [ArgumentUsage]
  /// The name of the command that runs where none is named.
  public let defaultName: String?

  /// The command as one types it.
  public var name: String { path.joined(separator: " ") }
  /// The last word of it.
  public var word: String { path.last ?? "" }
  /// Options and flags.
  public var options: [ArgumentUsage] { arguments.filter { $0.kind != .positional } }
  /// What stands without a name.
  public var positionals: [ArgumentUsage] { arguments.filter { $0.kind == .positional } }
  /// The command that runs where none is named.
  public var defaultCommand: CommandUsage? { defaultName.flatMap(subcommand) }
  /// This command and all below it.
  public var all: [CommandUsage] { [self] + subcommands.flatMap(\.all) }

  /// The command of this name below this one.
  public func subcommand(_ name: String) -> CommandUsage? { subcommands.first { $0.word == name } }

  /// The option or flag of this name, dashes included.
  public func option(_ name: String) -> ArgumentUsage? { options.first { $0.names.contains(name) } }
}

/// An option, a flag or a positional argument.
public struct ArgumentUsage: Sendable, Equatable {
  /// What stands on the command line for it.
  public enum Kind: String, Sendable { case positional, option, flag }

  /// What a shell may offer as its value.
  public enum Values: Sendable, Equatable {
    /// Nothing is known of it.
    case unknown
    /// One of these.
    case choices([String])
    /// A file; of these endings where there are any.
    case files(endings: [String])
    /// A folder.
    case folders
    /// What the command itself knows.
    case asked
  }

  /// What stands on the command line for it.
  public let kind: Kind
  /// Its names, dashes included; none for a positional one.
  public let names: [String]
  /// What its value is called.
  public let valueName: String
  /// What it does, in a sentence.
  public let abstract: String
  /// What else there is to say.
  public let discussion: String
  /// The title of its group, or nothing.
  public let section: String
  /// What holds where it is left out.
  public let defaultValue: String?
  /// What a shell may offer as its value.
  public let values: Values
  /// Whether it may be left out.
  public let isOptional: Bool
  /// Whether it may stand more than once.
  public let isRepeating: Bool

  /// The name to call it by: the longest.
  public var name: String { names.max { $0.count < $1.count } ?? "<\(valueName)>" }
}

extension CommandUsage {
  /// The command that an argument parser's description in JSON describes, with all below it.
  ///
  /// - Parameter dump: what `--experimental-dump-help` prints.
  public init(dump: String) throws {
    self.init(try JSONDecoder().decode(Dump.self, from: Data(dump.utf8)).command, below: [])
  }

  private init(_ dump: Dump.Command, below parents: [String]) {
    path = parents + [dump.commandName]
    abstract = dump.abstract ?? ""
    discussion = dump.discussion ?? ""
    defaultName = dump.defaultSubcommand
    let path = path
    subcommands = (dump.subcommands ?? []).filter { $0.shouldDisplay ?? true }.map {
      CommandUsage($0, below: path)
    }
    arguments = (dump.arguments ?? []).filter(\.shouldDisplay).map { ArgumentUsage($0) }
  }
}

extension ArgumentUsage {
  fileprivate init(_ dump: Dump.Argument) {
    kind = Kind(rawValue: dump.kind) ?? .flag
    names = (dump.names ?? []).map { ($0.kind == "long" ? "--" : "-") + $0.name }
    valueName = dump.valueName ?? ""
    abstract = dump.abstract ?? ""
    discussion = dump.discussion ?? ""
    section = dump.sectionTitle ?? ""
    defaultValue = dump.defaultValue
    isOptional = dump.isOptional
    isRepeating = dump.isRepeating
    values =
      switch dump.completionKind {
      case let kind? where kind.list != nil: .choices(kind.list?.values ?? [])
      case let kind? where kind.file != nil: .files(endings: kind.file?.extensions ?? [])
      case let kind? where kind.directory != nil: .folders
      case let kind? where kind.custom != nil: .asked
      // An option that says no more than that it takes a file is completed all the same.
      default: ["file", "files", "path", "paths"].contains(valueName) ? .files(endings: []) : .unknown
      }
  }
}

/// The description as the argument parser writes it; keys that nobody asks for are left out.
private struct Dump: Decodable {
  let command: Command

  struct Command: Decodable {
    let commandName: String
    let abstract: String?
    let discussion: String?
    let defaultSubcommand: String?
    let shouldDisplay: Bool?
    let subcommands: [Command]?
    let arguments: [Argument]?
  }

  struct Argument: Decodable {
    let kind: String
    let names: [Name]?
    let valueName: String?
    let abstract: String?
    let discussion: String?
    let sectionTitle: String?
    let defaultValue: String?
    let completionKind: Completion?
    let isOptional: Bool
    let isRepeating: Bool
    let shouldDisplay: Bool
  }

  struct Name: Decodable {
    let kind: String
    let name: String
  }

  struct Completion: Decodable {
    struct List: Decodable { let values: [String] }
    struct File: Decodable { let extensions: [String] }
    struct Empty: Decodable {}

    let list: List?
    let file: File?
    let directory: Empty?
    let custom: Empty?
  }
}
