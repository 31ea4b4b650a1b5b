import Foundation
import HoneTestSupport
import Testing

@testable import HoneCLI

/// Files that are rewritten: what is written where, and what is left when something goes wrong.
@Suite struct RewriteFileTests {
  private let weak =
    "EXPERIENCE\n- Responsible for training rankers\n\nSKILLS\n- Trained machine learning models.\n"
  private let safe = "EXPERIENCE\n- Trained rankers\n\nSKILLS\n- Trained machine learning models.\n"

  private func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  @Test func inPlaceReplacesTheFileAndSumsUp() throws {
    try TemporaryFolder.with(["a.txt": weak]) { folder in
      let run = try HoneTool.run(["rewrite", "--in-place", "a.txt"], in: folder)
      #expect(run.status == 0 && run.bytes.isEmpty)
      #expect(try text("\(folder)/a.txt") == safe)
      #expect(run.errors.hasPrefix("hone: a.txt: 1 bullet read, 1 rewritten, "))
      let again = try HoneTool.run(["rewrite", "--in-place", "--quiet", "a.txt"], in: folder)
      #expect(again.errors.isEmpty && again.status == 0)
      #expect(try text("\(folder)/a.txt") == safe)
    }
  }

  @Test func inPlaceKeepsModeLinkAndBackup() throws {
    try TemporaryFolder.with(["real.txt": weak]) { folder in
      let manager = FileManager.default
      try manager.setAttributes([.posixPermissions: 0o640], ofItemAtPath: "\(folder)/real.txt")
      try manager.createSymbolicLink(atPath: "\(folder)/link.txt", withDestinationPath: "real.txt")
      let run = try HoneTool.run(["rewrite", "--in-place", "--backup", ".bak", "link.txt"], in: folder)
      #expect(run.status == 0, "\(run.errors)")
      #expect(try manager.destinationOfSymbolicLink(atPath: "\(folder)/link.txt") == "real.txt")
      #expect(try text("\(folder)/real.txt") == safe)
      #expect(try text("\(folder)/real.txt.bak") == weak)
      let mode = try manager.attributesOfItem(atPath: "\(folder)/real.txt")[.posixPermissions] as? NSNumber
      #expect(mode?.intValue == 0o640)
      let left = try manager.contentsOfDirectory(atPath: folder).filter { $0.contains(".hone-") }
      #expect(left.isEmpty)
    }
  }

  @Test(arguments: [
    (["--in-place"], "name one"), (["--in-place", "--diff", "a.txt"], "--in-place and --diff"),
    (["--in-place", "--full", "a.txt"], "--slots keep"), (["--backup", ".bak", "a.txt"], "--in-place"),
    (["--in-place", "--backup", "/x", "a.txt"], "--backup"),
    (["--check", "--diff", "a.txt"], "--diff and --check"),
  ])
  func whatDoesNotGoTogetherIsSaidAndNothingWritten(_ arguments: [String], _ words: String) throws {
    try TemporaryFolder.with(["a.txt": weak]) { folder in
      let run = try HoneTool.run(["rewrite"] + arguments, in: folder)
      #expect(run.status == 2 && run.complaints.count == 1 && run.errors.contains(words), "\(run.errors)")
      #expect(try text("\(folder)/a.txt") == weak)
    }
  }

