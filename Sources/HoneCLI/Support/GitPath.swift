import Foundation

/// The name of a file for those who work on a whole repository: patches, and reports that GitHub reads.
enum GitPath {
  /// The path of a file as a patch names it: from the top of its repository, for `git apply` reads paths so wherever it is
  /// called; from the current folder where there is no repository.
  static func name(_ file: String) -> String {
    let path = absolute(file)
    let here = FileManager.default.currentDirectoryPath
    if let name = fromTop(path) { return name }
    if path.hasPrefix(here + "/") { return String(path.dropFirst(here.count + 1)) }
    return String(path.drop { $0 == "/" })
  }

  /// The path of a file as a report names it: from the top of its repository, or else as it was named, without detours.
  static func reported(_ file: String) -> String {
    if file == "-" { return "stdin" }
    if let name = fromTop(absolute(file)) { return name }
    var steps: [Substring] = []
    for step in file.split(separator: "/") where step != "." {
      if step == "..", let last = steps.last, last != ".." { steps.removeLast() } else { steps.append(step) }
    }
    return (file.hasPrefix("/") ? "/" : "") + steps.joined(separator: "/")
  }

  private static func absolute(_ file: String) -> String {
    let here = URL(fileURLWithPath: FileManager.default.currentDirectoryPath, isDirectory: true)
    return URL(fileURLWithPath: file, relativeTo: here).resolvingSymlinksInPath().path
  }

  private static func fromTop(_ path: String) -> String? {
    var folder = PathName.folder(path)
    while folder != "/", !folder.isEmpty {
      if FileManager.default.fileExists(atPath: folder + "/.git") {
        return String(path.dropFirst(folder.count + 1))
      }
      folder = PathName.folder(folder)
    }
    return nil
  }
}
