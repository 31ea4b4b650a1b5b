import Foundation
import Hone
import HoneDocument
import HoneFacts
import HoneGrammar
import Synchronization

/// The facts that a run applies, and which of them it met.
final class FactsBook: Sendable {
  let file: FactsFile
  private let met = Mutex(Set<String>())
  /// The keys of answers that found no place, by the ids of their entries.
  private let unplaced = Mutex([String: Set<String>]())

  private init(_ file: FactsFile) {
    self.file = file
  }

  /// The facts of a file that must be there.
  ///
  /// - Throws: all that is wrong with it, and all that the grammars in use cannot take of it.
  static func open(_ path: String, for settings: Settings) throws -> FactsBook {
    let file = try read(path)
    try check(file, for: settings)
    return FactsBook(file)
  }

  /// Holds a file against the grammars in use: an answer that is none is not to end up in a résumé, nor one that is given under
  /// a wrong name to be left out of it in silence.
  static func check(_ file: FactsFile, for settings: Settings) throws {
    if file.entries.isEmpty { return }
    let grammars = settings.all().map(\.grammar)
    let problems = Hone.problems(in: file, for: grammars)
    if problems.isEmpty { return }
    // A grammar that cannot be read may know the names that the others do not.
    try settings.demandAll()
    throw GrammarErrors(problems)
  }

  /// The facts of a file; none where it does not exist and need not.
  static func read(_ path: String, mustExist: Bool = true) throws -> FactsFile {
    guard FileManager.default.fileExists(atPath: path) else {
      if !mustExist { return FactsFile(name: path) }
      throw Trouble(message: "\(path): there is no such facts file; `hone fill` makes one")
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Trouble(message: "\(path): this facts file cannot be read; check its permissions")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw Trouble(
        message: "\(path): this facts file is not valid UTF-8; save it as UTF-8 and run hone again")
    }
    return try FactsFile(name: path, text: text)
  }

  /// Notes that a bullet was met, where an entry knows it, and which answers found no place in it.
  func meet(_ bullet: SourceBullet, idle: Set<String> = []) {
    let ids = file.ids(of: String(decoding: bullet.text, as: UTF8.self))
    if !ids.isEmpty { met.withLock { $0.formUnion(ids) } }
    // Of two bullets that read alike one may have the place that the other has not.
    guard let id = ids.first else { return }
    unplaced.withLock { $0[id] = ($0[id] ?? idle).intersection(idle) }
  }

  /// A line for each answer that no rewrite of its bullet has a place for: what somebody knew is not left out in silence.
  var idle: [String] {
    let unplaced = unplaced.withLock { $0 }
    return zip(file.entries, file.places).flatMap { entry, places in
      zip(entry.answers, places.answers).filter { unplaced[entry.id]?.contains($0.0.slot) == true }.map {
        answer, place in
        "\(file.name):\(place.key.line): no rewrite that these answers fill has a place for “\(answer.slot)”; the answer stays here"
      }
    }
  }

  /// A line for each entry whose bullet nobody met. It stays in the file: its bullet may come back.
  var orphans: [String] { FactsBook.orphans(of: file, met: met.withLock { $0 }) }

  /// A line for each entry of a file whose bullet is not among these.
  static func orphans(of file: FactsFile, met: Set<String>) -> [String] {
    file.orphans(met: met).map { entry in
      "\(file.name):\(file.line(of: entry)): no bullet reads “\(entry.original)” any more; the entry stays"
    }
  }
}
