import Foundation

/// The sample résumés of `Corpus/resumes`, one or more for every format, and what a person counts in them.
package struct Resume: Sendable, CustomStringConvertible {
  /// A bullet that is expected.
  package struct Bullet: Sendable, Hashable, CustomStringConvertible {
    /// The line where its text begins; the number of its paragraph where there are no lines.
    package let line: Int
    /// The heading above it.
    package let section: String
    /// What rules see.
    package let text: String

    /// A bullet.
    package init(line: Int, section: String, text: String) {
      self.line = line
      self.section = section
      self.text = text
    }

    /// The row of the expected list.
    package var description: String { "\(line)\t\(section)\t\(text)" }
  }

  /// The name of the file.
  package let name: String
  /// Its bytes.
  package let bytes: [UInt8]
  /// The bullets that rules run on, in order.
  package let expected: [Bullet]

  /// The name, as failures show it.
  package var description: String { name }

  /// What stands behind the last dot of the name.
  package var ending: String { name.split(separator: ".").last.map(String.init) ?? "" }

  private static let folder = "\(Repository.root)/Corpus/resumes"

  /// All samples, by name.
  package static let all: [Resume] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/expected")) ?? []
    return names.filter { $0.hasSuffix(".tsv") }.sorted().compactMap { list in
      let name = String(list.dropLast(4))
      guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else { return nil }
      return Resume(name: name, bytes: Array(data), expected: bullets(of: list))
    }
  }()

  private static func bullets(of list: String) -> [Bullet] {
    let rows = (try? String(contentsOfFile: "\(folder)/expected/\(list)", encoding: .utf8)) ?? ""
    return rows.split(separator: "\n").map { row in
      let fields = row.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
      return Bullet(
        line: Int(fields[0]) ?? 0, section: fields.count > 1 ? fields[1] : "",
        text: fields.count > 2 ? fields[2] : "")
    }
  }
}
