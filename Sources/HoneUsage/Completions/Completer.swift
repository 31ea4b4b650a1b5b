/// What may stand at the end of a command line that is being typed.
public struct Completer {
  /// What a shell is to offer.
  public struct Offer: Sendable, Equatable {
    /// A word, and what it means.
    public struct Candidate: Sendable, Equatable {
      /// The word.
      public let word: String
      /// What it means, or nothing.
      public let meaning: String
    }

    /// Words to choose from; the shell leaves out those that do not fit what is typed.
    public var candidates: [Candidate] = []
    /// The endings of the files to offer beside them: nothing for any; `nil` where no file may stand.
    public var fileEndings: [String]?
    /// Whether folders may stand, and no file.
    public var takesFolders = false

    /// As a shell's script reads it: a line a candidate, its meaning behind a tab. A line that begins with a tab asks for files.
    public var lines: [String] {
      var lines = candidates.map { $0.meaning.isEmpty ? $0.word : "\($0.word)\t\($0.meaning)" }
      if let fileEndings { lines.append((["\tfiles"] + fileEndings).joined(separator: "\t")) }
      if takesFolders { lines.append("\tfolders") }
      return lines
    }
  }

  private let root: CommandUsage
  private let ask: (CommandUsage, ArgumentUsage, [String]) -> [String]

  /// A completer of a command and those below it.
  ///
  /// - Parameter ask: the lines of an offer for an argument whose values only its command knows; it gets the words that are typed.
  public init(_ root: CommandUsage, ask: @escaping (CommandUsage, ArgumentUsage, [String]) -> [String]) {
    self.root = root
    self.ask = ask
  }

  /// What may stand in place of the last of these words, which is being typed; the words stand behind the command's name.
  public func offer(for words: [String]) -> Offer {
    guard let current = words.last else { return Offer() }
    let line = ParsedLine(words.dropLast(), of: root)
    if let option = line.awaiting { return values(of: option, line, words) }
    if !line.isPastOptions, current.hasPrefix("--"), let equals = current.firstIndex(of: "=") {
      guard let option = line.option(String(current[..<equals])), option.kind == .option else {
        return Offer()
      }
      return values(of: option, line, words)
    }
    if !line.isPastOptions, current.hasPrefix("-") { return options(line) }
    return operand(line, words)
  }

  /// Options that may stand here; what stands there already is not offered again.
  private func options(_ line: ParsedLine) -> Offer {
    var seen: Set<String> = []
    let options = line.commands.flatMap(\.options).filter { option in
      let isGiven = option.names.contains { line.given.contains($0) }
      return seen.insert(option.name).inserted && (option.isRepeating || !isGiven)
    }
    return Offer(
      candidates: options.map { Offer.Candidate(word: $0.name, meaning: Completer.meaning($0.abstract)) })
  }

  /// What stands without a name: a command, or an argument of the command that it stands behind.
  private func operand(_ line: ParsedLine, _ words: [String]) -> Offer {
    if line.command.word == "help" { return topics(line) }
    var offer = Offer()
    if !line.isPastCommands {
      offer.candidates = line.command.subcommands.map {
        Offer.Candidate(word: $0.word, meaning: Completer.meaning($0.abstract))
      }
      // Where nothing is typed yet, commands alone are what one wants to see.
      if words.last?.isEmpty == true, !offer.candidates.isEmpty { return offer }
    }
    let positionals = line.reader.positionals
    guard let last = positionals.last else { return offer }
    let argument = line.operands.count < positionals.count ? positionals[line.operands.count] : last
    guard line.operands.count < positionals.count || argument.isRepeating else { return offer }
    let values = values(of: argument, line, words)
    offer.candidates += values.candidates
    offer.fileEndings = values.fileEndings
    offer.takesFolders = values.takesFolders
    return offer
  }

  /// What `help` can tell of.
  private func topics(_ line: ParsedLine) -> Offer {
    let command = line.operands.reduce(root as CommandUsage?) { $0?.subcommand($1) }
    return Offer(
      candidates: (command?.subcommands ?? []).filter { $0.word != "help" }.map {
        Offer.Candidate(word: $0.word, meaning: Completer.meaning($0.abstract))
      })
  }

  private func values(of argument: ArgumentUsage, _ line: ParsedLine, _ words: [String]) -> Offer {
    switch argument.values {
    case .unknown: return Offer()
    case .choices(let choices):
      return Offer(candidates: choices.map { Offer.Candidate(word: $0, meaning: "") })
    case .files(let endings): return Offer(fileEndings: endings)
    case .folders: return Offer(takesFolders: true)
    case .asked: return Offer(lines: ask(line.owner(of: argument), argument, words))
    }
  }

  /// A sentence as short as a list of words bears it.
  private static func meaning(_ sentence: String) -> String {
    let first = sentence.split(separator: "\n").first.map(String.init) ?? ""
    return first.hasSuffix(".") ? String(first.dropLast()) : first
  }
}

extension Completer.Offer {
  /// An offer as its lines spell it.
  init(lines: [String]) {
    for line in lines {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if cells.count > 1, cells[0].isEmpty {
        if cells[1] == "folders" { takesFolders = true } else { fileEndings = Array(cells[2...]) }
      } else if !line.isEmpty {
        candidates.append(Candidate(word: cells[0], meaning: cells.dropFirst().joined(separator: " ")))
      }
    }
  }
}
