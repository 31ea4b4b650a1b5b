import HoneFiles
import HoneGrammar
import HoneTestSupport
import Testing

/// Packs on disk: a folder of files, or one file.
@Suite struct PackFolderTests {
  @Test func aFolderIsReadInTheOrderOfItsPaths() throws {
    try TemporaryFolder.with(["mine/b.yaml": "b: 1", "mine/a/z.yml": "a: 1", "mine/notes.txt": "no"]) {
      folder in
      let pack = try PackFolder.read("\(folder)/mine")
      #expect(pack.name == "mine")
      #expect(!pack.isTrusted)
      #expect(pack.files.map { $0.place.file.dropFirst(folder.count) } == ["/mine/a/z.yml", "/mine/b.yaml"])
    }
  }

  @Test func whatIsHiddenIsNoPartOfAPack() throws {
    let files = ["mine/a.yaml": "a: 1", "mine/.hone.yaml": "limit: 1", "mine/.git/b.yaml": "b: ["]
    try TemporaryFolder.with(files) { folder in
      let pack = try PackFolder.read("\(folder)/mine")
      #expect(pack.files.map { $0.place.file.dropFirst(folder.count) } == ["/mine/a.yaml"])
      #expect(try PackFolder.read("\(folder)/mine/.hone.yaml").files.count == 1)
    }
  }

  @Test func aFileIsAPack() throws {
    try TemporaryFolder.with(["mine.yaml": "a: 1"]) { folder in
      let pack = try PackFolder.read("\(folder)/mine.yaml")
      #expect(pack.name == "mine")
    }
  }

  @Test func whatCannotBeReadIsSaidForEveryFile() throws {
    let files = ["mine/a.yaml": "a: [", "mine/b.yaml": "ok: 1", "mine/c.yaml": "a: 1\na: 2"]
    try TemporaryFolder.with(files) { folder in
      let errors = #expect(throws: GrammarErrors.self) { try PackFolder.read("\(folder)/mine") }
      #expect(errors?.problems.map { $0.place.file.suffix(6) } == ["a.yaml", "c.yaml"])
    }
  }

  @Test func bytesThatAreNoTextAreRefused() throws {
    try TemporaryFolder.with([:]) { folder in
      try TemporaryFolder.write([0xFF, 0xFE], to: "\(folder)/bad.yaml")
      let errors = #expect(throws: GrammarErrors.self) { try PackFolder.read("\(folder)/bad.yaml") }
      #expect(errors?.description.contains("UTF-8") == true)
    }
  }

  @Test func aMissingPathAndAnEmptyFolderAreSaid() throws {
    try TemporaryFolder.with(["empty/notes.txt": ""]) { folder in
      let missing = #expect(throws: GrammarErrors.self) { try PackFolder.read("\(folder)/nowhere") }
      #expect(missing?.description.contains("no such file") == true)
      let empty = #expect(throws: GrammarErrors.self) { try PackFolder.read("\(folder)/empty") }
      #expect(empty?.description.contains("no .yaml file") == true)
    }
  }
}
