import HoneDocument
import HoneTestSupport
import Testing

/// What is read depends on the bytes alone, not on how they arrive; and no byte is lost.
@Suite struct StreamTests {
  private static let files = [
    "", "\n", "- one", "- one\n", "\u{FEFF}EXPERIENCE\r\n- one\r\n  two\r\n\r\nthree\r\n",
    "- one\n  two\n  - three\n\n\nFOUR\nfive\n",
    "a\0b\n- one\n", "- one\ntwo\0\0\n\0three", "- naïve 🚀\n  größe\n", "\r\n\r\n", "- one\r",
    "1. one\n   two\n(2) three\n",
  ]

  private func fed(_ bytes: [UInt8], by size: Int, _ mode: PlainReader.Mode) -> [String] {
    var reader = PlainReader(mode: mode)
    var items: [DocumentItem] = []
    var at = 0
    while at < bytes.count {
      let end = min(bytes.count, at + size)
      items += reader.read(Array(bytes[at..<end]))
      at = end
    }
    return (items + reader.finish()).map(Reading.shown)
  }

  @Test(arguments: files, [PlainReader.Mode.plain, .lines, .records])
  func chunksOfAnySizeGiveTheSame(_ text: String, _ mode: PlainReader.Mode) {
    let bytes = Array(text.utf8)
    let whole = Reading.items(bytes, mode: mode).map(Reading.shown)
    for size in 1...max(1, bytes.count) { #expect(fed(bytes, by: size, mode) == whole, "chunks of \(size)") }
  }

  @Test func randomBytesInRandomChunksGiveTheSame() {
    var random = SeededRandom(for: "StreamTests.chunks")
    for _ in 0..<400 {
      let bytes = RandomText.bytes(&random)
      let mode = [PlainReader.Mode.plain, .plain, .lines, .records].randomElement(using: &random) ?? .plain
      let whole = Reading.items(bytes, mode: mode).map(Reading.shown)
      let size = Int.random(in: 1...12, using: &random)
      #expect(fed(bytes, by: size, mode) == whole, "seed \(Seed.value), chunks of \(size): \(bytes)")
    }
  }

  @Test func noByteIsLostOfAnyInput() {
    var random = SeededRandom(for: "StreamTests.bytes")
    for _ in 0..<2_000 {
      let bytes = RandomText.bytes(&random)
      for mode in [PlainReader.Mode.plain, .lines, .records] {
        let read = Reading.items(bytes, mode: mode).flatMap(Reading.raw)
        #expect(read == bytes, "seed \(Seed.value): \(bytes)")
      }
    }
  }

  @Test func placesPointAtTheBytesThatTheyName() {
    var random = SeededRandom(for: "StreamTests.places")
    for _ in 0..<1_000 {
      let bytes = RandomText.bytes(&random)
      for case .bullet(let bullet) in Reading.items(bytes) {
        #expect(
          Array(bytes[bullet.start..<(bullet.start + bullet.raw.count)]) == bullet.raw,
          "seed \(Seed.value): \(bytes)")
        #expect(bullet.fileRange(of: 0..<bullet.text.count) == bullet.byteRange)
        #expect(bytes[..<bullet.start].count { $0 == 0x0A } == bullet.line - 1)
        let word = bullet.text.prefix { $0 != 0x20 }
        let range = bullet.fileRange(of: 0..<word.count)
        #expect(range.map { Array(bytes[$0]) } == Array(word))
      }
    }
  }

  @Test(arguments: [1, 7, 4_096, 70_000])
  func aLineBeyondTheLimitPassesInChunksToo(_ size: Int) {
    let bytes = Array((String(repeating: "a", count: 150_000) + "\n- next\n").utf8)
    var reader = PlainReader()
    var items: [DocumentItem] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      items += reader.read(Array(bytes[start..<min(bytes.count, start + size)]))
    }
    items += reader.finish()
    #expect(items.flatMap(Reading.raw) == bytes)
    let bullets = items.compactMap { if case .bullet(let bullet) = $0 { bullet.byteRange } else { nil } }
    #expect(bullets == [150_003..<150_007])
    let said = items.count { if case .unreadable = $0 { true } else { false } }
    #expect(said == 1)
  }
}
