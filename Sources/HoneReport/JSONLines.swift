internal import HoneCore

/// One JSON object a bullet, as `Schemas/` describes it.
public enum JSONLines {
  /// The number of the schema that the objects keep to.
  ///
  /// Scripts rely on every field: a field that appears, goes, moves, or changes its type or meaning takes a new number, and a
  /// schema file of that number beside the old one.
  public static let schema = 1

  /// The JSON Schema of an object, as a file.
  public static var schemaFile: [UInt8] { PackageResources.suggest_1_schema_json }

  /// The object of a bullet and a newline.
  public static func write(_ record: BulletRecord) -> [UInt8] {
    var json = JSONText()
    json.raw("{\"schema\":\(schema),\"file\":")
    json.string(record.file)
    json.raw(",\"bullet\":")
    json.number(record.index)
    json.raw(",\"line\":")
    json.number(record.line)
    json.raw(",\"column\":")
    json.number(record.column)
    json.raw(",\"section\":")
    json.optional(record.section)
    json.raw(",\"byteRange\":")
    json.range(record.byteRange)
    json.raw(",\"text\":")
    json.string(record.text)
    json.raw(",\"findings\":")
    json.list(record.findings) { json, finding in write(finding, record, &json) }
    json.raw(",\"facts\":")
    json.list(record.facts) { json, fact in
      json.raw("{\"kind\":")
      json.string(fact.kind)
      json.raw(",\"span\":")
      json.range(fact.range)
      json.raw(",\"text\":")
      json.string(fact.text)
      json.raw("}")
    }
    json.raw(",\"rewrites\":")
    json.list(record.offered) { json, rewrite in write(rewrite, record, &json) }
    json.raw(",\"grammar\":")
    json.string(record.grammar)
    json.raw("}\n")
    return json.bytes
  }

  private static func write(_ finding: Finding, _ record: BulletRecord, _ json: inout JSONText) {
    json.raw("{\"rule\":")
    json.string(finding.rule)
    json.raw(",\"kind\":")
    json.string(finding.kind)
    json.raw(",\"level\":")
    json.string(finding.level.name)
    json.raw(",\"span\":")
    json.range(finding.range)
    json.raw(",\"at\":")
    if let range = record.fileRange(finding.range) { json.range(range) } else { json.raw("null") }
    json.raw(",\"message\":")
    json.string(finding.message)
    json.raw(",\"source\":")
    json.string(finding.source)
    json.raw("}")
  }

  private static func write(_ rewrite: Rewrite, _ record: BulletRecord, _ json: inout JSONText) {
    json.raw("{\"text\":")
    json.string(rewrite.text)
    json.raw(",\"tier\":")
    json.string(rewrite.tier.rawValue)
    json.raw(",\"template\":")
    json.string(rewrite.template)
    json.raw(",\"mends\":")
    json.list(rewrite.mends) { json, rule in json.string(rule) }
    json.raw(",\"slots\":")
    json.list(rewrite.slots) { json, slot in
      json.raw("{\"name\":")
      json.string(slot.name)
      json.raw(",\"unit\":")
      json.optional(slot.unit)
      json.raw(",\"question\":")
      json.string(slot.question)
      json.raw(",\"hint\":")
      json.string(slot.hint)
      json.raw("}")
    }
    json.raw(",\"pieces\":")
    json.list(rewrite.pieces) { json, piece in write(piece, &json) }
    json.raw(",\"edits\":")
    json.list(record.edits(rewrite)) { json, edit in
      json.raw("{\"at\":")
      json.range(edit.range)
      json.raw(",\"with\":")
      json.string(String(decoding: edit.bytes, as: UTF8.self))
      json.raw("}")
    }
    json.raw("}")
  }

  private static func write(_ piece: Piece, _ json: inout JSONText) {
    json.raw("{\"text\":")
    json.string(piece.text)
    json.raw(",\"from\":")
    switch piece.origin {
    case .kept(let range):
      json.raw("\"kept\",\"span\":")
      json.range(range)
    case .inflected(let range):
      json.raw("\"inflected\",\"span\":")
      json.range(range)
    case .grammar: json.raw("\"grammar\"")
    case .slot(let name):
      json.raw("\"slot\",\"slot\":")
      json.string(name)
    case .fact(let name):
      json.raw("\"fact\",\"slot\":")
      json.string(name)
    }
    json.raw(",\"clause\":")
    json.number(piece.clause)
    json.raw("}")
  }
}
