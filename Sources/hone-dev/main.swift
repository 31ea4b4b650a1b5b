import Foundation
import HoneGrammar

/// Tools for those who work on hone itself: `hone-dev generate` writes the grammars into the sources.
let arguments = CommandLine.arguments.dropFirst()
guard arguments.first == "generate" else {
  FileHandle.standardError.write(Data("usage: hone-dev generate [--check]\n".utf8))
  exit(2)
}
do {
  let path = "Sources/Hone/EmbeddedPacks.generated.swift"
  let source = try EmbeddedPacksWriter(folder: "Grammars").source()
  if arguments.contains("--check") {
    let committed = FileManager.default.contents(atPath: path) ?? Data()
    guard committed == Data(source.utf8) else {
      FileHandle.standardError.write(Data("\(path) is not what Grammars/ makes; run `make generate`\n".utf8))
      exit(1)
    }
  } else {
    try Data(source.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
  }
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(2)
}
