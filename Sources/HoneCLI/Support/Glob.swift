import Foundation

/// Patterns of file names that a shell did not expand, as in a configuration or in quotes.
enum Glob {
  /// The names with each pattern replaced by the files that it matches, in their order; a name that is a file is no pattern.
  static func expand(_ names: [String]) throws -> [String] {
    try names.flatMap { name in
      guard name.contains(where: { $0 == "*" || $0 == "?" }), !FileManager.default.fileExists(atPath: name)
      else {
        return [name]
      }
      let found = files(matching: name)
      if found.isEmpty { throw Trouble(message: "\(name): no file matches this pattern; check it") }
      return found
    }
  }

  private static func files(matching pattern: String) -> [String] {
    let parts = pattern.split(separator: "/", omittingEmptySubsequences: true).map(Array.init)
    var found: [String] = []
    walk(pattern.hasPrefix("/") ? "/" : "", parts[...], &found)
    // `**` may come to a file by two ways.
    return Array(Set(found)).sorted()
  }

  private static func walk(_ folder: String, _ parts: ArraySlice<[Character]>, _ found: inout [String]) {
    guard let part = parts.first else { return }
    let rest = parts.dropFirst()
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
    if part == ["*", "*"] {
      walk(folder, rest, &found)
      for entry in entries where !entry.hasPrefix(".") && isFolder(folder + entry) {
        walk(folder + entry + "/", parts, &found)
      }
      return
    }
    for entry in entries where matches(Array(entry)[...], part[...]) {
      if entry.hasPrefix("."), part.first != "." { continue }
      let isFolder = isFolder(folder + entry)
      if rest.isEmpty, !isFolder { found.append(folder + entry) }
      if !rest.isEmpty, isFolder { walk(folder + entry + "/", rest, &found) }
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    let values = try? FileManager.default.attributesOfItem(atPath: path)
    return values?[.type] as? FileAttributeType == .typeDirectory
  }

  private static func matches(_ name: ArraySlice<Character>, _ pattern: ArraySlice<Character>) -> Bool {
    // The last star takes one more character each time that the rest does not match.
    var name = name
    var pattern = pattern
    var retry: (name: ArraySlice<Character>, pattern: ArraySlice<Character>)?
    while let character = name.first {
      if pattern.first == "*" {
        pattern = pattern.dropFirst()
        retry = (name, pattern)
      } else if pattern.first == "?" || pattern.first == character {
        name = name.dropFirst()
        pattern = pattern.dropFirst()
      } else if let last = retry {
        name = last.name.dropFirst()
        pattern = last.pattern
        retry = (name, pattern)
      } else {
        return false
      }
    }
    return pattern.allSatisfy { $0 == "*" }
  }
}
