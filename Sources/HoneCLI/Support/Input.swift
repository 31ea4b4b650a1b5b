import Foundation
import HoneCore
import HoneDocument
import HoneFiles

/// A place that bullets come from: standard input, or a file.
struct Input: Sendable {
  /// How an input is read.
  enum Way: Sendable {
    /// Line by line, as they come.
    case stream(PlainReader.Mode)
    /// Whole, as this format; `nil` where name and content are to tell it.
    case whole(Format?)
    /// Not at all, for this reason: a pattern that no file matches.
    case nothing(String)
  }

  /// As the user named it; `-` for standard input.
  let name: String
  let way: Way
  /// The name that tells the format of standard input.
  private let nameOfFormat: String

  /// The file as reports and patches name it: what standard input would be called, where that was said.
  var reportedName: String { isStandardInput && nameOfFormat != "-" ? nameOfFormat : name }

  /// The same, read whole: a patch needs all lines.
  var whole: Input {
    guard case .stream(let mode) = way, mode != .records else { return self }
    return Input(name: name, way: .whole(mode == .lines ? .lines : .plain), nameOfFormat: nameOfFormat)
  }

  init(name: String, way: Way, nameOfFormat: String? = nil) {
    self.name = name
    self.way = way
    self.nameOfFormat = nameOfFormat ?? name
  }

  /// Standard input as plain lines.
  static let pipe = Input(name: "-", way: .stream(.plain))
  /// Standard input as records that NULs separate.
  static let records = Input(name: "-", way: .stream(.records))

  var isStandardInput: Bool { name == "-" }

  /// Whether its bytes may come later than they are asked for: standard input that is no file.
  var mayWait: Bool {
    guard isStandardInput else { return false }
    var status = stat()
    // SAFETY: the record outlives the call that fills it.
    guard unsafe fstat(STDIN_FILENO, &status) == 0 else { return true }
    return status.st_mode & S_IFMT != S_IFREG
  }

  /// A line as a message names it.
  func place(ofLine line: Int) -> String {
    isStandardInput ? "\(isRecords ? "record" : "line") \(line)" : "\(name):\(line)"
  }

  /// Whether it is records that NULs separate.
  var isRecords: Bool { if case .stream(.records) = way { true } else { false } }

  /// The inputs of a command line; standard input where no file is named.
  ///
  /// Standard input is one bullet a line, never guessed at, unless a format or the name of a file says otherwise.
  ///
  /// - Parameter areRecords: whether standard input is bullets that NULs separate.
  static func all(
    _ files: [String], from format: String?, stdinFilename: String? = nil, areRecords: Bool = false
  ) throws -> [Input] {
    if areRecords { return [Input(name: "-", way: .stream(.records), nameOfFormat: stdinFilename)] }
    let given = try format.map(Input.format)
    if !files.isEmpty {
      return try files.flatMap { file in
        if file == "-" { return [try standard(given, stdinFilename)] }
        let found = Glob.expand(file)
        return found.isEmpty
          ? [Input(name: file, way: .nothing("no file matches this pattern; check it"))]
          : found.map { Input(name: $0, way: .whole(given)) }
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
      // What has a file's name is read as that file would be: headings and dates are no bullets there.
      return Input(name: "-", way: .whole(Format.named(ending)), nameOfFormat: filename)
    }
  }

  private static func format(_ name: String) throws -> Format {
    guard let format = Format(rawValue: name) else {
      throw Trouble(message: "there is no format “\(name)” for --from; there are \(Format.names)")
    }
    return format
  }

  /// The inputs without those that are a file which stands there already, by whatever name: no file is changed twice.
  static func withoutRepeats(_ inputs: [Input]) -> [Input] {
    var seen: Set<String> = []
    return inputs.filter { seen.insert(identity(of: $0.name)).inserted }
  }

  /// What all names of a file have in common: `cv.md`, `./cv.md`, and a link to it.
  static func identity(of name: String) -> String {
    URL(fileURLWithPath: name).resolvingSymlinksInPath().path
  }

  // MARK: - Streams

  /// Gives the items of standard input to `take`, a batch a read; `take` returns false to stop.
  ///
  /// - Parameter slots: how slots are written into them; `nil` for `[name]`.
  func forEachBatch(
    _ mode: PlainReader.Mode, slots: SlotSpelling? = nil, _ take: ([DocumentItem]) -> Bool
  ) throws {
    func give(_ items: [DocumentItem]) -> Bool {
      take(slots.map { slots in items.map { Input.spellingSlots(of: $0, slots) } } ?? items)
    }
    var reader = PlainReader(mode: mode)
    // A few bullets are read as they come; reading ahead pays where there are many.
    var ahead: ReadAhead?
    var reads = 0
    do throws(Descriptor.Fault) {
      while let bytes = try ahead == nil ? Input.available() : ahead?.next() {
        guard give(reader.read(bytes)) else { return }
        reads += 1
        if reads == Input.readsBeforeAhead { ahead = ReadAhead() }
      }
    } catch {
      throw Trouble(
        message: "standard input cannot be read (\(error.words)); pipe bullets into it or name a file")
    }
    _ = give(reader.finish())
  }

  private static func spellingSlots(of item: DocumentItem, _ slots: SlotSpelling) -> DocumentItem {
    if case .bullet(let bullet) = item { .bullet(bullet.spellingSlots(slots)) } else { item }
  }

  private static let readsBeforeAhead = 8

  private static func available() throws(Descriptor.Fault) -> [UInt8]? {
    let bytes = try Descriptor.read(STDIN_FILENO)
    return bytes.isEmpty ? nil : bytes
  }

  // MARK: - Files

  /// The bytes of the input and the document that they hold.
  ///
  /// - Throws: `Trouble` where it cannot be read; a file is read whole or not at all.
  func document(_ formats: FormatGrammar) throws -> (bytes: [UInt8], document: Document) {
    if case .nothing(let reason) = way { throw Trouble(message: "\(name): \(reason)") }
    let bytes = try contents()
    var given: Format?
    if case .whole(let format) = way { given = format }
    do throws(DocumentError) {
      if given == nil { given = try FormatGuess.format(ofName: nameOfFormat, bytes) }
      return (bytes, try Document.read(bytes, as: given ?? .plain, formats, pdfText: PDFText.text))
    } catch {
      let place = error.line > 0 ? place(ofLine: error.line) : isStandardInput ? "standard input" : name
      throw Trouble(message: "\(place): \(error.text); nothing of the file was written")
    }
  }

  /// The bytes of the input, all of them.
  func contents() throws -> [UInt8] {
    do throws(Descriptor.Fault) {
      return isStandardInput ? try Descriptor.readAll(STDIN_FILENO) : try Descriptor.readAll(name)
    } catch {
      throw Trouble(message: "\(isStandardInput ? "standard input" : name): \(Input.reason(error, of: name))")
    }
  }

  private static func reason(_ fault: Descriptor.Fault, of name: String) -> String {
    switch fault.code {
    // What stands for bytes that are no UTF-8.
    case ENOENT where name.contains("\u{FFFD}"):
      "hone opens no file whose name is not UTF-8; rename it, or read it from standard input with < and --stdin-filename"
    case ENOENT, ENOTDIR: "there is no such file; check the path"
    case EISDIR: "this is a folder; name the files in it"
    case EACCES, EPERM: "this file may not be read; check its permissions"
    case ELOOP: "its links lead in a circle; name the file itself"
    default: "this cannot be read (\(fault.words))"
    }
  }
}
