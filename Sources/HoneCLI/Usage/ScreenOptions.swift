import ArgumentParser

/// Options that every command has which may colour its words.
struct ColourOptions: ParsableArguments {
  @Option(help: ArgumentHelp("When to colour words.", valueName: "when"))
  var color: Colour = .auto
}

/// Options that every command has which shows long text to a person.
struct ScreenOptions: ParsableArguments {
  @OptionGroup var colours: ColourOptions

  @Flag(help: "Write long text at once, and not a screen at a time.")
  var noPager = false

  /// The flag as one types it: help hears it too, which no command gets to see.
  static let noPagerName = "--no-pager"

  /// Standard output, with a pager before it where somebody sits there and nothing has to be waited for.
  func output(isText: Bool = true, from inputs: [Input] = []) -> Output {
    Output(pager: Pager.ifWanted(isText && !noPager && !inputs.contains(where: \.mayWait)))
  }

  /// How words are coloured on an output.
  func isColoured(_ output: Output) -> Bool { colours.color.isOn(output) }
}

extension Colour: ExpressibleByArgument {}
