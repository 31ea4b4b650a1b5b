import Foundation
import Hone
import HoneCheck
import HoneDocument
import HoneEngine
import HoneFiles
import HoneGrammar

/// Runs the grammar over bullets: interpreted for the first few, as machine code when there are many.
final class Worker {
  /// From how many bullets on machine code repays its making.
  private static let jitThreshold = 120

  let grammar: Grammar
  private(set) var hone: Hone
  private var count = 0

  init(_ grammar: Grammar) {
    self.grammar = grammar
    hone = Hone(grammar)
  }

  /// Counts a bullet; every answer is the same either way.
  func next() -> Hone {
    count += 1
    if count == Worker.jitThreshold { hone = Hone(grammar, usesJIT: true) }
    return hone
  }
}

/// Finds the grammar that a command is to use.
enum GrammarChoice {
  /// The built-in grammar, or the pack at a path; a pack whose own examples fail does not load.
  static func load(_ name: String?) throws -> Grammar {
    let grammar = try read(name)
    if let name, !BuiltIn.packNames.contains(name) { try GrammarCheck.run(grammar, depth: .examples) }
    return grammar
  }

  /// The same, but the examples are not run: good for names, not for bullets.
  static func read(_ name: String?) throws -> Grammar {
    guard let name else { return try BuiltIn.grammar() }
    if BuiltIn.packNames.contains(name) { return try BuiltIn.grammar(name) }
    if !name.contains("/"), !FileManager.default.fileExists(atPath: name) {
      let hint = Spelling.nearest(to: name, in: BuiltIn.packNames).map { "did you mean “\($0)”?" }
      throw Trouble(
        message: "there is no built-in grammar “\(name)”, and no file or folder of that name; "
          + (hint ?? "there are \(BuiltIn.packNames.joined(separator: " and "))"))
    }
    let pack = try PackFolder.read(name)
    return try GrammarLoader(library: { library($0, besides: name, BuiltIn.source) }).load(pack)
  }

  /// Packs by name: those beside the pack itself first, then the built-in ones.
  ///
  /// A file of such a name that says nothing of being a pack may be anything, a résumé by the name of `resume.yaml` even.
  static func library(_ name: String, besides path: String, _ builtIn: (String) -> PackSource?) -> PackSource?
  {
    let parent = PathName.folder(path.hasSuffix("/") ? String(path.dropLast()) : path)
    let sibling = parent.isEmpty ? name : "\(parent == "/" ? "" : parent)/\(name)"
    for file in [sibling, "\(sibling).yaml"] where file != path {
      if let pack = try? PackFolder.read(file, isTrusted: false), pack.declaredName == name { return pack }
    }
    return builtIn(name)
  }
}
