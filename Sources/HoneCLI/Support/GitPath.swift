import Foundation

/// The name of a file in a patch.
enum GitPath {
  /// The path of a file from the top of its repository, for `git apply` reads paths so wherever it is called; from the
  /// current folder where there is no repository.
  static func name(_ file: String) -> String {
    let here = FileManager.default.currentDirectoryPath
    let path = URL(fileURLWithPath: file, relativeTo: URL(fileURLWithPath: here, isDirectory: true))
      .resolvingSymlinksInPath().path
    var folder = PathName.folder(path)
    while folder != "/", !folder.isEmpty {
      if FileManager.default.fileExists(atPath: folder + "/.git") {
        return String(path.dropFirst(folder.count + 1))
      }
      folder = PathName.folder(folder)
    }
    if path.hasPrefix(here + "/") { return String(path.dropFirst(here.count + 1)) }
    return String(path.drop { $0 == "/" })
  }
}
