import HoneDocument
import Testing

/// From a bullet's text back to the bytes of its file.
@Suite struct PlaceTests {
  private let file = "\u{FEFF}NAMES\r\n\r\n  • naïve one\r\n    two\r\n- three"

  @Test func aBulletKnowsItsLineColumnAndBytes() {
    let bullets = Reading.bullets(file)
    #expect(bullets.map(\.line) == [3, 5])
    #expect(bullets.map(\.column) == [7, 3])
    let bytes = Array(file.utf8)
    #expect(
      bullets.map { String(decoding: bytes[$0.byteRange], as: UTF8.self) } == [
        "naïve one\r\n    two", "three",
      ])
    #expect(bullets.map { Array(bytes[$0.start..<($0.start + $0.raw.count)]) } == bullets.map(\.raw))
  }

  @Test(arguments: [
    ("naïve", "naïve"), ("one", "one"), ("two", "two"), ("one two", "one\r\n    two"),
    ("e one t", "e one\r\n    t"),
  ])
  func aRangeOfTheTextHasItsBytes(_ words: String, _ behind: String) throws {
    let bullet = Reading.bullets(file)[0]
    let text = String(decoding: bullet.text, as: UTF8.self)
    let found = try #require(text.firstRange(of: words))
    let lower = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
    let range = try #require(bullet.fileRange(of: lower..<(lower + words.utf8.count)))
    #expect(String(decoding: Array(file.utf8)[range], as: UTF8.self) == behind)
  }

  @Test func theSpaceOfALineBreakHasNoBytesOfItsOwn() throws {
    let bullet = Reading.bullets(file)[0]
    let space = Array(bullet.text).count - 4
    #expect(bullet.text[space] == 0x20)
    #expect(bullet.fileRange(of: space..<(space + 1)) == nil)
  }

  @Test func theEmptyRangeAtTheEndStandsBehindTheText() throws {
    let bullet = Reading.bullets(file)[1]
    let end = bullet.text.count
    #expect(bullet.fileRange(of: end..<end) == bullet.byteRange.upperBound..<bullet.byteRange.upperBound)
  }

  @Test func aRangeOutsideTheTextHasNone() {
    #expect(Reading.bullets(file)[1].fileRange(of: 3..<9) == nil)
  }
}
