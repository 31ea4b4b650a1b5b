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

  private struct Record: Decodable {
    struct Piece: Decodable { let text, from: String; let span: [Int]?; let slot: String?; let clause: Int? }
    struct Offer: Decodable { let text: String; let pieces: [Piece] }
    let schema: Int
    let file: String
    let line: Int
    let byteRange: [Int]
    let text: String
    let rewrites: [Offer]?
    let chosen: Int?
  }

  /// The choices of a stream of records, in their order; a record without a rewrite is none.
  ///
  /// - Parameters:
  ///   - bytes: JSON objects, a line each; of several rewrites one is left, or `chosen` says which, from 0.
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
    guard record.chosen != nil || offers.count == 1 else {
      throw trouble("\(offers.count) rewrites stand here; keep one, or say which by “chosen”, from 0")
    }
    let chosen = record.chosen ?? 0
    guard offers.indices.contains(chosen) else {
      throw trouble("there is no rewrite \(chosen); they are counted from 0 to \(offers.count - 1)")
    }
    guard record.byteRange.count == 2, record.byteRange[0] <= record.byteRange[1] else {
      throw trouble("“byteRange” must be two numbers, the first not above the second")
    }
    let pieces = try offers[chosen].pieces.map { piece throws(RecordError) -> Piece in
      guard let origin = origin(piece, record.text) else {
        throw trouble("a piece of this rewrite does not fit the bullet; take it as suggest wrote it")
      }
      return Piece(piece.text, origin, clause: piece.clause ?? 0)
    }
    guard pieces.map(\.text).joined() == offers[chosen].text else {
      throw trouble(
        "the text of this rewrite is not that of its pieces, and the pieces are what is written; take it as suggest wrote it"
      )
    }
    return ChosenRewrite(
      file: record.file, line: record.line, byteRange: record.byteRange[0]..<record.byteRange[1],
      text: record.text,
      rewrite: Rewrite(pieces: pieces, tier: .full, template: Rewrite.inPlace, mends: [], slots: []))
  }

  private static func origin(_ piece: Record.Piece, _ text: String) -> Piece.Origin? {
    func range() -> Range<Int>? {
      guard let span = piece.span, span.count == 2, 0 <= span[0], span[0] <= span[1],
        span[1] <= text.utf8.count
      else { return nil }
      return span[0]..<span[1]
    }
    switch piece.from {
    case "grammar": return .grammar
    case "slot": return .slot(piece.slot ?? piece.text)
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
