import Foundation
import HoneFiles
import HoneGrammar

/// Writes `Grammars/` into the sources.
enum Generation {
  private static let files: [(path: String, source: @Sendable () throws -> String)] = [
    (
      "Sources/Hone/EmbeddedPacks.generated.swift",
      {
        let packs = try PackFolder.packs(in: "Grammars", isTrusted: true)
        return try EmbeddedPacksWriter(packs, folder: "Grammars").source()
      }
    ),
    (
      "Sources/HoneDocument/Core/EmbeddedFormats.generated.swift",
      { EmbeddedFormatsWriter(try PackFolder.read("Grammars/formats", isTrusted: true)).source() }
    ),
  ]

  /// Writes it anew.
  static func write() throws {
    for (path, source) in files {
      try Data(try source().utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    }
  }

  /// Fails where what is written is not what the packs make now.
  static func check() throws {
    for (path, source) in files {
      guard FileManager.default.contents(atPath: path) == Data(try source().utf8) else {
        throw Failure("\(path) is not what Grammars/ makes; run `make generate`", status: 1)
      }
    }
  }
}
