import ArgumentParser
import Foundation
import HoneUsage

/// `hone manual FOLDER`: for those who install hone, or have the program alone.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Write hone's man pages into a folder.",
    discussion: """
      The pages are made of the help that every command prints; `make install` puts them in their place.

      EXAMPLES
        hone manual ~/.local/share/man/man1
      """)

  @Argument(help: "The folder, which is made where it is missing.", completion: .directory)
  var folder: String

  func run() throws {
    let root = try CommandUsage(dump: HoneCommand._dumpHelp())
    var name = folder
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      for page in ManualPage.pages(of: root, date: Version.date, version: "hone \(Version.number)") {
        name = "\(folder)/\(page.fileName)"
        try Data(page.source.utf8).write(to: URL(fileURLWithPath: name))
      }
    } catch {
      throw Trouble(message: "\(name): this cannot be written; check the folder and its permissions")
    }
  }
}
