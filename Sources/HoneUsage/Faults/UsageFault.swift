internal import HoneGrammar

/// What is wrong with a command line, and what was meant: the sentence behind `hone: `.
public struct UsageFault {
  private let root: CommandUsage
  private let exists: (String) -> Bool

  /// Judges the lines of a command.
  ///
  /// - Parameter exists: whether there is a file of this name; what names a file is no mistyped command.
  public init(_ root: CommandUsage, exists: @escaping (String) -> Bool) {
    self.root = root
    self.exists = exists
  }

  // MARK: - Lines that can be read, and not as they are meant

  /// What is wrong with a line in which a word would be taken for a file and is none: a mistyped command, a command behind
  /// its options, a dash of print; `nil` where nothing of that kind is seen.
  public func misplaced(in words: [String]) -> String? {
    if let word = words.first(where: UsageFault.hasPrintedDash), !exists(word) {
      let typed = "--" + word.drop { "–—−‐‑-".contains($0) }
      return "“\(word)” begins with a dash of print; type \(typed)"
    }
    guard let first = words.first else { return nil }
    if first == "help" { return unknownTopic(Array(words.dropFirst())) }
    let line = ParsedLine(words, of: root)
    if line.command.path == root.path, let command = line.lateCommand, !exists(command) {
      var rest = words
      rest.removeAll { $0 == command }
      return
        "the command comes first: \(root.word) \(([command] + rest).map(UsageFault.quoted).joined(separator: " "))"
    }
    if line.command.path == root.path, let word = line.operands.first, word == first {
      return unknownCommand(word, words)
    }
    return nil
  }

  /// Whether a line could be one that `misplaced` has a word about; to be asked of every line, so quick.
  public static func isDoubtful(_ words: [String], names: [String]) -> Bool {
    guard let first = words.first else { return false }
    if first == "help" || words.contains(where: hasPrintedDash) { return true }
    if first.hasPrefix("-") {
      return !["-h", "--help"].contains(first) && words.contains(where: names.contains)
    }
    return !names.contains(first) && first.allSatisfy { $0.isLetter || $0 == "-" }
  }

  private static func hasPrintedDash(_ word: String) -> Bool {
    guard let dash = word.first, "–—−‐‑".contains(dash) else { return false }
    return word.drop { "–—−‐‑-".contains($0) }.first?.isLetter == true
  }

  private func unknownCommand(_ word: String, _ words: [String]) -> String? {
    guard word.allSatisfy({ $0.isLetter || $0 == "-" }), !exists(word) else { return nil }
    let meant =
      nearest(word, root.subcommands.map(\.word)) ?? Habits.commands[word]
      ?? root.subcommands.flatMap(\.subcommands).first { $0.word == word }.map {
        $0.path.dropFirst().joined(separator: " ")
      }
    return meant.map { "there is no command or file “\(word)”; did you mean “\(root.word) \($0)”?" }
  }

  private func unknownTopic(_ words: [String]) -> String? {
    var command = root
    for word in words where !word.hasPrefix("-") {
      guard let next = command.subcommand(word) else {
        let names = command.subcommands.map(\.word).filter { $0 != "help" }
        let meant = nearest(word, names) ?? Habits.commands[word].flatMap { names.contains($0) ? $0 : nil }
        let hint = meant.map {
          "did you mean “\(root.word) help \((command.path.dropFirst() + [$0]).joined(separator: " "))”?"
        }
        return "there is no command “\((command.path.dropFirst() + [word]).joined(separator: " "))”; "
          + (hint
            ?? (names.isEmpty
              ? "see `\(command.name) --help`"
              : "there are \(names.dropLast().joined(separator: ", ")) and \(names[names.count - 1])"))
      }
      command = next
    }
    return nil
  }

  // MARK: - Lines that cannot be read

  /// What is wrong with a line that the argument parser refused; `nil` where the words themselves are all in order.
  public func fault(in words: [String]) -> String? {
    let line = ParsedLine(words, of: root)
    for given in line.options {
      if let fault = fault(of: given, line) { return fault }
    }
    return unexpected(line) ?? missing(line)
  }

  /// Where to read more about the command of a line.
  public func help(for words: [String]) -> String {
    "see `\(ParsedLine(words, of: root).command.name) --help`"
  }

  private func fault(of given: ParsedLine.Given, _ line: ParsedLine) -> String? {
    guard let option = given.option else { return unknown(given, line) }
    if option.kind == .flag {
      return given.attached == nil
        ? nil : "\(given.name) takes no value; leave “=\(given.attached ?? "")” out"
    }
    guard let value = given.value, !value.isEmpty else {
      return "\(given.name) needs a value\(UsageFault.wanted(option))"
    }
    if given.attached == nil, value.hasPrefix("-"), value.count > 1 {
      return
        "\(given.name) needs a value\(UsageFault.wanted(option)); one that begins with a dash is written \(given.name)=\(UsageFault.quoted(value))"
    }
    if option.valueName == "number", Int(value) == nil {
      return "\(given.name) takes a number, not “\(value)”"
    }
    guard case .choices(let choices) = option.values, !choices.contains(value), option.valueName != "suffix"
    else {
      return nil
    }
    return "\(given.name) takes \(UsageFault.list(choices)), not “\(value)”"
      + (nearestValue(value, choices).map { "; did you mean “\($0)”?" } ?? "")
  }

