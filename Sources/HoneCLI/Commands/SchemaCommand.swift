import ArgumentParser
import HoneReport

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of `suggest --format jsonl`.",
    discussion: """
      It describes one line of the output: every field, with its type and its units. A field never changes under the same \
      number; the key “schema” of each line has it.

      EXAMPLES
        hone schema > suggest.schema.json
        hone schema | jq '.properties | keys_unsorted'
      """)

  func run() throws {
    let output = Output()
    output.write(JSONLines.schemaFile)
    if output.finish(.clean) != .clean { throw ExitCode(Outcome.trouble.rawValue) }
  }
}
