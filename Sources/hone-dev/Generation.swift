import Foundation
import HoneEngine
import HoneFiles
import HoneGrammar

/// Writes `Grammars/` into the sources.
enum Generation {
  private static let patternsPath = "Sources/Hone/EmbeddedPatterns.generated.swift"

  private static func sources() throws -> [(path: String, source: String)] {
    let packs = try PackFolder.packs(in: "Grammars", isTrusted: true)
    let embedded = try EmbeddedPacksWriter(
      packs, folder: "Grammars", library: Engine.patternLibrary, compile: Engine.compiledWays
    ).sources()
    let formats = EmbeddedFormatsWriter(try PackFolder.read("Grammars/formats", isTrusted: true)).source()
    return [
      ("Sources/Hone/EmbeddedPacks.generated.swift", embedded.packs),
      (patternsPath, embedded.patterns),
      ("Sources/HoneDocument/Core/EmbeddedFormats.generated.swift", formats),
    ]
  }

  /// Writes it anew.
  static func write() throws {
    for (path, source) in try sources() {
      try Data(source.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    }
  }

  /// Fails where what is written is not what the packs make now.
  static func check() throws {
    for (path, source) in try sources() where !isMadeElsewhere(path) {
      guard FileManager.default.contents(atPath: path) == Data(source.utf8) else {
        throw Failure("\(path) is not what Grammars/ makes; run `make generate`", status: 1)
      }
    }
  }

  /// Whether another PCRE2 compiled what is written: it cannot be compared then, and a start leaves it aside.
  private static func isMadeElsewhere(_ path: String) -> Bool {
    guard path == patternsPath, let data = FileManager.default.contents(atPath: path) else { return false }
    return !data.starts(with: Data(EmbeddedPacksWriter.firstLine(of: Engine.patternLibrary).utf8))
  }
}
