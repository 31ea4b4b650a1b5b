import HoneCore
import HoneEngine
import HoneTestSupport
import PCRE2
import Testing

/// The bullet tiled into parts.
@Suite struct FrameTests {
  @Test func tilesCoverEveryByteButSpacesAndNeverOverlap() throws {
    let engine = Engine(Grammars.builtIn)
    let bullets =
      Corpus.texts + BulletGenerator.bullets(300, for: "FrameTests")
      + RandomText.texts(300, for: "FrameTests")
    for text in bullets {
      let analysis = try engine.analyze(text)
      var end = 0
      for tile in try analysis.frame() {
        #expect(tile.range.lowerBound >= end && !tile.range.isEmpty, "\(tile) in \(text.debugDescription)")
        expectSpaces(analysis.bytes, end..<tile.range.lowerBound)
        for capture in tile.captures.values {
          #expect(capture.lowerBound >= tile.range.lowerBound && capture.upperBound <= tile.range.upperBound)
        }
        end = tile.range.upperBound
      }
      expectSpaces(analysis.bytes, end..<analysis.bytes.count)
    }
  }

  private func expectSpaces(_ bytes: [UInt8], _ range: Range<Int>) {
    var at = range.lowerBound
    while at < range.upperBound, case let length = Bytes.spaceLength(at: at, in: bytes), length > 0 {
      at += length
    }
    #expect(
      at == range.upperBound, "“\(bytes.text(range))” is in no tile of “\(bytes.text(0..<bytes.count))”")
  }

  @Test(arguments: [
    ("Trained machine learning models.", ["act: Trained", "model: machine learning models"]),
    (
      "Trained a deep learning model for product search using PyTorch",
      ["act: Trained", "model: a deep learning model", "task: for product search", "tools: using PyTorch"]
    ),
    ("Search: Built a classifier", ["label: Search: ", "act: Built", "model: a classifier"]),
  ])
  func theGuidesShapesAreSeen(_ text: String, _ parts: [String]) throws {
    let analysis = try Engine(Grammars.builtIn).analyze(text)
    let tiles = try analysis.frame().map { "\($0.part): \(analysis.bytes.text($0.range))" }
    #expect(Array(tiles.prefix(parts.count)) == parts)
  }

  @Test func whatNoPartTakesIsRest() throws {
    let analysis = try Engine(Grammars.builtIn).analyze("🚀 ☃ }{ ]")
    #expect(try analysis.frame().map(\.part) == ["rest"])
  }
}
