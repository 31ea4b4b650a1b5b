internal import Foundation
public import HoneCore

/// A line that is no record of `JSONLines`, or one from which no single rewrite was chosen.
public struct RecordError: Error, Sendable, CustomStringConvertible {
  /// The line, from 1.
  public let line: Int
  /// What is wrong and what to do.
  public let text: String

  /// What is wrong, with its line.
  public var description: String { "line \(line): \(text)" }
}

/// A record of `JSONLines` with the rewrite that somebody chose.
public struct ChosenRewrite: Sendable {
  /// The file that the record names.
  public let file: String
  /// The line of the bullet in that file, from 1.
  public let line: Int
  /// The bytes of the bullet's text in the file.
  public let byteRange: Range<Int>
  /// The bullet's plain text.
  public let text: String
  /// What is to take its place.
  public let rewrite: Rewrite
  /// What the record says that the file is to hold then; `nil` where it does not say.
  public let edits: [Edit]?

  private struct Record: Decodable {
    struct Piece: Decodable { let text, from: String; let span: [Int]?; let slot: String?; let clause: Int? }
    struct Slot: Decodable { let name: String }
    struct Edit: Decodable { let at: [Int]; let with: String }
    struct Offer: Decodable { let text: String; let slots: [Slot]?; let pieces: [Piece]; let edits: [Edit]? }
    /// The number of a rewrite, or `null` for none of them.
    struct Choice: Decodable {
      let number: Int?

      init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        number = value.decodeNil() ? nil : try value.decode(Int.self)
      }
    }
    let schema: Int
    let file: String
    let line: Int
    let byteRange: [Int]
    let text: String
    let rewrites: [Offer]?
    /// `nil` where nothing is said of a choice.
    let chosen: Choice?

    private enum Key: String, CodingKey { case schema, file, line, byteRange, text, rewrites, chosen }

    init(from decoder: any Decoder) throws {
      let record = try decoder.container(keyedBy: Key.self)
      schema = try record.decode(Int.self, forKey: .schema)
      file = try record.decode(String.self, forKey: .file)
      line = try record.decode(Int.self, forKey: .line)
      byteRange = try record.decode([Int].self, forKey: .byteRange)
      text = try record.decode(String.self, forKey: .text)
      rewrites = try record.decodeIfPresent([Offer].self, forKey: .rewrites)
      // Where a picker took none it says so by null, which is not the same as nothing.
      chosen = record.contains(.chosen) ? try record.decode(Choice.self, forKey: .chosen) : nil
    }
  }

  /// The choices of a stream of records, in their order; a record without a rewrite is none.
  ///
  /// - Parameters:
  ///   - bytes: JSON objects, a line each; of several rewrites one is left, or `chosen` says which, from 0; `null` there
  ///     is none of them.
  ///   - complain: called with what is no such record; the others go on.
  public static func read(_ bytes: [UInt8], complain: (RecordError) -> Void) -> [ChosenRewrite] {
    var choices: [ChosenRewrite] = []
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      let signs = line.filter { $0 != 0x20 && $0 != 0x0D && $0 != 0x09 }
      if signs.isEmpty { continue }
      // A record that was laid out to be read is over several lines, and each of them would be one more thing to say.
      if signs == [0x7B] || signs == [0x5B] {
        complain(
          RecordError(
            line: index + 1,
            text: "what begins here goes over several lines, and a record is one line; `jq -c` writes it so"))
        break
      }
      do throws(RecordError) {
        if let choice = try read(line, at: index + 1) { choices.append(choice) }
      } catch {
        complain(error)
      }
    }
    return choices
  }

  private static func read(_ line: ArraySlice<UInt8>, at number: Int) throws(RecordError)
    -> ChosenRewrite?
  {
    func trouble(_ text: String) -> RecordError { RecordError(line: number, text: text) }
    guard let record = try? JSONDecoder().decode(Record.self, from: Data(line)) else {
      throw trouble(
        "this is no record of `hone suggest --format jsonl`, one JSON object a line; take it as suggest wrote it"
      )
    }
    guard record.schema == 1 else {
      throw trouble("schema \(record.schema) is not known here; this hone reads 1")
    }
    guard record.file != "-" else {
      throw trouble(
        "this bullet came from standard input, so there is no file to write; give suggest the file's name")
    }
    let offers = record.rewrites ?? []
    if offers.isEmpty { return nil }
    if let choice = record.chosen, choice.number == nil { return nil }
    guard record.chosen != nil || offers.count == 1 else {
      throw trouble("\(offers.count) rewrites stand here; keep one, or say which by “chosen”, from 0")
    }
    let chosen = record.chosen?.number ?? 0
    guard offers.indices.contains(chosen) else {
      throw trouble("there is no rewrite \(chosen); they are counted from 0 to \(offers.count - 1)")
    }
    guard record.byteRange.count == 2, record.byteRange[0] <= record.byteRange[1] else {
      throw trouble("“byteRange” must be two numbers, the first not above the second")
    }
    let offer = offers[chosen]
    let pieces = try offer.pieces.map { piece throws(RecordError) -> Piece in
      guard let origin = origin(piece, record.text, slots: offer.slots) else {
        throw trouble("a piece of this rewrite does not fit the bullet; take it as suggest wrote it")
      }
      return Piece(piece.text, origin, clause: piece.clause ?? 0)
    }
    guard pieces.map(\.text).joined() == offer.text else {
      throw trouble(
        "the text of this rewrite is not that of its pieces, and the pieces are what is written; take it as suggest wrote it"
      )
    }
    let edits = try offer.edits?.map { edit throws(RecordError) -> Edit in
      guard edit.at.count == 2, edit.at[0] <= edit.at[1] else {
        throw trouble("“at” of an edit must be two numbers, the first not above the second")
      }
      return Edit(edit.at[0]..<edit.at[1], Array(edit.with.utf8))
    }
    return ChosenRewrite(
      file: record.file, line: record.line, byteRange: record.byteRange[0]..<record.byteRange[1],
      text: record.text,
      rewrite: Rewrite(pieces: pieces, tier: .full, template: Rewrite.inPlace, mends: [], slots: []),
      edits: edits)
  }

  private static func origin(_ piece: Record.Piece, _ text: String, slots: [Record.Slot]?) -> Piece.Origin? {
    func range() -> Range<Int>? {
      guard let span = piece.span, span.count == 2, 0 <= span[0], span[0] <= span[1],
        span[1] <= text.utf8.count
      else { return nil }
      return span[0]..<span[1]
    }
    switch piece.from {
    case "grammar": return .grammar
    case "slot":
      // Who wrote a fact in the place of the slot is to have the fact: a file spells a slot by its name.
      let isOpen =
        slots?.contains { piece.text == "[\($0.name)]" }
        ?? (piece.text.first == "[" && piece.text.last == "]")
      return isOpen ? .slot(piece.slot ?? piece.text) : .fact(piece.slot ?? piece.text)
    case "fact": return .fact(piece.slot ?? piece.text)
    case "inflected": return range().map { .inflected($0) }
    case "kept":
      // What is kept must be what stands there.
      guard let range = range(), Array(text.utf8)[range].elementsEqual(piece.text.utf8) else { return nil }
      return .kept(range)
    default: return nil
    }
  }
}
