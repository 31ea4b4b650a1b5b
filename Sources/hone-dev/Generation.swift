import Foundation
import HoneGrammar

/// Writes the packs of `Grammars/` into the sources.
enum Generation {
  private static let path = "Sources/Hone/EmbeddedPacks.generated.swift"

  /// Writes them anew.
  static func write() throws {
    let source = try EmbeddedPacksWriter(folder: "Grammars").source()
    try Data(source.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
  }

  /// Fails where what is written is not what the packs make now.
  static func check() throws {
    let source = try EmbeddedPacksWriter(folder: "Grammars").source()
    let committed = FileManager.default.contents(atPath: path) ?? Data()
    guard committed == Data(source.utf8) else {
      throw Failure("\(path) is not what Grammars/ makes; run `make generate`", status: 1)
    }
  }
}
