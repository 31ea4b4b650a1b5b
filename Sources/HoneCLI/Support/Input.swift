import Foundation
import HoneCore
import HoneDocument

/// A place that bullets come from: standard input, or a file.
struct Input: Sendable {
  /// How an input is read.
  enum Way: Sendable {
    /// Line by line, as they come.
    case stream(PlainReader.Mode)
    /// Whole, as this format; `nil` where name and content are to tell it.
    case whole(Format?)
  }

  /// As the user named it; `-` for standard input.
  let name: String
  let way: Way
  /// The name that tells the format of standard input.
  private let nameOfFormat: String

  init(name: String, way: Way, nameOfFormat: String? = nil) {
    self.name = name
    self.way = way
    self.nameOfFormat = nameOfFormat ?? name
  }

  /// Standard input as plain lines.
  static let pipe = Input(name: "-", way: .stream(.plain))

  var isStandardInput: Bool { name == "-" }

  /// A line as a message names it.
  func place(ofLine line: Int) -> String { isStandardInput ? "line \(line)" : "\(name):\(line)" }

  /// The inputs of a command line; standard input where no file is named.
  ///
  /// Standard input is plain lines, never guessed at, unless a format or the name of a file says otherwise.
  static func all(_ files: [String], from format: String?, stdinFilename: String? = nil) throws -> [Input] {
    let given = try format.map(Input.format)
    if !files.isEmpty {
      return try Glob.expand(files).map { file in
        file == "-" ? try standard(given, stdinFilename) : Input(name: file, way: .whole(given))
      }
    }
    return [try standard(given, stdinFilename)]
  }

  private static func standard(_ given: Format?, _ filename: String?) throws -> Input {
    switch (given, filename) {
    case (.plain?, _), (nil, nil): return pipe
    case (.lines?, _): return Input(name: "-", way: .stream(.lines))
    case (let given?, _): return Input(name: "-", way: .whole(given))
    case (nil, let filename?):
      let ending = PathName.ending(filename)
      if ending.isEmpty || Format.named(ending) == .plain { return pipe }
      return Input(name: "-", way: .whole(Format.named(ending)), nameOfFormat: filename)
    }
  }

  private static func format(_ name: String) throws -> Format {
    guard let format = Format(rawValue: name) else {
      throw Trouble(message: "there is no format “\(name)” for --from; there are \(Format.names)")
    }
    return format
  }

  // MARK: - Streams

  /// Gives the items of standard input to `take`, a batch a read; `take` returns false to stop.
  func forEachBatch(_ mode: PlainReader.Mode, _ take: ([DocumentItem]) throws -> Bool) throws {
    var reader = PlainReader(mode: mode)
    // A few bullets are read as they come; reading ahead pays where there are many.
    var ahead: ReadAhead?
    var reads = 0
    while let bytes = ahead.map({ $0.next() }) ?? Input.available() {
      guard try take(reader.read(bytes)) else { return }
      reads += 1
      if reads == Input.readsBeforeAhead { ahead = ReadAhead() }
    }
    _ = try take(reader.finish())
  }

  private static let readsBeforeAhead = 8

  private static func available() -> [UInt8]? {
    let data = FileHandle.standardInput.availableData
    return data.isEmpty ? nil : Array(data)
  }

  // MARK: - Files

  /// The bytes of the input and the document that they hold.
  ///
  /// - Throws: `Trouble` where it cannot be read; a file is read whole or not at all.
  func document(_ formats: FormatGrammar) throws -> (bytes: [UInt8], document: Document) {
    let bytes = isStandardInput ? Array(FileHandle.standardInput.readDataToEndOfFile()) : try contents()
    var given: Format?
    if case .whole(let format) = way { given = format }
    do throws(DocumentError) {
      if given == nil { given = try FormatGuess.format(ofName: nameOfFormat, bytes) }
      return (bytes, try Document.read(bytes, as: given ?? .plain, formats))
    } catch {
      let place = error.line > 0 ? place(ofLine: error.line) : isStandardInput ? "standard input" : name
      throw Trouble(message: "\(place): \(error.text); nothing of the file was written")
    }
  }

  func contents() throws -> [UInt8] {
    let values = try? FileManager.default.attributesOfItem(
      atPath: URL(fileURLWithPath: name).resolvingSymlinksInPath().path)
    guard let values else { throw Trouble(message: "\(name): there is no such file; check the path") }
    if values[.type] as? FileAttributeType == .typeDirectory {
      throw Trouble(message: "\(name): this is a folder; name the files in it")
    }
    guard let data = FileManager.default.contents(atPath: name) else {
      throw Trouble(message: "\(name): this file cannot be read; check its permissions")
    }
    return Array(data)
  }
}
