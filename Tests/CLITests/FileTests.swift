import Foundation
import HoneTestSupport
import Testing

/// Files named on the command line.
@Suite struct FileTests {
  private let weak = "- Responsible for training rankers\n- Trained machine learning models.\n"
  private let safe = "- Trained rankers\n- Trained machine learning models.\n"

  @Test func aFileIsRewrittenSafelyUnlessAskedOtherwise() throws {
    #expect(try HoneTool.run("rewrite", "a.txt", files: ["a.txt": weak]).output == safe)
    #expect(try HoneTool.run("a.txt", files: ["a.txt": weak]).output == safe)
    #expect(
      try HoneTool.run("rewrite", "--full", "a.txt", files: ["a.txt": weak]).output.contains("[metric]"))
  }

  @Test func theFileItselfIsNotTouched() throws {
    try TemporaryFolder.with(["a.txt": weak]) { folder in
      _ = try HoneTool.run(["rewrite", "a.txt"], in: folder)
      #expect(try String(contentsOfFile: "\(folder)/a.txt", encoding: .utf8) == weak)
    }
  }

  @Test func severalFilesComeInTheirOrder() throws {
    let files = ["b.txt": "- Led 4 engineers", "a.txt": weak, "c": "- Led 5 engineers\n"]
    #expect(
      try HoneTool.run("rewrite", "c", "a.txt", "b.txt", files: files).output
        == "- Led 5 engineers\n\(safe)- Led 4 engineers")
  }

  @Test func checkWritesNothingAndSaysByItsStatus() throws {
    let changed = try HoneTool.run("rewrite", "--check", "a.txt", files: ["a.txt": weak])
    #expect(changed.status == 1)
    #expect(changed.bytes.isEmpty)
    #expect(try HoneTool.run("rewrite", "--check", "a.txt", files: ["a.txt": safe]).status == 0)
    #expect(
      try HoneTool.run("rewrite", "--check", "--exit-zero", "a.txt", files: ["a.txt": weak]).status == 0)
    #expect(try HoneTool.run("rewrite", "--check", "--full", "a.txt", files: ["a.txt": safe]).status == 1)
  }

  @Test(arguments: [
    ("nowhere.txt", "no such file"), ("folder", "folder"), ("resume.xyz", ".xyz"), ("bad.txt", "UTF-8"),
    ("nul.txt", "NUL"), ("long.txt", "64 KiB"),
  ])
  func aFileThatCannotBeReadIsSaidAndTheOthersGoOn(_ name: String, _ words: String) throws {
    let files = [
      "folder/x.txt": "", "resume.xyz": "Led 4", "good.txt": weak, "nul.txt": "- a\0b\n",
      "long.txt": String(repeating: "a", count: 70_000),
    ]
    try TemporaryFolder.with(files) { folder in
      try TemporaryFolder.write(Array(weak.utf8) + [0xFF, 0x0A], to: "\(folder)/bad.txt")
      for command in ["rewrite", "suggest"] {
        let run = try HoneTool.run([command, name], in: folder)
        #expect(run.status == 2, "\(command)")
        #expect(run.bytes.isEmpty, "nothing of such a file is written")
        #expect(
          run.complaints.count == 1 && run.errors.contains(name) && run.errors.contains(words),
          "\(run.errors)")
      }
      guard name != "resume.xyz" else { return }
      let run = try HoneTool.run(["rewrite", name, "good.txt"], in: folder)
      #expect(run.output == safe)
      #expect(run.status == 2)
    }
  }

  @Test func anEmptyFileIsNoFault() throws {
    for command in ["rewrite", "suggest"] {
      let run = try HoneTool.run(command, "empty.txt", files: ["empty.txt": ""])
      #expect(run.status == 0 && run.bytes.isEmpty)
      #expect(
        run.complaints
          == (command == "rewrite"
            ? ["hone: empty.txt: 0 bullets read, 0 rewritten, 0 waiting for facts"] : []))
    }
  }

  @Test func aFileOfAnUnknownKindIsReadWhereOneSaysHow() throws {
    #expect(
      try HoneTool.run("rewrite", "--from", "plain", "notes.log", files: ["notes.log": weak]).output == safe)
    let run = try HoneTool.run("rewrite", "--from", "verse", "a.txt", files: ["a.txt": weak])
    #expect(run.status == 2)
    #expect(run.errors.contains("“verse”") && run.errors.contains("plain, lines, markdown"))
  }
}
