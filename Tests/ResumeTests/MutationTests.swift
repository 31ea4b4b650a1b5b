import HoneCore
import HoneDocument
import HoneTestSupport
import Testing

/// Damaged files: no reader trips over one, and none is made worse.
@Suite struct MutationTests {
  /// Mutations a sample; `HONE_MUTATIONS` would be a knob too many.
  private static let count = 60

  @Test(arguments: Resume.all)
  func aDamagedFileIsReadOrRefusedAndChangedOnlyWhereItSaysSo(_ resume: Resume) throws {
    let format = try #require(Format.named(resume.ending))
    guard format != .pdf else { return }
    var random = SeededRandom(for: "MutationTests.\(resume.name)")
    var read = 0
    for round in 0..<MutationTests.count {
      let bytes = Mutation.mutated(resume.bytes, &random)
      guard let document = try? Document.read(bytes, as: format) else { continue }
      var rewrites: [Int: Rewrite] = [:]
      var end = 0
      for (index, bullet) in document.bullets.enumerated() {
        #expect(
          bullet.byteRange.lowerBound >= end && bullet.byteRange.upperBound <= document.bytes.count,
          "seed \(Seed.value), round \(round)")
        end = bullet.byteRange.upperBound
        rewrites[index] = Changes.rewrite(bullet, random.pick(Changes.Way.allCases))
      }
      guard document.isWritable else { continue }
      let result = try document.rewriting(rewrites)
      read += 1
      for edit in result.edits {
        #expect(
          document.bullets.contains {
            $0.start <= edit.range.lowerBound && edit.range.upperBound <= $0.start + $0.raw.count
          }, "seed \(Seed.value), round \(round)")
      }
      let again = try Document.read(result.bytes, as: format)
      let (old, new) = try Changes.bullets(bytes, result.bytes, format)
      #expect(new.count == old.count, "seed \(Seed.value), round \(round)")
      #expect(result.edits.applied(to: document.bytes) == again.bytes, "seed \(Seed.value), round \(round)")
      // Every bullet stands there as it was meant, in order, be it too short by now to be told from a name.
      var rest = new.map(\.text)[...]
      for (index, bullet) in document.bullets.enumerated() {
        let meant =
          result.refused.contains(index) ? bullet.text : Array(bullet.text(of: rewrites[index]!).utf8)
        guard let at = rest.firstIndex(of: meant) else {
          Issue.record("lost \(String(decoding: meant, as: UTF8.self)), seed \(Seed.value), round \(round)")
          continue
        }
        rest = rest[(at + 1)...]
      }
    }
    // Data and archives do not survive much.
    if ![.json, .yaml, .docx].contains(format) { #expect(read > MutationTests.count / 4) }
  }

  @Test(arguments: Format.allCases)
  func bytesOfAnyKindAreReadOrRefused(_ format: Format) throws {
    guard format != .pdf else { return }
    var random = SeededRandom(for: "MutationTests.bytes.\(format)")
    for _ in 0..<300 {
      let bytes = RandomText.bytes(&random)
      guard let document = try? Document.read(bytes, as: format) else { continue }
      #expect(document.format == format)
    }
  }
}

/// Damage as editors, converters and bad luck do it.
enum Mutation {
  /// Bytes with some damage.
  static func mutated(_ bytes: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      guard !bytes.isEmpty else { return bytes }
      let at = Int.random(in: bytes.indices, using: &random)
      let end = min(bytes.count, at + Int.random(in: 1...40, using: &random))
      switch Int.random(in: 0..<7, using: &random) {
      case 0: bytes.removeSubrange(at..<end)
      case 1: bytes.insert(contentsOf: bytes[at..<end], at: at)
      case 2: bytes.insert(contentsOf: Array(random.pick(signs).utf8), at: at)
      case 3: bytes = Array(bytes[..<at])
      case 4: bytes[at] = UInt8(truncatingIfNeeded: random.next())
      case 5: bytes = Array(bytes[at...])
      default: swapLines(&bytes, &random)
      }
    }
    return bytes
  }

  private static let signs = [
    "{", "}", "[", "]", "(", ")", "<", ">", "\"", "'", "`", "$", "$$", "%", "#", "&", "\\", "\\\\", "\n",
    "\r\n", "\t", "  ", "- ", "* ", "•",
    "```", "---", "<!--", "-->", "/*", "*/", "//", ": ", "\\item ", "\\begin{itemize}", "\\end{itemize}",
    "</li>", "<li>", "\u{FEFF}", "\u{A0}",
    "**", "_", "~", "|", ">", ">-\n", "\\u00e9", "\\", "&amp", "#link(", "#[", "é", "日本", "🚀",
  ]

  private static func swapLines(_ bytes: inout [UInt8], _ random: inout SeededRandom) {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    lines.swapAt(Int.random(in: lines.indices, using: &random), Int.random(in: lines.indices, using: &random))
    bytes = Array(lines.joined(separator: [0x0A]))
  }
}
