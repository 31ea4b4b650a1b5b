import HoneCore

/// Paths as text. Foundation's own way traps on a name of one letter.
enum PathName {
  /// The folder of a path, without a slash at its end; empty where the path names none.
  static func folder(_ path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: 0x2F) else { return "" }
    return slash == path.utf8.startIndex ? "/" : String(path[..<slash])
  }

  /// What stands behind the last slash.
  static func last(_ path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: 0x2F) else { return path }
    return String(path[path.utf8.index(after: slash)...])
  }

  /// What stands behind the last dot of a name; empty where there is none.
  static func ending(_ path: String) -> String {
    let name = last(path)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return String(name[name.index(after: dot)...])
  }

  /// A path from the root on, without `.` and `..`; links are not followed.
  static func absolute(_ path: String, from here: String) -> String {
    var absolute: [UInt8] = []
    for part in Array((path.utf8.first == 0x2F ? path : "\(here)/\(path)").utf8).split(separator: 0x2F) {
      switch part {
      case [0x2E]: continue
      case [0x2E, 0x2E]: absolute.removeSubrange((absolute.lastIndex(of: 0x2F) ?? absolute.endIndex)...)
      default: absolute += [0x2F] + part
      }
    }
    return absolute.isEmpty ? "/" : absolute.text(absolute.indices)
  }

  /// A path as a reader in a folder would write it: what lies below the folder, else the whole.
  static func shortened(_ path: String, from here: String) -> String {
    let prefix = here.hasSuffix("/") ? here : here + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
  }
}
