public import HoneDocument
public import HoneEngine
internal import HoneGrammar
public import HoneReport

/// A file as reports speak of it.
public struct ReportedFile: Sendable {
  /// Its name in reports; `-` where it has none.
  public let name: String
  /// Its lines; `nil` where bullets come alone, or the file has none.
  let lines: LineIndex?
  /// Whether bytes of it can be told and changed: those of an archive's member are none that others could use.
  let isEditable: Bool
  /// Whether it is a file, where a left-over slot is a fault.
  let isWhole: Bool

  /// A document by its name.
  public init(_ document: Document, name: String) {
    self.name = name
    lines = document.hasLineNumbers ? LineIndex(document.bytes) : nil
    isEditable = document.isWritable && lines != nil
    isWhole = true
  }

  /// Bullets that come line by line, as `PlainReader` gives them.
  public init(streamNamed name: String) {
    self.name = name
    lines = nil
    isEditable = true
    isWhole = false
  }
}

extension Hone {
  /// What there is to say of each bullet of a document, in order: findings, rewrites, and their places in the file.
  ///
  /// Of bullets that stand in the file in several copies the first is told of; those that are switched off are not, nor are
  /// those of sections where no rule runs. What reports are made of: `JSONLines`, `SARIF`, `TabSeparated`, `GitHubAnnotations`,
  /// `HumanText`.
  ///
  /// - Parameters:
  ///   - document: a file that was read.
  ///   - name: what reports call the file.
  ///   - limit: how many rewrites with slots to propose a bullet at most; 0 for findings alone.
  /// - Throws: `DocumentError`, with its line, where a pattern costs too much on a bullet.
  public func suggestions(for document: Document, named name: String = "-", limit: Int = 3)
    throws(DocumentError) -> [BulletRecord]
  {
    let file = ReportedFile(document, name: name)
    var records: [BulletRecord] = []
    for (number, index) in document.reported.enumerated() {
      let bullet = document.bullets[index]
      records.append(
        try inLine(of: bullet) { () throws(EngineError) in
          try suggestion(for: bullet, number: number, of: file, limit: limit)
        })
    }
    return records
  }

  /// What there is to say of one bullet.
  ///
  /// - Parameters:
  ///   - bullet: a bullet of a file or a stream, with the rules that a comment switched off there.
  ///   - number: its number among the bullets that are told of, from 0.
  ///   - file: where it stands.
  ///   - limit: how many rewrites with slots to propose at most; 0 for findings alone.
  ///   - tellsFacts: whether the record holds the facts that a rewrite must not lose; to look for them takes time.
  /// - Throws: `EngineError` where a pattern costs too much on this bullet.
  public func suggestion(
    for bullet: SourceBullet, number: Int, of file: ReportedFile, limit: Int = 3, tellsFacts: Bool = true
  ) throws(EngineError) -> BulletRecord {
    try switched(to: bullet, asFile: file.isWhole) { text throws(EngineError) in
      let advice = try advise(text, limit: limit)
      return BulletRecord(
        file: file.name, index: number, line: bullet.line, column: bullet.column,
        section: bullet.section?.heading, byteRange: bullet.byteRange, text: text,
        findings: advice.findings, facts: tellsFacts ? advice.analysis.facts : [],
        // What the file cannot hold is no rewrite of this bullet: its finding stands alone.
        safe: advice.safe.flatMap { bullet.edits(for: $0) == nil ? nil : $0 },
        rewrites: advice.rewrites.filter { bullet.edits(for: $0) != nil }, grammar: grammar.label,
        hasPlaces: file.isEditable, fileRange: { file.isEditable ? bullet.fileRange(of: $0) : nil },
        place: bullet.places(in: file.lines), edits: { file.isEditable ? bullet.edits(for: $0) ?? [] : [] })
    }
  }
}
