import HoneTestSupport
import Testing

/// The rooms of the house, as `docs/architecture.md` and DESIGN draw them.
@Suite struct TreeTests {
  /// What each room may import; arrows go one way.
  private static let arrows: [String: Set<String>] = [
    "PCRE2": ["CPCRE2"], "Zlib": ["CZlib"], "HoneCore": [],
    "HoneDocument": ["HoneGrammar", "HoneCore", "Zlib", "Yams", "Foundation"],
    "HoneGrammar": ["HoneCore", "Yams", "Foundation", "Synchronization"],
    "HoneEngine": ["HoneGrammar", "PCRE2", "HoneCore"],
    "HoneRewrite": ["HoneEngine", "HoneGrammar", "HoneCore", "PCRE2"],
    "HoneLedger": ["HoneEngine", "HoneGrammar", "HoneCore"],
    "Hone": ["HoneRewrite", "HoneLedger", "HoneEngine", "HoneGrammar", "HoneCore", "PCRE2"],
    "HoneCheck": ["Hone", "HoneRewrite", "HoneEngine", "HoneGrammar", "PCRE2", "HoneCore"],
    "HoneReport": ["HoneCore"],
    "hone-dev": ["HoneDocument", "HoneGrammar", "HoneCore", "Foundation"],
  ]

  /// Every `import` of a room's files.
  private static func imports(of room: String) throws -> Set<String> {
    let lines = try Repository.swiftFiles(below: "Sources/\(room)").flatMap(Repository.lines)
    let words = lines.map { $0.split(separator: " ") }.filter {
      $0.prefix(2).contains("import") && $0.count <= 3
    }
    return Set(words.compactMap { $0.last.map(String.init) })
  }

  @Test(arguments: arrows.keys.sorted())
  func aRoomImportsOnlyWhatItsArrowsAllow(_ room: String) throws {
    #expect(!Repository.swiftFiles(below: "Sources/\(room)").isEmpty)
    let extra = try TreeTests.imports(of: room).subtracting(try #require(TreeTests.arrows[room]))
    #expect(extra.isEmpty)
  }

  @Test func onlyTheWallsAndTheReadersTouchOtherPeoplesCode() throws {
    let rooms = Set(Repository.swiftFiles(below: "Sources").map { String($0.split(separator: "/")[1]) })
    #expect(rooms.count >= 12)
    for room in rooms {
      let imports = try TreeTests.imports(of: room)
      #expect(imports.contains("CPCRE2") == (room == "PCRE2"), "\(room)")
      #expect(imports.contains("CZlib") == (room == "Zlib"), "\(room)")
      #expect(imports.contains("Yams") == ["HoneGrammar", "HoneDocument"].contains(room), "\(room)")
      #expect(imports.contains("ArgumentParser") == (room == "HoneCLI"), "\(room)")
    }
  }

  @Test func unsafeCodeStandsInTheWallsAndSaysWhyItIsSound() throws {
    for path in Repository.swiftFiles(below: "Sources") where !path.hasSuffix(".generated.swift") {
      let text = try Repository.text(path)
      guard text.contains("unsafe ") || text.contains("nonisolated(unsafe)") else { continue }
      #expect(text.contains("// SAFETY:"), "\(path)")
      let isWall = ["PCRE2", "Zlib", "HoneCLI"].contains { path.hasPrefix("Sources/\($0)/") }
      #expect(isWall || path.hasSuffix("PackFolder.swift"), "\(path)")
    }
  }

  @Test func librariesNeitherPrintNorExitNorAskTheTime() throws {
    let calls = [" print(", "exit(", "Date()", "fatalError(", "try!", "ContinuousClock", "Locale", "getenv"]
    for path in Repository.swiftFiles(below: "Sources") where !path.hasSuffix(".generated.swift") {
      guard !path.hasPrefix("Sources/HoneCLI/"), !path.hasPrefix("Sources/hone-dev/") else { continue }
      let lines = try Repository.lines(path).filter { !$0.contains("///") }
      for call in calls { #expect(!lines.contains { $0.contains(call) }, "\(call) in \(path)") }
    }
  }

  /// The help of the command and the documentation may quote a bullet; code may not know a résumé word.
  @Test func theSourcesKnowNoWordOfResumes() throws {
    let words = [
      "spearheaded", "pytorch", "tensorflow", "kubernetes", "responsible for", "successfully", "cutting-edge",
      "sagemaker",
      "recommender", "utilized", "leveraged", "xgboost", "kaggle", "accuracy", "deployed",
    ]
    for path in Repository.swiftFiles(below: "Sources") where !path.hasSuffix(".generated.swift") {
      guard !path.hasPrefix("Sources/HoneCLI/Commands/") else { continue }
      for line in try Repository.lines(path).filter({ !$0.contains("//") }) {
        for word in words { #expect(!line.lowercased().contains(word), "“\(word)” in \(path): \(line)") }
      }
    }
  }
}
