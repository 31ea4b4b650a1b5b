import HoneDocument
import Testing

/// Bullets that go on over several lines.
@Suite struct WrappingTests {
  @Test(arguments: [
    ("- one\n  two\n", ["one two"]), ("- one\n\ttwo\n", ["one two"]),
    ("- one\n  two\n    three\n", ["one two three"]),
    ("- one\r\n  two\r\n", ["one two"]), ("- one\ntwo\n", ["one", "two"]),
    ("- one\n\n  two\n", ["one", "two"]),
    ("- one\n  - two\n", ["one", "two"]), ("one\n  two\n", ["one", "two"]),
    ("  - one\n  two\n", ["one", "two"]),
    ("  - one\n    two\n", ["one two"]), ("- one\nHEADING\n  two\n", ["one", "two"]),
    ("- one  \n  two  ", ["one two"]),
    ("1. one\n   two\n2. three", ["one two", "three"]), ("\t• one\n\t  two", ["one two"]),
    ("- one\n  TWO\n", ["one TWO"]),
    ("- one\n  2019 - 2021\n", ["one 2019 - 2021"]),
  ])
  func aDeeperLineWithoutAMarkerGoesOn(_ text: String, _ bullets: [String]) {
    #expect(Reading.texts(text) == bullets)
    #expect(Reading.items(text).flatMap(Reading.raw) == Array(text.utf8))
  }

  @Test(arguments: ["- one\n  two\n", "- one\r\n  two\r\n", "- one\n\ttwo", "\u{FEFF}• one\n   two  \nx"])
  func theSameTextComesBackAsTheSameBytes(_ text: String) {
    for bullet in Reading.bullets(text) {
      let same = Reading.rewrite(String(decoding: bullet.text, as: UTF8.self), of: bullet)
      #expect(bullet.edits(for: same) == [])
      #expect(bullet.replacing(same) == bullet.raw)
    }
  }

  @Test(arguments: [
    ("- one\n", "Two", "- Two\n"), ("  • one  \r\n", "Two", "  • Two  \r\n"), ("1) one", "Two", "1) Two"),
    ("\u{FEFF}one\n", "Two", "\u{FEFF}Two\n"),
    ("- aaa bbb\n  ccc ddd\n", "aaa bbb ccc", "- aaa bbb\n  ccc\n"),
    ("- aaa bbb\r\n  ccc ddd\r\n", "aa bb cc dd", "- aa bb\r\n  cc dd\r\n"),
    ("- aaa bbb\n  ccc ddd", "a-very-long-word b", "- a-very-long-word\n  b"),
    ("- aaa bbb\n  ccc", "aaa", "- aaa"), ("- aaa  bbb\n", "a  b", "- a  b\n"),
  ])
  func anotherTextKeepsMarkerIndentWidthAndLineEnd(_ raw: String, _ text: String, _ result: String) throws {
    let bullet = try #require(Reading.bullets(raw).first)
    let replaced = try #require(bullet.replacing(Reading.rewrite(text, of: bullet)))
    #expect(String(decoding: replaced, as: UTF8.self) == result)
  }
}
