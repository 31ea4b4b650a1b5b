import HoneDocument
import Testing

/// Which lines are bullets and which pass by.
@Suite struct LineTests {
  @Test(arguments: [
    "EXPERIENCE", "Projects:", "WORK EXPERIENCE 2020", "2019 – 2021", "Jan 2020 - Present",
    "June 2018 to August 2019", "2021",
    "Summer 2019", "jane@example.org | +1 555 0100", "https://example.org/jane", "linkedin.com/in/jane",
    "+44 20 7946 0958", "",
    "   ", "\t", "-----", "github.com/jane · jane@example.org", "===",
  ])
  func aHeadingDateOrContactLineIsNoBullet(_ line: String) {
    #expect(Reading.texts(line).isEmpty)
    #expect(Reading.items(line).flatMap(Reading.raw) == Array(line.utf8))
  }

  @Test(arguments: [
    "Trained rankers", "Trained rankers in 2019", "Led 4 engineers",
    "Wrote https://example.org/post on drift in fraud models",
    "Moved 12000000 rows from Oracle to Spark", "naïve",
    "Mentored jane@example.org and three more new colleagues in a year",
  ])
  func anyOtherLineIsABullet(_ line: String) {
    #expect(Reading.texts(line) == [line])
  }

  @Test(arguments: ["EXPERIENCE", "2019 – 2021", "Projects:", "https://example.org/jane"])
  func aMarkedLineIsAlwaysABullet(_ line: String) {
    #expect(Reading.texts("- \(line)") == [line])
  }

  @Test(arguments: ["EXPERIENCE", "2019 – 2021", "- Trained rankers", "  x", "1. Led it"])
  func withFromLinesEveryLineIsABullet(_ line: String) {
    let marker = ["- ", "1. ", "  "].first { line.hasPrefix($0) } ?? ""
    #expect(Reading.texts(line, mode: .lines) == [String(line.dropFirst(marker.count))])
  }

  @Test(arguments: [
    "Acme Corp                 Berlin", "Engineer\t2019", "Data Engineer   Jan 2020 - Mar 2021",
  ])
  func aDeeperLineOfANextJobIsNotGluedToTheBulletAbove(_ line: String) {
    let file = "- Built 3 tools\n    \(line)\n- Led a team\n"
    #expect(Reading.texts(file) == ["Built 3 tools", "Led a team"])
    #expect(Reading.items(file).flatMap(Reading.raw) == Array(file.utf8))
  }

  @Test func withFromLinesNothingContinues() {
    #expect(Reading.texts("- one two\n  three\n\nfour\n", mode: .lines) == ["one two", "three", "four"])
  }
}
