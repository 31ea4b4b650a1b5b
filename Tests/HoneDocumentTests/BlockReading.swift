import HoneCore

@testable import HoneDocument

/// What the readers of Markdown, Org and AsciiDoc make of a text.
enum BlockReading {
  /// The bullets on which rules run.
  static func live(_ text: String, _ format: Format) throws -> [String] {
    try Document.read(Array(text.utf8), as: format).bullets.filter(\.isLive).map(shown)
  }

  /// The bullet of a text as a line that says where rules see what: its plain text.
  static func plain(_ text: String, _ format: Format) throws -> String? {
    try Document.read(Array(text.utf8), as: format).bullets.first.map(shown)
  }

  /// The file after the first word of each bullet was replaced.
  static func probed(_ text: String, _ format: Format) throws -> String {
    let document = try Document.read(Array(text.utf8), as: format)
    var rewrites: [Int: Rewrite] = [:]
    for (index, bullet) in document.bullets.enumerated() {
      let end = bullet.text.firstIndex(of: 0x20) ?? bullet.text.count
      let rest = Piece(String(decoding: bullet.text[end...], as: UTF8.self), .kept(end..<bullet.text.count))
      rewrites[index] = Rewrite(
        pieces: [Piece("Probed", .grammar), rest], tier: .safe, template: Rewrite.inPlace, mends: [],
        slots: [])
    }
    return String(decoding: try document.rewriting(rewrites).bytes, as: UTF8.self)
  }

  private static func shown(_ bullet: SourceBullet) -> String {
    String(decoding: bullet.text, as: UTF8.self)
  }
}
