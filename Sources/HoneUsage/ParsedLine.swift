/// What the words of a command line are, as far as they can be told without running it.
///
/// It forgives: a wrong line is read as well as a right one, for it is being typed, or to be told what is wrong with it.
struct ParsedLine {
  /// A word that begins with a dash.
  struct Given {
    /// The name as it is typed, dashes included and without a value.
    let name: String
    /// What stands behind “=” in the same word.
    let attached: String?
    /// The option of this name, where there is one.
    let option: ArgumentUsage?
    /// The value, in this word or the next.
    var value: String?
  }

  /// The command that the words name.
  private(set) var command: CommandUsage
  /// Words that are neither options nor their values, nor name a command.
  private(set) var operands: [String] = []
  /// The options and flags in their order.
  private(set) var options: [Given] = []
  /// An option whose value is still to come.
  private(set) var awaiting: ArgumentUsage?
  /// Whether “--” was there.
  private(set) var isPastOptions = false
  /// The first word that names a command where none can stand any more: behind an option.
  private(set) var lateCommand: String?

  init(_ words: some Sequence<String>, of root: CommandUsage) {
    command = root
    for word in words { read(word) }
  }

  /// The names that are given.
  var given: Set<String> { Set(options.map(\.name)) }

  /// Whether no command can be named any more.
  var isPastCommands: Bool {
    command.subcommands.isEmpty || !operands.isEmpty || !options.isEmpty || isPastOptions
  }

  /// The command that reads the words: the one that runs where none is named.
  var reader: CommandUsage { command.defaultCommand ?? command }

  /// The commands whose options may stand: the named one, and the one that runs where none is named.
  var commands: [CommandUsage] { [command.defaultCommand, command].compactMap { $0 } }

  /// The option of this name, where there is one.
  func option(_ name: String) -> ArgumentUsage? { commands.lazy.compactMap { $0.option(name) }.first }

  /// The command that declares an argument.
  func owner(of argument: ArgumentUsage) -> CommandUsage {
    commands.first { $0.arguments.contains(argument) } ?? command
  }

  private mutating func read(_ word: String) {
    if awaiting != nil {
      options[options.count - 1].value = word
      awaiting = nil
    } else if isPastOptions || !word.hasPrefix("-") || word == "-" {
      if !isPastCommands, let named = command.subcommand(word) {
        command = named
      } else {
        if operands.isEmpty, !isPastOptions, lateCommand == nil, command.subcommand(word) != nil {
          lateCommand = word
        }
        operands.append(word)
      }
    } else if word == "--" {
      isPastOptions = true
    } else {
      let equals = word.hasPrefix("--") ? word.firstIndex(of: "=") : nil
      let name = equals.map { String(word[..<$0]) } ?? word
      let attached = equals.map { String(word[word.index(after: $0)...]) }
      let option = option(name)
      options.append(Given(name: name, attached: attached, option: option, value: attached))
      if option?.kind == .option, attached == nil { awaiting = option }
    }
  }
}
