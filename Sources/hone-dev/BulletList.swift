import Foundation
import HoneCore
import HoneDocument
import HoneFiles

/// Shows what a reader finds in a file: a row a bullet, `line section text`, and one that begins with `#` for what is
/// off there or was not understood.
enum BulletList {
  static func write(_ path: String) throws {
    let document = try document(path)
    let reported = Set(document.reported)
    for (index, bullet) in document.bullets.enumerated() where reported.contains(index) || !bullet.isLive {
      let text = String(decoding: bullet.text, as: UTF8.self)
      print("\(bullet.isLive ? "" : "# ")\(bullet.line)\t\(bullet.section?.heading ?? "")\t\(text)")
    }
    for note in document.notes { print("## \(note.line): \(note.text)") }
  }

  /// Writes the file with the first word of each bullet replaced by “Probed”, and says which bullets could not bear it.
  static func probe(_ path: String) throws {
    let document = try document(path)
    var rewrites: [Int: Rewrite] = [:]
    for (index, bullet) in document.bullets.enumerated() {
      let end = bullet.text.firstIndex(of: 0x20) ?? bullet.text.count
      var pieces = [Piece("Probed", .grammar)]
      if end < bullet.text.count {
        pieces.append(
          Piece(String(decoding: bullet.text[end...], as: UTF8.self), .kept(end..<bullet.text.count)))
      }
      rewrites[index] = Rewrite(pieces: pieces, tier: .safe, template: Rewrite.inPlace, mends: [], slots: [])
    }
    let rewritten: Rewritten
    do {
      rewritten = try document.rewriting(rewrites)
    } catch {
      throw Failure("\(path): \(error)", status: 2)
    }
    for index in rewritten.refused {
      let text = String(decoding: document.bullets[index].text, as: UTF8.self)
      FileHandle.standardError.write(Data("refused: \(document.bullets[index].line)\t\(text)\n".utf8))
    }
    FileHandle.standardOutput.write(Data(rewritten.bytes))
  }

  private static func document(_ path: String) throws -> Document {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure("\(path) cannot be read", status: 2)
    }
    guard let format = Format.named((path as NSString).pathExtension) else {
      throw Failure("\(path) tells no format by its name", status: 2)
    }
    do {
      return try Document.read(Array(data), as: format, pdfText: PDFText.text)
    } catch {
      throw Failure("\(path): \(error)", status: 2)
    }
  }
}
