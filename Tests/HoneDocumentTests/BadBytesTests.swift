import HoneDocument
import Testing

/// Lines that are no text pass as they are, with a reason.
@Suite struct BadBytesTests {
  private func reasons(_ bytes: [UInt8]) -> [String] {
    Reading.items(bytes).compactMap { item in
      if case .unreadable(_, let line, let reason) = item { return "\(line) \(reason)" }
      return nil
    }
  }

  @Test func aNULIsSaid() {
    #expect(reasons(Array("ok then\na\0b\n".utf8)) == ["2 holds a NUL byte"])
  }

  @Test(
    arguments: [[0xFF], [0xC3], [0x80, 0x61], [0xED, 0xA0, 0x80], [0xE2, 0x80], [0xF0, 0x9F, 0x9A]]
      as [[UInt8]])
  func invalidUTF8IsSaid(_ bytes: [UInt8]) {
    #expect(reasons(Array("a ".utf8) + bytes + [0x0A]) == ["1 is not valid UTF-8"])
  }

  @Test func theLinesAroundABadOneAreRead() {
    let bytes = Array("- one\n".utf8) + [0xFF, 0x0A] + Array("  two\n- three\n".utf8)
    let items = Reading.items(bytes)
    #expect(items.flatMap(Reading.raw) == bytes)
    let texts = items.compactMap { item -> String? in
      if case .bullet(let bullet) = item { return String(decoding: bullet.text, as: UTF8.self) }
      return nil
    }
    #expect(texts == ["one", "two", "three"])
  }

  @Test(arguments: [PlainReader.longestLine - 1, PlainReader.longestLine])
  func aLineUpToTheLimitIsRead(_ count: Int) {
    let line = String(repeating: "a", count: count)
    #expect(Reading.texts(line + "\n") == [line])
  }

  @Test(arguments: [PlainReader.longestLine + 3, 1_000_000])
  func aLongerLinePassesAndIsSaid(_ count: Int) {
    let bytes = Array((String(repeating: "a", count: count) + "\n- next\n").utf8)
    #expect(reasons(bytes) == ["1 is longer than 64 KiB"])
    #expect(Reading.items(bytes).flatMap(Reading.raw) == bytes)
    #expect(Reading.texts(String(decoding: bytes, as: UTF8.self)) == ["next"])
  }

  @Test func theLineBehindALongOneHasItsPlace() throws {
    let text = String(repeating: "a", count: 200_000) + "\n- next\n"
    let bullet = try #require(Reading.bullets(text).first)
    #expect(bullet.line == 2)
    #expect(bullet.byteRange == 200_003..<200_007)
  }
}
