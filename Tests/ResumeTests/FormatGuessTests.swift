import HoneDocument
import Testing

/// What a file is told by.
@Suite struct FormatGuessTests {
  private static let front = "---\ntitle: CV\n---\n\n## Work\n\n- Built one\n"
  private static let yaml =
    "# yaml-language-server: $schema=x\ncv:\n  name: A\n  sections:\n    work:\n      - company: B\n"

  @Test(arguments: [
    ("a.md", "x", Format.markdown), ("A.TEX", "x", .latex), ("a.b.yml", "x", .yaml),
    ("résumé.typ", "x", .typst), ("notes", "- Built one\n", .plain),
    ("cv", front, .markdown), ("cv", yaml, .yaml),
    ("cv", "---\n# my cv\nwork:\n  - name: A\n    highlights:\n", .yaml), ("cv.bak", yaml, .yaml),
    ("cv", "\\documentclass{article}\n", .latex), ("cv", "{\"basics\": {}}", .json),
    ("cv", "<!DOCTYPE html><p>", .html), ("cv", "#import \"@preview/x:1\"\n", .typst),
    ("cv", "#+TITLE: CV\n* Work\n", .org), ("cv", "%PDF-1.7", .pdf), ("cv", "PK\u{3}\u{4}", .docx),
    ("cv", "EXPERIENCE\nLanguages: Go\n- Built one\n", .plain),
  ])
  func theNameTellsThenTheContent(_ name: String, _ content: String, _ format: Format) throws {
    #expect(try FormatGuess.format(ofName: name, Array(content.utf8)) == format)
  }

  @Test(arguments: [
    ("a.txt", yaml, "--from yaml"), ("a.txt", front, "--from markdown"), ("cv.bak", "- Built one\n", ".bak"),
    ("a.xyz", "x", ".xyz"),
  ])
  func aWrongGuessIsNeverMade(_ name: String, _ content: String, _ words: String) {
    let error = #expect(throws: DocumentError.self) {
      try FormatGuess.format(ofName: name, Array(content.utf8))
    }
    #expect(error?.text.contains(words) == true, "\(error?.text ?? "")")
  }
}
