/// The man page of a command, in mdoc: made of the help that the command itself prints, so that the two cannot differ.
public struct ManualPage {
  private let command: CommandUsage
  private let root: CommandUsage
  private let text: HelpText
  private let date: String
  private let version: String

  /// The pages of a command and all below it.
  ///
  /// - Parameter date: as mdoc has it, such as “November 26, 2026”; a page never asks the clock.
  /// - Parameter version: what the foot of the page names.
  public static func pages(of root: CommandUsage, date: String, version: String) -> [ManualPage] {
    root.all.filter { $0.word != "help" }.map {
      ManualPage(command: $0, root: root, date: date, version: version)
    }
  }

  private init(command: CommandUsage, root: CommandUsage, date: String, version: String) {
    self.command = command
    self.root = root
    self.date = date
    self.version = version
    text = HelpText(command.discussion)
  }

  /// The name of its file.
  public var fileName: String { "\(ManualPage.title(command)).1" }

  /// The page.
  public var source: String {
    let parts = [
      preamble, name, synopsis, description, commands, options, section("ENVIRONMENT"), section("FILES"),
      section("EXIT STATUS"), examples, others, seeAlso,
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n") + "\n"
  }

  private static func title(_ command: CommandUsage) -> String { command.path.joined(separator: "-") }

  private var preamble: String {
    """
    .\\" Made of the help of `\(command.name)` by `\(root.word) manual`: change that.
    .Dd \(date)
    .Dt \(ManualPage.title(command).uppercased()) 1
    .Os \(version)
    """
  }

  private var name: String {
    let abstract = command.abstract.hasSuffix(".") ? String(command.abstract.dropLast()) : command.abstract
    let words = command.path == root.path ? abstract : abstract.prefix(1).lowercased() + abstract.dropFirst()
    return
      ".Sh NAME\n.Nm \(ManualPage.title(command))\n.Nd \(Roff.words(words.prefix(1).lowercased() + words.dropFirst()))"
  }

  // MARK: - How it is called

  private var synopsis: String {
    var lines = [".Sh SYNOPSIS"]
    let reader = command.defaultCommand ?? command
    if reader.subcommands.isEmpty {
      lines += [".Nm \(command.name)", ".Op Ar option ..."]
      lines += reader.positionals.map { place in
        let name = ManualPage.placeName(place)
        return place.isOptional ? ".Op Ar \(name)" : ".Ar \(name)"
      }
    }
    if !command.subcommands.isEmpty {
      lines += [".Nm \(command.name)", ".Ar command", ".Op Ar option ...", ".Op Ar argument ..."]
    }
    return lines.joined(separator: "\n")
  }

  private static func placeName(_ place: ArgumentUsage) -> String {
    guard place.isRepeating else { return place.valueName }
    return (place.valueName.hasSuffix("s") ? String(place.valueName.dropLast()) : place.valueName) + " ..."
  }

  // MARK: - What it does

  private var description: String {
    let paragraphs = text.paragraphs.isEmpty ? [command.abstract] : text.paragraphs
    return ".Sh DESCRIPTION\n" + paragraphs.map(Roff.prose).joined(separator: "\n.Pp\n")
  }

  private var commands: String {
    let shown = command.subcommands.filter { $0.word != "help" }
    guard !shown.isEmpty else { return "" }
    let items = shown.map { below in
      let isDefault = below.word == command.defaultName
      return ".It Xr \(ManualPage.title(below)) 1\n"
        + Roff.prose(below.abstract + (isDefault ? " This is what runs where no command is named." : ""))
    }
    return ManualPage.list("COMMANDS", items)
  }

  private var options: String {
    let named = command.positionals.filter { !$0.abstract.isEmpty } + command.options
    return ManualPage.list("OPTIONS", named.map(item))
  }

  private func item(_ argument: ArgumentUsage) -> String {
    let value = argument.kind == .option ? " Ar \(argument.valueName)" : ""
    // “.Fl x” is -x, and “.Fl -long” is --long.
    let names = argument.names.sorted { $0.count < $1.count }.map { "Fl \($0.dropFirst())" }
    let head =
      argument.kind == .positional
      ? "Ar \(ManualPage.placeName(argument))" : names.joined(separator: " , ") + value
    var text = argument.abstract
    if !argument.discussion.isEmpty { text += " \(argument.discussion)" }
    if case .choices(let choices) = argument.values, !choices.allSatisfy(text.contains),
      argument.valueName != "suffix"
    {
      text += " One of \(choices.joined(separator: ", "))."
    }
    if let value = argument.defaultValue { text += " The default is \(value)." }
    return ".It \(head)\n\(Roff.prose(text))"
  }

  private static func list(_ title: String, _ items: [String]) -> String {
    guard !items.isEmpty else { return "" }
    return ".Sh \(title)\n.Bl -tag -width Ds\n\(items.joined(separator: "\n"))\n.El"
  }

  // MARK: - Sections of the help

  /// A section that the command has itself, or that it shares with all others.
  private func section(_ title: String) -> String {
    guard let section = text.section(title) ?? HelpText(root.discussion).section(title) else { return "" }
    return ManualPage.tagged(section)
  }

  private var examples: String {
    guard let section = text.section("EXAMPLES") else { return "" }
    return ".Sh EXAMPLES\n.Bd -literal\n\(section.lines.map(Roff.literal).joined(separator: "\n"))\n.Ed"
  }

  /// Sections with titles of their own.
  private var others: String {
    let known = ["EXAMPLES", "ENVIRONMENT", "FILES", "EXIT STATUS"]
    return text.sections.filter { !known.contains($0.title) }.map(ManualPage.tagged).joined(separator: "\n")
  }

  /// A section whose lines are a word, two spaces or more, and what it means; deeper lines go on with it.
  private static func tagged(_ section: HelpText.Section) -> String {
    var items: [(tag: String, text: String)] = []
    for line in section.lines where !line.isEmpty {
      if line.hasPrefix(" "), !items.isEmpty {
        items[items.count - 1].text += " " + line.drop { $0 == " " }
      } else if let gap = line.firstRange(of: "  ") {
        items.append((String(line[..<gap.lowerBound]), String(line[gap.upperBound...].drop { $0 == " " })))
      } else {
        items.append((line, ""))
      }
    }
    return list(section.title, items.map { ".It \(tag($0.tag, section.title))\n\(Roff.prose($0.text))" })
  }

  private static func tag(_ word: String, _ title: String) -> String {
    let macro = title == "ENVIRONMENT" ? "Ev" : title == "FILES" ? "Pa" : "Li"
    return "\(macro) \(Roff.words(word))"
  }

  private var seeAlso: String {
    let family =
      command.path == root.path
      ? root.subcommands.filter { $0.word != "help" }
      : root.all.filter {
        $0.path != command.path && $0.word != "help"
          && ($0.path == root.path || $0.path.dropLast() == command.path.dropLast()
            || $0.path.dropLast() == command.path[...])
      }
    let names = family.map(ManualPage.title).sorted()
    let lines = names.map { ".Xr \($0) 1" + ($0 == names.last ? "" : " ,") }
    return names.isEmpty ? "" : ".Sh SEE ALSO\n" + lines.joined(separator: "\n")
  }
}
