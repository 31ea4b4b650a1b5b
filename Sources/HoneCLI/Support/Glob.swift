import Foundation

/// Patterns of file names that a shell did not expand, as in quotes.
enum Glob {
  /// The files that a pattern matches, by name; a name that holds no sign of a pattern, or is a file, is itself.
  static func expand(_ name: String) -> [String] {
    guard isPattern(name), !FileManager.default.fileExists(atPath: name) else { return [name] }
    let parts = name.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
    var found: [String] = []
    walk(name.hasPrefix("/") ? "/" : "", parts[...], &found)
    // `**` may come to a file by two ways.
    return Array(Set(found)).sorted()
  }

  /// What hone keeps beside a résumé is none: `*.yaml` does not mean it.
  private static let factsEnding = ".facts.yaml"

  private static func isPattern(_ text: String) -> Bool { text.contains { $0 == "*" || $0 == "?" } }

  private static func walk(_ folder: String, _ parts: ArraySlice<String>, _ found: inout [String]) {
    guard let part = parts.first else { return }
    let rest = parts.dropFirst()
    if part == "**" {
      walk(folder, rest.isEmpty ? ["*"] : rest, &found)
      // Links are not followed here: they may lead in a circle.
      for entry in entries(folder)
      where !entry.hasPrefix(".") && isFolder(folder + entry, followsLinks: false) {
        walk(folder + entry + "/", parts, &found)
      }
      return
    }
    // A part without a sign of a pattern need not stand in a list of its folder: `.` and `..` do not.
    let matching =
      isPattern(part)
      ? entries(folder).filter {
        !($0.hasPrefix(".") && !part.hasPrefix("."))
          && !($0.hasSuffix(factsEnding) && !part.hasSuffix(factsEnding))
          && matches(Array($0)[...], Array(part)[...])
      }
      : [part]
    for entry in matching {
      let isFolder = isFolder(folder + entry, followsLinks: true)
      if rest.isEmpty, !isFolder, FileManager.default.fileExists(atPath: folder + entry) {
        found.append(folder + entry)
      }
      if !rest.isEmpty, isFolder { walk(folder + entry + "/", rest, &found) }
    }
  }

  private static func entries(_ folder: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
  }

  private static func isFolder(_ path: String, followsLinks: Bool) -> Bool {
    let real = followsLinks ? URL(fileURLWithPath: path).resolvingSymlinksInPath().path : path
    let values = try? FileManager.default.attributesOfItem(atPath: real)
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
