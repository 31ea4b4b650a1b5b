internal import Foundation

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
    var nodes: [Node] = []
    var problems: [GrammarProblem] = []
    for file in files {
      guard let data = FileManager.default.contents(atPath: file),
        let text = String(validating: data, as: UTF8.self)
      else {
        problems.append(GrammarProblem(Place(file: file), "this file cannot be read as UTF-8 text"))
        continue
      }
      do throws(GrammarProblem) {
        nodes.append(try YAMLReader.read(text, file: file))
      } catch {
        problems.append(error)
      }
    }
    if !problems.isEmpty { throw GrammarErrors(problems) }
    // Foundation's own ways on paths trap on a name of one letter.
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let ending = name.lastIndex(of: ".").flatMap { $0 == name.startIndex ? nil : $0 } ?? name.endIndex
    return PackSource(name: String(name[..<ending]), files: nodes, isTrusted: isTrusted)
  }

  /// The YAML files below a folder, by path.
  static func yamlFiles(in folder: String) -> [String] {
    let all = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return all.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.sorted().map { "\(folder)/\($0)" }
  }
}