  @Test(arguments: [
    ("a.txt", "- ", "", "[metric]"), ("a.md", "- ", "", "TODO(hone:metric)"),
    ("a.tex", "\\item ", "", "TODO(hone:metric)"),
    ("a.html", "<h2>Work</h2><ul><li>", "</li></ul>", "TODO(hone:metric)"),
    ("a.org", "- ", "", "TODO(hone:metric)"),
    ("a.typ", "- ", "", "TODO(hone:metric)"), ("a.adoc", "* ", "", "TODO(hone:metric)"),
    ("a.yaml", "work:\n- highlights:\n  - ", "", "TODO(hone:metric)"),
    ("a.json", #"{"work":[{"highlights":[""#, #""]}]}"#, "TODO(hone:metric)"),
  ])
  func slotsAreKeptInAFileWhereThatIsMeant(_ name: String, _ head: String, _ tail: String, _ slot: String)
    throws
  {
    try TemporaryFolder.with([name: "\(head)Trained machine learning models.\(tail)\n"]) { folder in
      let run = try HoneTool.run(["rewrite", "--in-place", "--full", "--slots", "keep", name], in: folder)
      #expect(run.status == 0, "\(run.errors)")
      let once = try text("\(folder)/\(name)")
      #expect(once.contains(slot))
      let left = try HoneTool.run(["suggest", "--format", "tsv", name], in: folder)
      #expect(left.status == 1 && left.output.contains("slot.left-over\terror"))
      _ = try HoneTool.run(["rewrite", "--in-place", "--full", "--slots", "keep", name], in: folder)
      #expect(try text("\(folder)/\(name)") == once)
    }
  }

  @Test(arguments: ["plain name.txt", "ünï.txt", "CRLF.txt", "end.txt"])
  func gitAppliesADiffFromAnyFolder(_ name: String) throws {
    var content =
      weak + String(repeating: "filler line\n", count: 20) + "WORK\n- Responsible for building rankers\n"
    if name == "CRLF.txt" { content = content.replacing("\n", with: "\r\n") }
    if name == "end.txt" { content.removeLast() }
    try TemporaryFolder.with(["cv/\(name)": content]) { folder in
      let script = """
        git init -q . && cd cv && "$HONE" rewrite --quiet "\(name)" > ../expected && \
        "$HONE" rewrite --quiet --diff "\(name)" | git apply && cmp "\(name)" ../expected
        """
      let run = try HoneTool.shell(script, in: folder)
      #expect(run.status == 0, "\(run.errors)")
      #expect(try text("\(folder)/cv/\(name)") != content)
    }
  }

  @Test func aFileIsTheOldOneOrTheNewOneWheneverHoneIsKilled() throws {
    let old = String(repeating: weak, count: 40)
    let new = String(repeating: safe, count: 40)
    // The moment of the write is near the end of a run, however busy the machine is.
    let clock = ContinuousClock()
    let whole = try TemporaryFolder.with(["a.txt": old]) { folder in
      try clock.measure { _ = try HoneTool.run(["rewrite", "--in-place", "--quiet", "a.txt"], in: folder) }
    }
    var seen: Set<String> = []
    for part in stride(from: 0.1, through: 1.6, by: 0.1) {
      try TemporaryFolder.with(["a.txt": old]) { folder in
        let process = HoneTool.process(
          HoneTool.path, ["rewrite", "--in-place", "--quiet", "a.txt"], in: folder)
        process.standardError = FileHandle.nullDevice
        try process.run()
        Thread.sleep(
          forTimeInterval: part * Double(whole.components.attoseconds) / 1e18 + part
            * Double(whole.components.seconds))
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        let left = try text("\(folder)/a.txt")
        #expect(left == old || left == new)
        seen.insert(left)
      }
    }
    #expect(seen.contains(old), "the first were killed before they wrote")
  }

  @Test func aFullDiskLeavesTheOldFile() throws {
    let old = String(repeating: weak, count: 400)
    try TemporaryFolder.with(["a.txt": old]) { folder in
      // The largest file that the shell lets it write is one block: less than the résumé needs.
      let run = try HoneTool.shell("ulimit -f 1; \"$HONE\" rewrite --in-place a.txt", in: folder)
      #expect(run.status == 2, "\(run.errors)")
      #expect(
        run.complaints.contains { $0.contains("a.txt") && $0.contains("old one stands") }, "\(run.errors)")
      #expect(try text("\(folder)/a.txt") == old)
      let left = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.contains(".hone-") }
      #expect(left.isEmpty)
    }
  }

  @Test func aFolderThatNobodyMayWriteToLeavesTheOldFile() throws {
    guard getuid() == 0, FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv") else { return }
    try TemporaryFolder.with(["cv/a.txt": weak]) { folder in
      // Only somebody who is not root is kept out, and only a program that he can reach can show it.
      let nobody = "/usr/bin/setpriv --reuid 65534 --regid 65534 --clear-groups"
      let script = """
        chmod 755 . cv && \(nobody) test -x "$HONE" || exit 77
        \(nobody) "$HONE" rewrite --in-place cv/a.txt
        """
      let run = try HoneTool.shell(script, in: folder)
      guard run.status != 77 else { return }
      #expect(
        run.status == 2 && run.complaints.count == 1 && run.errors.contains("cv/a.txt"), "\(run.errors)")
      #expect(try text("\(folder)/cv/a.txt") == weak)
      #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder)/cv") == ["a.txt"])
    }
  }

  @Test func aFileThatSomebodyChangesMeanwhileIsLeftAsHeLeftIt() throws {
    let weak = weak
    try TemporaryFolder.with(["a.txt": "mine\n", "a.txt.bak": "older\n"]) { folder in
      // What was read is not what stands there by now.
      var message = ""
      do {
        try AtomicFile("\(folder)/a.txt").replace(Array(weak.utf8), with: Array("new".utf8), backup: ".bak")
      } catch let trouble as Trouble {
        message = trouble.message
      }
      #expect(message.contains("somebody changed this file"))
      #expect(try text("\(folder)/a.txt") == "mine\n")
      #expect(try text("\(folder)/a.txt.bak") == "older\n", "the last backup stays")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["a.txt", "a.txt.bak"])
    }
  }

  @Test(arguments: [
    ("filler", nil), ("filler.adverb", nil), ("coursework", "it finds nothing there"),
    ("filer", "there is no such rule or kind"),
  ])
  func anOffSwitchThatNamesNothingThatIsFoundIsSaid(_ rule: String, _ words: String?) throws {
    let file =
      "## Work\n\n<!-- hone:off-next \(rule) -->\n- Successfully deployed the ranker\n- Led 4 engineers\n"
    for command in ["rewrite", "suggest"] {
      let run = try HoneTool.run(command, "a.md", files: ["a.md": file])
      let told = run.complaints.filter { $0.contains("a comment switches") }
      #expect(told.count == (words == nil ? 0 : 1), "\(run.errors)")
      if let words { #expect(told[0].contains("“\(rule)”") && told[0].contains(words)) }
    }
  }

  @Test func patternsInQuotesNameFiles() throws {
    let files = ["cv/a.txt": weak, "cv/deep/b.txt": weak, "cv/c.log": weak, "cv/.hidden.txt": weak]
    try TemporaryFolder.with(files) { folder in
      let run = try HoneTool.run(["rewrite", "--check", "cv/**/*.txt"], in: folder)
      #expect(run.status == 1)
      #expect(run.complaints.map { $0.prefix { $0 != ":" } }.count == 2)
      #expect(run.errors.contains("cv/a.txt:") && run.errors.contains("cv/deep/b.txt:"))
      // What hone keeps beside a résumé is none.
      try TemporaryFolder.write(Array("b1: {}\n".utf8), to: folder + "/cv/a.facts.yaml")
      try TemporaryFolder.write(
        Array("work:\n  - highlights: [Successfully ran 40 jobs]\n".utf8), to: folder + "/cv/a.yaml")
      let yaml = try HoneTool.run(["rewrite", "--check", "cv/*.yaml"], in: folder)
      #expect(yaml.complaints.count == 1 && yaml.errors.contains("cv/a.yaml:"), "\(yaml.errors)")
      let none = try HoneTool.run(["rewrite", "nothing/*.txt"], in: folder)
      #expect(none.status == 2 && none.errors.contains("no file matches"))
    }
  }

  @Test func plainTextThatIsPlainlySomethingElseIsRefused() throws {
    let file = [
      "a.txt": "\\documentclass{article}\n\\begin{document}\n\\item Responsible for training rankers\n"
    ]
    let run = try HoneTool.run("rewrite", "a.txt", files: file)
    #expect(run.status == 2 && run.bytes.isEmpty && run.errors.contains("--from latex"))
    #expect(try HoneTool.run("rewrite", "--from", "plain", "a.txt", files: file).status == 0)
  }
}
