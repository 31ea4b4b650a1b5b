public import HoneCore

/// Findings as SARIF 2.1.0: one log with one run, rewrites as fixes.
///
/// The log is written piece by piece, so that memory stays flat: `begin`, the results of each bullet, `end`.
public struct SARIF: Sendable {
  /// What a rule says of itself in the log.
  public struct Rule: Sendable {
    let id: String
    let kind: String
    let level: Level
    let why: String
    let source: String

    /// A rule.
    public init(id: String, kind: String, level: Level, why: String, source: String) {
      self.id = id
      self.kind = kind
      self.level = level
      self.why = why
      self.source = source
    }
  }

  private let version: String
  private let grammar: String
  private let rules: [Rule]
  private let numbers: [String: Int]
  private var isFirst = true
  /// How often each fingerprint came in the file that was reported last.
  private var seen: (file: String, counts: [String: Int]) = ("", [:])

  /// A writer.
  ///
  /// - Parameters:
  ///   - version: the program's.
  ///   - grammar: `name@version` of the grammar.
  ///   - rules: every rule that may have found something.
  public init(version: String, grammar: String, rules: [Rule]) {
    self.version = version
    self.grammar = grammar
    self.rules = rules
    numbers = Dictionary(rules.enumerated().map { ($0.element.id, $0.offset) }) { one, _ in one }
  }

  /// The head of the log.
  public func begin() -> [UInt8] {
    var json = JSONText()
    json.raw(
      "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{")
    json.raw("\"tool\":{\"driver\":{\"name\":\"hone\",\"version\":")
    json.string(version)
    json.raw(",\"semanticVersion\":")
    json.string(version)
    json.raw(",\"properties\":{\"grammar\":")
    json.string(grammar)
    json.raw("},\"rules\":")
    json.list(rules) { json, rule in
      json.raw("{\"id\":")
      json.string(rule.id)
      json.raw(",\"shortDescription\":{\"text\":")
      json.string(rule.why)
      // GitHub wants all three: what an alert is called, what it says, and what helps.
      for key in ["fullDescription", "help"] {
        json.raw("},\"\(key)\":{\"text\":")
        json.string("\(rule.why) Source: \(rule.source).")
      }
      json.raw(
        "},\"defaultConfiguration\":{\"level\":\"\(SARIF.level(rule.level))\"},\"properties\":{\"tags\":[")
      json.string(rule.kind)
      json.raw("]}}")
    }
    // Columns count characters, as editors do; UTF-16 code units are SARIF's default.
    json.raw("}},\"columnKind\":\"unicodeCodePoints\",\"results\":[")
    return json.bytes
  }

  /// The results of a bullet.
  ///
  /// - Parameters:
  ///   - record: what there is to say of the bullet.
  ///   - path: its file, relative to the top of the repository, or absolute; as the record names it when left out.
  public mutating func write(_ record: BulletRecord, path: String? = nil) -> [UInt8] {
    let uri = SARIF.uri(path ?? record.artifact)
    var json = JSONText()
    for finding in record.findings {
      if !isFirst { json.raw(",") }
      isFirst = false
      write(finding, record, uri, &json)
    }
    return json.bytes
  }

  /// The end of the log.
  ///
  /// - Parameter isWhole: whether all that was named could be read.
  public func end(isWhole: Bool = true) -> [UInt8] {
    Array("],\"invocations\":[{\"executionSuccessful\":\(isWhole)}]}]}\n".utf8)
  }

  private mutating func write(
    _ finding: Finding, _ record: BulletRecord, _ uri: String, _ json: inout JSONText
  ) {
    json.raw("\n{\"ruleId\":")
    json.string(finding.rule)
    if let number = numbers[finding.rule] {
      json.raw(",\"ruleIndex\":")
      json.number(number)
    }
    json.raw(",\"level\":\"\(SARIF.level(finding.level))\",\"message\":{\"text\":")
    json.string(finding.message)
    json.raw("},\"locations\":[{\"physicalLocation\":{")
    write(artifact: uri, &json)
    let range = record.fileRange(finding.range) ?? record.byteRange
    let (from, to) = (record.place(range.lowerBound), record.place(range.upperBound))
    if record.hasPlaces {
      json.raw(
        ",\"region\":{\"startLine\":\(from.line),\"startColumn\":\(from.column),\"endLine\":\(to.line),")
      json.raw("\"endColumn\":\(to.column),\"byteOffset\":\(range.lowerBound),\"byteLength\":\(range.count)}")
    } else {
      json.raw(",\"region\":{\"startLine\":\(record.line)}")
    }
    json.raw("}}]")
    let fingerprint = fingerprint(of: finding, in: record)
    json.raw(",\"partialFingerprints\":{\"primaryLocationLineHash\":")
    json.string("\(fingerprint.name):\(fingerprint.count)")
    json.raw("}")
    let fixes = record.offered.filter { record.mends($0, finding) && !record.edits($0).isEmpty }
    if !fixes.isEmpty {
      json.raw(",\"fixes\":")
      json.list(fixes) { json, rewrite in write(rewrite, record, uri, &json) }
    }
    json.raw("}")
  }

  /// The same weakness of the same words is the same result, wherever its bullet stands; among equal ones their order tells.
  ///
  /// GitHub knows an alert again by this name alone, and takes no other key for it.
  private mutating func fingerprint(of finding: Finding, in record: BulletRecord) -> (
    name: String, count: Int
  ) {
    let name = BulletID.hash("\(finding.rule) \(record.words(of: finding)) \(record.text)")
    // A stream has no end that its names could be kept to.
    if record.file == "-" { return (name, 1) }
    if seen.file != record.file { seen = (record.file, [:]) }
    seen.counts[name, default: 0] += 1
    return (name, seen.counts[name] ?? 1)
  }

  private func write(_ rewrite: Rewrite, _ record: BulletRecord, _ uri: String, _ json: inout JSONText) {
    json.raw("{\"description\":{\"text\":")
    json.string(rewrite.text)
    json.raw("},\"artifactChanges\":[{")
    write(artifact: uri, &json)
    json.raw(",\"replacements\":")
    json.list(record.edits(rewrite)) { json, edit in
      let (from, to) = (record.place(edit.range.lowerBound), record.place(edit.range.upperBound))
      json.raw("{\"deletedRegion\":{\"startLine\":\(from.line),\"startColumn\":\(from.column),")
      json.raw("\"endLine\":\(to.line),\"endColumn\":\(to.column),\"byteOffset\":\(edit.range.lowerBound),")
      json.raw("\"byteLength\":\(edit.range.count)},\"insertedContent\":{\"text\":")
      json.string(String(decoding: edit.bytes, as: UTF8.self))
      json.raw("}}")
    }
    json.raw("}]}")
  }

  private func write(artifact uri: String, _ json: inout JSONText) {
    json.raw("\"artifactLocation\":{\"uri\":")
    json.string(uri)
    json.raw("}")
  }

  private static func level(_ level: Level) -> String {
    switch level {
    case .error: "error"
    case .warning: "warning"
    case .question, .info: "note"
    }
  }

  /// A path as a URI, absolute ones as `file:` has them.
  private static func uri(_ path: String) -> String {
    let kept = Set("-._~/!$&'()*+,;=@".utf8)
    var uri = path.hasPrefix("/") ? "file://" : ""
    for byte in path.utf8 {
      if kept.contains(byte) || (byte < 0x80 && Bytes.isWord(byte)) {
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        uri += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return uri
  }
}
