import Foundation
import HoneDocument

/// A place that bullets come from: standard input, or a file.
struct Input: Sendable {
  /// As the user named it; `-` for standard input.
  let name: String
  let mode: PlainReader.Mode

  /// A line as a message names it.
  func place(ofLine line: Int) -> String { name == "-" ? "line \(line)" : "\(name):\(line)" }

  /// Gives the items of the input to `take`, a batch a read; `take` returns false to stop.
  ///
  /// - Throws: `Trouble` where a file cannot be read; nothing of it has been handed on then.
  func forEachBatch(_ take: ([DocumentItem]) throws -> Bool) throws {
    var reader = PlainReader(mode: mode)
    if name == "-" {
      // A few bullets are read as they come; reading ahead pays where there are many.
      var ahead: ReadAhead?
      var reads = 0
      while let bytes = ahead.map({ $0.next() }) ?? Input.available() {
        guard try take(reader.read(bytes)) else { return }
        reads += 1
        if reads == Input.readsBeforeAhead { ahead = ReadAhead() }
      }
      _ = try take(reader.finish())
    } else {
      let bytes = try contents()
      let items = reader.read(bytes) + reader.finish()
      // A file is read whole or not at all.
      for case .unreadable(_, let line, let reason) in items {
        throw Trouble(message: "\(name):\(line): this line \(reason); nothing of the file was written")
      }
      _ = try take(items)
    }
  }

  private static let readsBeforeAhead = 8

  private static func available() -> [UInt8]? {
    let data = FileHandle.standardInput.availableData
    return data.isEmpty ? nil : Array(data)
  }

  private func contents() throws -> [UInt8] {
    let values = try? FileManager.default.attributesOfItem(atPath: name)
    guard let values else { throw Trouble(message: "\(name): there is no such file; check the path") }
    if values[.type] as? FileAttributeType == .typeDirectory {
      throw Trouble(message: "\(name): this is a folder; name the files in it")
    }
    guard let data = FileManager.default.contents(atPath: name) else {
      throw Trouble(message: "\(name): this file cannot be read; check its permissions")
    }
    return Array(data)
  }

  /// The inputs of a command line; standard input where no file is named.
  static func all(_ files: [String], from format: String?, stdinFilename: String? = nil) throws -> [Input] {
    if files.isEmpty { return [Input(name: "-", mode: try mode(format, name: stdinFilename ?? "-"))] }
    return try files.map { Input(name: $0, mode: try mode(format, name: $0)) }
  }

  private static let plainEndings = ["", "txt", "text"]

  private static func mode(_ format: String?, name: String) throws -> PlainReader.Mode {
    switch format {
    case "lines": return .lines
    case "plain": return .plain
    case nil: break
    case let other?:
      throw Trouble(message: "there is no format “\(other)” for --from; there are plain and lines")
    }
    let ending = name == "-" ? "" : (name as NSString).pathExtension.lowercased()
    guard plainEndings.contains(ending) || name == "-" else {
      throw Trouble(
        message: "\(name): hone cannot read .\(ending) files yet; give --from plain to read it as plain lines"
      )
    }
    return .plain
  }
}
