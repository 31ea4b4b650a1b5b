internal import Foundation
public import HoneGrammar

/// Reads packs from disk: a folder of YAML files, or one file.
public enum PackFolder {
  /// The pack at a path.
  ///
  /// - Throws: what cannot be read, and every file that is no YAML.
  public static func read(_ path: String, isTrusted: Bool = false) throws(GrammarErrors) -> PackSource {
    var isFolder: ObjCBool = false
    // SAFETY: the flag outlives the call that writes it.
    guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw GrammarErrors([
        GrammarProblem(Place(file: path), "there is no such file or folder; check the path")
      ])
    }
    let files = isFolder.boolValue ? yamlFiles(in: path) : [path]
    if files.isEmpty {
      throw GrammarErrors([
        GrammarProblem(Place(file: path), "this folder holds no .yaml file; a pack needs one")
      ])
    }
    var texts: [(file: String, text: String)] = []
    var problems: [GrammarProblem] = []
    for file in files {
      guard let data = FileManager.default.contents(atPath: file),
        let text = String(validating: data, as: UTF8.self)
      else {
        problems.append(GrammarProblem(Place(file: file), "this file cannot be read as UTF-8 text"))
        continue
      }
      texts.append((file, text))
    }
    // Foundation's own ways on paths trap on a name of one letter.
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let ending = name.lastIndex(of: ".").flatMap { $0 == name.startIndex ? nil : $0 } ?? name.endIndex
    do {
      let pack = try PackSource(name: String(name[..<ending]), yaml: texts, isTrusted: isTrusted)
      if problems.isEmpty { return pack }
    } catch {
      problems += error.problems
    }
    throw GrammarErrors(problems)
  }

  /// The packs of a folder of packs, by name: each is a folder with a `pack.yaml`.
  ///
  /// - Throws: all that is wrong with the first of them that cannot be read.
  public static func packs(in folder: String, isTrusted: Bool = false) throws(GrammarErrors) -> [PackSource] {
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
      .filter { FileManager.default.fileExists(atPath: "\(folder)/\($0)/pack.yaml") }
    return try names.map { name throws(GrammarErrors) in
      try read("\(folder)/\(name)", isTrusted: isTrusted)
    }
  }

  /// The YAML files below a folder, by path; what is hidden belongs to other programs, as `.hone.yaml` does.
  static func yamlFiles(in folder: String) -> [String] {
    let all = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return all.filter { file in
      (file.hasSuffix(".yaml") || file.hasSuffix(".yml"))
        && !file.split(separator: "/").contains { $0.hasPrefix(".") }
    }.sorted().map { "\(folder)/\($0)" }
  }
}
