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
      json.raw("},\"help\":{\"text\":")
      json.string("\(rule.why) Source: \(rule.source).")
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
  public mutating func write(_ record: BulletRecord) -> [UInt8] {
    var json = JSONText()
    for finding in record.findings {
      if !isFirst { json.raw(",") }
      isFirst = false
      write(finding, record, &json)
    }
    return json.bytes
  }

  /// The end of the log.
  public func end() -> [UInt8] { Array("]}]}\n".utf8) }

  private func write(_ finding: Finding, _ record: BulletRecord, _ json: inout JSONText) {
    json.raw("\n{\"ruleId\":")
    json.string(finding.rule)
    if let number = numbers[finding.rule] {
      json.raw(",\"ruleIndex\":")
      json.number(number)
    }
    json.raw(",\"level\":\"\(SARIF.level(finding.level))\",\"message\":{\"text\":")
    json.string(finding.message)
    json.raw("},\"locations\":[{\"physicalLocation\":{")
    write(artifact: record.file, &json)
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
    // The same weakness of the same words is the same result, wherever the bullet stands.
    json.raw(",\"partialFingerprints\":{\"honeBullet/v1\":")
    json.string(Fingerprint.of("\(finding.rule) \(record.text)"))
    json.raw("}")
    let fixes = record.offered.filter { $0.mends.contains(finding.rule) && !record.edits($0).isEmpty }
    if !fixes.isEmpty {
      json.raw(",\"fixes\":")
      json.list(fixes) { json, rewrite in write(rewrite, record, &json) }
    }
    json.raw("}")
  }

  private func write(_ rewrite: Rewrite, _ record: BulletRecord, _ json: inout JSONText) {
    json.raw("{\"description\":{\"text\":")
    json.string(rewrite.text)
    json.raw("},\"artifactChanges\":[{")
    write(artifact: record.file, &json)
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

  private func write(artifact file: String, _ json: inout JSONText) {
    json.raw("\"artifactLocation\":{\"uri\":")
    json.string(SARIF.uri(file == "-" ? "stdin" : file))
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

/// A short name for a text, the same on every machine (FNV-1a).
enum Fingerprint {
  static func of(_ text: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
