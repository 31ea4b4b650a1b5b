import Foundation
import Hone
import HoneCheck
import HoneConfiguration
import HoneFiles
import HoneGrammar

/// A pack that somebody asks for: a built-in one by its name, or one of their own by its path.
struct PackName {
  /// As it was written.
  let text: String
  /// The folder that a path counts from; empty for the current one.
  var folder = ""
  /// Where it was written, or `nil` for the command line.
  var place: Place?

  init(_ text: String) {
    self.text = text
  }

  /// The packs of a configuration, whose paths count from its folder.
  static func all(of configuration: Configuration) -> [PackName] {
    configuration.packs.map { entry in
      var name = PackName(entry.value)
      name.folder = PathName.folder(configuration.file)
      name.place = entry.place
      return name
    }
  }

  var isBuiltIn: Bool { BuiltIn.packNames.contains(text) }

  /// The path of a pack of somebody's own.
  var path: String {
    if folder.isEmpty || text.hasPrefix("/") { return text }
    return folder == "/" ? "/\(text)" : "\(folder)/\(text)"
  }
}

/// Finds the grammar that a command is to use.
enum GrammarChoice {
  /// The grammar of some packs, each read on top of those before it; the built-in one where none is named. Packs whose own
  /// examples fail do not load.
  static func load(_ names: [PackName]) throws -> Grammar {
    let grammar = try read(names)
    if !names.allSatisfy(\.isBuiltIn) { try GrammarCheck.run(grammar, depth: .examples) }
    return grammar
  }

  /// The same, but the examples are not run: good for names, not for bullets.
  static func read(_ names: [PackName]) throws -> Grammar {
    if names.isEmpty { return try BuiltIn.grammar() }
    if names.count == 1, names[0].isBuiltIn { return try BuiltIn.grammar(names[0].text) }
    return try load(names, BuiltIn.source)
  }

  /// The same with the examples that prove its rules, none of them tried.
  static func loadWithExamples(_ names: [PackName]) throws -> Grammar {
    try load(names.isEmpty ? [PackName(BuiltIn.defaultPack)] : names, BuiltIn.sourceWithExamples)
  }

  private static func load(_ names: [PackName], _ builtIn: (String) -> PackSource?) throws -> Grammar {
    let packs = try names.map { try source($0, builtIn) }
    let paths = names.filter { !$0.isBuiltIn }.map(\.path)
    return try withoutActuallyEscaping(builtIn) { builtIn in
      try GrammarLoader(library: { library($0, besides: paths, builtIn) }).load(packs)
    }
  }

  private static func source(_ name: PackName, _ builtIn: (String) -> PackSource?) throws -> PackSource {
    if name.isBuiltIn, let pack = builtIn(name.text) { return pack }
    if let place = name.place, !FileManager.default.fileExists(atPath: name.path) {
      let names = BuiltIn.packNames
      let hint = Spelling.nearest(to: name.text, in: names).map { "did you mean “\($0)”?" }
      throw GrammarErrors([
        GrammarProblem(
          place,
          "there is no built-in pack and no file “\(name.path)”; "
            + (hint ?? "the built-in packs are \(names.joined(separator: ", "))"))
      ])
    }
    if name.place == nil, !name.text.contains("/"), !FileManager.default.fileExists(atPath: name.path) {
      let names = BuiltIn.packNames
      let hint = Spelling.nearest(to: name.text, in: names).map { "did you mean “\($0)”?" }
      throw Trouble(
        message: "there is no built-in grammar “\(name.text)”, and no file or folder of that name; "
          + (hint ?? "there are \(names.joined(separator: " and "))"))
    }
    return try PackFolder.read(name.path)
  }

  /// Packs by name: those beside the packs themselves first, then the built-in ones.
  ///
  /// A file of such a name that says nothing of being a pack may be anything, a résumé by the name of `resume.yaml` even.
  private static func library(_ name: String, besides paths: [String], _ builtIn: (String) -> PackSource?)
    -> PackSource?
  {
    for path in paths {
      let parent = PathName.folder(path.hasSuffix("/") ? String(path.dropLast()) : path)
      let sibling = parent.isEmpty ? name : "\(parent == "/" ? "" : parent)/\(name)"
      for file in [sibling, "\(sibling).yaml"] where file != path {
        if let pack = try? PackFolder.read(file, isTrusted: false), pack.declaredName == name { return pack }
      }
    }
    return builtIn(name)
  }
}
