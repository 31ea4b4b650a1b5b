/// Reads JSON files: JSON Resume, Reactive Resume, and whatever holds bullets under keys that say so.
enum JSONFile: Reader {
  static func read(_ bytes: [UInt8], _ grammar: FormatGrammar) throws(DocumentError) -> Document {
    var parser = JSONParser(bytes)
    let root = try parser.parse()
    var walk = DataWalk(DataGrammar(grammar), JSONHost(bytes), root: root)
    walk.walk(root)
    let notes = DataNotes.notes(unknown: walk.unknown, isEmpty: walk.bullets.isEmpty, in: bytes)
    return Document(.json, bytes, bullets: walk.bullets, notes: notes)
  }
}

/// Decodes the strings of a JSON file.
struct JSONHost: DataHost {
  private let file: Layer
  private let isASCII: Bool

  init(_ bytes: [UInt8]) {
    file = Layer(bytes)
    isASCII = !bytes.dropFirst(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0).contains { $0 >= 0x80 }
  }

  var linesAreMeant: Bool { true }

  func layer(of scalar: DataScalar) -> Layer? {
    let inside = (scalar.range.lowerBound + 1)..<(scalar.range.upperBound - 1)
    return JSONString.decode(inside, in: file, isASCII: isASCII)
  }
}