  /// An option that the command of the line has not.
  private func unknown(_ given: ParsedLine.Given, _ line: ParsedLine) -> String {
    let command = line.reader
    let names = line.commands.flatMap(\.options).flatMap(\.names)
    if let owner = owner(of: given.name, except: command) {
      return "\(given.name) is an option of `\(owner.name)`, not of `\(line.command.name)`"
    }
    let none = "`\(line.command.name)` has no option \(given.name)"
    for meant in Habits.options[given.name] ?? [] {
      let name = String(meant.prefix { $0 != " " })
      if names.contains(name) { return "\(none); did you mean \(meant)?" }
    }
    if given.name.hasPrefix("-"), !given.name.hasPrefix("--"), names.contains("-" + given.name) {
      return "\(none); did you mean -\(given.name)?"
    }
    if given.name.hasPrefix("--"), let meant = nearest(given.name, names) {
      return "\(none); did you mean \(meant)?"
    }
    for meant in Habits.options[given.name] ?? [] {
      let name = String(meant.prefix { $0 != " " })
      if let owner = owner(of: name, except: command) { return "\(none); `\(owner.name) \(meant)` does that" }
    }
    if let remark = Habits.remarks[given.name] { return "\(none); \(remark)" }
    let others = root.all.flatMap(\.options).flatMap(\.names)
    if given.name.hasPrefix("--"), let meant = nearest(given.name, others),
      let owner = owner(of: meant, except: command)
    {
      return "\(none); did you mean \(meant) of `\(owner.name)`?"
    }
    return "\(none); see `\(line.command.name) --help`"
  }

  /// Words that the command has no place for.
  private func unexpected(_ line: ParsedLine) -> String? {
    let command = line.reader
    if let word = line.operands.first, !command.subcommands.isEmpty {
      let names = command.subcommands.map(\.word)
      if word == "help" {
        return "write `\(root.word) help \(command.path.dropFirst().joined(separator: " "))`"
      }
      let hint =
        nearest(word, names).map { "; did you mean `\(command.name) \($0)`?" }
        ?? (exists(word)
          ? "; to check a pack write `\(command.name) \(names.first ?? "") \(UsageFault.quoted(word))`" : "")
      return "`\(command.name)` takes \(UsageFault.list(names)), not “\(word)”\(hint)"
    }
    let places = command.positionals
    for (place, word) in zip(places, line.operands) {
      if case .choices(let choices) = place.values, !choices.contains(word) {
        return "<\(place.valueName)> takes \(UsageFault.list(choices)), not “\(word)”"
          + (nearestValue(word, choices).map { "; did you mean “\($0)”?" } ?? "")
      }
    }
    guard !places.contains(where: \.isRepeating), line.operands.count > places.count else { return nil }
    let word = line.operands[places.count]
    let hint =
      exists(word)
      ? "; `\(root.word) suggest \(UsageFault.quoted(word))` reads a file"
      : "; \(help(for: command.path.dropFirst() + []))"
    let takes = places.isEmpty ? "takes options alone" : "takes one \(UsageFault.spaced(places[0].valueName))"
    return "`\(command.name)` \(takes), and “\(word)” is too much\(hint)"
  }

  /// Arguments that must stand and do not.
  private func missing(_ line: ParsedLine) -> String? {
    let command = line.reader
    guard let place = command.positionals.first(where: { !$0.isOptional }), line.operands.isEmpty else {
      return nil
    }
    return "`\(command.name)` needs <\(place.valueName)>\(UsageFault.wanted(place))"
  }

  // MARK: - Words

  /// The command that has an option of this name: one that runs where none is named first.
  private func owner(of name: String, except command: CommandUsage) -> CommandUsage? {
    let all = root.all.filter { $0.path != command.path && $0.path != root.path }
    return (all.filter { $0.word == root.defaultName } + all).first { $0.option(name) != nil }
  }

  private func nearest(_ word: String, _ names: [String]) -> String? {
    let stem = word.drop { $0 == "-" }
    if stem.count > 2 {
      let longer = names.filter { $0.hasPrefix(word) && $0 != word }
      if longer.count == 1 { return longer[0] }
    }
    return Spelling.nearest(to: word, in: names)
  }

  private func nearestValue(_ word: String, _ choices: [String]) -> String? {
    let word = word.lowercased()
    if let same = choices.first(where: { $0.lowercased() == word }) { return same }
    if let meant = Habits.values[word], choices.contains(meant) { return meant }
    if let meant = nearest(word, choices) { return meant }
    let habits = Habits.values.keys.filter { choices.contains(Habits.values[$0] ?? "") }
    return nearest(word, habits.sorted()).flatMap { Habits.values[$0] }
  }

  /// What a value may be, as far as one line bears it.
  private static func wanted(_ argument: ArgumentUsage) -> String {
    if case .choices(let choices) = argument.values { return ": \(list(choices))" }
    let sentence = argument.abstract.split(separator: ". ").first.map(String.init) ?? ""
    guard let capital = sentence.first else { return "" }
    return
      ": \(capital.lowercased())\(sentence.hasSuffix(".") ? sentence.dropFirst().dropLast() : sentence.dropFirst())"
  }

  private static func list(_ words: [String]) -> String {
    guard words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " or " + words[words.count - 1]
  }

  private static func spaced(_ name: String) -> String { name.replacing("-", with: " ") }

  /// A word as a shell would read it back.
  private static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty && word.allSatisfy { $0.isLetter || $0.isNumber || "-_./=:@%+,~*".contains($0) }
    return isPlain ? word : "'\(word.replacing("'", with: "'\\''"))'"
  }
}
